import Catalogue
import Editorial
import Foundation
import HTML
import HTTPTypes
import Testing

@testable import Site

extension WorkSite {
    /// A record of one organisation alone.
    func record(of organisation: RecordID, _ kind: Kind = .resource) throws -> Record {
        try #require(
            site.snapshot.catalogue.records.first { $0.kind == kind && $0.organisations == [organisation] })
    }

    /// A draft that one person wrote and sent to be reviewed.
    func submitted(
        _ record: RecordID, by person: Person = .editor, why: String = "New on the site.",
        changing change: (inout Record) -> Void = { $0.summary[.nl] = "Een heel nieuwe zin." }
    ) async throws -> Draft {
        let kept = try await workspace.edit(record, by: person.actor)
        var changed = kept.value.record
        change(&changed)
        let saving = try await workspace.keep(
            Workspace.Writing(record: changed, why: why), in: kept.value.id, from: kept.version, by: person.actor)
        guard case .kept = saving, case .submitted(let sent) = try await workspace.submit(kept.value.id, by: person.actor)
        else { throw WorkspaceError.notNow }
        return sent.value
    }

    func draft(_ id: String) async throws -> Draft { try #require(try await store.find(Draft.self, id)).value }

    func published(_ id: RecordID) async throws -> Record { try await workspace.published(id).record }
}

/// The second pair of eyes.
@Suite struct ReviewFlowTests {
    /// A form that publishes, or with other answers in it.
    private func form(_ decision: String = "publish", changing changes: [String: String?] = [:]) -> [(String, String)] {
        var fields = ["decision": decision, "reasons": ""]
        for criterion in Criterion.allCases {
            fields["met-\(criterion.rawValue)"] = "yes"
            fields["ground-\(criterion.rawValue)"] = "Ik zag het op de site."
        }
        for (name, value) in changes { fields[name] = value }
        return fields.map { ($0.key, $0.value) }
    }

    private func path(_ draft: Draft, _ language: Language = .nl) -> String {
        "/\(language)/workspace/drafts/\(draft.id)/review"
    }

    private func prepared() async throws -> (work: WorkSite, record: Record, draft: Draft) {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        return (work, record, try await work.submitted(record.id))
    }

    // MARK: What the reviewer sees

    @Test(arguments: Language.allCases)
    func showsWhatChangesFieldByField(_ language: Language) async throws {
        let (work, record, draft) = try await prepared()
        let answer = try await work.get(path(draft, language), as: .otherEditor)
        #expect(answer.status == .ok)
        let page = try Markup(answer.body)
        #expect(page.all("ins").map(\.text).joined().contains("heel nieuwe"))
        let old = try #require(record.summary[.nl]?.split(separator: " ").first.map(String.init))
        #expect(page.all("del").map(\.text).joined().contains(old))
        for criterion in Criterion.allCases {
            #expect(page.all("textarea").contains { $0.attributes["name"] == "ground-\(criterion.rawValue)" })
        }
        #expect(answer.body.contains("/\(language)/charter"))
        #expect(page.localLinks.contains("/\(language)/workspace/drafts/\(draft.id)/preview"))
        #expect(answer.body.contains("New on the site."))
    }

    @Test func marksAreNotByColourAlone() async throws {
        let (work, _, draft) = try await prepared()
        let page = try Markup(try await work.get(path(draft, .en), as: .otherEditor).body)
        #expect(page.all("ins").allSatisfy { $0.text.hasPrefix("added:") })
        #expect(page.all("del").allSatisfy { $0.text.hasPrefix("removed:") })
    }

    @Test func somethingNewIsShownWhole() async throws {
        let work = try await WorkSite()
        let begun = try await work.workspace.begin(.resource, by: WorkSite.Person.editor.actor)
        var record = begun.value.record
        record.title = LocalisedText([.nl: "Het grote netspel"])
        record.summary = LocalisedText([.nl: "Een spel over het net."])
        record.themes = [Identifier.of("gaming")]
        record.sources = [Source(address: try #require(WebAddress("https://mediawijs.be/spel")), says: "the game", seen: nil)]
        _ = try await work.workspace.keep(
            Workspace.Writing(record: record), in: begun.value.id, from: begun.version, by: WorkSite.Person.editor.actor)
        _ = try await work.workspace.submit(begun.value.id, by: WorkSite.Person.editor.actor)
        let answer = try await work.get(path(begun.value, .en), as: .otherEditor)
        #expect(answer.body.contains("Een spel over het net."))
        #expect(answer.body.contains("Gaming"))
        #expect(try Markup(answer.body).all("ins").isEmpty)
        #expect(try await work.post(path(begun.value), form(), as: .otherEditor).status == .seeOther)
        try await work.refresh()
        #expect(try await work.get("/nl/resources/het-grote-netspel", as: nil).status == .ok)
    }

    // MARK: Deciding

    @Test func publishesForReadersAtOnce() async throws {
        let (work, record, draft) = try await prepared()
        let answer = try await work.post(path(draft), form(), as: .otherEditor)
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == path(draft))
        let page = try await work.get("/nl/resources/\(record.id)", as: nil)
        #expect(page.body.contains("Een heel nieuwe zin."))
        let published = try await work.published(record.id)
        #expect(published.verified?.organisation == WorkSite.childFocus)
        #expect(published.verified?.by == .review)
        let revision = try await work.workspace.published(record.id)
        #expect(revision.author == "Test editor")
        #expect(revision.why == "New on the site.")
        let outcome = try await work.get(path(draft), as: .otherEditor)
        #expect(outcome.body.contains("Gepubliceerd"))
        let trail = try await work.store.trail(TrailSelection(object: draft.id, deeds: [.published]))
        #expect(trail.first?.name == "Test otherEditor")
    }

    @Test func sendsBackWithReasonsThatTheWritersRead() async throws {
        let (work, record, draft) = try await prepared()
        let sent = form(
            "return",
            changing: ["reasons": "De bron is verdwenen.", "met-facts": "no", "ground-facts": "De pagina bestaat niet meer."])
        #expect(try await work.post(path(draft), sent, as: .otherEditor).status == .seeOther)
        let returned = try await work.draft(draft.id)
        #expect(returned.state == .returned)
        #expect(try await work.published(record.id) == record)
        let context = PageContext(
            edition: Edition(.nl), snapshot: work.site.snapshot, now: BrusselsTime(TestSite.noon),
            address: .workspace(.draft(draft.id)), settings: SiteSettings(publicAddress: "https://shop.example"))
        let notice = ReviewNotice(draft: returned, context: context).render()
        for words in ["De bron is verdwenen.", "Feiten", "De pagina bestaat niet meer.", "Child Focus"] {
            #expect(notice.contains(words), "\(words)")
        }
        let letters = try await work.store.all(Notice.self).map(\.value)
        #expect(letters.contains { $0.email == "editor@example.be" })
    }

    @Test func declinesWithReasons() async throws {
        let (work, record, draft) = try await prepared()
        let sent = form("decline", changing: ["reasons": "Dit is reclame.", "met-independence": "no"])
        #expect(try await work.post(path(draft), sent, as: .otherEditor).status == .seeOther)
        #expect(try await work.draft(draft.id).state == .declined)
        #expect(try await work.published(record.id) == record)
    }

    @Test func historyTellsWhatHappenedInWords() async throws {
        let (work, _, draft) = try await prepared()
        _ = try await work.post(path(draft), form("return", changing: ["reasons": "Nog niet."]), as: .otherEditor)
        let page = try await work.get(path(draft, .en), as: .otherEditor)
        #expect(page.body.contains("Test editor (Mediawijs) sent it to be reviewed"))
        #expect(page.body.contains("Test otherEditor (Child Focus) sent it back"))
    }

    // MARK: What comes back

    @Test func publishingWithoutGroundsComesBackWithWhatWasTyped() async throws {
        let (work, record, draft) = try await prepared()
        let sent = form(changing: ["ground-safety": "", "ground-facts": "Ik keek de bron na.", "met-texts": nil])
        let answer = try await work.post(path(draft), sent, as: .otherEditor)
        #expect(answer.status == .unprocessableContent)
        let page = try Markup(answer.body)
        let targets = Set(page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") })
        #expect(targets.isSuperset(of: ["#ground-safety", "#met-texts"]))
        let ids = Set(page.elements.compactMap { $0.attributes["id"] })
        #expect(ids.isSuperset(of: ["ground-safety", "met-texts"]))
        #expect(answer.body.contains("Ik keek de bron na."))
        #expect(page.all("input").filter { $0.attributes["checked"] != nil }.count == Criterion.allCases.count)
        #expect(try await work.published(record.id) == record)
    }

    @Test func nothingIsPublishedThatDoesNotMeetACriterion() async throws {
        let (work, record, draft) = try await prepared()
        let answer = try await work.post(path(draft), form(changing: ["met-audience": "no"]), as: .otherEditor)
        #expect(answer.status == .unprocessableContent)
        await #expect(throws: WorkspaceError.faulty) {
            try await work.workspace.decide(
                .publish(Review(findings: [])), on: draft.id, by: WorkSite.Person.otherEditor.actor)
        }
        #expect(try await work.published(record.id) == record)
    }

    @Test func sendingBackWantsReasons() async throws {
        let (work, _, draft) = try await prepared()
        #expect(try await work.post(path(draft), form("return"), as: .otherEditor).status == .unprocessableContent)
        #expect(try await work.post(path(draft), form("nonsense"), as: .otherEditor).status == .unprocessableContent)
        #expect(try await work.draft(draft.id).state == .submitted)
    }

    // MARK: What may not be done

    @Test(arguments: [WorkSite.Person.editor, .contributor, .outsider, .coordinator, .reader, .handler])
    func onlyAnEditorOfAnotherMemberReviews(_ person: WorkSite.Person) async throws {
        let (work, record, draft) = try await prepared()
        #expect(try await work.get(path(draft), as: person).status == .forbidden, "\(person)")
        #expect(try await work.post(path(draft), form(), as: person).status == .forbidden, "\(person)")
        #expect(try await work.draft(draft.id).state == .submitted)
        #expect(try await work.published(record.id) == record)
    }

    @Test func nobodyReviewsWithoutSigningIn() async throws {
        let (work, _, draft) = try await prepared()
        #expect(try await work.get(path(draft), as: nil).status == .found)
        #expect(try await work.post(path(draft), form(), as: nil).status == .unauthorized)
        #expect(try await work.draft(draft.id).state == .submitted)
    }

    @Test func whoeverWroteInADraftNeverReviewsIt() async throws {
        let (work, record, draft) = try await prepared()
        let helper = Actor(account: "helper", name: "Helper", organisation: nil, roles: [.coordinator])
        let reviewing = Actor(
            account: "helper", name: "Helper", organisation: WorkSite.childFocus, roles: [.coordinator, .editor])
        _ = try await work.post(path(draft), form("return", changing: ["reasons": "Nog niet."]), as: .otherEditor)
        let returned = try #require(try await work.store.find(Draft.self, draft.id))
        var changed = returned.value.record
        changed.summary[.nl] = "De coördinatie hielp mee."
        _ = try await work.workspace.keep(
            Workspace.Writing(record: changed), in: draft.id, from: returned.version, by: helper)
        _ = try await work.workspace.submit(draft.id, by: WorkSite.Person.editor.actor)
        await #expect(throws: WorkspaceError.notAllowed(.review)) {
            _ = try await work.workspace.reviewMatter(draft.id, for: reviewing)
        }
        // Who sent it back wrote nothing, and may look again.
        #expect(try await work.post(path(draft), form(), as: .otherEditor).status == .seeOther)
        #expect(try await work.published(record.id).summary[.nl] == "De coördinatie hielp mee.")
    }

    @Test func aDecisionIsTakenOnce() async throws {
        let (work, _, draft) = try await prepared()
        _ = try await work.post(path(draft), form(), as: .otherEditor)
        let again = try await work.post(path(draft), form("decline", changing: ["reasons": "Toch niet."]), as: .otherEditor)
        #expect(again.status == .conflict)
        #expect(try await work.draft(draft.id).state == .published)
    }

    @Test func aDraftInTheMakingIsNobodyElsesBusiness() async throws {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        let draft = try await work.workspace.edit(record.id, by: WorkSite.Person.editor.actor).value
        #expect(try await work.get(path(draft), as: .otherEditor).status == .conflict)
        #expect(try await work.get("/nl/workspace/drafts/nope/review", as: .otherEditor).status == .notFound)
    }

    // MARK: Meanwhile

    @Test func conflictsWithWhatWasPublishedMeanwhileAreShownAndKeepItFromBeingPublished() async throws {
        let (work, record, draft) = try await prepared()
        var meanwhile = record
        meanwhile.summary[.nl] = "Iemand anders was sneller."
        _ = try await work.store.publish([.record(meanwhile)], by: "Bert", at: TestSite.noon)
        let page = try await work.get(path(draft), as: .otherEditor)
        #expect(page.body.contains("Iemand anders was sneller."))
        #expect(page.body.contains("Een heel nieuwe zin."))
        #expect(try await work.post(path(draft), form(), as: .otherEditor).status == .unprocessableContent)
        #expect(try await work.published(record.id) == meanwhile)
        let back = try await work.post(path(draft), form("return", changing: ["reasons": "Kies eerst."]), as: .otherEditor)
        #expect(back.status == .seeOther)
    }

    @Test func otherFieldsThatWerePublishedMeanwhileStay() async throws {
        let (work, record, draft) = try await prepared()
        var meanwhile = record
        meanwhile.founded = 2_019
        _ = try await work.store.publish([.record(meanwhile)], by: "Bert", at: TestSite.noon)
        #expect(try await work.post(path(draft), form(), as: .otherEditor).status == .seeOther)
        let published = try await work.published(record.id)
        #expect(published.founded == 2_019)
        #expect(published.summary[.nl] == "Een heel nieuwe zin.")
    }

    @Test func whatWasWithdrawnMeanwhileIsNotPublished() async throws {
        let (work, record, draft) = try await prepared()
        try await work.workspace.withdraw(
            record.id, successor: nil, why: "Gestopt.", by: WorkSite.Person.coordinator.actor)
        #expect(try await work.get(path(draft, .en), as: .otherEditor).body.contains("withdrawn meanwhile"))
        #expect(try await work.post(path(draft), form(), as: .otherEditor).status == .unprocessableContent)
        #expect(try await work.published(record.id).withdrawn != nil)
    }

    // MARK: Several at once

    @Test func severalAreDecidedOneByOne() async throws {
        let work = try await WorkSite()
        let records = work.site.snapshot.catalogue.records.filter { $0.organisations == [WorkSite.mediawijs] }.prefix(3)
        var ids: [String] = []
        for record in records { ids.append(try await work.submitted(record.id).id) }
        try await work.workspace.drop(ids[1], by: WorkSite.Person.editor.actor)
        let review = Review(
            findings: Criterion.allCases.map { Review.Finding(criterion: $0, isMet: true, ground: "Gezien.") })
        let answers = try await work.workspace.decide(
            .publish(review), onAll: ids + ["nope"], by: WorkSite.Person.otherEditor.actor)
        #expect(answers.map(\.id) == ids + ["nope"])
        #expect(answers.map(\.error) == [nil, .notNow, nil, .notFound])
        let own = try await work.workspace.decide(.publish(review), onAll: [ids[1]], by: WorkSite.Person.editor.actor)
        #expect(own.map(\.error) == [.notAllowed(.review)])
    }

    @Test func aNewOrganisationAndWhatItStandsBehindCanBePublishedTogether() async throws {
        let work = try await WorkSite()
        let coordinator = WorkSite.Person.coordinator.actor
        let source = Source(address: try #require(WebAddress("https://nieuw.example.be/")), says: "its site", seen: nil)
        var organisation = Record(
            id: Identifier.of("nieuwe-club"), kind: .organisation, title: LocalisedText([.nl: "Nieuwe Club"]),
            summary: LocalisedText([.nl: "Een club."]), status: .active)
        organisation.sources = [source]
        var game = organisation
        game.id = Identifier.of("club-spel")
        game.kind = .resource
        game.organisations = [organisation.id]
        var ids: [String] = []
        for record in [game, organisation] {
            var draft = Draft(
                id: record.id.description, record: record, base: nil, organisation: nil, author: coordinator.account,
                origin: .importing("one"), at: TestSite.noon)
            draft.state = .submitted
            var put = Work(by: coordinator.name, at: TestSite.noon)
            try put.put(draft)
            try await work.store.commit(put)
            ids.append(draft.id)
        }
        let review = Review(
            findings: Criterion.allCases.map { Review.Finding(criterion: $0, isMet: true, ground: "Gezien.") })
        let answers = try await work.workspace.decide(
            .publish(review), onAll: ids, by: WorkSite.Person.otherEditor.actor)
        #expect(answers.allSatisfy { $0.error == nil })
        #expect(try await work.published(game.id).organisations == [organisation.id])
    }
}
