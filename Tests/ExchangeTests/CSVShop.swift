import Catalogue
import Foundation
import Testing

@testable import Exchange

/// A small shop, and what a sheet would do to it.
struct CSVShop {
    let catalogue: Catalogue

    init() throws {
        var focus = try Self.record("child-focus", .organisation, [.nl: "Child Focus", .en: "Child Focus"])
        focus.member = true
        var line = try Self.record("helpline", .channel, [.nl: "Hulplijn", .fr: "Ligne d’aide"])
        line.summary = LocalisedText([Edition(.nl): "Bel ons.", Edition(.nl, isSimple: true): "Je kunt bellen."])
        line.themes = try [#require(ConceptID("gaming"))]
        line.ages = AgeRange(from: 6, to: 18)
        line.organisations = [focus.id]
        line.links = [Link(address: try Self.address("https://example.be/nl"), language: .nl)]
        var contact = Contact()
        contact.phones = [
            Contact.Phone(
                number: try #require(PhoneNumber("116 000")), note: LocalisedText([.nl: "gratis"]), remark: "old"),
            Contact.Phone(number: try #require(PhoneNumber("+32 2 475 44 99"))),
        ]
        contact.emails = [try #require(Contact.Email(address: "help@example.be", remark: "seen in 2020"))]
        contact.hours = Hours(certainty: .unknown)
        line.contact = contact
        line.sources = [
            Source(
                address: try Self.address("https://example.be/about"), says: "The number | free",
                seen: PartialDate("2024-03")),
            Source(address: try Self.address("https://example.be/press"), says: "The ages", seen: nil),
        ]
        line.verified = Verification(on: try #require(PartialDate("2026-01-02")), organisation: nil, by: .workspace)
        var gone = try Self.record("gone", .resource, [.en: "Gone"])
        gone.withdrawn = PartialDate("2025-01-01")
        var fair = try Self.record("fair", .event, [.en: "Fair"])
        fair.yearly = true
        let guide = try Self.record("guide-one", .guide, [.en: "Guide"])
        catalogue = Catalogue(
            records: [focus, line, gone, fair, guide],
            vocabularies: try [
                Self.vocabulary(.themes, ["gaming": "Gamen", "sexting": "Sexting", "body": "Liefde, seks en lichaam"]),
                Self.vocabulary(.costs, ["free": "Gratis", "paid": "Betalend"]),
                Self.vocabulary(.kinds, ["channel": "Hulplijn of meldpunt", "resource": "Materiaal"]),
            ], pages: [])
    }

    private static func record(_ id: String, _ kind: Kind, _ title: [Language: String]) throws -> Record {
        Record(
            id: try #require(RecordID(id)), kind: kind, title: LocalisedText(title), summary: LocalisedText(),
            status: .active)
    }

    private static func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text)) }

    private static func vocabulary(_ name: VocabularyName, _ concepts: [String: String]) throws -> Vocabulary {
        Vocabulary(
            name: name,
            concepts: try concepts.sorted { $0.key < $1.key }.map {
                Concept(id: try #require(ConceptID($0.key)), label: LocalisedText([.nl: $0.value]))
            })
    }

    func preview(_ headers: [String], _ rows: [[String]]) throws -> ImportPreview {
        let file = try CSVFile(CSVWriter().data(headers: headers, rows: rows))
        return ImportPreview(file, mapping: ColumnMapping(guessing: file.headers), catalogue: catalogue)
    }

    func outcome(_ cells: [(String, String)]) throws -> ImportPreview.Outcome {
        try #require(try preview(cells.map(\.0), [cells.map(\.1)]).rows.first).outcome
    }

    /// What a row makes of the helpline.
    func helpline(_ column: String, _ cell: String) throws -> Record {
        let outcome = try outcome([("id", "helpline"), (column, cell)])
        return try #require(outcome.record, "\(outcome)")
    }

    func faults(_ cells: [(String, String)]) throws -> [RowFault] {
        guard case .wrong(let faults) = try outcome(cells) else { return [] }
        return faults
    }

    var line: Record {
        get throws {
            let id = try #require(RecordID("helpline"))
            return try #require(catalogue[id])
        }
    }
}
