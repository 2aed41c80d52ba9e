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
        guard case .kept = saving,
            case .submitted(let sent) = try await workspace.submit(kept.value.id, by: person.actor)
        else { throw WorkspaceError.notNow }
        return sent.value
    }

    func draft(_ id: String) async throws -> Draft { try #require(try await store.find(Draft.self, id)).value }

    func published(_ id: RecordID) async throws -> Record { try await workspace.published(id).record }
}

/// The form of a review.
enum SentReview {
    /// A form that publishes, or with other answers in it.
    static func form(
        _ decision: String = "publish", changing changes: [String: String?] = [:]
    ) -> [(String, String)] {
        var fields = ["decision": decision, "reasons": ""]
        for criterion in Criterion.allCases {
            fields["met-\(criterion.rawValue)"] = "yes"
            fields["ground-\(criterion.rawValue)"] = "Ik zag het op de site."
        }
        for (name, value) in changes { fields[name] = value }
        return fields.map { ($0.key, $0.value) }
    }

    static func path(_ draft: Draft, _ language: Language = .nl) -> String {
        "/\(language)/workspace/drafts/\(draft.id)/review"
    }

    /// A site with a draft that waits for its review, and the record that it changes.
    static func prepared() async throws -> (work: WorkSite, record: Record, draft: Draft) {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        return (work, record, try await work.submitted(record.id))
    }
}

/// The second pair of eyes.
@Suite struct ReviewFlowTests {
    // MARK: What the reviewer sees

    @Test(arguments: Language.allCases)
    func showsWhatChangesFieldByField(_ language: Language) async throws {
        let (work, record, draft) = try await SentReview.prepared()
        let answer = try await work.get(SentReview.path(draft, language), as: .otherEditor)
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
        let (work, _, draft) = try await SentReview.prepared()
        let page = try Markup(try await work.get(SentReview.path(draft, .en), as: .otherEditor).body)
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
        record.sources = [
            Source(address: try #require(WebAddress("https://mediawijs.be/spel")), says: "the game", seen: nil)
        ]
        _ = try await work.workspace.keep(
            Workspace.Writing(record: record), in: begun.value.id, from: begun.version, by: WorkSite.Person.editor.actor
        )
        _ = try await work.workspace.submit(begun.value.id, by: WorkSite.Person.editor.actor)
        let answer = try await work.get(SentReview.path(begun.value, .en), as: .otherEditor)
        #expect(answer.body.contains("Een spel over het net."))
        #expect(answer.body.contains("Gaming"))
        #expect(try Markup(answer.body).all("ins").isEmpty)
        #expect(
            try await work.post(SentReview.path(begun.value), SentReview.form(), as: .otherEditor).status == .seeOther)
        try await work.refresh()
        #expect(try await work.get("/nl/resources/het-grote-netspel", as: nil).status == .ok)
    }

    // MARK: Deciding

    @Test func publishesForReadersAtOnce() async throws {
        let (work, record, draft) = try await SentReview.prepared()
        let answer = try await work.post(SentReview.path(draft), SentReview.form(), as: .otherEditor)
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == SentReview.path(draft))
        let page = try await work.get("/nl/resources/\(record.id)", as: nil)
        #expect(page.body.contains("Een heel nieuwe zin."))
        let published = try await work.published(record.id)
        #expect(published.verified?.organisation == WorkSite.childFocus)
        #expect(published.verified?.by == .review)
        let revision = try await work.workspace.published(record.id)
        #expect(revision.author == "Test editor")
        #expect(revision.why == "New on the site.")
        let outcome = try await work.get(SentReview.path(draft), as: .otherEditor)
        #expect(outcome.body.contains("Gepubliceerd"))
        let trail = try await work.store.trail(TrailSelection(object: draft.id, deeds: [.published]))
        #expect(trail.first?.name == "Test otherEditor")
    }

    @Test func sendsBackWithReasonsThatTheWritersRead() async throws {
        let (work, record, draft) = try await SentReview.prepared()
        let sent = SentReview.form(
            "return",
            changing: [
                "reasons": "De bron is verdwenen.", "met-facts": "no", "ground-facts": "De pagina bestaat niet meer.",
            ])
        #expect(try await work.post(SentReview.path(draft), sent, as: .otherEditor).status == .seeOther)
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
        let (work, record, draft) = try await SentReview.prepared()
        let sent = SentReview.form("decline", changing: ["reasons": "Dit is reclame.", "met-independence": "no"])
        #expect(try await work.post(SentReview.path(draft), sent, as: .otherEditor).status == .seeOther)
        #expect(try await work.draft(draft.id).state == .declined)
        #expect(try await work.published(record.id) == record)
    }

    @Test func historyTellsWhatHappenedInWords() async throws {
        let (work, _, draft) = try await SentReview.prepared()
        _ = try await work.post(
            SentReview.path(draft), SentReview.form("return", changing: ["reasons": "Nog niet."]), as: .otherEditor)
        let page = try await work.get(SentReview.path(draft, .en), as: .otherEditor)
        #expect(page.body.contains("Test editor (Mediawijs) sent it to be reviewed"))
        #expect(page.body.contains("Test otherEditor (Child Focus) sent it back"))
    }

    // MARK: What comes back

    @Test func publishingWithoutGroundsComesBackWithWhatWasTyped() async throws {
        let (work, record, draft) = try await SentReview.prepared()
        let sent = SentReview.form(changing: [
            "ground-safety": "", "ground-facts": "Ik keek de bron na.", "met-texts": nil,
        ])
        let answer = try await work.post(SentReview.path(draft), sent, as: .otherEditor)
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
        let (work, record, draft) = try await SentReview.prepared()
        let answer = try await work.post(
            SentReview.path(draft), SentReview.form(changing: ["met-audience": "no"]), as: .otherEditor)
        #expect(answer.status == .unprocessableContent)
        await #expect(throws: WorkspaceError.faulty) {
            try await work.workspace.decide(
                .publish(Review(findings: [])), on: draft.id, by: WorkSite.Person.otherEditor.actor)
        }
        #expect(try await work.published(record.id) == record)
    }

    @Test func sendingBackWantsReasons() async throws {
        let (work, _, draft) = try await SentReview.prepared()
        #expect(
            try await work.post(SentReview.path(draft), SentReview.form("return"), as: .otherEditor).status
                == .unprocessableContent)
        #expect(
            try await work.post(SentReview.path(draft), SentReview.form("nonsense"), as: .otherEditor).status
                == .unprocessableContent)
        #expect(try await work.draft(draft.id).state == .submitted)
    }
}
