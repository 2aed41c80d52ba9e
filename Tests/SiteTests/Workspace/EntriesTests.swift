import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct EntriesTests {
    @Test(arguments: Language.allCases) func theListNamesEveryEntry(_ language: Language) async throws {
        let work = try await WorkSite()
        let page = try await work.get("/\(language)/workspace/entries", as: .editor)
        #expect(page.status == .ok)
        let count = TestSite.shipped.snapshot.catalogue.records.count
        #expect(page.body.contains("\(count) "))
        let links = try Markup(page.body).localLinks.filter { $0.hasPrefix("/\(language)/workspace/entries/") }
        #expect(links.count == EntryFilter.pageLength)
        let next = try await work.get("/\(language)/workspace/entries?page=2", as: .editor)
        let more = try Markup(next.body).localLinks.filter { $0.hasPrefix("/\(language)/workspace/entries/") }
        #expect(more.count == EntryFilter.pageLength && links.isDisjoint(with: more))
        #expect(try await work.get("/\(language)/workspace/entries?page=9999", as: .editor).status == .ok)
    }

    @Test func entriesAreFoundByWordsKindOwnerAndState() async throws {
        let work = try await WorkSite()
        func found(_ query: String) async throws -> Set<String> {
            let links = try Markup(try await work.get("/nl/workspace/entries?" + query, as: .editor).body).localLinks
            return Set(
                links.compactMap { link in
                    link.hasPrefix("/nl/workspace/entries/")
                        ? String(link.dropFirst("/nl/workspace/entries/".count)) : nil
                })
        }
        #expect(try await found("q=awel+102").contains("awel-102"))
        #expect(try await found("q=AWEL&kind=organisation") == ["awel"])
        let own = try await found("own=1")
        #expect(own.contains("mediawijs") && !own.contains("child-focus"))
        #expect(try await found("state=drafts").isEmpty)
        _ = try await work.post("/nl/workspace/entries/mediawijs", [("action", "edit")], as: .editor)
        #expect(try await found("state=drafts") == ["mediawijs"])
        try await work.workspace.withdraw(
            Identifier.of("awel-102"), successor: nil, why: "test", by: WorkSite.Person.coordinator.actor)
        try await work.refresh()
        #expect(try await found("state=withdrawn") == ["awel-102"])
        #expect(try await found("kind=channel&page=1").contains("awel-102") == false)
        #expect(try await found("q=<script>&kind=nonsense&state=nonsense").isEmpty)
    }

    @Test func draftsOfOthersAreNobodysBusiness() async throws {
        let work = try await WorkSite()
        let begun = try await work.post("/nl/workspace/new", [("kind", "initiative")], as: .editor)
        let path = try #require(begun.headers[.location])
        #expect(try await work.get("/nl/workspace/entries?state=drafts", as: .contributor).body.contains(path))
        let others = try await work.get("/nl/workspace/entries?state=drafts", as: .otherEditor)
        #expect(!others.body.contains(path))
    }

    @Test func anEntryTellsHowItStands() async throws {
        let work = try await WorkSite()
        for language in Language.allCases {
            let page = try await work.get("/\(language)/workspace/entries/mediawijs", as: .editor)
            #expect(page.status == .ok)
            #expect(try Markup(page.body).localLinks.contains("/\(language)/organisations/mediawijs"))
        }
        #expect(try await work.get("/nl/workspace/entries/nobody", as: .editor).status == .notFound)
        let other = try await work.get("/nl/workspace/entries/mediawijs", as: .otherEditor)
        #expect(!other.body.contains("value=\"edit\"") && !other.body.contains("value=\"verify\""))
        #expect(try Markup(other.body).localLinks.contains("/nl/workspace/entries/mediawijs/claim"))
    }

    @Test func whoCheckedItIsSaidOnThePublicPageToo() async throws {
        let work = try await WorkSite()
        let answer = try await work.post("/nl/workspace/entries/mediawijs", [("action", "verify")], as: .editor)
        #expect(answer.status == .seeOther)
        let page = try await work.get(try #require(answer.headers[.location]), as: .editor)
        #expect(page.body.contains("Nagekeken op 23 november 2026 door Mediawijs"))
        #expect(try await work.get("/nl/organisations/mediawijs", as: nil).body.contains("23 november 2026"))
    }

    @Test func nobodyDoesWhatTheyMayNot() async throws {
        let work = try await WorkSite()
        let path = "/nl/workspace/entries/mediawijs"
        for person in [WorkSite.Person.otherEditor, .outsider, .reader, .handler] {
            for action in ["edit", "verify"] {
                #expect(try await work.post(path, [("action", action)], as: person).status == .forbidden, "\(person)")
            }
        }
        for person in [WorkSite.Person.reader, .handler] {
            for path in ["/nl/workspace/entries", path, "/nl/workspace/new"] {
                #expect(try await work.get(path, as: person).status == .forbidden, "\(person) \(path)")
            }
        }
        #expect(try await work.post(path, [("action", "sing")], as: .editor).status == .unprocessableContent)
        #expect(try await work.store.all(Draft.self).isEmpty)
    }

    // MARK: Something new

    @Test(arguments: Language.allCases) func aNewEntryBeginsWithItsKind(_ language: Language) async throws {
        let work = try await WorkSite()
        let page = try await work.get("/\(language)/workspace/new", as: .contributor)
        #expect(page.status == .ok)
        let kinds = try Markup(page.body).all("input").filter { $0.attributes["name"] == "kind" }
            .compactMap { $0.attributes["value"] }
        #expect(Set(kinds) == Set(Kind.allCases.map(\.rawValue)).subtracting(["guide", "route"]))
        let none = try await work.post("/\(language)/workspace/new", [], as: .contributor)
        #expect(none.status == .unprocessableContent)
        for kind in kinds {
            let begun = try await work.post("/\(language)/workspace/new", [("kind", kind)], as: .contributor)
            #expect(begun.status == .seeOther)
            #expect(try await work.get(try #require(begun.headers[.location]), as: .contributor).status == .ok)
        }
    }

    @Test func guidesAreTheCoordinators() async throws {
        let work = try await WorkSite()
        let guide = try #require(TestSite.shipped.snapshot.catalogue.records.first { $0.kind == .guide })
        let fields = [("kind", "guide"), ("model", "\(guide.id)")]
        #expect(try await work.post("/nl/workspace/new", fields, as: .editor).status == .forbidden)
        let begun = try await work.post("/nl/workspace/new", fields, as: .coordinator)
        let path = try #require(begun.headers[.location])
        let form = try FilledForm(try await work.get(path, as: .coordinator).body)
        let end = try #require(guide.guide?.ends.first)
        #expect(form["guide-end-\(end.id)-lead-nl"] == end.lead[.nl])
        let without = try await work.post("/nl/workspace/new", [("kind", "route")], as: .coordinator)
        #expect(without.status == .unprocessableContent)
    }
}
