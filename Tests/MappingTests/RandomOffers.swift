import Catalogue

@testable import Mapping

/// Offers that are much alike, because they were varied from a few: for finding groups in two ways.
struct RandomOffers {
    private var numbers: RandomCatalogue.Numbers
    private let vocabularies: [Vocabulary]
    /// No more words in a text than lead to others, so that no bound keeps an offer from being found.
    private static let mostWords = AlikePairs.mostWords

    let kinds: [Kind]
    let themes: Int
    let patterns: Int
    let wordCount: Int
    /// Whether all are in one language and for one place, so that there is nearly always something to do.
    let isSteady: Bool

    init(
        seed: UInt64, kinds: [Kind] = Kind.allCases, themes: Int = 12, patterns: Int = 25, words: Int = 300,
        isSteady: Bool = false
    ) {
        self.isSteady = isSteady
        numbers = RandomCatalogue.Numbers(state: seed)
        self.kinds = kinds
        self.themes = themes
        self.patterns = patterns
        wordCount = words
        let places: [(String, [String])] = [
            ("land", []), ("north", ["land"]), ("south", ["land"]), ("capital", ["north", "south"]),
            ("harbour", ["north"]), ("hills", ["south"]),
        ]
        let concepts = places.compactMap { name, broader -> Concept? in
            guard let id = ConceptID(name) else { return nil }
            var concept = Concept(id: id, label: LocalisedText([.en: name]))
            concept.broader = broader.compactMap { ConceptID($0) }
            return concept
        }
        vocabularies = [Vocabulary(name: .territories, concepts: concepts)]
    }

    mutating func catalogue(of count: Int) -> Catalogue {
        let patterns = (0..<patterns).compactMap { pattern($0) }
        let records = (0..<count).compactMap { number in
            patterns.randomElement(using: &numbers).flatMap { varied($0, number) }
        }
        return Catalogue(records: records.shuffled(using: &numbers), vocabularies: vocabularies, pages: [])
    }

    private mutating func pattern(_ number: Int) -> Record? {
        guard let id = RecordID("pattern-\(number)"), let kind = kinds.randomElement(using: &numbers) else {
            return nil
        }
        var record = Record(id: id, kind: kind, title: LocalisedText(), summary: LocalisedText(), status: .active)
        record.themes = some("theme", of: themes, from: 1, to: 3)
        record.audiences = some("audience", of: 8, from: 1, to: 3)
        record.formats = some("format", of: 6, from: 1, to: 2)
        for language in Language.allCases where chance(2) { record.title[language] = text(Self.mostWords) }
        return record
    }

    /// Something near to the pattern, by other people, elsewhere, in other languages.
    private mutating func varied(_ pattern: Record, _ number: Int) -> Record? {
        guard let id = RecordID("record-\(number)") else { return nil }
        var record = pattern
        record.id = id
        if chance(3) { record.themes += some("theme", of: themes, from: 1, to: 1) }
        if chance(3) { record.audiences = some("audience", of: 8, from: 1, to: 3) }
        if chance(4) { record.formats += some("format", of: 6, from: 1, to: 1) }
        if chance(20) { record.status = .ended }
        if chance(20) { record.setAside = PartialDate("2026") }
        if isSteady {
            record.territories = [ConceptID("land")].compactMap { $0 }
            record.languages = [LanguageTag(.nl)]
            return reworded(record)
        }
        let places = ["land", "north", "south", "capital", "harbour", "hills", "unheard-of"]
        record.territories = places.filter { _ in chance(4) }.compactMap { ConceptID($0) }
        record.languages = ["nl", "nl-simple", "fr", "de", "en", "ar"].filter { _ in chance(4) }
            .compactMap { LanguageTag($0) }
        record.organisations = some("maker", of: 6, from: 0, to: 2)
        return reworded(record)
    }

    /// With other words here and there, some in the title and the others in the summary.
    private mutating func reworded(_ pattern: Record) -> Record {
        var record = pattern
        for language in Language.allCases {
            guard let text = pattern.title[language] else { continue }
            let words = text.split(separator: " ").map(String.init).map { chance(3) ? word() : $0 }
            let middle = Int.random(in: 0...words.count, using: &numbers)
            record.title[language] = words[..<middle].joined(separator: " ").uppercased()
            record.summary[language] = words[middle...].joined(separator: ", ") + " 2026."
        }
        return record
    }

    private mutating func text(_ words: Int) -> String {
        (0..<Int.random(in: 3...words, using: &numbers)).map { _ in word() }.joined(separator: " ")
    }

    /// Low numbers come up more often, as some words do.
    private mutating func word() -> String {
        let one = Int.random(in: 0..<wordCount, using: &numbers)
        return "w\(min(one, Int.random(in: 0..<wordCount, using: &numbers)))"
    }

    /// One time in so many.
    private mutating func chance(_ many: Int) -> Bool { Int.random(in: 0..<many, using: &numbers) == 0 }

    private mutating func some(_ name: String, of count: Int, from: Int, to: Int) -> [Identifier] {
        (0..<Int.random(in: from...to, using: &numbers)).compactMap { _ in
            Identifier("\(name)-\(Int.random(in: 0..<count, using: &numbers))")
        }
    }
}
