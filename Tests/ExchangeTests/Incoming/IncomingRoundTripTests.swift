import Catalogue
import Foundation
import Testing

@testable import Exchange

/// What our own exports say of the catalogue that ships comes back the same, as far as each format can carry it.
@Suite struct IncomingRoundTripTests {
    private let catalogue = OpenShop.catalogue
    private let log = OpenShop.log(of: OpenShop.catalogue)

    private func reader(_ format: IncomingFormat, kind: Kind = .resource) -> IncomingReader {
        IncomingReader(format, mapping: IncomingMapping(kind: kind, language: .nl), catalogue: catalogue)
    }

    private func read(
        _ format: IncomingFormat, _ bytes: [UInt8], from address: String = "https://shop.example/x",
        kind: Kind = .resource
    ) throws -> IncomingPage {
        try reader(format, kind: kind).read(Data(bytes), mediaType: nil, from: address)
    }

    /// All pages of our own harvesting interface.
    private func harvest(_ prefix: String) throws -> [Incoming] {
        let repository = OAIRepository(
            catalogue, log: log, addresses: OpenShop.addresses, name: "Shop", email: "shop@shop.example")
        let reader = reader(.oai)
        var next: String? = try reader.first(at: "https://shop.example/oai?metadataPrefix=\(prefix)", since: nil)
        var items: [Incoming] = []
        while let address = next {
            let source = try #require(SourceAddress(address))
            let answer = repository.answer(to: source.parameters.map { ($0.name, $0.value) }, at: OpenShop.moment)
            let page = try reader.read(Data(answer), mediaType: "text/xml", from: address)
            #expect(page.faults == [])
            items += page.items
            next = page.next
        }
        return items
    }

    /// What is to be the same wherever texts, people and places are told.
    private func expectSame(_ item: Incoming, texts: Bool = true) throws {
        let theirs = try #require(item.record)
        let ours = try #require(catalogue[theirs.id], "\(item.key)")
        if texts {
            for language in Language.allCases where ours.title[language] != nil {
                // Names that are the same in several languages may come in one of them only.
                if let title = theirs.title[language] { #expect(title == ours.title[language]) }
            }
            #expect(theirs.title.languages.isEmpty == false)
        }
        #expect(theirs.themes == ours.themes, "\(theirs.id)")
        #expect(theirs.territories == ours.territories, "\(theirs.id)")
        #expect(item.home == "https://shop.example/records/\(ours.id)")
    }

    @Test func anotherBetternetLosesNothing() throws {
        let list = JSON.list(
            catalogue.records.map { record in
                record.keptJSON.adding(["uri": .text(OpenShop.addresses.record(record.id))])
            })
        let json: JSON = ["records": list, "next": .null]
        let page = try read(.betternet, json.bytes)
        #expect(page.faults == [] && page.items.count == catalogue.records.count)
        for (item, ours) in zip(page.items, catalogue.records) {
            var expected = ours
            expected.member = false
            #expect(item.record == expected)
            #expect(item.home == OpenShop.addresses.record(ours.id))
        }
        let lines = catalogue.records.map { $0.keptJSON.bytes }.joined(separator: [UInt8(ascii: "\n")])
        #expect(try read(.betternet, Array(lines)).items.map(\.record) == page.items.map(\.record))
    }

    @Test func harvestedAsKeptNothingIsLostEither() throws {
        let items = try harvest("betternet")
        #expect(items.count == catalogue.records.count)
        for item in items {
            let theirs = try #require(item.record)
            var expected = try #require(catalogue[theirs.id])
            expected.member = false
            #expect(theirs == expected)
        }
    }

    @Test func dublinCoreCarriesTextsSubjectsAndPeople() throws {
        let items = try harvest("oai_dc")
        #expect(items.count == catalogue.records.count)
        for item in items {
            try expectSame(item)
            let theirs = try #require(item.record)
            let ours = try #require(catalogue[theirs.id])
            #expect(theirs.kind == (ours.kind == .route || ours.kind == .guide ? .resource : ours.kind), "\(ours.id)")
            #expect(Set(theirs.organisations).isSubset(of: ours.organisations), "\(ours.id)")
            #expect(
                theirs.summary == LocalisedText(ours.summary.languages.reduce(into: [:]) { $0[$1] = ours.summary[$1] }))
        }
    }

    @Test func learningObjectsCarryAudiencesAndFormats() throws {
        let items = try harvest("lom").filter { $0.record != nil }
        #expect(items.count > 50)
        for item in items {
            let theirs = try #require(item.record)
            let ours = try #require(catalogue[theirs.id])
            #expect(theirs.themes == ours.themes && theirs.audiences.sorted() == ours.audiences.sorted(), "\(ours.id)")
            #expect(theirs.ages == ours.ages, "\(ours.id)")
        }
    }

    @Test func servicesCarryContactHoursAndConcepts() throws {
        let hsds = HSDS(catalogue: catalogue, log: log, addresses: OpenShop.addresses)
        let services = hsds.services.compactMap { hsds.service($0, .full) }
        let json: JSON = ["total_pages": 1, "contents": .list(services)]
        let page = try read(.hsds, json.bytes, from: "https://shop.example/hsds/services", kind: .channel)
        #expect(page.faults == [] && page.items.count == services.count && services.count > 20)
        for item in page.items {
            try expectSame(item)
            let theirs = try #require(item.record)
            let ours = try #require(catalogue[theirs.id])
            #expect(
                theirs.kind == ours.kind && theirs.audiences == ours.audiences && theirs.cost == ours.cost, "\(ours.id)"
            )
            #expect(
                (theirs.contact?.phones ?? []).map(\.number) == (ours.contact?.phones ?? []).map(\.number), "\(ours.id)"
            )
            guard let hours = ours.contact?.hours, hours.hasRule, hours.exceptions.isEmpty, ours.kind == .channel else {
                continue
            }
            #expect(theirs.contact?.hours?.weekly == hours.weekly && theirs.contact?.hours?.always == hours.always)
        }
    }

    @Test func schemaOrgCarriesTextsConceptsAndContact() throws {
        let export = JSONLDExport(catalogue: catalogue, log: log, addresses: OpenShop.addresses)
        let page = try read(.jsonld, export.pieces.reduce(into: []) { $0 += $1 })
        #expect(page.faults == [])
        #expect(page.items.count == catalogue.records.count)
        for item in page.items {
            let theirs = try #require(item.record)
            let ours = try #require(catalogue[theirs.id], "\(item.key)")
            #expect(item.home == "https://shop.example/records/\(ours.id)")
            #expect(theirs.kind == (ours.kind == .route || ours.kind == .guide ? .resource : ours.kind), "\(ours.id)")
            for language in Language.allCases { #expect(theirs.title[language] == ours.title[language]) }
            let isTold = ours.kind != .event || !ours.dates.isEmpty || ours.recurrence != nil
            if isTold, ours.kind != .route, ours.kind != .guide { #expect(theirs.themes == ours.themes, "\(ours.id)") }
            if ours.kind == .channel {
                #expect(
                    (theirs.contact?.phones ?? []).map(\.number.dialled)
                        == (ours.contact?.phones ?? []).map(\.number.dialled))
                #expect((theirs.contact?.emails ?? []).map(\.address) == (ours.contact?.emails ?? []).map(\.address))
            }
        }
    }

    @Test func tablesCarryWhatCellsCan() throws {
        let wanted = catalogue.records.filter { $0.kind != .guide && $0.kind != .route }
        let page = try read(.csv, Array(CSVExport().data(of: wanted)))
        #expect(page.items.count == wanted.count)
        for (item, ours) in zip(page.items, wanted) {
            let theirs = try #require(item.record)
            #expect(item.key == ours.id.description)
            for column in RecordColumn.allCases where column != .verified && column != .organisations {
                #expect(theirs.cell(column) == ours.cell(column), "\(ours.id) \(column.name)")
            }
        }
    }

    @Test func feedsCarryTitlesConceptsAndTombstones() throws {
        var entry = AtomFeed.Entry(
            id: "https://shop.example/records/a", title: "T & <b>", updated: OpenShop.moment,
            address: "https://shop.example/nl/resources/a", summary: "S «é»")
        entry.categories = [
            .init(scheme: "https://shop.example/vocabularies/themes", term: "sexting", label: "Sexting")
        ]
        let gone = AtomFeed.Gone(id: "https://shop.example/records/b", at: OpenShop.moment, comment: "Weg")
        let feed = AtomFeed(
            id: "https://shop.example/nl/feed.atom", title: "Nieuw", author: "Betternet", language: "nl",
            address: "https://shop.example/nl/", ownAddress: "https://shop.example/nl/feed.atom",
            updated: OpenShop.moment, items: [.entry(entry), .gone(gone)])
        let page = try read(.feed, feed.bytes)
        #expect(page.items.map(\.key) == [entry.id, gone.id] && page.items.last?.record == nil)
        let item = try #require(page.items.first)
        #expect(item.record?.title[.nl] == "T & <b>" && item.record?.summary[.nl] == "S «é»")
        #expect(item.record?.themes.map(\.description) == ["sexting"] && item.record?.id.description == "a")
        #expect(item.page == entry.address && item.home == entry.id)
    }

    @Test func calendarsCarryDaysAndTexts() throws {
        let first = CivilDay(year: 2027, month: 2, day: 9)
        let event = ICalendar.Event(
            id: "sid@shop.example", first: first, last: first.adding(days: 2), title: "Dag; met, leestekens \\ en é",
            text: "Eén\nTwee " + String(repeating: "lang ", count: 30) + "einde",
            address: "https://shop.example/nl/events/sid")
        let text = ICalendar(name: "Agenda", events: [event], made: first).text
        let item = try #require(try read(.icalendar, Array(text.utf8)).items.first)
        #expect(item.record?.title[.nl] == event.title && item.record?.summary[.nl] == event.text)
        #expect(item.page == event.address && item.key == event.id)
        #expect(item.record?.dates.map { "\($0.start) \($0.end?.description ?? "")" } == ["2027-02-09 2027-02-11"])
    }
}
