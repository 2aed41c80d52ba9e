import Catalogue

/// A part of the catalogue that can be harvested by itself.
struct OAISet: Hashable, Sendable {
    enum Members: Hashable, Sendable {
        case all
        /// With at least one theme that there is.
        case themed
        case kind(Kind)
        /// About one of these.
        case themes(Set<ConceptID>)
    }

    /// `kind:channel`, `theme:living-together-online:cyberbullying`: from wide to narrow.
    let spec: String
    /// What it is called, in four languages.
    let label: LocalisedText
    let members: Members
}

/// The sets of a catalogue: by kind, and by theme as deep as themes go. A theme below two others has two names.
struct OAISets: Sendable {
    /// Wider ones before narrower ones.
    let all: [OAISet]
    private let places: [String: Int]
    private let themes: [ConceptID: [String]]

    init(_ catalogue: Catalogue) {
        let vocabulary = catalogue[.themes]
        var themes: [ConceptID: [String]] = [:]
        for concept in vocabulary.concepts {
            themes[concept.id] = Self.paths(to: concept.id, in: vocabulary).map { "theme:\($0)" }
        }
        self.themes = themes
        var all = [OAISet(spec: "kind", label: LocalisedText([.en: "Everything, by kind"]), members: .all)]
        for kind in Kind.allCases {
            let concept = ConceptID(kind.rawValue).flatMap { catalogue[.kinds][$0] }
            let label = concept?.plural ?? concept?.label ?? LocalisedText([.en: kind.rawValue])
            all.append(OAISet(spec: "kind:\(kind.rawValue)", label: label, members: .kind(kind)))
        }
        all.append(OAISet(spec: "theme", label: LocalisedText([.en: "Everything that has a theme"]), members: .themed))
        for concept in vocabulary.concepts {
            let members = Set([concept.id] + vocabulary.descendants(of: concept.id))
            for spec in themes[concept.id] ?? [] {
                all.append(OAISet(spec: spec, label: concept.label, members: .themes(members)))
            }
        }
        self.all = all
        places = Dictionary(zip(all.map(\.spec), all.indices), uniquingKeysWith: { first, _ in first })
    }

    subscript(spec: String) -> OAISet? { places[spec].map { all[$0] } }

    /// The narrowest sets of a record; those above follow from their names.
    func specs(of record: Record) -> [String] {
        ["kind:\(record.kind.rawValue)"] + record.themes.flatMap { themes[$0] ?? [] }
    }

    func holds(_ set: OAISet, _ record: Record) -> Bool {
        switch set.members {
        case .all: true
        case .themed: record.themes.contains { themes[$0] != nil }
        case .kind(let kind): record.kind == kind
        case .themes(let ids): record.themes.contains { ids.contains($0) }
        }
    }

    /// `above` keeps a circle in the vocabulary from turning for ever.
    private static func paths(
        to id: ConceptID, in vocabulary: Vocabulary, below above: Set<ConceptID> = []
    ) -> [String] {
        let parents = (vocabulary[id]?.broader ?? []).filter {
            vocabulary[$0] != nil && !above.contains($0) && $0 != id
        }
        guard !parents.isEmpty else { return [id.description] }
        return parents.flatMap { paths(to: $0, in: vocabulary, below: above.union([id])) }.map { "\($0):\(id)" }
    }
}
