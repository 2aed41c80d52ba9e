import Catalogue
import Search

/// What documents of records need of the rest of the catalogue: facet values that follow from the vocabularies, and the
/// channels of organisations.
struct SearchFacets: Sendable {
    /// The channels behind which each organisation stands.
    let channels: [RecordID: [Record]]
    private let catalogue: Catalogue
    private let needs: [ConceptID: [String]]
    private let reached: [ConceptID: [String]]

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        var channels: [RecordID: [Record]] = [:]
        for record in catalogue.records where record.kind == .channel {
            for organisation in record.organisations { channels[organisation, default: []].append(record) }
        }
        self.channels = channels
        needs = Self.needsOfFormats(catalogue)
        reached = Self.reachedTerritories(catalogue)
    }

    func values(of record: Record) -> [String: [String]] {
        let values: [SearchRequest.Facet: [String]] = [
            .kind: [record.kind.rawValue],
            .need: Self.unique(record.formats.flatMap { needs[$0] ?? [] }),
            .theme: withBroader(record.themes, in: .themes),
            .audience: withBroader(record.audiences, in: .audiences),
            .territory: Self.unique(record.territories.flatMap { reached[$0] ?? [] }),
            .language: record.languages.map(\.description),
            .format: record.formats.map(\.description),
            .cost: [record.cost?.description].compactMap { $0 },
        ]
        return Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
    }

    private func withBroader(_ ids: [ConceptID], in name: VocabularyName) -> [String] {
        let vocabulary = catalogue[name]
        return Self.unique(ids.flatMap { [$0] + vocabulary.ancestors(of: $0) }.map(\.description))
    }

    private static func needsOfFormats(_ catalogue: Catalogue) -> [ConceptID: [String]] {
        var needs: [ConceptID: [String]] = [:]
        for need in catalogue[.needs].concepts {
            for format in need.formats { needs[format, default: []].append(need.id.description) }
        }
        return needs
    }

    /// For each territory, those under which its offers are found: itself, the places that it covers,
    /// and the wider places that it lies in.
    private static func reachedTerritories(_ catalogue: Catalogue) -> [ConceptID: [String]] {
        let territories = catalogue[.territories]
        var reached: [ConceptID: [String]] = [:]
        for place in territories.concepts {
            reached[place.id, default: []].append(place.id.description)
            reached[place.id, default: []] += territories.ancestors(of: place.id).map(\.description)
            for wider in territories.covering(place.id) { reached[wider, default: []].append(place.id.description) }
        }
        return reached.mapValues(unique)
    }

    private static func unique(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
