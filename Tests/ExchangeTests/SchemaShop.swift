import Catalogue
import Foundation
import Testing

@testable import Exchange

/// A small catalogue, and what it is in the words of schema.org.
struct SchemaShop {
    static let today = CivilDay(year: 2026, month: 11, day: 27)
    static let addresses = PublicAddresses(site: "https://shop.example") { "/\($2)/\($0.folder)/\($1)" }

    var records: [Record]

    init(_ records: Record...) { self.records = records }

    var catalogue: Catalogue {
        get throws {
            Catalogue(
                records: records,
                vocabularies: [
                    try Self.vocabulary(.themes, "gaming", [.nl: "Gamen", .fr: "Jeux"]),
                    try Self.vocabulary(.audiences, "parents", [.nl: "Ouders", .fr: "Parents"]),
                    try Self.vocabulary(.formats, "lesson", [.nl: "Les", .fr: "Leçon"]),
                    try Self.vocabulary(.territories, "flanders", [.nl: "Vlaanderen", .fr: "Flandre"]),
                ], pages: [])
        }
    }

    func schema(_ voice: SchemaOrg.Voice = .edition(Edition(.nl))) throws -> SchemaOrg {
        SchemaOrg(try catalogue, Self.addresses, voice: voice, on: Self.today)
    }

    /// What the first record is.
    func object(_ voice: SchemaOrg.Voice = .edition(Edition(.nl))) throws -> JSON {
        try schema(voice).record(try #require(records.first))
    }

    static func record(_ id: String, _ kind: Kind, _ title: [Language: String]) throws -> Record {
        Record(
            id: try #require(RecordID(id)), kind: kind, title: LocalisedText(title),
            summary: LocalisedText([.nl: "Wat het is."]), status: .active)
    }

    static func concept(_ id: String) throws -> ConceptID { try #require(ConceptID(id)) }

    static func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

    private static func vocabulary(_ name: VocabularyName, _ id: String, _ label: [Language: String]) throws
        -> Vocabulary
    {
        Vocabulary(name: name, concepts: [Concept(id: try concept(id), label: LocalisedText(label))])
    }
}

extension JSON {
    /// The value at the end of a path.
    subscript(path: String...) -> JSON? { path.reduce(Optional(self)) { $0?[$1] } }
}
