import Catalogue
import Foundation
import Testing

@testable import Editorial

@Suite struct LinkTableTests {
    @Test func knowsEveryAddressAndWhereItStands() throws {
        let shared = try #require(WebAddress("https://childfocus.be/nl"))
        var one = try record("one", links: ["https://childfocus.be/nl", "https://awel.be/"])
        one.contact = Contact()
        one.contact?.chat = WebAddress("https://chat.awel.be/")
        one.contact?.form = shared
        let other = try record("other", links: [], sources: ["https://childfocus.be/nl"])
        let table = LinkTable(Catalogue(records: [one, other], vocabularies: [], pages: [try page(shared)]))
        #expect(
            table.addresses.map(\.description) == [
                "https://awel.be/", "https://chat.awel.be/", "https://childfocus.be/nl",
            ])
        #expect(
            table.uses(of: shared) == [
                .record(one.id, .link(0)), .record(one.id, .form), .record(other.id, .source(0)),
                .page(try #require(Identifier("about")), section: 0, link: 0),
            ])
    }

    @Test func asksForWhatIsDueOnly() throws {
        let record = try record("one", links: ["https://a.be/", "https://b.be/", "https://c.be/"])
        let table = LinkTable(Catalogue(records: [record], vocabularies: [], pages: []))
        let now = Date(timeIntervalSince1970: 1_795_431_600)
        var reports: [WebAddress: LinkReport] = [:]
        for (text, result) in [("https://a.be/", LinkResult.alive(status: 200)), ("https://b.be/", .broken(.timeout))] {
            let address = try #require(WebAddress(text))
            reports[address] = LinkReport(address)
            reports[address]?.note(result, at: now)
        }
        #expect(table.due(reports, at: now).map(\.description) == ["https://c.be/"])
        let tomorrow = now.addingTimeInterval(86_400)
        #expect(table.due(reports, at: tomorrow).map(\.description) == ["https://b.be/", "https://c.be/"])
        #expect(table.due(reports, at: now.addingTimeInterval(7 * 86_400)).count == 3)
    }

    @Test func anAcceptedMoveChangesEveryRecordThatUsesTheAddress() throws {
        let old = try #require(WebAddress("http://awel.be/a"))
        let one = try record("one", links: ["http://awel.be/a", "http://awel.be/b"])
        let other = try record("other", links: [], sources: ["http://awel.be/a"])
        let table = LinkTable(Catalogue(records: [one, other], vocabularies: [], pages: [try page(old)]))
        let secure = try #require(WebAddress("https://awel.be/a"))
        let move = try #require(LinkMove(from: old, to: secure))
        let changes = table.changes(for: move)
        #expect(changes.map(\.record) == [one.id, other.id])
        #expect(one.applying(changes).links.map(\.address.description) == ["https://awel.be/a", "http://awel.be/b"])
        #expect(other.applying(changes).sources.first?.address == move.new)
    }

    @Test func aFieldThatChangedSinceThePreviewStays() throws {
        let record = try record("one", links: ["https://a.be/"])
        let old = try #require(WebAddress("https://was.be/"))
        let new = try #require(WebAddress("https://will.be/"))
        let changes = [LinkField.link(0), .link(7), .source(0), .chat, .form].map {
            LinkChange(record: record.id, field: $0, old: old, new: new)
        }
        #expect(record.applying(changes) == record)
    }

    private func page(_ address: WebAddress) throws -> EditorialPage {
        let text = LocalisedText([Language.en: "text"])
        return EditorialPage(
            id: try #require(Identifier("about")), title: text, lead: text,
            sections: [.init(heading: text, text: text, links: [.init(label: text, address: address)])])
    }
}

@Suite struct LinkReplacementTests {
    @Test func showsEveryChangeBeforeItIsMade() throws {
        var one = try record(
            "one", links: ["https://oud.be/nl?x=1#y", "https://elders.be/"], sources: ["http://OUD.be"])
        one.contact = Contact()
        one.contact?.chat = WebAddress("https://www.oud.be/chat")
        let other = try record("other", links: ["https://elders.be/oud.be"])
        let replacement = try DomainReplacement(old: "oud.be", new: "www.nieuw.be")
        let preview = replacement.preview([one, other])
        #expect(
            preview.map { "\($0.record) \($0.field) \($0.old) \($0.new)" } == [
                "one links[0] https://oud.be/nl?x=1#y https://www.nieuw.be/nl?x=1#y",
                "one sources[0] http://OUD.be http://www.nieuw.be",
            ])
        let changed = replacement.apply(to: [one, other])
        #expect(changed == [one.applying(preview)])
        #expect(changed.first?.links.map(\.address.site) == ["nieuw.be", "elders.be"])
        #expect(changed.first?.contact?.chat == one.contact?.chat)
        #expect(replacement.preview(changed).isEmpty)
    }

    @Test(
        arguments: [
            ("oud.be/nl", "nieuw.be/hulp", "https://oud.be/nl/a?b", "https://nieuw.be/hulp/a?b"),
            ("oud.be/nl/", "nieuw.be/", "https://oud.be/nl", "https://nieuw.be"),
            ("oud.be/nl", "nieuw.be", "https://oud.be/nl#x", "https://nieuw.be#x"),
            ("oud.be/nl", "nieuw.be", "https://oud.be/nlx", nil),
            ("oud.be/nl", "nieuw.be", "https://oud.be/fr", nil),
            ("oud.be", "nieuw.be", "https://nietoud.be/", nil),
            ("oud.be", "nieuw.be", "https://oud.be.elders.be/", nil),
            ("oud.be", "nieuw.be", "https://oud.be:8080/", nil),
            ("oud.be:8080", "nieuw.be", "https://oud.be:8080/a", "https://nieuw.be/a"),
            ("http://oud.be", "https://oud.be", "http://oud.be/a", "https://oud.be/a"),
            ("http://oud.be", "https://nieuw.be", "https://oud.be/a", nil),
            ("oud.be", "https://oud.be", "https://oud.be/a", nil),
            ("oud.be", "oud.be/nl", "https://oud.be/a", "https://oud.be/nl/a"),
            ("oud.be", "oud.be/nl", "https://oud.be/nl/a", nil),
            (" OUD.be ", "Nieuw.BE", "https://oud.be/A", "https://nieuw.be/A"),
        ] as [(String, String, String, String?)])
    func replacesWhatIsMeantAndNothingElse(
        _ old: String, _ new: String, _ address: String, _ expected: String?
    ) throws {
        let preview = try DomainReplacement(old: old, new: new).preview([try record("one", links: [address])])
        #expect(preview.map(\.new.description) == (expected.map { [$0] } ?? []))
    }

    @Test(arguments: [
        "", " ", "be", "localhost", "http://", "https://localhost/", "127.0.0.1", "10.0.0.1", "[::1]", "a..be", ".be",
        "-a.be", "a-.be", "nieuw.b", "nieuw.be:", "nieuw.be:0", "nieuw.be:99999", "nieuw.be:080", "nieuw be",
        "nieuw.be/a b",
        "me@nieuw.be", "me:word@nieuw.be", "nieuw.be?x", "nieuw.be#x", "nieuw.be//x", "printer.local", "shop.example",
        "x.test", "x.onion", "ftp://nieuw.be", "javascript:alert(1)", "nieuw.be/\"x", "één.be", "nieuw.be/<b>",
        "nieuw_.be",
        "nieuw.123",
    ])
    func refusesWhatIsNoDomainOfASite(_ nonsense: String) {
        #expect(throws: SitePlace.Fault.self) { try DomainReplacement(old: "oud.be", new: nonsense) }
        #expect(throws: SitePlace.Fault.self) { try DomainReplacement(old: nonsense, new: "nieuw.be") }
    }
}

private func record(_ id: String, links: [String], sources: [String] = []) throws -> Record {
    let text = LocalisedText([Language.en: id])
    var record = Record(
        id: try #require(RecordID(id)), kind: .initiative, title: text, summary: text, status: .active)
    record.links = try links.map { Link(address: try #require(WebAddress($0)), language: nil) }
    record.sources = try sources.map { Source(address: try #require(WebAddress($0)), says: "so", seen: nil) }
    return record
}
