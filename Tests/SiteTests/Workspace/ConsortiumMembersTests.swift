import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// The rooms of the consortium: members, whom to talk to, who knows what, leaving.
@Suite struct ConsortiumMembersTests {
    private static let mediawijs = "/nl/workspace/members/mediawijs"

    private func contact(_ changes: [(String, String)] = []) -> [(String, String)] {
        [
            ("deed", "contact"), ("name", "An Peeters"), ("function", "pers"), ("email", "an@mediawijs.example"),
            ("phone", "02 274 48 00"), ("languages", "nl"), ("languages", "fr"),
        ] + changes
    }

    private func contacts(_ work: WorkSite) async throws -> [Kept<MemberContact>] {
        try await work.store.all(MemberContact.self)
    }

    // MARK: Everybody's pages

    @Test(arguments: Language.allCases)
    func everyRoomIsThereInEveryLanguage(_ language: Language) async throws {
        let work = try await WorkSite()
        for room in [
            "consortium", "applications", "members", "members/mediawijs", "projects", "projects/new/edit", "meetings",
            "meetings/new/edit", "knowledge", "knowledge?theme=gaming&words=x", "projects?need=partner&language=de",
        ] {
            let answer = try await work.get("/\(language)/workspace/\(room)", as: .editor)
            #expect(answer.status == .ok)
            let page = try Markup(answer.body)
            #expect(page.all("h1").count == 1)
            let ids = page.elements.compactMap { $0.attributes["id"] }
            let twice = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys
            #expect(twice.isEmpty, "\(room)")
            // Nothing is shown by its key.
            #expect(!answer.body.contains(#/(consortium|join)\.[a-z]/#), "\(room)")
        }
    }

    @Test func theRoomsAreForMembersAndTheCoordinator() async throws {
        let work = try await WorkSite()
        for room in ["members", "members/mediawijs", "projects", "meetings", "knowledge", "projects/new/edit"] {
            for person: WorkSite.Person in [.outsider, .reader, .handler] {
                #expect(
                    try await work.get("/nl/workspace/\(room)", as: person).status == .forbidden, "\(room) \(person)")
            }
            #expect(try await work.get("/nl/workspace/\(room)", as: .coordinator).status == .ok, "\(room)")
            #expect(try await work.get("/nl/workspace/\(room)", as: nil).status == .found)
        }
        let closed = try await work.get("/nl/workspace/consortium", as: .outsider)
        #expect(closed.status == .ok && closed.body.contains("/nl/join"))
        #expect(try await work.get("/nl/workspace/consortium", as: .handler).status == .forbidden)
        #expect(try await work.get("/nl/workspace/members/febelfin", as: .editor).status == .notFound)
        #expect(try await work.get("/nl/workspace/members/nope", as: .editor).status == .notFound)
    }

    // MARK: Contacts

    @Test func aContactIsForMembersAndNeverForReaders() async throws {
        let work = try await WorkSite()
        #expect(try await work.post(Self.mediawijs, contact(), as: .editor).status == .seeOther)
        let kept = try #require(try await contacts(work).first)
        #expect(kept.value.languages == [.nl, .fr] && kept.value.organisation == WorkSite.mediawijs)
        for person: WorkSite.Person in [.editor, .contributor, .otherEditor, .coordinator] {
            let page = try await work.get(Self.mediawijs, as: person)
            #expect(page.body.contains("An Peeters") && page.body.contains("an@mediawijs.example"), "\(person)")
        }
        #expect(!(try await work.site.get("/nl/organisations/mediawijs").body.contains("An Peeters")))
        #expect(try await work.get(Self.mediawijs, as: .outsider).status == .forbidden)
    }

    @Test func aContactIsChangedAndRemoved() async throws {
        let work = try await WorkSite()
        _ = try await work.post(Self.mediawijs, contact(), as: .editor)
        let id = try #require(try await contacts(work).first).value.id
        let form = try await work.get(Self.mediawijs + "?contact=\(id)", as: .editor)
        #expect(try Markup(form.body).all("input").contains { $0.attributes["value"] == "An Peeters" })
        let change = contact([("contact", id), ("version", "1")]).map { $0.0 == "name" ? ("name", "An P.") : $0 }
        #expect(try await work.post(Self.mediawijs, change, as: .editor).status == .seeOther)
        #expect(try await contacts(work).map(\.value.name) == ["An P."])
        // Somebody who saw the version before.
        let late = try await work.post(Self.mediawijs, change, as: .editor)
        #expect(late.status == .conflict && late.body.contains("An P."))
        #expect(
            try await work.post(Self.mediawijs, [("deed", "remove"), ("contact", id)], as: .editor).status == .seeOther)
        #expect(try await contacts(work).isEmpty)
        let trail = try await work.store.trail(TrailSelection(object: id))
        #expect(trail.map(\.deed) == [.changedContact, .changedContact, .changedContact])
    }

    @Test func nobodyChangesTheContactsOfOthers() async throws {
        let work = try await WorkSite()
        _ = try await work.post(Self.mediawijs, contact(), as: .editor)
        let id = try #require(try await contacts(work).first).value.id
        for person: WorkSite.Person in [.contributor, .otherEditor, .outsider, .reader, .handler] {
            #expect(try await work.post(Self.mediawijs, contact(), as: person).status == .forbidden, "\(person)")
            #expect(
                try await work.post(Self.mediawijs, contact([("contact", id), ("version", "1")]), as: person).status
                    == .forbidden, "\(person)")
            #expect(
                try await work.post(Self.mediawijs, [("deed", "remove"), ("contact", id)], as: person).status
                    == .forbidden, "\(person)")
            #expect(try await work.get(Self.mediawijs + "?contact=\(id)", as: person).status == .forbidden, "\(person)")
        }
        // Under one's own organisation it is not there.
        #expect(
            try await work.post(
                "/nl/workspace/members/child-focus", [("deed", "remove"), ("contact", id)], as: .otherEditor
            ).status == .notFound)
        #expect(try await contacts(work).map(\.version) == [1])
    }

    @Test func halfAContactComesBackFilled() async throws {
        let work = try await WorkSite()
        let answer = try await work.post(
            Self.mediawijs, [("deed", "contact"), ("name", "<i>An</i>"), ("phone", "bel mij")], as: .editor)
        #expect(answer.status == .unprocessableContent && !answer.body.contains("<i>An"))
        let page = try Markup(answer.body)
        #expect(page.all("input").contains { $0.attributes["value"] == "bel mij" })
        #expect(page.all("p").contains { $0.attributes["id"] == "phone-fault" })
        #expect(page.all("details").contains { $0.attributes["id"] == "contact-form" && $0.attributes["open"] != nil })
    }

    // MARK: Who knows what

    private func join(_ work: WorkSite, _ person: WorkSite.Person, _ change: (inout Account) -> Void) async throws {
        var kept = try #require(try await work.store.find(Account.self, person.rawValue))
        kept.value.isInDirectory = true
        change(&kept.value)
        var changes = Work(by: "test", at: TestSite.noon)
        try changes.put(kept)
        try await work.store.commit(changes)
    }

    @Test func onlyThoseWhoChoseItAreFound() async throws {
        let work = try await WorkSite()
        let path = "/nl/workspace/knowledge"
        #expect(!(try await work.get(path, as: .otherEditor).body.contains("editor@example.be")))
        try await join(work, .editor) {
            $0.knows = [Identifier.of("gaming")]
            $0.knowsWords = "Spelen in de klas & <b>thuis</b>"
        }
        // Of an organisation that is no member, and one who is shut out.
        try await join(work, .outsider) { _ in }
        try await join(work, .contributor) { $0.isDisabled = true }
        let page = try await work.get(path, as: .otherEditor).body
        #expect(page.contains("mailto:editor@example.be") && page.contains("&lt;b&gt;thuis"))
        #expect(!page.contains("outsider@example.be") && !page.contains("contributor@example.be"))
        for query in ["?theme=gaming", "?theme=balance-and-play", "?words=KLAS+mediawijs", "?words=test"] {
            #expect(try await work.get(path + query, as: .otherEditor).body.contains("editor@example.be"), "\(query)")
        }
        for query in ["?theme=gambling", "?words=gokken"] {
            #expect(
                !(try await work.get(path + query, as: .otherEditor).body.contains("editor@example.be")), "\(query)")
        }
        #expect(try await work.get(Self.mediawijs, as: .otherEditor).body.contains("mailto:editor@example.be"))
    }

    // MARK: Leaving

    private let leave = [("deed", "leave"), ("on", "2026-11-23"), ("why", "Wij stoppen."), ("sure", "yes")]

    @Test func aMemberEndsItsOwnMembership() async throws {
        let work = try await WorkSite()
        #expect(try await work.post(Self.mediawijs, leave, as: .editor).status == .seeOther)
        try await work.refresh()
        #expect(work.workspace.catalogue[WorkSite.mediawijs]?.member == false)
        let revisions = try await work.store.revisions(of: WorkSite.mediawijs)
        #expect(revisions.first?.why == "Wij stoppen." && revisions.first?.isPublished == true)
        #expect(try await work.store.trail(TrailSelection(object: "mediawijs")).map(\.deed).contains(.left))
        // The rooms are closed, it says nothing about applications any more and reviews nothing.
        #expect(try await work.get("/nl/workspace/members", as: .editor).status == .forbidden)
        #expect(try await work.get(Self.mediawijs, as: .otherEditor).status == .notFound)
        #expect(!work.workspace.mayVote(WorkSite.Person.editor.actor))
        let record = try #require(work.workspace.catalogue[WorkSite.childFocus])
        let draft = Draft(
            id: "d", record: record, base: nil, organisation: WorkSite.childFocus, author: "otherEditor", origin: .form,
            at: TestSite.noon)
        #expect(!work.workspace.mayReview(draft, WorkSite.Person.editor.actor))
        #expect(try await work.post(Self.mediawijs, leave, as: .coordinator).status == .conflict)
        let front = try await work.get("/nl/workspace/consortium", as: .otherEditor).body
        #expect(front.contains("Mediawijs is geen lid meer"))
    }

    @Test func nobodyElseEndsIt() async throws {
        let work = try await WorkSite()
        for person: WorkSite.Person in [.contributor, .otherEditor, .outsider, .reader, .handler] {
            #expect(try await work.post(Self.mediawijs, leave, as: person).status == .forbidden, "\(person)")
        }
        #expect(try await work.store.revisions(of: WorkSite.mediawijs).first?.record.member == true)
        #expect(try await work.post(Self.mediawijs, leave, as: .coordinator).status == .seeOther)
    }

    @Test(arguments: ["on", "why", "sure"])
    func leavingIsSaidInFull(_ missing: String) async throws {
        let work = try await WorkSite()
        let answer = try await work.post(Self.mediawijs, leave.filter { $0.0 != missing }, as: .editor)
        #expect(answer.status == .unprocessableContent)
        #expect(try Markup(answer.body).all("a").contains { $0.attributes["href"] == "#\(missing)" })
        #expect(try await work.store.revisions(of: WorkSite.mediawijs).first?.record.member == true)
    }
}
