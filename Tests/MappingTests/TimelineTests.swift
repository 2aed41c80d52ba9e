import Catalogue
import Testing

@testable import Mapping

/// Every figure of the time line is counted a second time here, year by year and record by record.
@Suite struct TimelineTests {
    private static let places: Vocabulary = {
        let rows: [(String, [String])] = [
            ("belgium", []), ("flemish-community", ["belgium"]), ("french-community", ["belgium"]),
            ("german-speaking-community", ["belgium"]), ("flanders", ["belgium", "flemish-community"]),
            ("brussels", ["belgium", "flemish-community", "french-community"]),
            ("wallonia", ["belgium", "french-community"]), ("liege", ["wallonia"]), ("ghent", ["flanders"]),
        ]
        return Vocabulary(
            name: .territories,
            concepts: rows.compactMap { name, broader in
                ConceptID(name).map { id in
                    var concept = Concept(id: id, label: LocalisedText())
                    concept.broader = broader.compactMap { ConceptID($0) }
                    return concept
                }
            })
    }()

    private func randomRecord(_ number: Int, _ random: inout RandomCatalogue.Numbers) throws -> Record {
        func sometimes<Value>(_ make: @autoclosure () -> Value) -> Value? {
            Bool.random(using: &random) ? make() : nil
        }
        func some(_ names: [String]) -> [String] { names.filter { _ in Int.random(in: 0..<3, using: &random) == 0 } }
        var record = Record(
            id: try #require(RecordID("r\(number)")), kind: try #require(Kind.allCases.randomElement(using: &random)),
            title: LocalisedText(), summary: LocalisedText(),
            status: try #require(Status.allCases.randomElement(using: &random)))
        record.founded = sometimes(Int.random(in: 1990...2030, using: &random))
        // Before it began, too: nothing keeps an import from saying so.
        if Int.random(in: 0..<3, using: &random) == 0 { record.ended = Int.random(in: 1985...2032, using: &random) }
        record.pillars = some(["a", "b", "c"]).compactMap { ConceptID($0) }
        record.languages = some(["nl", "fr", "de", "en", "nl-simple"]).compactMap { LanguageTag($0) }
        record.territories = some(Self.places.concepts.map(\.id.description)).compactMap { ConceptID($0) }
        if Int.random(in: 0..<4, using: &random) == 0 {
            record.withdrawn = PartialDate("\(Int.random(in: 2000...2026, using: &random))-03")
            if Bool.random(using: &random) { record.successor = RecordID("r0") }
            if Int.random(in: 0..<4, using: &random) == 0 { record.isMerged = true }
        }
        if Int.random(in: 0..<10, using: &random) == 0 { record.setAside = PartialDate("2026") }
        return record
    }

    private func counts(_ record: Record, _ kinds: [Kind]) -> Bool {
        guard kinds.contains(record.kind) else { return false }
        if record.withdrawn == nil { return record.setAside == nil }
        return record.successor != nil && record.isMerged != true
    }

    private func communities(_ record: Record) -> Set<Timeline.Community> {
        let spoken: [(Timeline.Community, [String], [String])] = [
            (.flemish, ["nl", "nl-simple"], ["belgium", "flemish-community", "flanders", "brussels", "ghent"]),
            (.french, ["fr"], ["belgium", "french-community", "wallonia", "brussels", "liege"]),
            (.german, ["de"], ["belgium", "german-speaking-community"]),
        ]
        return Set(
            spoken.filter { _, tags, places in
                record.languages.isEmpty
                    ? record.territories.contains { places.contains($0.description) }
                    : record.languages.contains { tags.contains($0.description) }
            }.map(\.0))
    }

    private func tally(_ records: [Record]) -> Timeline.Tally {
        var tally = Timeline.Tally()
        for record in records {
            tally.all += 1
            for pillar in record.pillars { tally.pillars[pillar, default: 0] += 1 }
            let own = communities(record)
            for community in own { tally.communities[community, default: 0] += 1 }
            if own.isEmpty { tally.outside += 1 }
        }
        return tally
    }

    /// Yes, no, or (nil) nobody knows.
    private func wasThere(_ record: Record, in year: Int) -> Bool? {
        guard let began = record.founded, began <= year else { return false }
        if let ended = record.ended { return year <= ended }
        if let away = record.withdrawn { return year <= away.year }
        if record.status == .active || year == began { return true }
        return nil
    }

    @Test func everyYearIsThatOfTheSlowWay() throws {
        var random = RandomCatalogue.Numbers(state: 7)
        for round in 0..<120 {
            let records = try (0..<(round % 40)).map { try randomRecord($0, &random) }
            let catalogue = Catalogue(records: records, vocabularies: [Self.places], pages: [])
            let kinds = try #require([Kind.offers, [.organisation], Kind.allCases].randomElement(using: &random))
            let timeline = Timeline(catalogue, of: kinds, until: 2026)
            let counted = records.filter { counts($0, kinds) }.sorted { $0.id < $1.id }
            #expect(timeline.counted == counted.map(\.id))
            #expect(timeline.beginningUnstated == counted.filter { $0.founded == nil }.map(\.id))
            #expect(timeline.yetToBegin == counted.filter { ($0.founded ?? 0) > 2026 }.map(\.id))
            #expect(
                timeline.endUnstated == counted.filter { $0.status == .ended && $0.ended == nil }.map(\.id))
            let stated = counted.flatMap { record in
                [record.founded, record.ended, record.withdrawn?.year].compactMap { $0 }
            }.filter { $0 <= 2026 }
            #expect(timeline.years.map(\.year) == (stated.min().map { Array($0...2026) } ?? []))
            for year in timeline.years {
                let began = counted.filter { $0.founded == year.year }
                let ended = counted.filter { $0.ended == year.year }
                #expect(year.began == began.map(\.id) && year.ended == ended.map(\.id))
                #expect(year.beganTally == tally(began) && year.endedTally == tally(ended))
                #expect(year.replaced.map(\.old) == counted.filter { $0.withdrawn?.year == year.year }.map(\.id))
                #expect(year.active == tally(counted.filter { wasThere($0, in: year.year) == true }))
                #expect(year.unsure == tally(counted.filter { wasThere($0, in: year.year) == nil }))
            }
        }
    }

    @Test func theOrderOfRecordsMakesNoDifference() throws {
        var random = RandomCatalogue.Numbers(state: 8)
        let records = try (0..<60).map { try randomRecord($0, &random) }
        let one = Timeline(
            Catalogue(records: records, vocabularies: [Self.places], pages: []), of: Kind.offers, until: 2026)
        let other = Timeline(
            Catalogue(records: records.reversed(), vocabularies: [Self.places], pages: []), of: Kind.offers, until: 2026
        )
        #expect(one.years == other.years)
    }

    @Test func aYearOutsideLeadsToTheNearest() throws {
        var record = Record(
            id: try #require(RecordID("one")), kind: .channel, title: LocalisedText(), summary: LocalisedText(),
            status: .active)
        record.founded = 2010
        let timeline = Timeline(
            Catalogue(records: [record], vocabularies: [], pages: []), of: Kind.offers, until: 2026)
        #expect(timeline.nearest(to: 1200)?.year == 2010)
        #expect(timeline.nearest(to: 2015)?.year == 2015)
        #expect(timeline.nearest(to: 3000)?.year == 2026)
        #expect(timeline[2009] == nil && timeline[2027] == nil)
        #expect(timeline[Int.min] == nil && timeline[Int.max] == nil)
        #expect(Timeline(.empty, of: Kind.offers, until: 2026).nearest(to: 2026) == nil)
    }
}
