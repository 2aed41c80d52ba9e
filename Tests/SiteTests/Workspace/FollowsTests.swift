import Catalogue
import Editorial
import Foundation
import FoundationXML
import HTTPTypes
import Testing

@testable import Site

/// What somebody follows, and the feed of it.
@Suite struct FollowsTests {
    private static let path = "/nl/workspace/follows"
    private let work: WorkSite

    init() async throws { work = try await WorkSite() }

    private func follows(_ person: WorkSite.Person) async throws -> [String] {
        try await work.store.all(Follow.self, key: person.rawValue).map(\.value.subject.name)
    }

    private func send(_ fields: [(String, String)], as person: WorkSite.Person = .editor) async throws
        -> TestSite.Answer
    {
        try await work.post(Self.path, fields, as: person)
    }

    /// Publishes a change of a record.
    private func change(_ id: String, _ change: (inout Record) -> Void) async throws {
        var record = try #require(work.workspace.catalogue[.of(id)])
        change(&record)
        _ = try await work.store.publish([.record(record)], by: "Anna <b>", at: TestSite.noon.addingTimeInterval(60))
        try await work.refresh()
    }

    // MARK: Following

    @Test(arguments: Language.allCases)
    func anythingCanBeFollowedInEveryLanguage(_ language: Language) async throws {
        let path = "/\(language)/workspace/follows"
        #expect(try await work.get(path, as: .editor).body.contains(Texts.of(language)(.followsNone)))
        let added = try await work.post(
            path, [("action", "add"), ("theme", "gaming"), ("territory", "brussels")], as: .editor)
        #expect(added.status == .seeOther)
        let entry = try await work.post(
            path, [("action", "follow"), ("subject", "record/clicksafe"), ("back", "1")], as: .editor)
        #expect(entry.headers[.location] == "/\(language)/workspace/entries/clicksafe")
        #expect(try await follows(.editor) == ["theme/gaming", "territory/brussels", "record/clicksafe"])
        let page = try await work.get(path, as: .editor)
        let markup = try Markup(page.body)
        #expect(markup.localLinks.contains("/\(language)/workspace/entries/clicksafe"))
        #expect(markup.localLinks.contains("/\(language)/themes/gaming"))
        // What is followed is not offered again.
        #expect(!markup.all("option").contains { $0.attributes["value"] == "gaming" })
        let stopped = try await work.post(path, [("action", "stop"), ("subject", "theme/gaming")], as: .editor)
        #expect(stopped.headers[.location] == path)
        #expect(try await follows(.editor) == ["territory/brussels", "record/clicksafe"])
    }

    @Test func theEntryHasAButton() async throws {
        let entry = "/nl/workspace/entries/clicksafe"
        func action() async throws -> String? {
            let page = try Markup(try await work.get(entry, as: .editor).body)
            return page.all("button").first { ["follow", "stop"].contains($0.attributes["value"]) }?.attributes["value"]
        }
        #expect(try await action() == "follow")
        _ = try await send([("action", "follow"), ("subject", "record/clicksafe"), ("back", "1")])
        #expect(try await action() == "stop")
    }

    @Test func whatMakesNoSenseIsRefused() async throws {
        for subject in ["", "record", "record/", "record/NOPE", "person/anna", "theme/gaming/x", "theme//gaming"] {
            let sent = try await send([("action", "follow"), ("subject", subject)])
            #expect(sent.status == .unprocessableContent, "\(subject)")
        }
        for subject in ["record/nope", "theme/nope", "territory/nope"] {
            #expect(try await send([("action", "follow"), ("subject", subject)]).status == .notFound, "\(subject)")
        }
        let nothing = try await send([("action", "add"), ("theme", ""), ("territory", "")])
        #expect(nothing.status == .unprocessableContent)
        #expect(try Markup(nothing.body).elements.contains { $0.attributes["id"] == "theme-fault" })
        #expect(try await follows(.editor).isEmpty)
    }

    @Test func thereIsAnEndToIt() async throws {
        var filling = Work(by: "test", at: TestSite.noon)
        for number in 0..<Follow.most {
            try filling.put(
                Follow(account: "editor", subject: .record(.of("r-\(number)")), since: work.workspace.today))
        }
        try await work.store.commit(filling)
        let full = try await send([("action", "follow"), ("subject", "theme/gaming")])
        #expect(full.status == .unprocessableContent && full.body.contains("\(Follow.most)"))
        // What is gone from the catalogue can still be let go.
        #expect(try await send([("action", "stop"), ("subject", "record/r-7")]).status == .seeOther)
        #expect(try await send([("action", "follow"), ("subject", "theme/gaming")]).status == .seeOther)
    }

    @Test func everyoneHasTheirOwn() async throws {
        _ = try await send([("action", "follow"), ("subject", "theme/gaming")])
        _ = try await send([("action", "stop"), ("subject", "theme/gaming")], as: .otherEditor)
        #expect(try await follows(.editor) == ["theme/gaming"])
        #expect(try await work.get(Self.path, as: .otherEditor).body.contains(Texts.of(.nl)(.followsNone)))
        #expect(try await work.get(Self.path, as: .handler).status == .forbidden)
        #expect(try await send([("action", "feed")], as: .handler).status == .forbidden)
        #expect(try await work.store.all(Feed.self).isEmpty)
    }

    // MARK: The feed

    /// Makes a feed, and returns its path.
    private func feed(_ person: WorkSite.Person = .editor) async throws -> String {
        let page = try Markup(try await send([("action", "feed")], as: person).body)
        let address = try #require(page.all("p").first { $0.attributes["class"] == "secret" }).text
        #expect(address.hasPrefix("https://shop.example/nl/workspace/follows/") && address.hasSuffix(".atom"))
        return String(address.dropFirst("https://shop.example".count))
    }

    @Test func theFeedIsAtomWithWhatIsFollowed() async throws {
        _ = try await send([("action", "follow"), ("subject", "record/clicksafe")])
        let path = try await feed()
        try await change("clicksafe") {
            $0.title[.nl] = "Click <script>alert(1)</script> & \u{0}\u{1}]]> \"veilig\""
            $0.summary[.nl] = "Nieuw"
        }
        try await change("digihelpers") { $0.summary[.nl] = "Iets anders" }
        let answer = try await work.site.get(path)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
        #expect(answer.headers[.cacheControl]?.hasPrefix("private") == true)
        let atom = try ReadAtom(answer.body)
        #expect(atom.root == "feed" && atom.namespace == "http://www.w3.org/2005/Atom")
        #expect(atom.feed["id"]?.isEmpty == false && atom.feed["updated"] == "2026-11-23T11:01:00Z")
        #expect(atom.entries.count == 2)
        #expect(atom.entries[0]["title"] == "Click <script>alert(1)</script> & ]]> \"veilig\"")
        #expect(atom.entries[0]["link"] == "https://shop.example/nl/initiatives/clicksafe")
        #expect(atom.entries[0]["updated"] == "2026-11-23T11:01:00Z")
        #expect(atom.entries[0]["summary"]?.contains("titel") == true)
        #expect(Set(atom.entries.compactMap { $0["id"] }).count == 2)
        // Only what was published: nobody's name.
        #expect(!answer.body.contains("Anna"))
        let french = try ReadAtom(try await work.site.get(path.replacing("/nl/", with: "/fr/")).body)
        #expect(french.entries[0]["link"] == "https://shop.example/fr/initiatives/clicksafe")
        // Whoever has it already is not sent it again.
        let tag = try #require(answer.headers[.eTag])
        #expect(try await work.site.get(path, headers: [.ifNoneMatch: tag]).status == .notModified)
    }

    @Test func aFeedHoldsTheNewestFifty() async throws {
        _ = try await send([("action", "follow"), ("subject", "territory/belgium")])
        let path = try await feed()
        try await change("clicksafe") { $0.summary[.nl] = "Nieuw" }
        let atom = try ReadAtom(try await work.site.get(path).body)
        #expect(atom.entries.count == 50)
        #expect(atom.entries[0]["link"]?.hasSuffix("/initiatives/clicksafe") == true)
    }

    @Test func anEmptyFeedIsValidToo() async throws {
        let atom = try ReadAtom(try await work.site.get(try await feed()).body)
        #expect(atom.entries.isEmpty && atom.feed["updated"] == "2026-11-23T00:00:00Z")
    }

    @Test func theAddressIsASecretThatCanBeChanged() async throws {
        let first = try await feed()
        let token = try #require(first.split(separator: "/").last?.dropLast(".atom".count))
        let kept = try #require(try await work.store.all(Feed.self).first?.value)
        #expect(kept.id != token && !"\(kept)".contains(token))
        #expect(try await !work.get(Self.path, as: .editor).body.contains(token))
        let second = try await feed()
        #expect(first != second)
        #expect(try await work.site.get(first).status == .notFound)
        #expect(try await work.site.get(second).status == .ok)
        for other in ["nope.atom", ".atom", String(repeating: "A", count: 43) + ".atom", String(token)] {
            #expect(try await work.site.get(Self.path + "/" + other).status == .notFound, "\(other)")
        }
        #expect(try await send([("action", "end-feed")]).status == .seeOther)
        #expect(try await work.site.get(second).status == .notFound)
        #expect(try await work.store.all(Feed.self).isEmpty)
    }

    @Test func whoIsShutOutHasNoFeed() async throws {
        let path = try await feed()
        var kept = try #require(try await work.store.find(Account.self, "editor"))
        kept.value.isDisabled = true
        var change = Work(by: "test", at: TestSite.noon)
        try change.put(kept)
        try await work.store.commit(change)
        #expect(try await work.site.get(path).status == .notFound)
    }
}

/// A feed as an XML parser reads it.
private final class ReadAtom: NSObject, XMLParserDelegate {
    struct Malformed: Error {}

    private(set) var root = ""
    private(set) var namespace = ""
    private(set) var feed: [String: String] = [:]
    private(set) var entries: [[String: String]] = []
    private var text = ""
    private var isInEntry = false

    init(_ body: String) throws {
        super.init()
        let parser = XMLParser(data: Data(body.utf8))
        parser.delegate = self
        guard parser.parse() else { throw Malformed() }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        if root.isEmpty {
            root = name
            namespace = attributes["xmlns"] ?? ""
        }
        if name == "entry" {
            isInEntry = true
            entries.append([:])
        }
        if name == "link", attributes["rel"] == "alternate" { put("link", attributes["href"] ?? "") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "entry" { isInEntry = false } else if name != "link" { put(name, text) }
    }

    private func put(_ name: String, _ value: String) {
        if isInEntry { entries[entries.count - 1][name] = value } else { feed[name] = value }
    }
}
