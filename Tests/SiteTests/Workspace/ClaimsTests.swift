import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// An organisation asks for an entry that others wrote about it; the coordinator decides.
@Suite struct ClaimsTests {
    private static let record = Identifier.of("digihelpers")
    private static let form = "/nl/workspace/entries/digihelpers/claim"
    private static let list = "/nl/workspace/claims"
    private let work: WorkSite

    init() async throws { work = try await WorkSite() }

    private func claim(as person: WorkSite.Person = .outsider) async throws -> Claim {
        let sent = try await work.post(Self.form, [("words", "Wij maken het. <b>Echt</b>")], as: person)
        #expect(sent.status == .seeOther)
        return try #require(try await work.store.all(Claim.self).map(\.value).last)
    }

    private func decide(
        _ claim: Claim, _ action: String, _ answer: String, as person: WorkSite.Person = .coordinator
    ) async throws -> TestSite.Answer {
        try await work.post(
            Self.list, [("claim", claim.id), ("action", action), ("answer-\(claim.id)", answer)], as: person)
    }

    private func letters() async throws -> [Notice] { try await work.store.all(Notice.self).map(\.value) }

    @Test(arguments: Language.allCases)
    func theFormAndTheListAreThereInEveryLanguage(_ language: Language) async throws {
        let path = "/\(language)/workspace/entries/digihelpers/claim"
        let form = try await work.get(path, as: .outsider)
        #expect(form.status == .ok)
        #expect(try Markup(form.body).all("textarea").contains { $0.attributes["id"] == "words" })
        let claim = try await claim()
        // Who asked already waits.
        #expect(try await !work.get(path, as: .outsider).body.contains("id=\"words\""))
        for person in [WorkSite.Person.outsider, .coordinator] {
            let list = try await work.get("/\(language)/workspace/claims", as: person)
            let page = try Markup(list.body)
            #expect(list.status == .ok && list.body.contains("Wij maken het. &lt;b&gt;Echt&lt;/b&gt;"))
            let decides = page.elements.contains { $0.attributes["id"] == "answer-\(claim.id)" }
            #expect(decides == (person == .coordinator))
        }
    }

    @Test func aReasonIsNeeded() async throws {
        for words in ["", "  ", String(repeating: "a", count: Claim.longestWords + 1)] {
            let sent = try await work.post(Self.form, [("words", words)], as: .outsider)
            #expect(sent.status == .unprocessableContent)
            #expect(try Markup(sent.body).elements.contains { $0.attributes["id"] == "words-fault" })
        }
        #expect(try await work.store.all(Claim.self).isEmpty)
    }

    @Test func onlyEditorsOfOthersMayAsk() async throws {
        // Of ones own there is nothing to claim.
        let own = try #require(work.workspace.catalogue.records.first { $0.organisations.contains(WorkSite.mediawijs) })
        #expect(try await work.get("/nl/workspace/entries/\(own.id)/claim", as: .editor).status == .forbidden)
        for person in [WorkSite.Person.contributor, .reader, .handler, .coordinator] {
            #expect(try await work.get(Self.form, as: person).status == .forbidden, "\(person)")
            #expect(
                try await work.post(Self.form, [("words", "Van ons")], as: person).status == .forbidden, "\(person)")
        }
        #expect(try await work.get("/nl/workspace/entries/nope/claim", as: .outsider).status == .notFound)
        #expect(try await work.store.all(Claim.self).isEmpty)
        for person in [WorkSite.Person.contributor, .reader, .handler] {
            #expect(try await work.get(Self.list, as: person).status == .forbidden, "\(person)")
        }
    }

    @Test func claimsOfOthersAreNotSeen() async throws {
        _ = try await claim()
        #expect(try await !work.get(Self.list, as: .otherEditor).body.contains("Wij maken het"))
    }

    @Test func nobodyAsksTwice() async throws {
        _ = try await claim()
        #expect(try await work.post(Self.form, [("words", "Nog eens")], as: .outsider).status == .conflict)
        #expect(try await letters().count == 1)
        // Another organisation may.
        _ = try await claim(as: .otherEditor)
        #expect(try await work.store.all(Claim.self).count == 2)
    }

    @Test func onlyTheCoordinatorDecides() async throws {
        let claim = try await claim()
        for person in WorkSite.Person.allCases where person != .coordinator {
            #expect(try await decide(claim, "grant", "Ja", as: person).status == .forbidden, "\(person)")
        }
        #expect(try await work.store.find(Claim.self, claim.id)?.value.state == .open)
        let before = try #require(work.workspace.catalogue[Self.record])
        try await work.refresh()
        #expect(work.workspace.catalogue[Self.record] == before)
    }

    @Test func grantedItBelongsToTheOrganisationToo() async throws {
        let before = try #require(work.workspace.catalogue[Self.record])
        let claim = try await claim()
        #expect(try await decide(claim, "grant", "").status == .seeOther)
        let record = try #require(work.workspace.catalogue[Self.record])
        #expect(record.organisations == before.organisations + [WorkSite.stranger])
        // From now on they may write.
        let draft = try await work.workspace.edit(Self.record, by: WorkSite.Person.outsider.actor)
        #expect(draft.value.organisation == WorkSite.stranger)
        #expect(try await decide(claim, "refuse", "Toch niet").status == .conflict)
    }

    @Test func refusedByTheCoordinatorEverythingStaysAsItWas() async throws {
        let before = try await work.store.published()
        let revisions = try await work.store.revisions(of: Self.record).map(\.id)
        let claim = try await claim()
        let without = try await decide(claim, "refuse", " ")
        #expect(without.status == .unprocessableContent)
        #expect(try Markup(without.body).elements.contains { $0.attributes["id"] == "answer-\(claim.id)-fault" })
        #expect(try await work.store.find(Claim.self, claim.id)?.value.state == .open)
        #expect(try await decide(claim, "refuse", "Het is van Mediawijs <i>").status == .seeOther)
        let after = try await work.store.published()
        #expect(after.revision == before.revision && after.catalogue.records == before.catalogue.records)
        #expect(try await work.store.revisions(of: Self.record).map(\.id) == revisions)
        await #expect(throws: WorkspaceError.notAllowed(.write)) {
            try await work.workspace.edit(Self.record, by: WorkSite.Person.outsider.actor)
        }
        // Whoever asked reads why.
        let list = try await work.get(Self.list, as: .outsider)
        #expect(list.body.contains("Het is van Mediawijs &lt;i&gt;"))
        #expect(try await letters().map(\.email) == ["coordinator@example.be", "outsider@example.be"])
        // And may ask again, with a better reason.
        #expect(try await work.get(Self.form, as: .outsider).body.contains("id=\"words\""))
    }
}
