import Catalogue
import Foundation
import Testing

@testable import Exchange

/// A source that means harm, or is broken, harms nothing.
@Suite(.timeLimit(.minutes(5))) struct HostileSourceTests {
    private let shop: IncomingShop

    init() throws { shop = try IncomingShop() }

    private func fault(_ format: IncomingFormat, _ data: Data, mediaType: String? = nil) throws -> String? {
        let reader = try shop.reader(format)
        let error = #expect(throws: IncomingFault.self) {
            try reader.read(data, mediaType: mediaType, from: "https://source.example/x")
        }
        return error?.what
    }

    @Test(arguments: [
        "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;\">]><rss>&lol2;</rss>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><title>&x;</title></rss>",
        "<!DOCTYPE rss SYSTEM \"http://127.0.0.1/evil.dtd\"><rss/>",
        "<rss><!ENTITY a 'b'></rss>",
    ])
    func declarationsAreRefusedWhateverTheySay(_ text: String) throws {
        #expect(try fault(.feed, Data(text.utf8))?.contains("DOCTYPE") == true)
        let utf16 = Data([0xFF, 0xFE]) + text.utf16.reduce(into: Data()) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
        #expect(try fault(.feed, utf16)?.contains("DOCTYPE") == true)
    }

    @Test func declarationsInsideTextAreText() throws {
        let text =
            "<rss><channel><item><guid>1</guid><link>https://a.be/1</link>"
            + "<title><![CDATA[<!DOCTYPE html>Hallo]]></title></item><!-- <!ENTITY --></channel></rss>"
        #expect(try shop.read(.feed, text).items.first?.record?.title[.nl] == "Hallo")
    }

    /// Found by the fuzzer: Foundation stopped the program at an instruction that holds nothing.
    @Test(arguments: ["<?x?>", "<?x ?>", "<?x y?>", "<?x a>b?>", "<?xml-stylesheet href=\"a.xsl\"?>"])
    func instructionsForOthersAreLeftOut(_ instruction: String) throws {
        let text =
            "<?xml version=\"1.0\"?>\(instruction)<rss><channel>\(instruction)<item><guid>1</guid><link>https://a.be/1</link>"
            + "<title>Hallo\(instruction)</title></item></channel></rss>\(instruction)"
        #expect(try shop.read(.feed, text).items.first?.record?.title[.nl] == "Hallo")
        #expect(try fault(.feed, Data("<rss><?x".utf8)) != nil)
    }

    @Test func namesOfLettersThatOnlyHTMLHasAreRead() throws {
        let text =
            "<rss><channel><item><guid>1</guid><link>https://a.be/?a=1&amp;b</link><title>&eacute;t&eacute; &amp;amp; co</title>"
        let page = try shop.read(.feed, text + "</item></channel></rss>")
        #expect(page.items.first?.record?.title[.nl] == "été & co" && page.items.first?.page == "https://a.be/?a=1&b")
        #expect(throws: IncomingFault.self) { try shop.read(.feed, "<rss>&unknown;</rss>") }
    }

    @Test func namesAndAddressesAreWhatTheySay() throws {
        let text = GoodSource.betternet.replacing("https://other.example/records/les-een", with: "javascript:alert(1)")
            .replacing("https://other.example/nl/resources/les-een", with: "data:text/html,x")
        let item = try #require(try shop.read(.betternet, text).items.first)
        #expect(item.home == "https://source.example/records/les-een" && item.page == item.home)
        let feed = GoodSource.rss.replacing(">7<", with: ">7\u{202E}\u{200B}8<").replacing(
            "https://source.example/7", with: "javascript:alert(1)")
        #expect(try shop.read(.feed, feed).faults.map(\.place) == ["78"])
    }

    @Test func deepOnesAreRefused() throws {
        let xml = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        #expect(try fault(.feed, Data(xml.utf8))?.contains("deep") == true)
        #expect(try fault(.oai, Data(xml.utf8))?.contains("deep") == true)
        let json = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(try fault(.hsds, Data(json.utf8)) != nil)
        #expect(try fault(.jsonld, Data(json.utf8)) != nil)
        #expect(try fault(.betternet, Data(json.utf8)) != nil)
        let calendar = String(repeating: "BEGIN:VCALENDAR\n", count: 10_000)
        #expect(try fault(.icalendar, Data(calendar.utf8))?.contains("deep") == true)
    }

    @Test func manyElementsAreRefused() throws {
        let xml = "<rss>" + String(repeating: "<a/>", count: ReceivedXML.mostElements + 1) + "</rss>"
        #expect(try fault(.feed, Data(xml.utf8))?.contains("elements") == true)
    }

    @Test(arguments: IncomingFormat.allCases)
    func hugeEmptyAndSenselessOnesAreFaults(_ format: IncomingFormat) throws {
        #expect(try fault(format, Data(count: IncomingReader.mostBytes + 1))?.contains("bytes") == true)
        #expect(try fault(format, Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 * 7_919 >> 3) })) != nil)
        #expect(try fault(format, Data("<html><body>404</body></html>".utf8)) != nil)
    }

    @Test func wrongEncodingsAreRepairedOrRefused() throws {
        let latin = { (claim: String) in
            Data(
                ("<?xml version=\"1.0\" encoding=\"\(claim)\"?><rss><channel><item><guid>1</guid>"
                    + "<link>https://a.be/1</link><title>Caf").utf8)
                + [0xE9, 0xA4] + Data("</title></item></channel></rss>".utf8)
        }
        func title(_ data: Data, _ mediaType: String? = nil) throws -> String? {
            try shop.reader(.feed).read(data, mediaType: mediaType, from: "https://a.be").items.first?.record?.title[
                .nl]
        }
        #expect(try title(latin("ISO-8859-1")) == "Café¤")
        #expect(try title(latin("ISO-8859-15")) == "Café€")
        #expect(try title(latin("UTF-8")) == "Caf\u{FFFD}")
        // The server's word counts more than the file's.
        #expect(try title(latin("UTF-8"), "application/rss+xml; charset=\"windows-1252\"") == "Café¤")
        #expect(try fault(.feed, latin("EBCDIC-37"))?.contains("ebcdic-37") == true)
        let text =
            "<rss><channel><item><guid>1</guid><link>https://a.be/1</link><title>é€</title></item></channel></rss>"
        let utf16 = Data([0xFE, 0xFF]) + text.utf16.reduce(into: Data()) { $0 += [UInt8($1 >> 8), UInt8($1 & 0xFF)] }
        #expect(try title(utf16) == "é€")
        #expect(try title(utf16 + [0x00]) == "é€")
    }

    @Test func aTokenThatLeadsNowhereEndsTheList() throws {
        let same = try shop.read(
            .oai, GoodSource.oai, from: "https://source.example/oai?verb=ListRecords&resumptionToken=a%2Bb%2Fc%3D")
        #expect(same.next == nil && same.items.count == 2)
        #expect(same.faults.map(\.what) == ["it leads to the same page again"])
        let long = GoodSource.oai.replacing("a+b/c=", with: String(repeating: "x", count: 5_000))
        #expect(try shop.read(.oai, long).next == nil)
        let betternet = try shop.read(
            .betternet, GoodSource.betternet, from: "https://a.be/api/v1/records?cursor=r9&deleted=include")
        #expect(betternet.next == nil)
    }

    @Test(arguments: [
        "http://127.0.0.1/x", "https://evil.example/x", "file:///etc/passwd", "//evil.example/x", "javascript:1",
    ])
    func aFeedSendsNobodyElsewhere(_ address: String) throws {
        let text = GoodSource.atom.replacing("?page=2", with: address)
        #expect(try shop.read(.feed, text, from: "https://source.example/feed").next == nil)
    }

    @Test func textsComePlainShortAndVisible() throws {
        #expect(
            PlainText.text("<p>a</p><script>alert(1)</script><style>b{}</style>c&nbsp;&lt;d", .html) == "a\n\nc\u{A0}<d"
        )
        #expect(PlainText.title("a < b en 3 > 2 & <3") == "a < b en 3 > 2 & <3")
        #expect(PlainText.title("x\u{202E}y\u{0}\u{200B}z\u{7F}\n  w", .plain) == "xyz w")
        #expect(PlainText.title(String(repeating: "woord ", count: 1_000), .plain).count <= PlainText.longestTitle + 1)
        #expect(PlainText.text(String(repeating: "x", count: 1_000_000), .plain).count == PlainText.longestText + 1)
        #expect(PlainText.text("<scr<script>ipt>x", .html).contains("<script") == false)
    }

    /// Each would take minutes if a byte were looked at more than a few times.
    @Test(arguments: ["<", "<a ", "<!--", "&", "&amp", "<script", "<b>", "</", "<a \"", "<!", "]]>", "\u{301}"])
    func noTextTakesLongerThanItsLength(_ piece: String) throws {
        let text = String(repeating: piece, count: 60_000)
        #expect(PlainText.text(text, .html).count <= PlainText.longestText + 1)
        _ = Markup.isLikely(in: text)
        _ = DataBlocks.all(in: text)
        _ = try? shop.read(.feed, "<rss>" + text)
    }

    @Test func rulesOfCalendarsEnd() throws {
        for rule in [
            "FREQ=DAILY;INTERVAL=999999999999", "FREQ=SECONDLY", "FREQ=DAILY;COUNT=-5", "FREQ=MONTHLY;UNTIL=99991231",
            "FREQ=WEEKLY;BYDAY=XX", "FREQ=YEARLY;BYDAY=9TU;BYMONTH=99", "FREQ=DAILY;COUNT=99999999999999999999",
        ] {
            let text = GoodSource.calendar.replacing("FREQ=WEEKLY;COUNT=3", with: rule)
            let page = try shop.read(.icalendar, text)
            #expect(page.items.count == 2)
            #expect((page.items.last?.record?.dates.count ?? 0) <= CalendarTimes.mostDays)
        }
        let text = GoodSource.calendar.replacing("20270105T190000", with: "99999999T999999")
        #expect(try shop.read(.icalendar, text).items.count == 2)
    }

    @Test func valuesThatNoRecordCanHoldAreFaults() throws {
        for (good, bad) in [
            ("{\"from\":6,\"to\":12}", "{\"from\":60,\"to\":12}"),
            (
                "\"yearly\":false",
                "\"yearly\":false,\"recurrence\":{\"ordinal\":9000000000000000000,\"weekday\":\"tu\",\"month\":2}"
            ),
            ("\"languages\":[\"nl\"]", "\"languages\":[\"<script>\"]"),
            ("https://source.example/een", "javascript:alert(1)"),
            ("\"status\":\"active\"", "\"status\":\"active\",\"founded\":99999999999"),
            ("\"nl\":\"Over gamen.\"", "\"nl\":\"\(String(repeating: "x", count: 60_000))\""),
        ] {
            let page = try shop.read(.betternet, GoodSource.betternet.replacing(good, with: bad))
            #expect(page.items.map(\.key) == ["weg"], "\(bad.prefix(60))")
            #expect(page.faults.count == 2)
        }
    }

    @Test func oneBadItemLeavesTheOthers() throws {
        let text = GoodSource.rss.replacing(
            "</channel>",
            with: "<item><guid>8</guid><title></title></item><item><guid>9</guid><title>Zonder pagina</title></item>"
                + "<item><guid isPermaLink=\"false\">7</guid><title>Dubbel</title><link>https://a.be/d</link></item><item/></channel>"
        )
        let page = try shop.read(.feed, text)
        #expect(page.items.map(\.key) == ["7"])
        #expect(page.faults.map(\.place) == ["8", "9", "7", "an item"])
    }

    @Test func faultsAreBounded() throws {
        let text =
            "<rss><channel>" + String(repeating: "<item><guid>1</guid></item>", count: 5_000) + "</channel></rss>"
        let page = try shop.read(.feed, text)
        #expect(page.faults.count == PageBuilder.mostFaults + 1)
        #expect(page.faults.last?.what == "4800 more faults")
    }
}
