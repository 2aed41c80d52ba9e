import Catalogue

/// Which records somebody wants. Several values of one parameter: any of them; several parameters: all of them.
struct RecordFilter: Sendable {
    private let kinds: Set<Kind>?
    private let themes: Set<ConceptID>?
    private let audiences: Set<ConceptID>?
    private let territories: Set<ConceptID>?
    private let languages: Set<LanguageTag>?
    private let organisations: Set<RecordID>?
    private let statuses: Set<Status>?
    private let ages: AgeRange?
    /// The ages that audiences stand for, where a record says none itself.
    private let agesOfAudiences: [ConceptID: AgeRange]

    init(_ question: APIQuestion, kinds: Set<Kind>? = nil) {
        let catalogue = question.page.catalogue
        func wanted<Value: Hashable>(_ name: String, _ read: (String) -> Value?) -> Set<Value>? {
            let values = question.all(name)
            return values.isEmpty ? nil : Set(values.compactMap(read))
        }
        self.kinds = kinds ?? wanted("kind") { Kind(rawValue: $0) }
        themes = wanted("theme") { ConceptID($0) }?.withNarrower(in: catalogue[.themes])
        audiences = wanted("audience") { ConceptID($0) }?.withNarrower(in: catalogue[.audiences])
        let places = wanted("territory") { ConceptID($0) }
        territories = places.map { places in
            // What a wider place offers reaches a place, too.
            places.withNarrower(in: catalogue[.territories])
                .union(places.flatMap { catalogue[.territories].covering($0) })
        }
        languages = wanted("language") { LanguageTag($0) }
        organisations = wanted("organisation") { RecordID($0) }
        statuses = wanted("status") { Status(rawValue: $0) }
        ages = question.first("age").flatMap { SearchRequest.ages($0) }
        agesOfAudiences =
            ages == nil
            ? [:]
            : Dictionary(
                catalogue[.audiences].concepts.compactMap { concept in concept.ages.map { (concept.id, $0) } },
                uniquingKeysWith: { first, _ in first })
    }

    func holds(_ record: Record) -> Bool {
        (kinds?.contains(record.kind) ?? true)
            && (statuses?.contains(record.status) ?? true)
            && Self.meets(themes, record.themes)
            && Self.meets(audiences, record.audiences)
            && Self.meets(territories, record.territories)
            && Self.meets(languages, record.languages)
            && Self.meets(organisations, record.organisations)
            && holdsAges(of: record)
    }

    private static func meets<Value: Hashable>(_ wanted: Set<Value>?, _ values: [Value]) -> Bool {
        guard let wanted else { return true }
        return values.contains { wanted.contains($0) }
    }

    /// As in search: what says nothing of ages is not found by them.
    private func holdsAges(of record: Record) -> Bool {
        guard let wanted = ages else { return true }
        if let own = record.ages { return own.overlaps(wanted) }
        let classes = record.audiences.compactMap { agesOfAudiences[$0] }
        guard let from = classes.map(\.from).min(), let to = classes.map(\.to).max() else { return false }
        return AgeRange(from: from, to: to)?.overlaps(wanted) ?? false
    }
}

extension Set<ConceptID> {
    fileprivate func withNarrower(in vocabulary: Vocabulary) -> Self {
        union(flatMap { vocabulary.descendants(of: $0) })
    }
}
