import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// The drafts of an import: reviewed together, and taken back together.
@Suite struct BulkReviewTests {
    private func form(_ decision: String, _ drafts: [Draft], reasons: String = "") -> [(String, String)] {
        var fields = [("do", "review"), ("decision", decision), ("reasons", reasons)]
        for criterion in Criterion.allCases {
            fields += [("met-\(criterion.rawValue)", "yes"), ("ground-\(criterion.rawValue)", "Gezien.")]
        }
        return fields + drafts.map { ("draft", $0.id) }
    }

    @Test func severalDraftsAreReviewedWithOneSetOfGrounds() async throws {
        let work = try await WorkSite()
        let path = try await work.sent(WorkSite.table(WorkSite.row("Een"), WorkSite.row("Twee"), WorkSite.row("Drie")))
        let drafts = try await work.drafts(at: path)
        let list = try await work.get("/nl/workspace/bulk", as: .otherEditor).body
        #expect(list.contains("3 ontwerpen om na te lezen"))
        let page = try Markup(try await work.get(path, as: .otherEditor).body)
        let boxes = page.all("input").filter { $0.attributes["name"] == "draft" }
        #expect(boxes.count == 3 && boxes.allSatisfy { $0.attributes["checked"] != nil })
        let answer = try await work.post(path, form("publish", Array(drafts.prefix(2))), as: .otherEditor)
        #expect(answer.status == .seeOther)
        let after = try await work.drafts(at: path)
        #expect(after.map(\.state) == [.published, .published, .submitted])
        #expect(after.first?.review?.findings.count == Criterion.allCases.count)
        #expect(try await work.get("/nl/resources/een", as: nil).status == .ok)
        #expect(
            try await work.post(path, form("decline", [drafts[2]], reasons: "Bestaat al."), as: .otherEditor).status
                == .seeOther)
        #expect(try await work.drafts(at: path)[2].state == .declined)
    }

    @Test func aNewOrganisationAndWhatNamesItArePublishedTogether() async throws {
        let work = try await WorkSite()
        let path = try await work.sent(
            WorkSite.table(
                WorkSite.row("Hun spel", organisations: "mediawijs | nieuwe-club"),
                WorkSite.row("Nieuwe club", kind: "organisation")))
        let drafts = try await work.drafts(at: path)
        #expect(drafts.count == 2)
        let answer = try await work.post(path, form("publish", drafts), as: .otherEditor)
        #expect(answer.status == .seeOther)
        #expect(try await work.drafts(at: path).allSatisfy { $0.state == .published })
    }

    @Test func whatDidNotWorkIsSaidAndTheRestIsDone() async throws {
        let work = try await WorkSite()
        let path = try await work.sent(
            WorkSite.table(
                WorkSite.row("Hun spel", organisations: "mediawijs | nieuwe-club"),
                WorkSite.row("Nieuwe club", kind: "organisation"), WorkSite.row("Los spel")))
        let drafts = try await work.drafts(at: path)
        // Without its organisation one of them can't be published.
        let answer = try await work.post(path, form("publish", [drafts[0], drafts[2]]), as: .otherEditor)
        #expect(answer.status == .conflict)
        #expect(answer.body.contains("Hun spel") && answer.body.contains("Gezien."))
        #expect(try await work.drafts(at: path).map(\.state) == [.submitted, .submitted, .published])
    }

    @Test func nothingIsDecidedWithoutGroundsOrTicks() async throws {
        let work = try await WorkSite()
        let path = try await work.sent(WorkSite.table(WorkSite.row("Een")))
        let drafts = try await work.drafts(at: path)
        let unticked = try await work.post(path, form("publish", []), as: .otherEditor)
        #expect(unticked.status == .unprocessableContent)
        #expect(unticked.body.contains(Texts.of(.nl)(.bulkNothingTicked)) && unticked.body.contains("Gezien."))
        let groundless = form("publish", drafts).filter { $0.0 != "ground-facts" }
        #expect(try await work.post(path, groundless, as: .otherEditor).status == .unprocessableContent)
        #expect(try await work.drafts(at: path).map(\.state) == [.submitted])
    }

    @Test func nobodyReviewsTheImportOfTheOwnOrganisation() async throws {
        let work = try await WorkSite()
        let path = try await work.sent(WorkSite.table(WorkSite.row("Een")))
        let drafts = try await work.drafts(at: path)
        for person in [WorkSite.Person.editor, .coordinator] {
            #expect(try await work.post(path, form("publish", drafts), as: person).status == .conflict)
            #expect(try await !work.get(path, as: person).body.contains("met-facts"))
        }
        #expect(try await work.drafts(at: path).map(\.state) == [.submitted])
    }

    @Test func draftsOfAnotherImportAreNotDecidedOn() async throws {
        let work = try await WorkSite()
        let (path, other) = (
            try await work.sent(WorkSite.table(WorkSite.row("Een"))),
            try await work.sent(WorkSite.table(WorkSite.row("Twee")))
        )
        let drafts = try await work.drafts(at: other)
        #expect(try await work.post(path, form("publish", drafts), as: .otherEditor).status == .unprocessableContent)
        #expect(try await work.drafts(at: other).map(\.state) == [.submitted])
    }

    // MARK: Taking back

    /// An import with something published that was new, something published that changed, and something that waits.
    private func published(_ work: WorkSite) async throws -> (path: String, old: Record, new: RecordID) {
        let old = try work.record(of: WorkSite.mediawijs)
        let path = try await work.sent(
            """
            id;kind;title_nl;summary_nl;organisations;source_urls;source_says
            \(old.id);\(old.kind.rawValue);Een andere titel;Heel anders.;mediawijs;https://example.be/;It exists.
            ;resource;Nieuw spel;Speel het.;mediawijs;https://example.be/spel;It exists.
            ;resource;Wachtend spel;Wacht.;mediawijs;https://example.be/spel;It exists.
            """)
        try await work.publish(Array(try await work.drafts(at: path).prefix(2)))
        return (path, old, Identifier.of("nieuw-spel"))
    }

    @Test func aWholeImportIsTakenBack() async throws {
        let work = try await WorkSite()
        let (path, old, new) = try await published(work)
        #expect(try await work.published(old.id).title[.nl] == "Een andere titel")
        let missing = try await work.post(path, [("do", "undo"), ("why", "")], as: .editor)
        #expect(missing.status == .unprocessableContent && missing.body.contains(Texts.of(.nl)(.bulkUndoWhyMissing)))
        #expect(
            try await work.post(path, [("do", "undo"), ("why", "Verkeerde lijst")], as: .editor).status == .seeOther)
        #expect(try await work.drafts(at: path).map(\.state) == [.published, .published, .dropped])
        // What was new is gone; its address says so.
        #expect(try await work.published(new).withdrawn != nil)
        #expect(try await work.get("/nl/resources/\(new)", as: nil).status == .gone)
        // What was changed has a draft that puts it back, for others to review like any other.
        let undone = try #require(try await work.importing(at: path)?.undone)
        #expect(undone.dropped == 1 && undone.withdrawn == [new] && undone.left.isEmpty)
        let restoring = try await work.draft(try #require(undone.restoring.first))
        #expect(restoring.record.title == old.title && restoring.record.summary == old.summary)
        #expect(restoring.state == .submitted || !restoring.faults(in: work.site.snapshot.catalogue).isEmpty)
        #expect(try await work.published(old.id).title[.nl] == "Een andere titel")
        // Once.
        #expect(try await work.post(path, [("do", "undo"), ("why", "Nog eens")], as: .editor).status == .conflict)
        let page = try await work.get(path, as: .editor)
        #expect(page.body.contains("Weggevallen ontwerpen: 1."))
        #expect(try Markup(page.body).localLinks.contains("/nl/workspace/drafts/\(restoring.id)"))
        let trail = try await work.store.trail(TrailSelection(deeds: [.undidImport]))
        #expect(trail.count == 1 && trail.first?.account == "editor")
    }

    @Test func whatOthersChangedSinceStays() async throws {
        let work = try await WorkSite()
        let (path, old, _) = try await published(work)
        var later = try await work.published(old.id)
        later.themes = [Identifier.of("gaming")]
        later.summary[.nl] = "Door iemand anders."
        var change = Work(by: "somebody", at: TestSite.noon)
        change.publish(later, over: try await work.workspace.published(old.id).id, why: "")
        try await work.store.commit(change)
        try await work.refresh()
        _ = try await work.post(path, [("do", "undo"), ("why", "Verkeerde lijst")], as: .editor)
        let undone = try #require(try await work.importing(at: path)?.undone)
        let restoring = try await work.draft(try #require(undone.restoring.first)).record
        #expect(restoring.title == old.title)
        #expect(restoring.themes == later.themes && restoring.summary[.nl] == "Door iemand anders.")
    }

    @Test func anImportIsTakenBackByItsOrganisationOnly() async throws {
        let work = try await WorkSite()
        let (path, _, new) = try await published(work)
        for person in [WorkSite.Person.otherEditor, .contributor, .outsider, .reader] {
            #expect(try await work.post(path, [("do", "undo"), ("why", "x")], as: person).status == .notFound)
        }
        #expect(try await work.published(new).withdrawn == nil)
        #expect(try await work.post(path, [("do", "undo"), ("why", "x")], as: .coordinator).status == .seeOther)
    }
}
