import Catalogue
import Foundation
import Testing

@testable import Exchange

@Suite struct HSDSTests {
    private func service(_ shop: HSDSShop, _ id: Identifier) throws -> JSON {
        let hsds = try shop.hsds()
        let entry = try #require(hsds.services.first { $0.record == id })
        return try #require(hsds.service(entry, .full))
    }

    private func line(_ change: (inout HSDSShop) throws -> Void = { _ in }) throws -> JSON {
        var shop = try HSDSShop()
        try change(&shop)
        return try service(shop, shop.line.id)
    }

    @Test func channelsAndWhatTeachesAreServices() throws {
        var shop = try HSDSShop()
        var game = try HSDSShop.record("game", .resource, [.en: "Game"])
        game.formats = [try HSDSShop.id("game")]
        shop.others = [game, try HSDSShop.record("guide", .guide, [.en: "Guide"])]
        let hsds = try shop.hsds()
        #expect(hsds.services.map(\.record.description) == ["awel-102", "course"])
        #expect(hsds.organisations.map(\.record.description) == ["awel"])
    }

    @Test func aUUIDFollowsFromTheAddressAndNothingElse() throws {
        // Made with uuid.uuid5(uuid.NAMESPACE_URL, "https://shop.example/records/awel-102") of Python.
        #expect(try line()["id"]?.text == "7ee38cde-4ceb-591c-99fd-a74e1610311e")
        let before = try line()
        let after = try line { shop in
            shop.line.title = LocalisedText([.en: "Other"])
            shop.line.contact?.phones.insert(
                Contact.Phone(number: try #require(PhoneNumber("116 000"))), at: 0)
        }
        #expect(before["id"] == after["id"])
        let number = { (json: JSON) in json["phones"]?.elements?.first { $0["number"]?.text == "102" }?["id"] }
        #expect(number(before) != nil && number(before) == number(after))
    }

    @Test func theOwnersNameComesFirstAndTheEnglishOneBeside() throws {
        let line = try line()
        #expect(line["name"] == "Bel 102")
        #expect(line["alternate_name"] == "Call 102")
        let french = try #require(line["translations"]?.elements?.first { $0["language"] == "fr" })
        #expect(french["name"] == "Appelez le 102")
        #expect(line["translations"]?.elements?.contains { $0["language"] == "nl-simple" } ?? false)
    }

    @Test func hoursAreRules() throws {
        let schedules = try #require(try line()["schedules"]?.elements)
        let weekly = try #require(schedules.first)
        #expect(weekly["freq"] == "WEEKLY" && weekly["byday"] == "MO,FR")
        #expect(weekly["opens_at"] == "16:00" && weekly["closes_at"] == "23:59")
        #expect(weekly["attending_type"] == "By phone" && weekly["timezone_name"] == "Europe/Brussels")
        #expect(schedules.count == 3)
        #expect(schedules[1]["valid_from"] == "2026-12-24" && schedules[1]["opens_at"] == nil)
        #expect(schedules[2]["valid_to"] == "2026-12-31" && schedules[2]["opens_at"] == "10:00")
    }

    @Test(arguments: [Hours.Certainty.conflicting, .old, .unknown])
    func hoursThatNoSourceSettlesAreNotTold(_ certainty: Hours.Certainty) throws {
        #expect(try line { $0.line.contact?.hours?.certainty = certainty }["schedules"] == nil)
    }

    @Test func whatNobodyKnowsIsNotSaid() throws {
        let line = try line { shop in
            shop.line.cost = nil
            shop.line.ages = nil
            shop.line.verified = nil
            shop.line.contact = nil
            shop.line.languages = []
        }
        let silent = [
            "fees_description", "minimum_age", "maximum_age", "assured_date", "phones", "schedules", "languages",
            "cost_options", "service_at_locations", "email",
        ]
        for name in silent { #expect(line[name] == nil, "\(name)") }
    }

    @Test func conceptsOfNoVocabularyAreLeftOut() throws {
        let attributes = try #require(try line()["attributes"]?.elements)
        #expect(
            attributes.compactMap { $0["taxonomy_term"]?["code"]?.text }.sorted() == [
                "costs/free", "kinds/channel", "territories/liege", "themes/gaming",
            ])
        #expect(attributes.allSatisfy { $0["link_entity"] == "service" })
    }

    @Test func aWholeAddressIsTakenApart() throws {
        let places = try #require(try line()["service_at_locations"]?.elements)
        #expect(places.map { $0["location"]?["location_type"] } == ["physical", "virtual"])
        let address = try #require(places[0]["location"]?["addresses"]?.elements?.first)
        #expect(address["address_1"] == "Gospertstraße 1" && address["city"] == "Eupen")
        #expect(address["postal_code"] == "4700" && address["state_province"] == "Liege")
        #expect(address["region"] == "Wallonia" && address["country"] == "BE")
    }

    @Test(arguments: [
        "Bib Tweebronnen, Leuven", "Werthplatz, Eupen", "Rue Beeckman, Liège", "Gospertstraße 1, Eupen",
        "Boulevard du Roi Albert II 8 boîte 3, 1000 Bruxelles (from 17 May 2016)",
        "Federation and Liège house: rue Hors-Château 7, 4000 Liège", "Kaleido, Aachener Straße 48",
        "Somewhere 5, 0999 Nowhere", "",
    ])
    func noAddressIsMadeOfHalfAText(_ text: String) throws {
        #expect(PostalAddress(text) == nil)
        let places = try #require(
            try line { $0.line.contact?.address = text }["service_at_locations"]?.elements)
        #expect(places[0]["location"]?["addresses"] == nil)
        #expect(places[0]["location"]?["description"]?.text == text)
    }

    @Test func anAddressThatEditorsDoubtIsNotTold() throws {
        let places = try line { $0.line.contact?.addressRemark = "From an old page" }["service_at_locations"]
        #expect(places?.elements?.map { $0["location"]?["location_type"] } == ["virtual"])
    }

    @Test func whatWasWithdrawnIsDefunctAndSaysNothingElse() throws {
        let line = try line {
            $0.line.withdrawn = PartialDate("2026-05-01")
            $0.line.successor = $0.course.id
        }
        #expect(line["status"] == "defunct" && line["withdrawn"] == "2026-05-01")
        #expect(line["successor_id"] == (try service(HSDSShop(), HSDSShop().course.id))["id"])
        #expect(line["phones"] == nil && line["description"] == nil)
    }

    @Test func whatNobodyConfirmedIsInactiveAndSaysWhy() throws {
        let shop = try HSDSShop()
        let course = try service(shop, shop.course.id)
        #expect(course["status"] == "inactive" && course["alert"] != nil)
    }

    @Test func addressesWithOtherLettersBecomeURIs() throws {
        #expect(try line()["url"] == "https://awel.example/nl/%C3%A9%C3%A9n")
    }

    @Test func aPostcodeIsReachedByWhatIsAroundIt() throws {
        let shop = try HSDSShop()
        let hsds = try shop.hsds()
        let reaches = { (text: String) throws -> Bool in
            let postcode = try #require(Postcode(text))
            return hsds.reaches(shop.line, .afar, postcode: postcode, in: hsds.territories(around: postcode))
        }
        #expect(try reaches("4000") && reaches("4700"))
        #expect(try !reaches("9000") && !reaches("1000"))
    }

    @Test func termsKnowTheirTaxonomyAndWhatIsAboveThem() throws {
        let hsds = try HSDSShop().hsds()
        let top = hsds.taxonomyTerms(in: .themes, top: true, parent: nil)
        #expect(top.map { $0["name"] } == ["Together"])
        let uuid = try #require(top.first?["id"]?.text.flatMap { UUID(uuidString: $0) })
        let below = hsds.taxonomyTerms(in: nil, top: false, parent: hsds.term(uuid))
        #expect(below.map { $0["name"] } == ["Gaming"])
        #expect(below.first?["parent_id"]?.text == uuid.lowercased)
    }
}
