import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What a script of the form hears while somebody is writing.
@Suite struct AutosaveTests {
    @Test func theScriptHearsWhatBecameOfIt() async throws {
        let desk = try await WritingDesk()
        var mine = try await desk.form()
        var theirs = try await desk.form(as: .contributor)
        theirs.write("title-en", "Their title")
        _ = try await desk.save(theirs, as: .contributor)
        mine.write(
            "summary-nl",
            String(repeating: "Deze buitengewoon ingewikkelde beschrijving gaat maar door en ", count: 8) + "stopt.")
        mine.write("ended", "ooit")
        let answer = try await desk.work.post(desk.path, mine.fields + [("autosave", "1")], as: .editor)
        #expect(answer.status == .ok && answer.headers[.contentType]?.hasPrefix("application/json") == true)
        let found = try JSONDecoder().decode(Heard.self, from: Data(answer.body.utf8))
        #expect(found.version == 3 && !found.isConflict)
        #expect(found.words.contains("Bewaard om") && found.words.contains("Test contributor"))
        #expect(found.fields == ["title-en": ["Their title"]])
        #expect(found.faults["ended"]?.contains("geen jaar") == true)
        #expect(found.levels["summary-nl"]?.isMet == false)
        // Without a change nothing is kept again.
        mine.write("version", "3")
        mine.write("title-en", "Their title")
        let same = try await desk.work.post(desk.path, mine.fields + [("autosave", "1")], as: .editor)
        #expect(try JSONDecoder().decode(Heard.self, from: Data(same.body.utf8)).version == 3)
    }

    @Test func theScriptHearsOfConflictsAndOfTheEndOfASession() async throws {
        let desk = try await WritingDesk()
        var mine = try await desk.form()
        var theirs = try await desk.form(as: .contributor)
        theirs.write("summary-nl", "Hun tekst.")
        _ = try await desk.save(theirs, as: .contributor)
        mine.write("summary-nl", "Mijn tekst.")
        let fields = mine.fields + [("autosave", "1")]
        let answer = try await desk.work.post(desk.path, fields, as: .editor)
        #expect(answer.status == .conflict)
        let found = try JSONDecoder().decode(Heard.self, from: Data(answer.body.utf8))
        #expect(found.isConflict && found.version == nil)
        #expect(try await desk.draft().record.summary[.nl] == "Hun tekst.")
        #expect(try await desk.work.post(desk.path, fields, as: nil).status == .unauthorized)
    }

    @Test func somethingNewShowsWhatItMayBeADoubleOf() async throws {
        let work = try await WorkSite()
        let begun = try await work.post("/en/workspace/new", [("kind", "channel")], as: .editor)
        let path = try #require(begun.headers[.location])
        var form = try FilledForm(try await work.get(path, as: .editor).body)
        form.write("title-nl", "Awel")
        form.write("link-nl", "https://www.awel.be")
        let answer = try await work.post(path, form.fields + [("autosave", "1")], as: .editor)
        let found = try JSONDecoder().decode(Heard.self, from: Data(answer.body.utf8))
        #expect(found.doubles.contains { $0.address == "/en/workspace/entries/awel-102" && !$0.why.isEmpty })
        #expect(try await work.get(path, as: .editor).body.contains("/en/workspace/entries/awel-102"))
        #expect(try await work.get(path + "/preview", as: .editor).body.contains("/en/workspace/entries/awel-102"))
    }

    private struct Heard: Decodable {
        struct Level: Decodable { let isMet: Bool }
        struct Double: Decodable {
            let address: String
            let why: String
        }
        let version: Int?
        let words: String
        let isConflict: Bool
        let fields: [String: [String]]
        let faults: [String: String]
        let levels: [String: Level]
        let doubles: [Double]
    }
}
