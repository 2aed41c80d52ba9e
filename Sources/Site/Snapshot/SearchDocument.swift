import Catalogue
import Search

/// How records become documents of the index.
struct SearchDocument {
    static let ageSpan = "age"
    static let newestOrder = "newest"
    static func titleOrder(_ language: Language) -> String { "title-\(language)" }

    static let title = Field("title", weight: 6)
    static let concept = Field("concept", weight: 2, isNormalised: false)
    static let organisation = Field("organisation", weight: 1.5, isNormalised: false)
    static let summary = Field("summary", weight: 1.5)
    static let contact = Field("contact", weight: 4)

    static func documents(of catalogue: Catalogue) -> [Document] {
        let needs = needsOfFormats(catalogue)
        let titles = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, titleRanks(catalogue, in: $0)) })
        let reached = reachedTerritories(catalogue)
        return catalogue.records.enumerated().map { number, record in
            var document = Document(id: record.id.description)
            document.texts = texts(of: record, in: catalogue)
            document.facets = facets(of: record, in: catalogue, needs: needs, reached: reached)
            if let ages = ages(of: record, in: catalogue) { document.spans[ageSpan] = ages.from...ages.to }
            for language in Language.allCases { document.orders[titleOrder(language)] = titles[language]?[number] }
            document.orders[newestOrder] = -(record.dates.last?.start.year ?? record.founded ?? 0)
            document.weight = weight(of: record)
            return document
        }
    }

    /// The stated ages of a record, or those that its audiences stand for.
    static func ages(of record: Record, in catalogue: Catalogue) -> AgeRange? {
        if let ages = record.ages { return ages }
        let classes = record.audiences.compactMap { catalogue[.audiences][$0]?.ages }
        guard let from = classes.map(\.from).min(), let to = classes.map(\.to).max() else { return nil }
        return AgeRange(from: from, to: to)
    }

    // MARK: Texts

    private static func texts(of record: Record, in catalogue: Catalogue) -> [FieldText] {
        var texts: [FieldText] = []
        for language in Language.allCases {
            func add(_ field: Field, _ text: String?) {
                if let text, !text.isEmpty { texts.append(FieldText(field, language: language.rawValue, text: text)) }
            }
            add(title, record.title[language])
            add(summary, record.summary[language])
            for words in conceptWords(of: record, in: catalogue, language: language) { add(concept, words) }
            for id in record.organisations { add(organisation, catalogue[id]?.title[language]) }
            add(contact, contactWords(of: record))
        }
        return texts
    }

    /// For each concept of a record, every name that it has.
    private static func conceptWords(of record: Record, in catalogue: Catalogue, language: Language) -> [String] {
        let concepts =
            record.themes.compactMap { catalogue[.themes][$0] }
            + record.audiences.compactMap { catalogue[.audiences][$0] }
            + record.formats.compactMap { catalogue[.formats][$0] }
            + record.territories.compactMap { catalogue[.territories][$0] }
        let names = concepts.map { ($0.names(in: language) + $0.hidden[language]).joined(separator: " ") }
        let kind = ConceptID(record.kind.rawValue).flatMap { catalogue[.kinds][$0] }
        return names + [kind?.label[language]].compactMap { $0 }
    }

    /// Numbers joined and split, and sites as people say them.
    private static func contactWords(of record: Record) -> String {
        let phones = record.contact?.phones.map(\.number) ?? []
        return (phones.flatMap { [$0.description, $0.dialled] } + record.links.map(\.address.site))
            .joined(separator: " ")
    }

    // MARK: Facets

    private static func facets(
        of record: Record, in catalogue: Catalogue, needs: [ConceptID: [String]], reached: [ConceptID: [String]]
    ) -> [String: [String]] {
        func withBroader(_ ids: [ConceptID], in name: VocabularyName) -> [String] {
            let vocabulary = catalogue[name]
            return unique(ids.flatMap { [$0] + vocabulary.ancestors(of: $0) }.map(\.description))
        }
        let values: [SearchRequest.Facet: [String]] = [
            .kind: [record.kind.rawValue],
            .need: unique(record.formats.flatMap { needs[$0] ?? [] }),
            .theme: withBroader(record.themes, in: .themes),
            .audience: withBroader(record.audiences, in: .audiences),
            .territory: unique(record.territories.flatMap { reached[$0] ?? [] }),
            .language: record.languages.map(\.description),
            .format: record.formats.map(\.description),
            .cost: [record.cost?.description].compactMap { $0 },
        ]
        return Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
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

    // MARK: Order

    /// For each record its place in the alphabet of titles, accents and capitals left aside.
    private static func titleRanks(_ catalogue: Catalogue, in language: Language) -> [Int] {
        let titles = catalogue.records.map { ($0.title.text(for: language)?.text ?? $0.id.description).folded }
        let order = titles.indices.sorted { (titles[$0], $0) < (titles[$1], $1) }
        var ranks = [Int](repeating: 0, count: titles.count)
        for (rank, number) in order.enumerated() { ranks[number] = rank }
        return ranks
    }

    /// What still exists comes before what ended.
    private static func weight(of record: Record) -> Double {
        switch record.status {
        case .active: 1
        case .unknown: 0.9
        case .ended: 0.6
        }
    }

    private static func unique(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
