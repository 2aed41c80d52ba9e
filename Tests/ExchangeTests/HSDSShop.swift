import Catalogue
import Foundation
import Testing

@testable import Exchange

/// A small shop with a helpline, its owner, a course, and things that are no services.
struct HSDSShop {
    var line: Record
    var owner: Record
    var course: Record
    var others: [Record] = []
    static let first = Date(timeIntervalSince1970: 1_700_000_000)
    static let addresses = PublicAddresses(site: "https://shop.example") { kind, id, language in
        "/\(language)/\(kind.folder)/\(id)"
    }

    init() throws {
        owner = try Self.record("awel", .organisation, [.nl: "Awel vzw", .en: "Awel"])
        owner.ownNames = [.nl]
        line = try Self.record("awel-102", .channel, [.nl: "Bel 102", .fr: "Appelez le 102", .en: "Call 102"])
        line.ownNames = [.nl]
        line.summary = LocalisedText([
            Edition(.nl): "Praat met ons.", Edition(.en): "Talk to us.",
            Edition(.nl, isSimple: true): "Je kunt bellen.",
        ])
        line.organisations = [owner.id]
        line.languages = try [#require(LanguageTag("nl")), #require(LanguageTag("vgt"))]
        line.themes = try [Self.id("gaming"), Self.id("nowhere")]
        line.territories = try [Self.id("liege")]
        line.ages = AgeRange(from: 6, to: 25)
        line.cost = try Self.id("free")
        line.verified = Verification(on: try #require(PartialDate("2026-03-01")), organisation: nil, by: .workspace)
        line.links = [Link(address: try #require(WebAddress("https://awel.example/nl/één")), language: .nl)]
        var contact = Contact()
        contact.phones = [Contact.Phone(number: try #require(PhoneNumber("102")))]
        contact.chat = WebAddress("https://chat.awel.example")
        contact.address = "Gospertstraße 1, B-4700 Eupen"
        var hours = Hours(certainty: .stated)
        hours.applies = .phone
        hours.weekly = [try #require(Hours.Span(days: [.fr, .mo], opens: 960, closes: 1_440))]
        hours.holidays = .closed
        hours.exceptions = [
            Hours.Exception(day: try #require(PartialDate("2026-12-24")), spans: []),
            Hours.Exception(
                day: try #require(PartialDate("2026-12-31")),
                spans: [try #require(Hours.Span(days: [.th], opens: 600, closes: 720))]),
        ]
        contact.hours = hours
        line.contact = contact
        course = try Self.record("course", .initiative, [.fr: "Formation, « numérique »"])
        course.formats = [try Self.id("training")]
        course.status = .unknown
    }

    var catalogue: Catalogue {
        get throws {
            Catalogue(
                records: [line, owner, course] + others,
                vocabularies: try [
                    Self.vocabulary(.kinds, [("channel", nil), ("initiative", nil), ("organisation", nil)]),
                    Self.vocabulary(.themes, [("together", nil), ("gaming", "together")]),
                    Self.vocabulary(.formats, [("training", nil)]), Self.vocabulary(.costs, [("free", nil)]),
                    Self.vocabulary(
                        .territories, [("belgium", nil), ("wallonia", "belgium"), ("liege", "wallonia")]),
                ], pages: [])
        }
    }

    func hsds() throws -> HSDS {
        let catalogue = try catalogue
        return HSDS(
            catalogue: catalogue, log: ChangeLog(catalogue, at: Self.first), addresses: Self.addresses)
    }

    static func id(_ text: String) throws -> Identifier { try #require(Identifier(text)) }

    static func record(_ id: String, _ kind: Kind, _ title: [Language: String]) throws -> Record {
        Record(
            id: try Self.id(id), kind: kind, title: LocalisedText(title), summary: LocalisedText(), status: .active)
    }

    private static func vocabulary(_ name: VocabularyName, _ concepts: [(String, String?)]) throws -> Vocabulary {
        Vocabulary(
            name: name,
            concepts: try concepts.map { text, broader in
                var concept = Concept(
                    id: try id(text), label: LocalisedText([.en: text.capitalized, .nl: "Een " + text]))
                concept.broader = try [broader].compactMap { $0 }.map { try id($0) }
                if name == .territories { concept.type = text == "wallonia" ? "region" : nil }
                return concept
            })
    }
}
