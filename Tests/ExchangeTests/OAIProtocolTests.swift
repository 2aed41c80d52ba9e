import Catalogue
import Foundation
import FoundationXML
import Testing

@testable import Exchange

/// What OAI-PMH 2.0 demands of single answers.
@Suite struct OAIProtocolTests {
    @Test(arguments: [
        ("", "badVerb"), ("verb=", "badVerb"), ("verb=Nope", "badVerb"), ("verb=identify", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"), ("junk", "badVerb"),
        ("verb=Identify&metadataPrefix=oai_dc", "badArgument"), ("verb=Identify&x=1", "badArgument"),
        ("verb=ListSets&set=kind", "badArgument"), ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=GetRecord&identifier=oai:shop.example:gone", "badArgument"),
        ("verb=ListRecords", "badArgument"), ("verb=ListIdentifiers", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=junk", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-03T10:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-03T24:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-03T10:00:00", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=a::b", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=a b", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=junk", "badArgument"),
        ("verb=ListIdentifiers&resumptionToken=junk&until=2000-02-05", "badArgument"),
        ("verb=ListRecords&resumptionToken=junk", "badResumptionToken"),
        ("verb=ListSets&resumptionToken=junk", "badResumptionToken"),
        ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=GetRecord&identifier=oai:shop.example:helpline&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=GetRecord&identifier=oai:shop.example:helpline&metadataPrefix=lom", "cannotDisseminateFormat"),
        ("verb=GetRecord&identifier=oai:shop.example:none&metadataPrefix=oai_dc", "idDoesNotExist"),
        ("verb=GetRecord&identifier=oai:other.example:gone&metadataPrefix=oai_dc", "idDoesNotExist"),
        ("verb=GetRecord&identifier=invalid\"<id&metadataPrefix=oai_dc", "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=gone", "idDoesNotExist"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=theme:none", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=lom&set=kind:channel", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=2001-01-01", "noRecordsMatch"),
    ])
    func whatMakesNoSenseIsToldByItsCode(_ query: String, _ code: String) throws {
        let answer = try OAIShop().ask(query)
        #expect(answer.error == code, "\(answer.text)")
        #expect(answer.root.elements(forName: "error").first?.stringValue?.isEmpty == false)
        // Only what was understood is said again.
        let isUnderstood = code != "badVerb" && code != "badArgument"
        #expect((answer.request?.value(of: "verb") != nil) == isUnderstood)
        #expect(answer.request?.stringValue == "https://shop.example/oai")
    }

    @Test func identifyTellsWhatTheProtocolAsksFor() throws {
        let answer = try OAIShop().ask("verb=Identify")
        for (name, value) in [
            ("repositoryName", "Betternet"), ("baseURL", "https://shop.example/oai"), ("protocolVersion", "2.0"),
            ("adminEmail", "data@shop.example"), ("earliestDatestamp", OAIDate.print(OAIShop.beginning)),
            ("deletedRecord", "persistent"), ("granularity", "YYYY-MM-DDThh:mm:ssZ"), ("compression", "gzip"),
        ] {
            #expect(answer.texts(name) == [value])
        }
        let sample = answer.texts("description", "oai-identifier", "sampleIdentifier")
        #expect(sample == ["oai:shop.example:thing-1"])
        #expect(answer.text.contains("rightsReference ref=\"\(Licence.data.address)\""))
        #expect(answer.root.elements(forName: "responseDate").first?.stringValue == "2026-11-27T10:00:00Z")
    }

    @Test func aMachineWithoutANameHasNoSampleIdentifierButAnAddressToWriteTo() throws {
        let shop = try OAIShop()
        let repository = OAIRepository(
            Catalogue(records: shop.records, vocabularies: [], pages: []), log: shop.log,
            addresses: PublicAddresses(site: "http://127.0.0.1:8080") { _, _, _ in "" }, name: "B",
            email: "betternet@localhost")
        let answer = try OAIAnswer(repository.answer(to: [("verb", "Identify")], at: OAIShop.moment))
        #expect(!answer.text.contains("sampleIdentifier"))
        #expect(answer.texts("adminEmail") == ["betternet@127.0.0.1"])
    }

    @Test func anItemTellsItsFormats() throws {
        let shop = try OAIShop()
        func formats(_ query: String) throws -> [String] {
            try shop.ask("verb=ListMetadataFormats" + query).texts("metadataFormat", "metadataPrefix")
        }
        #expect(try formats("") == ["oai_dc", "lom", "betternet"])
        #expect(try formats("&identifier=oai:shop.example:thing-1") == ["oai_dc", "lom", "betternet"])
        #expect(try formats("&identifier=oai:shop.example:helpline") == ["oai_dc", "betternet"])
        #expect(try formats("&identifier=oai:shop.example:gone") == ["oai_dc", "betternet"])
    }

    @Test func dublinCoreSpeaksEveryLanguage() throws {
        let answer = try OAIShop().ask("verb=GetRecord&identifier=oai:shop.example:thing-2&metadataPrefix=oai_dc")
        let core = try #require(
            answer.body?.elements(forName: "record").first?.elements(forName: "metadata").first?.children?.first
                as? XMLElement)
        func texts(_ name: String) -> [String] { core.elements(forName: name).compactMap(\.stringValue) }
        #expect(texts("dc:title") == ["Ding 2", "Chose 2"])
        #expect(
            core.elements(forName: "dc:title").map { $0.value(of: "xml:lang") } == ["nl", "fr"])
        #expect(texts("dc:subject") == ["Pesten", "Bullying"])
        #expect(texts("dc:description") == ["Over <ding> & \"zo\" 2"])
        #expect(texts("dc:identifier") == ["https://shop.example/records/thing-2"])
    }

    @Test func ourOwnFormatLosesNothing() throws {
        var shop = try OAIShop()
        try shop.publish("thing-7") { record in
            record.summary = LocalisedText([.nl: "Regel\neen\u{7} ]]> </record> é 🚲"])
            record.ages = AgeRange(from: 6, to: 12)
        }
        let answer = try shop.ask("verb=GetRecord&identifier=oai:shop.example:thing-7&metadataPrefix=betternet")
        let json = try #require(answer.texts("record", "metadata").first)
        let read = try JSONDecoder().decode(Record.self, from: Data(json.utf8))
        #expect(read == shop.records.first { $0.id.description == "thing-7" })
    }

    @Test func whatWasHarvestedTellsWhereItComesFrom() throws {
        var shop = try OAIShop()
        try shop.publish("thing-8") { $0.home = "https://other.example/records/eight" }
        try shop.publish("thing-9") { $0.home = "https://elsewhere.example/some/page" }
        let eight = try shop.ask("verb=GetRecord&identifier=oai:shop.example:thing-8&metadataPrefix=oai_dc")
        let origin = eight.body?.elements(forName: "record").first?.elements(forName: "about").first?
            .elements(forName: "provenance").first?.elements(forName: "originDescription").first
        #expect(origin?.elements(forName: "baseURL").first?.stringValue == "https://other.example/oai")
        #expect(origin?.elements(forName: "identifier").first?.stringValue == "oai:other.example:eight")
        #expect(eight.text.contains("<dc:source>https://other.example/records/eight</dc:source>"))
        let nine = try shop.ask("verb=GetRecord&identifier=oai:shop.example:thing-9&metadataPrefix=oai_dc")
        #expect(!nine.text.contains("<about>"))
    }

    @Test func whatCantBeReadIsABadArgument() throws {
        let answer = try OAIAnswer(try OAIShop().repository.answer(to: nil, at: OAIShop.moment))
        #expect(answer.error == "badArgument")
    }

    @Test(arguments: [
        ("2026-11-27T10:00:00Z", 1_795_773_600.0), ("1969-12-31T23:59:59Z", -1),
        ("0001-01-01T00:00:00Z", -62_135_596_800),
        ("2024-02-29T23:59:59Z", 1_709_251_199),
    ])
    func momentsAreWrittenAndReadAlike(_ text: String, _ seconds: Double) throws {
        let date = try #require(OAIDate(text))
        #expect(date.first == Date(timeIntervalSince1970: seconds))
        #expect(OAIDate.print(date.first) == text)
        #expect(date.last < date.first.addingTimeInterval(1) && date.last > date.first.addingTimeInterval(0.999))
    }
}
