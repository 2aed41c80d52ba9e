import Catalogue
import Editorial
import Foundation
import HTML
import HTTPTypes
import Testing

@testable import Site

/// Every change is a revision, and nothing is ever overwritten.
@Suite struct RevisionTests {
    /// A record that somebody changed after it was loaded, with the numbers of both revisions.
    private func changed() async throws -> (work: WorkSite, record: Record, first: Int, second: Int) {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        var next = record
        next.summary[.nl] = "Helemaal anders."
        next.themes = [Identifier.of("gaming")]
        var change = Work(by: "Anna", at: TestSite.noon)
        let first = try await work.workspace.published(record.id).id
        change.publish(next, over: first, why: "De site is vernieuwd.")
        let second = try #require(try await work.store.commit(change))
        try await work.refresh()
        return (work, record, first, second)
    }

    private func path(_ record: Record, _ number: Int, _ language: Language = .nl) -> String {
        "/\(language)/workspace/entries/\(record.id)/revisions/\(number)"
    }

    @Test(arguments: Language.allCases)
    func saysWhoWhenWhyAndWhat(_ language: Language) async throws {
        let (work, record, first, second) = try await changed()
        let answer = try await work.get(path(record, second, language), as: .editor)
        #expect(answer.status == .ok)
        for words in ["Anna", "De site is vernieuwd.", "Helemaal anders."] {
            #expect(answer.body.contains(words), "\(words)")
        }
        // A theme is named by its label.
        let gaming = try #require(work.site.snapshot.catalogue[.themes][Identifier.of("gaming")]?.label[language])
        #expect(try Markup(answer.body).all("ins").contains { $0.text.contains(gaming) })
        let old = try await work.get(path(record, first, language), as: .editor)
        #expect(old.body.contains("betternet load"))
        #expect(try Markup(old.body).all("ins").contains { $0.text.contains("Helemaal anders.") })
    }

    @Test func listTellsOfEveryRevision() async throws {
        let (work, record, _, _) = try await changed()
        try await work.workspace.verify(record.id, by: WorkSite.Person.editor.actor, means: .workspace)
        try await work.workspace.withdraw(
            record.id, successor: nil, why: "Gestopt.", by: WorkSite.Person.editor.actor)
        let history = try await work.workspace.history(of: record.id, for: WorkSite.Person.contributor.actor)
        #expect(history.map(\.changedFields) == [0, 0, 2, nil])
        let context = PageContext(
            edition: Edition(.en), snapshot: work.site.snapshot, now: BrusselsTime(TestSite.noon),
            address: .workspace(.entry(record.id)), settings: SiteSettings(publicAddress: "https://shop.example"))
        let list = RevisionList(steps: history, context: context).render()
        for words in [
            "first version", "betternet load", "fields changed", "De site is vernieuwd.",
            "checked in the workspace, for Mediawijs", "withdrawn", "Gestopt.",
        ] { #expect(list.contains(words), "\(words)") }
    }

    @Test func restoringMakesADraftThatIsReviewedAsAnyOther() async throws {
        let (work, record, first, _) = try await changed()
        let answer = try await work.post(path(record, first), [], as: .editor)
        #expect(answer.status == .seeOther)
        let id = try #require(answer.headers[.location]?.split(separator: "/").last.map(String.init))
        let draft = try await work.draft(id)
        #expect(draft.record == record)
        #expect(draft.state == .writing)
        // Readers see the present one until somebody else let it through.
        #expect(try await work.published(record.id).summary[.nl] == "Helemaal anders.")
        #expect(try await work.store.revisions(of: record.id).count == 2)
    }

    @Test(arguments: [WorkSite.Person.otherEditor, .outsider, .reader, .handler])
    func restoringIsForItsWriters(_ person: WorkSite.Person) async throws {
        let (work, record, first, _) = try await changed()
        #expect(try await work.post(path(record, first), [], as: person).status == .forbidden)
        #expect(try await work.store.all(Draft.self).isEmpty)
        // Reading what was public once is not forbidden; no button says otherwise.
        let page = try await work.get(path(record, first), as: person)
        #expect(page.status == .ok)
        #expect(!page.body.contains("method=\"post\" action=\"\(path(record, first))\""))
    }

    @Test func filesThatAreLoadedAgainOverwriteNobody() async throws {
        let (work, record, _, _) = try await changed()
        let other = try work.record(of: WorkSite.childFocus)
        try await work.workspace.verify(other.id, by: WorkSite.Person.otherEditor.actor, means: .workspace)
        let files = [record, other].map(Entry.record)
        let loading = try await work.store.loading(files)
        #expect(loading.left == [record.id])
        let publication = try await work.store.publish(loading.entries, by: Loading.command, at: TestSite.noon)
        #expect(publication.changed == 0)
        #expect(try await work.published(other.id).verified != nil)
        let all = try await work.store.loading(files, overwriting: true)
        _ = try await work.store.publish(all.entries, by: Loading.command, at: TestSite.noon)
        #expect(try await work.published(record.id) == record)
    }

    @Test func whatIsNotThereIsNotFound() async throws {
        let (work, record, _, _) = try await changed()
        for path in [path(record, 999_999), "/nl/workspace/entries/nope/revisions/1"] {
            #expect(try await work.get(path, as: .editor).status == .notFound)
            #expect(try await work.post(path, [], as: .editor).status == .notFound)
        }
        #expect(try await work.get("/nl/workspace/entries/\(record.id)/revisions/x", as: .editor).status == .notFound)
        // The revision of another record.
        let other = try work.record(of: WorkSite.childFocus)
        let number = try await work.workspace.published(other.id).id
        #expect(try await work.get(path(record, number), as: .editor).status == .notFound)
    }

    // MARK: Withdrawing

    private func withdraw(_ record: Record, _ language: Language = .nl) -> String {
        "/\(language)/workspace/entries/\(record.id)/withdraw"
    }

    @Test(arguments: Language.allCases)
    func withdrawingAsksWhyAndWhatInstead(_ language: Language) async throws {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        let page = try Markup(try await work.get(withdraw(record, language), as: .editor).body)
        let names = Set((page.all("input") + page.all("textarea")).compactMap { $0.attributes["name"] })
        #expect(names.isSuperset(of: ["why", "successor", "confirm"]))
    }

    @Test(arguments: ["id", "title", "address"])
    func successorIsFoundByIdTitleOrAddress(_ way: String) async throws {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        let successor = try work.record(of: WorkSite.childFocus)
        let typed = try #require(
            [
                "id": successor.id.description, "title": successor.title.text(for: .nl)?.text.uppercased(),
                "address": "https://shop.example/nl/resources/\(successor.id)?keep=awel-102",
            ][way] ?? nil)
        let answer = try await work.post(
            withdraw(record), [("why", "Gestopt."), ("successor", typed), ("confirm", "yes")], as: .editor)
        #expect(answer.status == .seeOther)
        let gone = try await work.published(record.id)
        #expect(gone.successor == successor.id)
        #expect(gone.withdrawn?.description == "2026-11-23")
        #expect(try await work.get("/nl/resources/\(record.id)", as: nil).status == .gone)
    }

    @Test func withdrawingComesBackWithWhatIsWrong() async throws {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        for (fields, field) in [
            ([("why", ""), ("confirm", "yes")], "why"), ([("why", "Gestopt.")], "confirm"),
            ([("why", "Gestopt."), ("successor", "Bestaat niet"), ("confirm", "yes")], "successor"),
            ([("why", "Gestopt."), ("successor", record.id.description), ("confirm", "yes")], "successor"),
        ] {
            let answer = try await work.post(withdraw(record), fields, as: .editor)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("href=\"#\(field)\""))
            #expect(answer.body.contains("Gestopt.") == fields.contains { $0.1 == "Gestopt." })
        }
        #expect(try await work.published(record.id).withdrawn == nil)
    }

    @Test(arguments: [WorkSite.Person.contributor, .otherEditor, .outsider, .reader, .handler])
    func withdrawingIsForTheOwnEditorsAndTheCoordinator(_ person: WorkSite.Person) async throws {
        let work = try await WorkSite()
        let record = try work.record(of: WorkSite.mediawijs)
        #expect(try await work.get(withdraw(record), as: person).status == .forbidden)
        let sent = [("why", "Weg ermee."), ("confirm", "yes")]
        #expect(try await work.post(withdraw(record), sent, as: person).status == .forbidden)
        #expect(try await work.published(record.id).withdrawn == nil)
    }

    @Test func whatAChannelLeavesBehindIsSaidFirst() async throws {
        let work = try await WorkSite()
        let channel = Identifier.of("child-focus-116000")
        let page = try await work.get("/en/workspace/entries/\(channel)/withdraw", as: .coordinator)
        #expect(page.body.contains("Make sure that somebody else answers there."))
        #expect(try Markup(page.body).localLinks.contains { $0.hasPrefix("/en/help/") })
    }
}
