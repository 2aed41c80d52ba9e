import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct StateTests {
    private let today = CivilDay(year: 2026, month: 11, day: 23)

    private func record(
        _ id: String, _ kind: Kind = .resource, checked: Int? = nil, change: (inout Record) -> Void = { _ in }
    ) throws -> Record {
        var record = Record(
            id: try #require(RecordID(id)), kind: kind, title: LocalisedText([.nl: "Titel"]),
            summary: LocalisedText([.nl: "Tekst"]), status: .active)
        record.verified = checked.map {
            Verification(on: PartialDate(today.adding(days: -$0)), organisation: nil, by: .workspace)
        }
        change(&record)
        return record
    }

    private func state(_ records: [Record]) -> CatalogueState {
        CatalogueState(
            Catalogue(records: records, vocabularies: [], pages: []), rules: FreshnessRules(), on: today)
    }

    private func checks(_ state: CatalogueState, _ kind: Kind) -> CatalogueState.Checks? {
        state.kinds.first { $0.kind == kind }?.checks
    }

    @Test func aCheckHoldsAsLongAsTheRulesSay() throws {
        let state = state([
            try record("a", checked: 364), try record("b", checked: 365), try record("c"),
            try record("d", .channel, checked: 89), try record("e", .channel, checked: 90),
        ])
        let resources = try #require(checks(state, .resource))
        #expect((resources.entries, resources.inTime, resources.due, resources.unchecked) == (3, 1, 1, 1))
        let channels = try #require(checks(state, .channel))
        #expect((channels.entries, channels.inTime, channels.due) == (2, 1, 1))
        #expect((state.total.entries, state.total.inTime) == (5, 2))
    }

    @Test func whatIsOverNeedsNoCheckAndIsNotCalledChecked() throws {
        let past = EventDate(start: try #require(PartialDate("2026-02-10")), end: nil)
        let coming = EventDate(start: try #require(PartialDate("2027-02-09")), end: nil)
        let state = state([
            try record("a", .event) { $0.dates = [past] },
            try record("b", .event) { $0.dates = [coming] },
            try record("c", .event, checked: 700) { $0.dates = [coming] },
            try record("d") { $0.status = .ended },
        ])
        let events = try #require(checks(state, .event))
        #expect((events.over, events.unchecked, events.inTime) == (1, 1, 1))
        #expect(checks(state, .resource)?.over == 1)
    }

    @Test func whatIsSetAsideOrWithdrawnIsCountedApart() throws {
        let state = state([
            try record("a"), try record("b") { $0.setAside = PartialDate("2026-11-01") },
            try record("c") { $0.withdrawn = PartialDate("2026-11-01") },
        ])
        #expect((state.total.entries, state.aside, state.withdrawn) == (1, 1, 1))
    }

    @Test func everyEntryIsInOneStateOfEachLanguage() throws {
        let state = state([
            try record("a") {
                $0.title[.fr] = "Titre"
                $0.summary[.fr] = "Texte"
                $0.summary[Edition(.fr, isSimple: true)] = "Facile"
                $0.translations = [.nl: .original, .fr: .machine]
            },
            try record("b") { $0.title[.fr] = "Titre sans texte" },
        ])
        func of(_ language: Language) throws -> CatalogueState.Translations {
            try #require(state.languages.first { $0.language == language }?.translations)
        }
        let dutch = try of(.nl)
        #expect((dutch.noted, dutch.unnoted, dutch.missing) == ([.original: 1], 1, 0))
        let french = try of(.fr)
        #expect((french.noted, french.unnoted, french.missing, french.easy) == ([.machine: 1], 0, 1, 1))
        #expect(try of(.de).missing == 2)
    }

    @Test func agreesWithPlainCountingOnTheShippedCatalogue() throws {
        let catalogue = TestSite.shipped.snapshot.catalogue
        let state = CatalogueState(catalogue, rules: FreshnessRules(), on: today)
        for (kind, checks) in state.kinds {
            #expect(checks.entries == catalogue.records.filter { $0.kind == kind }.count)
            #expect(checks.inTime + checks.due + checks.unchecked + checks.over == checks.entries, "\(kind)")
        }
        for (language, translations) in state.languages {
            let noted = translations.noted.values.reduce(0, +)
            #expect(noted + translations.unnoted + translations.missing == catalogue.records.count, "\(language)")
        }
    }

    // MARK: The page

    @Test(arguments: Language.allCases)
    func thePageIsThereWhenTheStoreIsAway(_ language: Language) async throws {
        let site = try TestSite(TestSite.shipped.snapshot, store: BrokenStore(), clock: TestSite.noon)
        await site.site.housekeeping.look()
        let answer = try await site.get("/\(language)/landscape/state")
        #expect(answer.status == .ok)
        let page = try Markup(answer.body)
        #expect(page.all("h1").map(\.text) == [Texts.of(language)(.stateTitle)])
        #expect(page.all("p").contains { $0.text == Texts.of(language)(.stateUnseen) })
    }

    @Test func tellsOfLinksAndBackupsOnceItHasLooked() async throws {
        let site = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon)
        let address = try #require(LinkTable(site.snapshot.catalogue).addresses.first)
        var report = LinkReport(address)
        report.note(.alive(status: 200), at: TestSite.noon.addingTimeInterval(-3_600))
        var work = Work(by: "test", at: TestSite.noon)
        try work.put(CheckedLink(report))
        try await site.store.commit(work)
        let holding = Holding(revision: 417, entries: 3, rows: [:], digest: "")
        try await site.store.note(BackupProof(at: TestSite.noon, holding: holding, size: 2_400_000, seconds: 0.31))
        await site.site.housekeeping.look()
        let links = try #require(site.site.environment.lookout.sight?.links)
        #expect(links.numbers[.alive] == 1)
        #expect(links.total == LinkTable(site.snapshot.catalogue).addresses.count)
        let body = try await site.get("/en/landscape/state").body
        #expect(body.contains("It holds version 417 of the catalogue."))
        #expect(body.contains("2.4 MB, made and proved in 0.3 seconds."))
        #expect(body.contains("Last check: 23 November 2026 at 11:00."))
        #expect(!body.contains(address.description))
    }

    @Test func aStoreThatGoesAwayLeavesWhatWasSeen() async throws {
        let site = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon)
        let lookout = site.site.environment.lookout
        await site.site.housekeeping.look()
        #expect(lookout.sight != nil)
        await #expect(throws: (any Error).self) {
            try await lookout.look(into: BrokenStore(), catalogue: site.snapshot.catalogue, at: TestSite.noon)
        }
        #expect(lookout.sight != nil)
    }

    @Test func theTableHoldsWhatThePageSays() async throws {
        let site = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon)
        let answer = try await site.get("/en/landscape/state.csv")
        #expect(answer.status == .ok && answer.headers[.contentType]?.hasPrefix("text/csv") == true)
        let state = CatalogueState(site.snapshot.catalogue, rules: FreshnessRules(), on: today)
        let channels = try #require(checks(state, .channel))
        #expect(
            answer.body.contains(
                "\"Entries by kind, and checked in time\",Help and reporting points,Entries,\(channels.entries)"))
    }
}
