/// One text in up to four languages, in ordinary and in easy words.
package struct LocalisedText: Hashable, Codable, Sendable {
    private var texts: [Edition: String]

    package init(_ texts: [Language: String] = [:]) {
        self.texts = Dictionary(uniqueKeysWithValues: texts.map { (Edition($0.key), $0.value) })
    }

    package init(_ texts: [Edition: String]) { self.texts = texts }

    /// The ordinary text in exactly this language.
    package subscript(language: Language) -> String? {
        get { texts[Edition(language)] }
        set { texts[Edition(language)] = newValue }
    }

    /// The text of exactly this edition.
    package subscript(edition: Edition) -> String? {
        get { texts[edition] }
        set { texts[edition] = newValue }
    }

    /// The languages with an ordinary text.
    package var languages: [Language] { Language.allCases.filter { self[$0] != nil } }
    package var isEmpty: Bool { texts.isEmpty }

    /// The text for a reader of `edition`: in its words, in ordinary words of its language, or in the nearest language
    /// that has it.
    package func text(for edition: Edition) -> Passage? {
        if let text = texts[edition] { return Passage(text: text, edition: edition) }
        for language in [edition.language] + edition.language.fallbacks {
            if let text = self[language] { return Passage(text: text, edition: Edition(language)) }
        }
        return nil
    }

    package func text(for language: Language) -> Passage? { text(for: Edition(language)) }

    package init(from decoder: any Decoder) throws {
        texts = Dictionary(
            uniqueKeysWithValues: try decoder.singleValueContainer().decode([String: String].self)
                .compactMap { tag, text in Edition(tag).map { ($0, text) } })
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(uniqueKeysWithValues: texts.map { ($0.key.description, $0.value) }))
    }
}

/// A text together with the language and the words it is really in.
package struct Passage: Hashable, Sendable {
    package let text: String
    package let edition: Edition
    package var language: Language { edition.language }

    package init(text: String, edition: Edition) {
        self.text = text
        self.edition = edition
    }
}

/// Several texts in each of up to four languages, such as the other names of a concept.
package struct LocalisedList: Hashable, Codable, Sendable {
    /// By the tag of the edition.
    private var lists: [String: [String]]

    package init(_ lists: [Language: [String]] = [:]) {
        self.init(Dictionary(uniqueKeysWithValues: lists.map { (Edition($0.key), $0.value) }))
    }

    package init(_ lists: [Edition: [String]]) {
        self.lists = [:]
        for (edition, texts) in lists where !texts.isEmpty { self.lists[edition.description] = texts }
    }

    /// The texts in exactly this language, in ordinary words; empty if there are none.
    package subscript(language: Language) -> [String] { lists[language.rawValue] ?? [] }

    /// The texts for a reader of `edition`: in its words, or in ordinary words of its language.
    package subscript(edition: Edition) -> [String] { lists[edition.description] ?? self[edition.language] }

    /// Whether there are texts of exactly this edition.
    package func has(_ edition: Edition) -> Bool { lists[edition.description] != nil }

    package var isEmpty: Bool { lists.isEmpty }
}
