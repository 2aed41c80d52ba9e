import Catalogue
import Foundation
import Testing

@testable import Exchange

@Suite struct SchemaOrgTests {
    @Test func aResourceIsALearningResourceWithWhatIsKnown() throws {
        var game = try SchemaShop.record("game", .resource, [.nl: "Spel", .fr: "Jeu"])
        game.themes = [try SchemaShop.concept("gaming")]
        game.audiences = [try SchemaShop.concept("parents")]
        game.formats = [try SchemaShop.concept("lesson")]
        game.ages = AgeRange(from: 6, to: 12)
        game.cost = try SchemaShop.concept("free")
        game.languages = [LanguageTag(.nl)]
        let object = try SchemaShop(game).object()
        #expect(object["@type"] == "LearningResource")
        #expect(object["@id"] == "https://shop.example/records/game")
        #expect(object["name"] == "Spel")
        #expect(object["typicalAgeRange"] == "6-12")
        #expect(object["isAccessibleForFree"] == true)
        #expect(object["inLanguage"] == "nl")
        #expect(object["learningResourceType"] == "Les")
        #expect(object["about"]?["@id"] == "https://shop.example/vocabularies/themes/gaming")
        #expect(object["audience"]?["audienceType"] == "Ouders")
    }

    /// Nothing is made up: a record of which only the name is known has only its name.
    @Test(arguments: Kind.allCases)
    func nothingIsInvented(_ kind: Kind) throws {
        var bare = Record(
            id: try #require(RecordID("bare")), kind: kind, title: LocalisedText([.nl: "Kaal"]),
            summary: LocalisedText(), status: .unknown)
        bare.cost = try SchemaShop.concept("mixed")
        guard case .object(let fields) = try SchemaShop(bare).object() else {
            Issue.record("no object")
            return
        }
        // Routes and guides are our own: we know their licence, and who gives them.
        let ours: Set = [
            "@type", "@id", "name", "provider", "license", "numberOfItems", "additionalType",
        ]
        #expect(Set(fields.map(\.name)).isSubset(of: ours), "\(fields.map(\.name))")
        let isOurs = kind == .route || kind == .guide
        #expect(fields.contains { $0.name == "license" } == isOurs)
    }

    @Test func aTextOfAnotherLanguageSaysWhichOne() throws {
        let game = try SchemaShop.record("game", .resource, [.fr: "Jeu"])
        let object = try SchemaShop(game).object()
        #expect(object["name"] == ["@language": "fr", "@value": "Jeu"])
    }

    @Test func aDocumentHasEveryLanguageAndItsTerms() throws {
        var game = try SchemaShop.record("game", .resource, [.nl: "Spel", .fr: "Jeu"])
        game.home = "https://other.example/records/game"
        let moment = Date(timeIntervalSince1970: 1_795_431_600)
        let shop = SchemaShop(game)
        let change = ChangeLog.Change(record: game.id, revision: 4, first: moment, last: moment)
        let document = try shop.schema(.all).document(game, change: change)
        #expect(document["@context"] == "https://schema.org")
        #expect(
            document["name"] == [
                ["@language": "nl", "@value": "Spel"], ["@language": "fr", "@value": "Jeu"],
            ])
        #expect(document["additionalType"] == "https://shop.example/vocabularies/kinds/resource")
        #expect(document["sameAs"] == "https://other.example/records/game")
        #expect(document["subjectOf"]?["license"] == "https://creativecommons.org/licenses/by/4.0/")
        #expect(document["subjectOf"]?["dateModified"] == "2026-11-23T11:00:00Z")
        #expect(document["subjectOf"]?["url"]?.elements?.count == 4)
    }

    @Test func aTrainingIsACourseAndAnotherInitiativeAProject() throws {
        var one = try SchemaShop.record("one", .initiative, [.nl: "Een"])
        #expect(try SchemaShop(one).object()["@type"] == ["Project", "Service"])
        one.formats = [try SchemaShop.concept("training")]
        #expect(try SchemaShop(one).object()["@type"] == "Course")
    }

    @Test func aMemberIsAMemberOfThoseWhoKeepTheSite() throws {
        var one = try SchemaShop.record("one", .organisation, [.nl: "Een"])
        #expect(try SchemaShop(one).object()["memberOf"] == nil)
        one.member = true
        #expect(try SchemaShop(one).object()["memberOf"]?["@id"] == "https://shop.example/#organization")
    }

    @Test func aPublicationIsAReportOfItsYear() throws {
        var report = try SchemaShop.record("report", .publication, [.nl: "Rapport"])
        report.founded = 2024
        let maker = try SchemaShop.record("maker", .organisation, [.nl: "Maker"])
        report.organisations = [maker.id]
        let object = try SchemaShop(report, maker).object()
        #expect(object["datePublished"] == "2024")
        #expect(object["publisher"]?["@id"] == "https://shop.example/records/maker")
    }

    @Test func anOpenEndOfAgesIsOpen() throws {
        var game = try SchemaShop.record("game", .resource, [.nl: "Spel"])
        game.ages = AgeRange(from: 18, to: 120)
        #expect(try SchemaShop(game).object()["typicalAgeRange"] == "18-")
    }

    // MARK: Pages

    @Test func thePageItselfHasNoAddressInItsTrail() {
        let page = SchemaOrg.page([.init("Home", "https://shop.example/nl/"), .init("Thema’s", nil)], about: [])
        let trail = page["@graph"]?.elements?.first
        #expect(trail?["@type"] == "BreadcrumbList")
        #expect(trail?["itemListElement"]?.elements?.count == 2)
        #expect(trail?["itemListElement"]?.elements?.last?["item"] == nil)
    }

    @Test func theWholeCatalogueIsOneDocument() throws {
        let shop = SchemaShop(
            try SchemaShop.record("one", .resource, [.nl: "Een"]), try SchemaShop.record("two", .channel, [.nl: "Twee"])
        )
        let catalogue = try shop.catalogue
        let log = ChangeLog(catalogue, at: Date(timeIntervalSince1970: 1_795_431_600))
        for catalogue in [catalogue, Catalogue.empty] {
            let export = JSONLDExport(catalogue: catalogue, log: log, addresses: SchemaShop.addresses)
            let document = try JSON(reading: Data(export.pieces.flatMap { $0 }))
            #expect(document["@context"] == "https://schema.org")
            #expect(document["@graph"]?.elements?.count == catalogue.records.count)
        }
    }
}
