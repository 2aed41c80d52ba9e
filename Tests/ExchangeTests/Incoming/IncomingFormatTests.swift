import Catalogue
import Foundation
import Testing

@testable import Exchange

/// What good sources say arrives as they mean it.
@Suite struct IncomingFormatTests {
    private let shop: IncomingShop

    init() throws { shop = try IncomingShop() }

    @Test func dublinCoreOverOAI() throws {
        let page = try shop.read(
            .oai, GoodSource.oai, from: "https://source.example/oai?verb=ListRecords&metadataPrefix=oai_dc&key=k")
        #expect(page.faults == [])
        #expect(page.items.map(\.key) == ["oai:source.example:veilig-online", "oai:source.example:weg"])
        let record = try #require(page.items.first?.record)
        #expect(record.id.description == "veilig-online")
        #expect(record.kind == .publication && record.founded == 2024)
        #expect(record.title == LocalisedText([.nl: "Veilig online", .fr: "En ligne"]))
        #expect(record.summary[.nl] == "Een les over pesten & meer.")
        #expect(record.themes.map(\.description) == ["cyberbullying"])
        #expect(record.audiences.map(\.description) == ["teachers"])
        #expect(record.territories.map(\.description) == ["flanders"])
        #expect(record.organisations.map(\.description) == ["child-focus"])
        #expect(record.languages.map(\.description) == ["nl"])
        #expect(page.items.first?.page == "https://source.example/veilig")
        #expect(page.items.last?.record == nil)
        #expect(page.next == "https://source.example/oai?verb=ListRecords&key=k&resumptionToken=a%2Bb%2Fc%3D")
    }

    @Test func learningObjectsOverOAI() throws {
        let text = """
            <OAI-PMH><ListRecords><record><header><identifier>oai:x:1</identifier></header><metadata>
            <lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title><string language="nl">Les</string></title>
            <language>nl</language><keyword><string language="en">Cyberbullying</string></keyword></general>
            <technical><location>https://source.example/les</location></technical>
            <educational><typicalAgeRange><string language="x-none">6-12</string></typicalAgeRange></educational></lom>
            </metadata></record></ListRecords></OAI-PMH>
            """
        let record = try #require(try shop.read(.oai, text).items.first?.record)
        #expect(record.title[.nl] == "Les" && record.ages == AgeRange(from: 6, to: 12))
        #expect(record.themes.map(\.description) == ["cyberbullying"])
    }

    @Test func answersOfOAIThatAreNoRecords() throws {
        func answer(_ code: String) throws -> IncomingPage {
            try shop.read(.oai, "<OAI-PMH><error code=\"\(code)\">Why</error></OAI-PMH>")
        }
        #expect(try answer("noRecordsMatch") == IncomingPage(items: []))
        #expect(try answer("badResumptionToken").isRestart)
        let fault = #expect(throws: IncomingFault.self) { try answer("badArgument") }
        #expect(fault?.what.contains("badArgument: Why") == true)
    }

    @Test func atom() throws {
        let page = try shop.read(.feed, GoodSource.atom, from: "https://source.example/feed")
        let item = try #require(page.items.first)
        #expect(item.key == "tag:source.example,2026:1" && item.page == "https://source.example/a")
        #expect(item.record?.title[.fr] == "R&D pour tous")
        #expect(item.record?.summary[.fr] == "Un texte court.")
        #expect(item.record?.themes.map(\.description) == ["gaming"])
        #expect(page.items.last?.key == "tag:source.example,2026:2" && page.items.last?.record == nil)
        #expect(page.next == "https://source.example/feed?page=2")
    }

    @Test func rss() throws {
        let item = try #require(try shop.read(.feed, GoodSource.rss).items.first)
        #expect(item.key == "7" && item.page == "https://source.example/7")
        #expect(item.record?.title[.nl] == "Eerste én")
        #expect(item.record?.summary[.nl] == "Hallo\n\ndaar")
        #expect(item.fields.isSuperset(of: ["title", "summary", "themes", "links"]))
    }

    @Test func schemaInAPage() throws {
        let page = try shop.read(.jsonld, GoodSource.schema)
        #expect(page.items.map { $0.record?.kind } == [.organisation, .resource, .event, .channel])
        let lesson = try #require(page.items.dropFirst().first?.record)
        #expect(lesson.title == LocalisedText([.nl: "Les", .fr: "Leçon"]))
        #expect(lesson.themes.map(\.description) == ["gaming", "cyberbullying"])
        #expect(lesson.organisations.map(\.description) == ["child-focus"])
        #expect(lesson.audiences.map(\.description) == ["teachers"])
        #expect(lesson.ages == AgeRange(from: 6, to: 12) && lesson.cost?.description == "free")
        let event = try #require(page.items.dropFirst(2).first?.record)
        // Half past eleven at Greenwich is the next day in Belgium.
        #expect(event.dates.map(\.start.description) == ["2026-12-02"])
        #expect(event.yearly && event.recurrence == Recurrence(ordinal: 2, weekday: .tu, month: 2))
        let line = try #require(page.items.last?.record)
        #expect(line.contact?.phones.map(\.number.description) == ["116 000"])
        #expect(line.contact?.hours?.weekly == [try #require(Hours.Span(days: [.mo, .fr], opens: 540, closes: 1_020))])
    }

    @Test func services() throws {
        let page = try shop.read(
            .hsds, GoodSource.hsds, from: "https://source.example/hsds/services?full=true&page=1", kind: .channel)
        let item = try #require(page.items.first)
        #expect(item.key == "ac148810-d857-441c-9679-408f346de14b")
        let record = try #require(item.record)
        #expect(record.kind == .channel && record.title[.nl] == "Hulplijn" && record.ages == AgeRange(from: 6, to: 18))
        #expect(record.contact?.emails.map(\.address) == ["help@source.example"])
        #expect(
            record.contact?.hours?.weekly == [try #require(Hours.Span(days: [.mo, .tu], opens: 540, closes: 1_440))])
        #expect(record.languages.map(\.description) == ["nl", "fr"] && record.cost?.description == "free")
        #expect(
            record.themes.map(\.description) == ["cyberbullying"] && record.audiences.map(\.description) == ["teachers"]
        )
        #expect(page.next == "https://source.example/hsds/services?full=true&page=2")
    }

    @Test func servicesFollowOrganisations() throws {
        let first = try shop.reader(.hsds).first(at: "https://source.example/hsds/", since: nil)
        #expect(first == "https://source.example/hsds/organizations?full=true&per_page=100&page=1")
        let last = try shop.read(
            .hsds, #"{"total_pages":1,"contents":[{"id":"1","name":"A","description":"B"}]}"#, from: first)
        #expect(last.items.first?.record?.kind == .organisation)
        #expect(last.next == "https://source.example/hsds/services?full=true&per_page=100&page=1")
        let empty = try shop.read(.hsds, #"{"total_pages":9,"contents":[]}"#, from: last.next ?? "")
        #expect(empty.next == nil)
    }

    @Test func hoursThatFitNoWeekAreToldInWordsOnly() throws {
        let text = GoodSource.hsds.replacing(
            "\"byday\":\"MO,TU\"", with: "\"bymonthday\":\"1\",\"description\":\"First day\"")
        let hours = try shop.read(.hsds, text, kind: .channel).items.first?.record?.contact?.hours
        #expect(hours?.certainty == .unknown && hours?.weekly == [] && hours?.asFound == "First day")
    }

    @Test func calendars() throws {
        let page = try shop.read(.icalendar, GoodSource.calendar)
        #expect(page.faults == [])
        let day = try #require(page.items.first)
        #expect(day.record?.title[.nl] == "Safer Internet Day, ook voor jou")
        #expect(day.record?.summary[.nl] == "Eén dag\nvoor iedereen; echt")
        #expect(day.record?.dates == [EventDate(start: try #require(PartialDate("2027-02-09")), end: nil)])
        #expect(day.record?.yearly == true)
        #expect(day.record?.recurrence == Recurrence(ordinal: 2, weekday: .tu, month: 2))
        #expect(day.page == "https://source.example/agenda")
        #expect(page.items.last?.record?.dates.map(\.start.description) == ["2027-01-05", "2027-01-19"])
    }

    @Test func tables() throws {
        let page = try shop.read(.csv, GoodSource.table, words: ["zomaar": ["themes/cyberbullying"]])
        #expect(page.items.map(\.key) == ["les-een", "https://source.example/twee"])
        #expect(page.items.first?.record?.ages == AgeRange(from: 6, to: 12))
        #expect(page.items.last?.record?.themes.map(\.description) == ["cyberbullying"])
        #expect(page.items.last?.record?.id.description == "les-twee")
        #expect(page.faults.map(\.place) == ["row 4"])
        // Without the word of the owner the cell is left out, and the row stays.
        let without = try shop.read(.csv, GoodSource.table)
        #expect(without.items.count == 2 && without.items.last?.record?.themes == [])
        #expect(without.faults.first?.what.contains("zomaar") == true)
    }

    @Test func anotherBetternetKeepsEverythingButItsOwnDecisions() throws {
        let address = "http://127.0.0.1:8081/api/v1/records?deleted=include"
        let page = try shop.read(.betternet, GoodSource.betternet, from: address)
        #expect(page.items.map(\.key) == ["les-een", "weg"])
        let item = try #require(page.items.first)
        let record = try #require(item.record)
        #expect(record.title[try #require(Edition("nl-simple"))] == "Les")
        #expect(record.organisations.map(\.description) == ["elders"] && record.sources.count == 1)
        #expect(!record.member && record.verified == nil)
        #expect(item.home == "https://other.example/records/les-een")
        #expect(item.page == "https://other.example/nl/resources/les-een")
        #expect(page.items.last?.record == nil)
        #expect(page.faults.map(\.place) == ["fout"])
        // The site may not know how it is reached.
        #expect(page.next == "http://127.0.0.1:8081/api/v1/records?cursor=r9&deleted=include")
    }

    @Test func firstAddresses() throws {
        let since = Date(timeIntervalSince1970: 1_795_431_600)
        #expect(
            try shop.reader(.betternet).first(at: "https://other.example/", since: since)
                == "https://other.example/api/v1/records?deleted=include&modified_after=2026-11-23T11%3A00%3A00Z")
        #expect(
            try shop.reader(.oai).first(at: "https://source.example/oai?set=a", since: since)
                == "https://source.example/oai?set=a&verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-22")
        #expect(
            try shop.reader(.feed).first(at: "https://source.example/feed", since: since)
                == "https://source.example/feed")
        #expect(throws: IncomingFault.self) { try shop.reader(.feed).first(at: "file:///etc/passwd", since: nil) }
    }
}
