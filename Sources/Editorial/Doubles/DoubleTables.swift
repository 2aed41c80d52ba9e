import Catalogue

/// Who has the same domain, page, phone or e-mail.
struct SharedValues: Sendable {
    /// What more records than this have says nothing about two of them.
    static let mostTelling = 50

    private var holders: [String: [Int]] = [:]

    /// By the place of the record: what it has, each once.
    init(_ values: [[String]]) {
        for (place, values) in values.enumerated() {
            for value in values { holders[value, default: []].append(place) }
        }
    }

    subscript(value: String) -> [Int] { holders[value] ?? [] }
}

/// The summaries of all records, each language by itself.
struct TextTable: Sendable {
    private let tables: [Language: (table: SimilarityTable, records: [Int])]

    init(_ records: [ComparableRecord]) {
        var tables: [Language: (table: SimilarityTable, records: [Int])] = [:]
        for language in Language.allCases {
            var places: [Int] = []
            var words: [[UInt64]] = []
            for (place, record) in records.enumerated() {
                guard let text = record.texts.first(where: { $0.language == language }) else { continue }
                places.append(place)
                words.append(text.words.words)
            }
            tables[language] = (SimilarityTable(words, weighing: .byRarity), places)
        }
        self.tables = tables
    }

    /// The records whose summary resembles the one of `record` in a language of both, with how much.
    func alike(_ record: ComparableRecord) -> [(record: Int, share: Double)] {
        record.texts.flatMap { text -> [(record: Int, share: Double)] in
            guard let (table, records) = tables[text.language] else { return [] }
            return table.alike(text.words.words, least: DoubleEvidence.Weight.leastText)
                .map { (records[$0.set], $0.share) }
        }
    }
}
