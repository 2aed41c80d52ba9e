import Catalogue

/// What cells and fields may name: by id, or by a name as people know it.
package struct KnownNames: Sendable {
    private var ids: Set<Identifier> = []
    /// By ``Swift/String/plainWords``. A name that several have names none of them.
    private var named: [[String]: Set<Identifier>] = [:]
    private var suggestions: [String: Identifier?] = [:]

    /// A file with more different wrong values than this needs no suggestions but another look.
    private static let mostSuggestions = 200

    package init() {}

    init(_ vocabulary: Vocabulary) {
        for concept in vocabulary.concepts {
            add(concept.id, names: [concept.label, concept.plural].compactMap { $0 })
        }
    }

    /// The organisations of a catalogue. Those that were set aside are still there for editors.
    package init(organisationsOf catalogue: Catalogue) {
        let setAside = catalogue.away.values.filter { $0.withdrawn == nil }
        for record in catalogue.records + setAside where record.kind == .organisation {
            add(record.id, names: [record.title])
        }
    }

    package mutating func add(_ id: Identifier, names: [LocalisedText]) {
        ids.insert(id)
        let texts = names.flatMap { name in Language.allCases.compactMap { name[$0] } }
        for words in (texts + [id.description]).map(\.plainWords) where !words.isEmpty {
            named[words, default: []].insert(id)
        }
    }

    package func find(_ text: String) -> Identifier? {
        if let id = Identifier(text), ids.contains(id) { return id }
        let found = named[text.plainWords] ?? []
        return found.count == 1 ? found.first : nil
    }

    /// The id that a writer probably meant.
    package mutating func suggestion(for text: String) -> Identifier? {
        if let known = suggestions[text] { return known }
        guard suggestions.count < Self.mostSuggestions else { return nil }
        let length = text.count
        let alike = ids.lazy.map(\.description).filter { abs($0.count - length) <= max(1, length / 3) }
        let found = nearest(to: text.lowercased(), among: alike).flatMap { Identifier($0) }
        suggestions[text] = .some(found)
        return found
    }
}

/// What the cells of a file may name.
struct ImportNames {
    var organisations: KnownNames
    private var concepts: [VocabularyName: KnownNames]

    init(_ catalogue: Catalogue) {
        let vocabularies: [VocabularyName] = [.themes, .audiences, .territories, .pillars, .formats, .costs]
        concepts = Dictionary(uniqueKeysWithValues: vocabularies.map { ($0, KnownNames(catalogue[$0])) })
        organisations = KnownNames(organisationsOf: catalogue)
    }

    subscript(vocabulary: VocabularyName) -> KnownNames {
        get { concepts[vocabulary] ?? KnownNames() }
        set { concepts[vocabulary] = newValue }
    }
}
