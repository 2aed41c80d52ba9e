import Catalogue
import Foundation
import Testing

@testable import Exchange

@Suite struct HSDSPackageTests {
    private func files(_ change: (inout HSDSShop) -> Void = { _ in }) throws -> [String: String] {
        var shop = try HSDSShop()
        change(&shop)
        let catalogue = try shop.catalogue
        let package = HSDSPackage(
            catalogue: catalogue, log: ChangeLog(catalogue, at: HSDSShop.first), addresses: HSDSShop.addresses)
        return Dictionary(
            uniqueKeysWithValues: package.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private func rows(_ table: String?) throws -> [String] {
        try #require(table).split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func everyTableIsDescribedAndThere() throws {
        let files = try files()
        let json = try JSON(reading: Data(try #require(files["datapackage.json"]).utf8))
        let resources = try #require(json["resources"]?.elements)
        #expect(resources.count == files.count - 1)
        for resource in resources {
            let table = try #require(files[resource["path"]?.text ?? ""])
            let names = resource["schema"]?["fields"]?.elements?.compactMap { $0["name"]?.text }
            #expect(table.split(separator: "\n").first.map(String.init) == names?.joined(separator: ","))
        }
        #expect(json["licenses"]?.elements?.first?["name"] == "CC-BY-4.0")
    }

    @Test func whatLiesInAServiceComesIntoItsTable() throws {
        let files = try files()
        #expect(try rows(files["services.csv"]).count == 2)
        #expect(try rows(files["schedules.csv"]).count == 3)
        #expect(try rows(files["service_at_location.csv"]).count == 2)
        #expect(
            try rows(files["addresses.csv"]).first?.contains("Gospertstraße 1,Eupen,Wallonia,Liege,4700,BE") ?? false)
        #expect(try rows(files["phones.csv"]).first?.contains(",102,voice,") ?? false)
        #expect(try rows(files["translations.csv"]).contains { $0.contains(",service,nl-simple,,Je kunt bellen.,") })
    }

    @Test func aServiceOfNobodyWeKnowBelongsToNobodyWeKnow() throws {
        #expect(try #require(try files()["organizations.csv"]).contains("Not known"))
        let all = try files { $0.course.organisations = [$0.owner.id] }
        #expect(!(try #require(all["organizations.csv"]).contains("Not known")))
    }

    @Test func commasAndQuotesDontBreakARow() throws {
        let files = try files { $0.course.title = LocalisedText([.en: "One, \"two\"\nthree"]) }
        #expect(try #require(files["services.csv"]).contains("\"One, \"\"two\"\"\nthree\""))
    }

    @Test func theSameCatalogueMakesTheSameBytes() throws { #expect(try files() == files()) }

    @Test func whatIsAwayIsNotInIt() throws {
        let files = try files { $0.line.withdrawn = PartialDate("2026-05-01") }
        #expect(try rows(files["services.csv"]).count == 1)
    }
}
