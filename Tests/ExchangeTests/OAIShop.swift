import Catalogue
import Foundation
import FoundationXML
import Testing

@testable import Exchange

/// A shop for harvesters: 250 resources about one thing and another, a channel, and three that are gone.
struct OAIShop {
    static let site = "https://shop.example"
    /// 2026-11-27T10:00:00Z
    static let moment = Date(timeIntervalSince1970: 1_795_773_600)
    /// When the first record was published; each was a minute and a third of a second after the one before.
    static let beginning = Date(timeIntervalSince1970: 1_780_000_000.25)

    var records: [Record] = []
    let themes: Vocabulary
    var log = ChangeLog([])

    init() throws {
        var wide = Concept(id: try Self.id("together"), label: LocalisedText([.nl: "Samen", .en: "Together"]))
        wide.definition = LocalisedText([.en: "Wide"])
        var bullying = Concept(id: try Self.id("bullying"), label: LocalisedText([.nl: "Pesten", .en: "Bullying"]))
        bullying.broader = [wide.id]
        let privacy = Concept(id: try Self.id("privacy"), label: LocalisedText([.nl: "Privacy", .en: "Privacy"]))
        var circle = Concept(id: try Self.id("circle"), label: LocalisedText([.en: "Circle"]))
        circle.broader = [circle.id, privacy.id]
        themes = Vocabulary(name: .themes, concepts: [wide, bullying, privacy, circle])
        for number in 1...250 {
            var record = Record(
                id: try Self.id("thing-\(number)"), kind: .resource,
                title: LocalisedText([.nl: "Ding \(number)", .fr: "Chose \(number)"]),
                summary: LocalisedText([.nl: "Over <ding> & \"zo\"\u{0}\u{1F}\u{FFFE} \(number)"]), status: .active)
            record.themes = number % 2 == 0 ? [bullying.id] : number % 5 == 0 ? [privacy.id, circle.id] : []
            records.append(record)
        }
        let line = Record(
            id: try Self.id("helpline"), kind: .channel, title: LocalisedText([.en: "Line"]),
            summary: LocalisedText(), status: .active)
        var gone = line
        gone.id = try Self.id("gone")
        gone.withdrawn = PartialDate("2026-01-02")
        var merged = gone
        merged.id = try Self.id("merged")
        merged.successor = line.id
        merged.isMerged = true
        var aside = line
        aside.id = try Self.id("aside")
        aside.setAside = PartialDate("2026-01-02")
        records += [line, gone, merged, aside]
        log = ChangeLog(
            records.enumerated().map { place, record in
                let last = Self.beginning.addingTimeInterval(Double(place) * 60 + Double(place) / 3)
                return .init(record: record.id, revision: place + 1, first: Self.beginning, last: last)
            })
    }

    static func id(_ text: String) throws -> Identifier { try #require(Identifier(text)) }

    /// A record is published once more, as it is or changed.
    mutating func publish(_ name: String, _ change: (inout Record) -> Void = { _ in }) throws {
        let id = try Self.id(name)
        let place = try #require(records.firstIndex { $0.id == id })
        change(&records[place])
        let newest = try #require(log.changes.last)
        log = log.taking([
            .init(
                record: id, revision: newest.revision + 1, first: Self.beginning,
                last: newest.last.addingTimeInterval(60))
        ])
    }

    var repository: OAIRepository {
        OAIRepository(
            Catalogue(records: records, vocabularies: [themes], pages: []), log: log,
            addresses: PublicAddresses(site: Self.site) { kind, id, language in "/\(language)/\(kind.folder)/\(id)" },
            name: "Betternet", email: "data@shop.example", codings: ["gzip"])
    }

    /// The answer to `verb=Identify&…`, which must be well formed.
    func ask(_ query: String) throws -> OAIAnswer {
        let items = query.split(separator: "&").map { pair -> (name: String, value: String) in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(halves[0]), halves.count > 1 ? String(halves[1]) : "")
        }
        return try OAIAnswer(repository.answer(to: items, at: Self.moment))
    }

    /// All that a harvester gets, answer by answer. `between` happens after each.
    mutating func harvest(
        _ query: String, between: (inout OAIShop, Int) throws -> Void = { _, _ in }
    ) throws -> [OAIAnswer] {
        let verb = try #require(query.split(separator: "&").first)
        var answers = [try ask(query)]
        while let token = answers.last?.token, !token.isEmpty, answers.count < 50 {
            try between(&self, answers.count)
            answers.append(try ask("\(verb)&resumptionToken=\(token)"))
        }
        return answers
    }
}

/// An answer taken apart.
struct OAIAnswer {
    let root: XMLElement
    let text: String
    private let document: XMLDocument

    init(_ bytes: [UInt8]) throws {
        text = String(decoding: bytes, as: UTF8.self)
        document = try XMLDocument(data: Data(bytes))
        root = try #require(document.rootElement())
    }

    var error: String? { root.elements(forName: "error").first?.value(of: "code") }
    var request: XMLElement? { root.elements(forName: "request").first }

    /// The element with the name of the verb.
    var body: XMLElement? { root.children?.last as? XMLElement }

    var headers: [XMLElement] {
        let records = body?.elements(forName: "record").flatMap { $0.elements(forName: "header") } ?? []
        return records + (body?.elements(forName: "header") ?? [])
    }

    var identifiers: [String] { headers.compactMap { $0.elements(forName: "identifier").first?.stringValue } }

    var names: [String] { identifiers.map { String($0.split(separator: ":").last ?? "") } }

    var mark: XMLElement? { body?.elements(forName: "resumptionToken").first }
    var token: String? { mark?.stringValue }

    func texts(_ path: String...) -> [String] {
        var found = [body].compactMap { $0 }
        for step in path { found = found.flatMap { $0.elements(forName: step) } }
        return found.compactMap(\.stringValue)
    }
}

extension XMLElement {
    /// Of an attribute. `attribute(forName:)` finds none in elements that have a namespace.
    func value(of name: String) -> String? { attributes?.first { $0.name == name }?.stringValue }
}
