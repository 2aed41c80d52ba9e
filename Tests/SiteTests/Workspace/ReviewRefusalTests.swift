import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What a review may not do, what happens meanwhile, and several at once.
@Suite struct ReviewRefusalTests {
    // MARK: What may not be done

    @Test(arguments: [WorkSite.Person.editor, .contributor, .outsider, .coordinator, .reader, .handler])
    func onlyAnEditorOfAnotherMemberReviews(_ person: WorkSite.Person) async throws {
        let (work, record, draft) = try await SentReview.prepared()
        #expect(try await work.get(SentReview.path(draft), as: person).status == .forbidden, "\(person)")
        #expect(
            try await work.post(SentReview.path(draft), SentReview.form(), as: person).status == .forbidden, "\(person)"
        )
        #expect(try await work.draft(draft.id).state == .submitted)
        #expect(try await work.published(record.id) == record)
    }

    @Test func nobodyReviewsWithoutSigningIn() async throws {
        let (work, _, draft) = try await SentReview.prepared()
        #expect(try await work.get(SentReview.path(draft), as: nil).status == .found)
        #expect(try await work.post(SentReview.path(draft), SentReview.form(), as: nil).status == .unauthorized)
        #expect(try await work.draft(draft.id).state == .submitted)
    }

    @Test func whoeverWroteInADraftNeverReviewsIt() async throws {
        let (work, record, draft) = try await SentReview.prepared()
        let helper = Actor(account: "helper", name: "Helper", organisation: nil, roles: [.coordinator])
        let reviewing = Actor(
            account: "helper", name: "Helper", organisation: WorkSite.childFocus, roles: [.coordinator, .editor])
        _ = try await work.post(
            SentReview.path(draft), SentReview.form("return", changing: ["reasons": "Nog niet."]), as: .otherEditor)
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
        #expect(try await work.post(SentReview.path(draft), SentReview.form(), as: .otherEditor).status == .seeOther)
        #expect(try await work.published(record.id).summary[.nl] == "De coördinatie hielp mee.")
    }

    @Test func aDecisionIsTakenOnce() async throws {
        let (work, _, draft) = try await SentReview.prepared()
        _ = try await work.post(SentReview.path(draft), SentReview.form(), as: .otherEditor)
        let again = try await work.post(
            SentReview.path(draft), SentReview.form("decline", changing: ["reasons": "Toch niet."]), as: .otherEditor)
        #expect(again.status == .conflict)
        #expect(try await work.draft(draft.id).state == .published)
    }

    @Test func aDraftInTheMakingIsNobodyElsesBusiness() async throws {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        let draft = try await work.workspace.edit(record.id, by: WorkSite.Person.editor.actor).value
        #expect(try await work.get(SentReview.path(draft), as: .otherEditor).status == .conflict)
        #expect(try await work.get("/nl/workspace/drafts/nope/review", as: .otherEditor).status == .notFound)
    }

    // MARK: Meanwhile

    @Test func conflictsWithWhatWasPublishedMeanwhileAreShownAndKeepItFromBeingPublished() async throws {
        let (work, record, draft) = try await SentReview.prepared()
        var meanwhile = record
        meanwhile.summary[.nl] = "Iemand anders was sneller."
        _ = try await work.store.publish([.record(meanwhile)], by: "Bert", at: TestSite.noon)
        let page = try await work.get(SentReview.path(draft), as: .otherEditor)
        #expect(page.body.contains("Iemand anders was sneller."))
        #expect(page.body.contains("Een heel nieuwe zin."))
        #expect(
            try await work.post(SentReview.path(draft), SentReview.form(), as: .otherEditor).status
                == .unprocessableContent)
        #expect(try await work.published(record.id) == meanwhile)
        let back = try await work.post(
            SentReview.path(draft), SentReview.form("return", changing: ["reasons": "Kies eerst."]), as: .otherEditor)
        #expect(back.status == .seeOther)
    }

    @Test func otherFieldsThatWerePublishedMeanwhileStay() async throws {
        let (work, record, draft) = try await SentReview.prepared()
        var meanwhile = record
        meanwhile.founded = 2_019
        _ = try await work.store.publish([.record(meanwhile)], by: "Bert", at: TestSite.noon)
        #expect(try await work.post(SentReview.path(draft), SentReview.form(), as: .otherEditor).status == .seeOther)
        let published = try await work.published(record.id)
        #expect(published.founded == 2_019)
        #expect(published.summary[.nl] == "Een heel nieuwe zin.")
    }

    @Test func whatWasWithdrawnMeanwhileIsNotPublished() async throws {
        let (work, record, draft) = try await SentReview.prepared()
        try await work.workspace.withdraw(
            record.id, successor: nil, why: "Gestopt.", by: WorkSite.Person.coordinator.actor)
        #expect(try await work.get(SentReview.path(draft, .en), as: .otherEditor).body.contains("withdrawn meanwhile"))
        #expect(
            try await work.post(SentReview.path(draft), SentReview.form(), as: .otherEditor).status
                == .unprocessableContent)
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
