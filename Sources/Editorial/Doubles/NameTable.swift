import Catalogue

/// The titles of all records in all languages.
struct NameTable: Sendable {
    private struct Use: Sendable {
        let record: Int
        let language: Language
        let title: String
    }

    /// By the plain form of a title.
    private var uses: [String: [Use]] = [:]
    /// By the plain form of what stands before an explanation.
    private var headUses: [String: [Use]] = [:]
    /// Different names, each once.
    private let names: [ComparableName]
    private let table: SimilarityTable

    init(_ records: [ComparableRecord]) {
        var names: [ComparableName] = []
        for (place, record) in records.enumerated() {
            for title in record.titles {
                let use = Use(record: place, language: title.language, title: title.text)
                if uses[title.name.plain] == nil { names.append(title.name) }
                uses[title.name.plain, default: []].append(use)
                if let head = title.head { headUses[head.plain, default: []].append(use) }
            }
        }
        self.names = names
        table = SimilarityTable(names.map(\.trigrams), weighing: .equal)
    }

    struct Find {
        let record: Int
        let weight: Double
        let reason: DoubleReason
    }

    /// The titles that are, begin with or resemble one of `record`. The same record may come several times.
    func alike(_ record: ComparableRecord) -> [Find] {
        // Many have the same name in all languages: it is looked up once.
        var seen: Set<ComparableName> = []
        var finds: [Find] = []
        for title in record.titles {
            if seen.insert(title.name).inserted {
                let languages = record.titles.filter { $0.name == title.name }.map(\.language)
                finds += same(title.name, in: languages)
                finds += explained(by: headUses[title.name.plain]) + similar(title.name)
            }
            if let head = title.head { finds += explained(by: uses[head.plain]) }
        }
        return finds
    }

    /// `languages`: those in which the record has this name.
    private func same(_ name: ComparableName, in languages: [Language]) -> [Find] {
        (uses[name.plain] ?? []).compactMap { use in
            guard let language = languages.first(where: { $0 == use.language }) ?? languages.first else { return nil }
            return Find(
                record: use.record, weight: DoubleEvidence.Weight.sameName, reason: .sameName(language, use.language))
        }
    }

    private func explained(by uses: [Use]?) -> [Find] {
        (uses ?? []).map { use in
            Find(record: use.record, weight: DoubleEvidence.Weight.head, reason: .similarName(use.title))
        }
    }

    private func similar(_ name: ComparableName) -> [Find] {
        table.alike(name.trigrams, least: DoubleEvidence.Weight.leastTrigrams).flatMap { place, share -> [Find] in
            let other = names[place]
            guard other.plain != name.plain, !other.differsInNumbers(from: name) else { return [] }
            let likeness = name.likeness(to: other, trigrams: share)
            guard likeness > DoubleEvidence.Weight.leastName else { return [] }
            let weight = DoubleEvidence.Weight.similarName(likeness)
            return (uses[other.plain] ?? []).map { use in
                Find(record: use.record, weight: weight, reason: .similarName(use.title))
            }
        }
    }
}
