import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Between the steps of an import nothing is lost, and nobody else gets at it.
@Suite struct BulkKeepingTests {
    @Test func theChoiceOfColumnsIsRememberedForTheOrganisation() async throws {
        let work = try await WorkSite()
        let path = try #require(
            try await work.upload("Wat;Waarover;Hoe\nresource;Spel;Speel", as: .editor).headers[.location])
        let fields = [("column-1", "kind"), ("column-2", "title_nl"), ("column-3", "summary_nl"), ("do", "choose")]
        #expect(try await work.post(path, fields, as: .editor).status == .seeOther)
        // The same headers in another order, in another table.
        let next = try #require(
            try await work.upload("Hoe;Wat;Waarover\nLees;resource;Boek", as: .editor).headers[.location])
        let chosen = try await work.columns(at: next, as: .editor)
        #expect(chosen.map(\.1) == ["summary_nl", "kind", "title_nl"])
        let remembered = Texts.of(.nl)(.bulkMappingRemembered)
        #expect(try await work.get(next, as: .editor).body.contains(remembered))
        let theirs = try #require(
            try await work.upload("Wat;Waarover;Hoe\nresource;Spel;Speel", as: .otherEditor).headers[.location])
        #expect(try await work.columns(at: theirs, as: .otherEditor).map(\.1) == ["", "", ""])
        #expect(try await !work.get(theirs, as: .otherEditor).body.contains(remembered))
    }

    @Test func twoHeadersForOneColumnAreAskedAbout() async throws {
        let work = try await WorkSite()
        let path = try #require(try await work.upload("A;B\n1;2", as: .editor).headers[.location])
        let answer = try await work.post(
            path, [("column-1", "title_nl"), ("column-2", "title_nl"), ("do", "choose")], as: .editor)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.body.contains("href=\"#column-1\"") && answer.body.contains("href=\"#column-2\""))
        #expect(try await work.importing(at: path)?.state == .mapping)
    }

    @Test func aSessionThatIsLostBetweenTheStepsLosesNothing() async throws {
        let work = try await WorkSite()
        let path = try #require(
            try await work.upload(WorkSite.table(WorkSite.row("Spel")), as: .editor).headers[.location])
        let columns = try await work.columns(at: path, as: .editor)
        let dead = try #require(try await work.store.all(AccountSession.self, key: "editor").first?.value)
        var end = Work(by: "test", at: TestSite.noon)
        end.remove(dead)
        try await work.store.commit(end)
        // Looking leads to where one signs in, and back; a form waits there for its sender.
        let look = try await work.get(path, as: .editor)
        #expect(look.status == .found && look.headers[.location]?.contains("sign-in") == true)
        let form = try await work.post(path, columns + [("do", "choose")], as: .editor)
        #expect(form.status == .unauthorized && form.body.contains("title_nl"))
        // A colleague of the same organisation goes on where it stopped; so would the same person.
        var begin = Work(by: "test", at: TestSite.noon)
        try begin.put(dead)
        try await work.store.commit(begin)
        #expect(try await work.columns(at: path, as: .editor).map(\.1) == columns.map(\.1))
        #expect(try await work.post(path, columns + [("do", "choose")], as: .editor).status == .seeOther)
        #expect(try await work.sendToReview(path).status == .seeOther)
        #expect(try await work.drafts(at: path).count == 1)
    }

    @Test func aTableThatWasPastedComesThroughALostSession() async throws {
        let work = try await WorkSite()
        let table = WorkSite.table(WorkSite.row("Spel"))
        let answer = try await work.post("/nl/workspace/bulk", [("paste", table)], as: nil)
        #expect(answer.status == .unauthorized)
        #expect(answer.body.contains("Iets nieuws."))
        // As the page after signing in sends it: without a file.
        let sent = try await work.post("/nl/workspace/bulk", [("paste", table)], as: .editor)
        #expect(sent.status == .seeOther)
        #expect(try await work.importing(at: try #require(sent.headers[.location]))?.name == "Geplakte tabel")
    }

    @Test func importsOfOthersAreNotThere() async throws {
        let work = try await WorkSite()
        let mapping = try #require(
            try await work.upload(WorkSite.table(WorkSite.row("Spel")), as: .editor).headers[.location])
        let previewed = try await work.previewed(WorkSite.table(WorkSite.row("Boek")))
        let nobody = "/nl/workspace/bulk/aaaaaaaaaaaa"
        for person in [WorkSite.Person.otherEditor, .outsider, .contributor, .reader, .handler] {
            for path in [mapping, previewed, nobody, previewed + "/wrong"] {
                #expect(try await work.get(path, as: person).status == .notFound, "\(person) \(path)")
            }
            for deed in ["choose", "choose-anew", "forget", "send", "undo", "review"] {
                #expect(try await work.post(previewed, [("do", deed), ("why", "x")], as: person).status == .notFound)
            }
        }
        #expect(try await work.importing(at: previewed)?.state == .previewed)
        #expect(try await work.get(previewed, as: .coordinator).status == .ok)
    }

    @Test func aSentImportIsThereForReviewersAndNotForStrangers() async throws {
        let work = try await WorkSite()
        let path = try await work.sent(WorkSite.table(WorkSite.row("Spel")))
        #expect(try await work.get(path, as: .otherEditor).status == .ok)
        for person in [WorkSite.Person.outsider, .contributor, .reader, .handler] {
            #expect(try await work.get(path, as: person).status == .notFound)
        }
        // Neither the table nor the way back are theirs.
        #expect(try await work.get(path + "/wrong", as: .otherEditor).status == .notFound)
        #expect(try await work.post(path, [("do", "undo"), ("why", "x")], as: .otherEditor).status == .notFound)
    }

    @Test func tablesThatNobodySentAreWipedAfterAMonth() async throws {
        let work = try await WorkSite()
        let path = try await work.previewed(WorkSite.table(WorkSite.row("Spel")))
        let sent = try await work.sent(WorkSite.table(WorkSite.row("Boek"), "recource;a;b;mediawijs;;"))
        func wiped(afterDays days: Double) async throws -> [Importing] {
            let later = Workspace(
                store: work.store, publicAddress: "", published: { .empty },
                clock: { TestSite.noon.addingTimeInterval(days * 86_400) })
            try await later.wipeTables()
            return try await work.store.all(Importing.self).map(\.value)
        }
        #expect(try await wiped(afterDays: 30).count == 2)
        let left = try await wiped(afterDays: 31)
        #expect(left.count == 1 && left.first?.hasTable == false && left.first?.sent != nil)
        #expect(try await work.store.all(ImportTable.self).isEmpty)
        #expect(try await work.get(path, as: .editor).status == .notFound)
        #expect(try await work.get(sent, as: .editor).status == .ok)
    }

    @Test func whatWasNotSentCanBeThrownAway() async throws {
        let work = try await WorkSite()
        let path = try await work.previewed(WorkSite.table(WorkSite.row("Spel")))
        #expect(try await work.post(path, [("do", "forget")], as: .editor).status == .seeOther)
        #expect(try await work.get(path, as: .editor).status == .notFound)
        #expect(try await work.store.all(ImportTable.self).isEmpty)
        let sent = try await work.sent(WorkSite.table(WorkSite.row("Spel")))
        #expect(try await work.post(sent, [("do", "forget")], as: .editor).status == .conflict)
    }

    // MARK: Bad input

    @Test func whatIsNoTableIsSaidBesideTheField() async throws {
        let work = try await WorkSite()
        let cases: [(String, TextKey)] = [
            ("PK\u{3}\u{4}abc", .csvWorkbook), ("a;a\n1;2", .bulkFaults), ("a;b\n\"1;2", .bulkFaults),
            ("a;b", .bulkNoRows),
            ("a;b\n1", .bulkFaults),
        ]
        for (table, key) in cases {
            let answer = try await work.upload(table, as: .editor)
            #expect(answer.status == .unprocessableContent, "\(table)")
            #expect(answer.body.contains(Texts.of(.nl)(key)), "\(table)")
            #expect(answer.body.contains("id=\"file-fault\""), "\(table)")
            _ = try Markup(answer.body)
        }
        let nothing = try await work.post("/nl/workspace/bulk", [("paste", " \n ")], as: .editor)
        #expect(nothing.status == .unprocessableContent)
        let long = String(repeating: "a;b\n", count: 13_000)
        let answer = try await work.post("/nl/workspace/bulk", [("paste", long)], as: .editor)
        #expect(answer.status == .unprocessableContent && answer.body.contains("id=\"paste-fault\""))
        #expect(try await work.store.all(Importing.self).isEmpty)
    }

    @Test func formsOfOtherSitesSendNoTable() async throws {
        let work = try await WorkSite()
        let table = Data(WorkSite.table(WorkSite.row("Spel")).utf8)
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        #expect(try await work.upload(table, as: .editor, headers: [site: "cross-site"]).status == .forbidden)
        #expect(
            try await work.upload(table, as: .editor, headers: [.origin: "https://evil.example"]).status == .forbidden)
        // Without the code of the session it is asked about once more.
        let other = try await work.upload(table, code: "another", as: .editor)
        #expect(other.status == .ok && other.headers[.location] == nil)
        #expect(try await work.upload(table, as: nil).status == .unauthorized)
        #expect(try await work.store.all(Importing.self).isEmpty)
    }

    @Test func tablesThatAreTooLargeAreRefused() async throws {
        let work = try await WorkSite()
        let large = Data(String(repeating: "a;b\n", count: 1_300_000).utf8)
        #expect(try await work.upload(large, as: .editor).status == .unprocessableContent)
        let huge = Data(String(repeating: "a;b\n", count: 1_600_000).utf8)
        #expect(try await work.upload(huge, as: .editor).status == .contentTooLarge)
        // Whoever is not signed in is asked to do so before so much is read.
        #expect(try await work.upload(large, as: nil).status == .unauthorized)
    }
}
