import Catalogue
import Foundation
import Testing

@testable import Exchange

/// The Allgemeines Metadatenprofil für Bildungsressourcen.
@Suite struct AMBTests {
    private func profile(_ records: Record...) throws -> AMB {
        var shop = SchemaShop()
        shop.records = records
        let catalogue = try shop.catalogue
        return AMB(
            catalogue: catalogue, log: ChangeLog(catalogue, at: Date(timeIntervalSince1970: 1_795_431_600)),
            addresses: SchemaShop.addresses)
    }

    @Test func hasWhatTheProfileRequires() throws {
        var lesson = try SchemaShop.record("lesson", .resource, [.nl: "Les", .fr: "Leçon"])
        lesson.formats = [try SchemaShop.concept("lesson")]
        lesson.languages = [LanguageTag(.fr), try #require(LanguageTag("nl-simple")), try #require(LanguageTag("rmy"))]
        let document = try #require(try profile(lesson).document(lesson, in: nil))
        #expect(document["@context"]?.elements?.first == "https://w3id.org/kim/amb/context.jsonld")
        #expect(document["@context"]?.elements?.last == ["@language": "fr"])
        #expect(document["id"] == "https://shop.example/records/lesson")
        #expect(document["type"] == ["LearningResource"])
        #expect(document["name"] == "Leçon")
        #expect(document["inLanguage"] == ["fr", "nl"])
        let types = try #require(document["learningResourceType"]?.elements)
        #expect(types[0]["id"] == "https://w3id.org/kim/hcrt/lesson_plan")
        #expect(types[1]["prefLabel"] == ["nl": "Les", "fr": "Leçon"])
        #expect(document["mainEntityOfPage"]?.elements?.first?["id"] == "https://shop.example/fr/resources/lesson")
    }

    /// The licence of a thing is its maker's to give; the routes are ours.
    @Test func aLicenceStandsOnlyWhereItIsKnown() throws {
        let lesson = try SchemaShop.record("lesson", .resource, [.nl: "Les"])
        let route = try SchemaShop.record("route", .route, [.nl: "Route"])
        let profile = try profile(lesson, route)
        #expect(try #require(profile.document(lesson, in: .nl))["license"] == nil)
        #expect(
            try #require(profile.document(route, in: .nl))["license"]
                == ["id": "https://creativecommons.org/licenses/by/4.0/"])
    }

    @Test func whatIsNoLearningResourceIsLeftOut() throws {
        let lesson = try SchemaShop.record("lesson", .resource, [.nl: "Les"])
        let line = try SchemaShop.record("line", .channel, [.nl: "Lijn"])
        let profile = try profile(lesson, line)
        #expect(profile.document(line, in: .nl) == nil)
        #expect(Array(profile.lines).count == 1)
        #expect(Array(profile.lines).allSatisfy { $0.last == UInt8(ascii: "\n") })
    }
}
