import Catalogue
import Foundation
import Testing

@testable import Exchange

/// A small shop that reads what others deliver.
struct IncomingShop {
    let catalogue: Catalogue

    init() throws {
        var focus = Record(
            id: try Self.id("child-focus"), kind: .organisation,
            title: LocalisedText([.nl: "Child Focus", .fr: "Child Focus"]),
            summary: LocalisedText([.nl: "Voor kinderen."]), status: .active)
        focus.member = true
        var bullying = Concept(
            id: try Self.id("cyberbullying"), label: LocalisedText([.nl: "Cyberpesten", .en: "Cyberbullying"]))
        bullying.alternatives = LocalisedList([.nl: ["online pesten"]])
        catalogue = Catalogue(
            records: [focus],
            vocabularies: [
                Vocabulary(name: .themes, concepts: try [bullying, Self.concept("gaming", "Gamen")]),
                Vocabulary(name: .audiences, concepts: [try Self.concept("teachers", "Leerkrachten")]),
                Vocabulary(name: .formats, concepts: [try Self.concept("training", "Vorming")]),
                Vocabulary(name: .territories, concepts: [try Self.concept("flanders", "Vlaanderen")]),
                Vocabulary(
                    name: .costs, concepts: try [Self.concept("free", "Gratis"), Self.concept("paid", "Betalend")]),
                Vocabulary(
                    name: .kinds,
                    concepts: try Kind.allCases.map { try Self.concept($0.rawValue, $0.rawValue.capitalized) }),
            ], pages: [])
    }

    static func id(_ text: String) throws -> Identifier { try #require(Identifier(text)) }

    private static func concept(_ id: String, _ label: String) throws -> Concept {
        Concept(id: try Self.id(id), label: LocalisedText([.nl: label]))
    }

    func reader(_ format: IncomingFormat, kind: Kind = .resource, words: [String: [String]] = [:]) throws
        -> IncomingReader
    {
        var mapping = IncomingMapping(kind: kind, language: .nl)
        mapping.words = words
        return IncomingReader(format, mapping: mapping, catalogue: catalogue)
    }

    func read(
        _ format: IncomingFormat, _ text: String, mediaType: String? = nil,
        from address: String = "https://source.example/x",
        kind: Kind = .resource, words: [String: [String]] = [:]
    ) throws -> IncomingPage {
        try reader(format, kind: kind, words: words).read(Data(text.utf8), mediaType: mediaType, from: address)
    }
}

/// Documents as good sources send them.
enum GoodSource {
    static let oai = """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-27T10:00:00Z</responseDate>
        <request verb="ListRecords">https://source.example/oai</request>
        <ListRecords>
        <record><header><identifier>oai:source.example:veilig-online</identifier><datestamp>2026-11-01</datestamp></header>
        <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title xml:lang="nl">Veilig online</dc:title><dc:title xml:lang="fr-BE">En ligne</dc:title>
        <dc:description>Een <![CDATA[<b>les</b>]]> over pesten &amp; meer.</dc:description>
        <dc:subject>online pesten</dc:subject><dc:subject>Leerkrachten</dc:subject><dc:subject>unknown</dc:subject>
        <dc:publisher>Child Focus</dc:publisher><dc:language>dut</dc:language><dc:coverage>Vlaanderen</dc:coverage>
        <dc:type>Publication</dc:type><dc:date>2024-03-01</dc:date>
        <dc:identifier>https://source.example/veilig</dc:identifier></oai_dc:dc></metadata></record>
        <record><header status="deleted"><identifier>oai:source.example:weg</identifier><datestamp>2026-11-02</datestamp></header></record>
        <resumptionToken completeListSize="9" cursor="0">a+b/c=</resumptionToken>
        </ListRecords></OAI-PMH>
        """

    static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="fr">
        <title>Nouvelles</title><link rel="next" href="?page=2"/>
        <entry><id>tag:source.example,2026:1</id><title type="html">R&amp;amp;D &lt;em&gt;pour&lt;/em&gt; tous</title>
        <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Un <b>texte</b> court.</div></summary>
        <link href="/a"/><category term="gaming"/><author><name>Child Focus</name></author><updated>2026-11-27T10:00:00Z</updated></entry>
        <at:deleted-entry ref="tag:source.example,2026:2" when="2026-11-27T10:00:00Z"/>
        </feed>
        """

    static let rss = """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><language>nl-BE</language>
        <item><guid isPermaLink="false">7</guid><title>Eerste &amp;eacute;n</title><link>https://source.example/7</link>
        <description>&lt;p&gt;Hallo&lt;/p&gt;&lt;script&gt;bad()&lt;/script&gt;&lt;p&gt;daar&lt;/p&gt;</description>
        <category>Gamen</category><pubDate>Fri, 27 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>
        """

    static let schema = """
        <!DOCTYPE html><html><head><script type="application/ld+json">
        {"@context":"https://schema.org","@graph":[
        {"@type":"WebSite","@id":"https://source.example/#w","name":"Site"},
        {"@type":"Organization","@id":"https://source.example/#o","name":"Child Focus"},
        {"@type":["LearningResource","Thing"],"@id":"https://source.example/les#it","url":"https://source.example/les",
        "name":[{"@value":"Les","@language":"nl"},{"@value":"Leçon","@language":"fr"}],"description":"Over gamen.",
        "inLanguage":["nl","fr"],"about":{"@type":"DefinedTerm","@id":"https://other.example/vocabularies/themes/gaming"},
        "keywords":"online pesten, iets","typicalAgeRange":"6-12","publisher":{"@id":"https://source.example/#o"},
        "audience":{"@type":"Audience","audienceType":"Leerkrachten"},"isAccessibleForFree":true},
        {"@type":"EducationEvent","@id":"https://source.example/dag","name":"Studiedag","startDate":"2026-12-01T23:30:00Z",
        "endDate":"2026-12-03","eventSchedule":{"@type":"Schedule","repeatFrequency":"P1Y","byDay":"2TU","byMonth":2}},
        {"@type":"Service","@id":"https://source.example/lijn","name":"Lijn","availableChannel":{"servicePhone":{"telephone":"116 000"}},
        "hoursAvailable":{"dayOfWeek":["https://schema.org/Monday","Friday"],"opens":"09:00","closes":"17:00"}}]}
        </script></head><body>x</body></html>
        """

    static let hsds = """
        {"total_items":201,"total_pages":3,"page_number":1,"size":1,"first_page":true,"last_page":false,"empty":false,"contents":[
        {"id":"AC148810-D857-441C-9679-408F346DE14B","name":"Hulplijn","description":"Bel ons.","status":"active",
        "url":"https://source.example/lijn","email":"help@source.example","minimum_age":6,"maximum_age":18,
        "organization":{"id":"1","name":"Child Focus"},"phones":[{"number":"116 000"}],
        "languages":[{"code":"nl"},{"name":"French"}],"cost_options":[{"option":"Gratis"}],
        "attributes":[{"taxonomy_term":{"name":"Cyberbullying"}},{"taxonomy_term":{"code":"audiences/teachers"}}],
        "schedules":[{"freq":"WEEKLY","byday":"MO,TU","opens_at":"09:00","closes_at":"23:59"}]}]}
        """

    static let calendar = """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        URL:https://source.example/agenda\r
        BEGIN:VEVENT\r
        UID:sid@source.example\r
        SUMMARY;LANGUAGE=nl:Safer Internet Day\\, ook\r
         \u{20}voor jou\r
        DESCRIPTION:Eén dag\\nvoor iedereen\\; echt\r
        DTSTART;VALUE=DATE:20270209\r
        DTEND;VALUE=DATE:20270210\r
        RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=2TU\r
        CATEGORIES:Gamen,iets\r
        BEGIN:VALARM\r
        SUMMARY:No\r
        END:VALARM\r
        END:VEVENT\r
        BEGIN:VEVENT\r
        UID:les@source.example\r
        SUMMARY:Les\r
        URL:https://source.example/les\r
        DTSTART;TZID=Europe/Brussels:20270105T190000\r
        DTEND;TZID=Europe/Brussels:20270105T210000\r
        RRULE:FREQ=WEEKLY;COUNT=3\r
        EXDATE;TZID=Europe/Brussels:20270112T190000\r
        END:VEVENT\r
        END:VCALENDAR\r

        """

    static let table = """
        id;titel;samenvatting;thema;doelgroep;link;leeftijd van;leeftijd tot
        les-een;Les één;Over gamen.;Gamen;Leerkrachten;https://source.example/een;6;12
        ;Les twee;Nog een.;zomaar;Leerkrachten;https://source.example/twee;;
        ;;leeg;;;;;
        """

    static let betternet = """
        {"records":[{"id":"les-een","kind":"resource","title":{"nl":"Les één","nl-simple":"Les"},"summary":{"nl":"Over gamen."},
        "ownNames":["nl"],"organisations":["elders"],"languages":["nl"],"themes":["gaming"],"audiences":[],"ages":{"from":6,"to":12},
        "territories":[],"pillars":[],"formats":[],"status":"active","dates":[],"yearly":false,"member":true,
        "links":[{"address":"https://source.example/een","language":"nl"}],
        "sources":[{"address":"https://source.example/een","says":"The page"}],"verified":{"on":"2026-01-01","by":"letter"},
        "uri":"https://other.example/records/les-een","url":"https://other.example/nl/resources/les-een"},
        {"id":"weg","deleted":true,"on":"2026-10-01","uri":"https://other.example/records/weg"},
        {"id":"fout","kind":"nothing","title":{"nl":"x"},"summary":{}}],
        "next":"https://wrong.example/api/v1/records?cursor=r9&deleted=include"}
        """

    static let all: [(IncomingFormat, String)] = [
        (.oai, oai), (.feed, atom), (.feed, rss), (.jsonld, schema), (.hsds, hsds), (.icalendar, calendar),
        (.csv, table),
        (.betternet, betternet),
    ]
}
