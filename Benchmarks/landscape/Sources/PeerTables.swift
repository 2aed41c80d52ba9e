import Catalogue
import Foundation
import Mapping

/// The records of a catalogue as a database would have them, in CSV: tables of numbers, one row a fact, in third normal
/// form. What follows from the vocabularies alone is worked out for the peers beforehand (`closure-*.csv`: what a record
/// that names a concept stands at), by the definitions in docs/landscape.md and without the code that is measured.
struct PeerTables {
    private let catalogue: Catalogue
    private let gaps: Gaps

    init(_ catalogue: Catalogue, _ gaps: Gaps) {
        self.catalogue = catalogue
        self.gaps = gaps
    }

    func write(to folder: URL) throws {
        for (name, table) in tables {
            let lines = [table.header] + table.rows.map { $0.map(String.init).joined(separator: ",") }
            let text = lines.joined(separator: "\n") + "\n"
            try text.write(to: folder.appending(path: name + ".csv"), atomically: false, encoding: .utf8)
        }
    }

    struct Table {
        let header: String
        var rows: [[Int]]
    }

    private var tables: [String: Table] {
        var tables = factTables
        for axis in Axis.allCases {
            if let name = axis.vocabulary {
                tables["closure-\(axis.rawValue)"] = Table(
                    header: "concept,value,standing", rows: closure(axis, catalogue[name]))
            }
        }
        tables["closure-age"] = Table(header: "concept,value,standing", rows: ageClosure)
        tables["age-band"] = Table(
            header: "value,first,last", rows: AgeBand.allCases.enumerated().map { [$0, $1.from, $1.to] })
        tables.merge(gapTables) { first, _ in first }
        return tables
    }

    // MARK: Records

    /// Texts of a fixed choice are numbers: kinds and costs by their concept, active or not by 1 or 0.
    private var factTables: [String: Table] {
        var record = Table(header: "record,kind,active,verified,free,offline,age_first,age_last", rows: [])
        var facts: [String: Table] = [:]
        let kinds = numbers(.kinds)
        let named: [(String, VocabularyName, KeyPath<Record, [ConceptID]>)] = [
            ("theme", .themes, \.themes), ("audience", .audiences, \.audiences),
            ("territory", .territories, \.territories),
            ("format", .formats, \.formats), ("pillar", .pillars, \.pillars),
        ]
        for (place, one) in catalogue.records.enumerated() {
            let contact = one.contact
            record.rows.append([
                place, ConceptID(one.kind.rawValue).flatMap { kinds[$0] } ?? -1, one.status == .active ? 1 : 0,
                one.verified == nil ? 0 : 1, one.cost?.description == "free" ? 1 : 0,
                contact?.phones.isEmpty == false || contact?.address != nil ? 1 : 0, one.ages?.from ?? -1,
                one.ages?.to ?? -1,
            ])
        }
        facts["record"] = record
        for (name, vocabulary, field) in named {
            let numbers = numbers(vocabulary)
            facts["record-\(name)"] = Table(
                header: "record,concept",
                rows: catalogue.records.enumerated().flatMap { place, one in
                    one[keyPath: field].compactMap { numbers[$0] }.map { [place, $0] }
                })
        }
        facts["record-language"] = Table(
            header: "record,language",
            rows: catalogue.records.enumerated().flatMap { place, one in
                one.languages.map { [place, number(OfferLanguage($0))] }
            })
        return facts
    }

    private func number(_ language: OfferLanguage) -> Int { OfferLanguage.allCases.firstIndex(of: language) ?? 0 }

    private func numbers(_ name: VocabularyName) -> [ConceptID: Int] {
        let ids = catalogue[name].concepts.map(\.id)
        return Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    }

    // MARK: What follows from the vocabularies

    /// 0: it says so itself; 1: it follows; 2: in part.
    private func closure(_ axis: Axis, _ vocabulary: Vocabulary) -> [[Int]] {
        let values = vocabulary.concepts.filter {
            axis != .kind || Kind.offers.map(\.rawValue).contains($0.id.description)
        }
        let numbers = numbers(vocabulary.name)
        return vocabulary.concepts.flatMap { named in
            values.enumerated().compactMap { place, value -> [Int]? in
                guard let concept = numbers[named.id] else { return nil }
                if named.id == value.id { return [concept, place, 0] }
                let isBroader = vocabulary.ancestors(of: named.id).contains(value.id)
                if isBroader, axis != .territory { return [concept, place, 0] }
                if named.includes.contains(value.id) { return [concept, place, 1] }
                if axis == .territory, vocabulary.covering(value.id).contains(named.id) { return [concept, place, 1] }
                return isBroader ? [concept, place, 2] : nil
            }
        }
    }

    /// The bands of which an audience's ages hold at least half.
    private var ageClosure: [[Int]] {
        catalogue[.audiences].concepts.enumerated().flatMap { number, audience in
            AgeBand.allCases.enumerated().compactMap { place, band -> [Int]? in
                guard let ages = audience.ages else { return nil }
                let held = (band.from...band.to).count { (ages.from...ages.to).contains($0) }
                return held * 2 >= band.to - band.from + 1 ? [number, place, 1] : nil
            }
        }
    }

    // MARK: Units of need

    /// What is looked at, with weights and people; whom an offer for an audience serves, and what one for a place reaches.
    private var gapTables: [String: Table] {
        let audiences = numbers(.audiences)
        let unitNumbers = UnitNumbers(catalogue)
        let areas = unitNumbers.areas
        let units = gaps.ranked.map { gap -> [Int] in
            let (theme, audience) = (catalogue[.themes][gap.unit.theme], catalogue[.audiences][gap.unit.audience])
            return unitNumbers.numbers(of: gap.unit) + [
                theme?.weight ?? Concept.usualWeight, audience?.weight ?? Concept.usualWeight, gap.people ?? 0,
            ]
        }
        let asked = catalogue[.audiences].concepts.filter { $0.weight != nil }
        let territories = numbers(.territories)
        return [
            "unit": Table(
                header: "theme,audience,area,theme_weight,audience_weight,people",
                rows: units.sorted { $0.lexicographicallyPrecedes($1) }),
            "gap-audience": Table(
                header: "concept,audience,addressed",
                rows: catalogue[.audiences].concepts.flatMap { named in
                    asked.compactMap { one in
                        guard named.id == one.id || named.includes.contains(one.id) else { return nil }
                        return [audiences[named.id] ?? -1, audiences[one.id] ?? -1, named.id == one.id ? 1 : 0]
                    }
                }),
            "gap-area": Table(
                header: "concept,area,language",
                rows: areas.enumerated().flatMap { number, area in
                    ([area.place] + catalogue[.territories].covering(area.place)).map {
                        [territories[$0] ?? -1, number, self.number(OfferLanguage(area.language))]
                    }
                }),
        ]
    }
}

/// Units of need as numbers: theme and audience by their place in the vocabulary, and the area.
struct UnitNumbers {
    private let themes: [ConceptID]
    private let audiences: [ConceptID]
    /// Places with each of their languages.
    let areas: [(place: ConceptID, language: Language)]

    init(_ catalogue: Catalogue) {
        themes = catalogue[.themes].concepts.map(\.id)
        audiences = catalogue[.audiences].concepts.map(\.id)
        areas = catalogue[.territories].concepts.flatMap { place in place.speech.map { (place.id, $0) } }
    }

    func numbers(of unit: GapUnit) -> [Int] {
        [
            themes.firstIndex(of: unit.theme), audiences.firstIndex(of: unit.audience),
            areas.firstIndex { $0.place == unit.place && $0.language == unit.language },
        ].map { $0 ?? -1 }
    }
}
