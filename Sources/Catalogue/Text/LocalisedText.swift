/// One text in up to four languages, in ordinary and in easy words.
package struct LocalisedText: Hashable, Codable, Sendable {
    /// In the order of the editions. A row of a few takes less room than a table, and is looked through sooner.
    private var passages: [Passage] = []

    package init(_ texts: [Language: String] = [:]) {
        self.init(texts.map { Passage(text: $0.value, edition: Edition($0.key)) })
    }

    package init(_ texts: [Edition: String]) {
        self.init(texts.map { Passage(text: $0.value, edition: $0.key) })
    }

    /// Of several in one edition the last.
    package init(_ passages: some Sequence<Passage>) {
        for passage in passages { self[passage.edition] = passage.text }
    }

    /// The texts of all editions, ordinary ones first.
    package var all: [Passage] { passages }

    /// The ordinary text in exactly this language.
    package subscript(language: Language) -> String? {
        get { self[Edition(language)] }
        set { self[Edition(language)] = newValue }
    }

    /// The text of exactly this edition.
    package subscript(edition: Edition) -> String? {
        get { passages.first { $0.edition == edition }?.text }
        set {
            let place = passages.firstIndex { $0.edition.place >= edition.place } ?? passages.endIndex
            let isThere = place < passages.endIndex && passages[place].edition == edition
            passages.replaceSubrange(
                place..<place + (isThere ? 1 : 0), with: newValue.map { [Passage(text: $0, edition: edition)] } ?? [])
        }
    }

    /// The languages with an ordinary text.
    package var languages: [Language] { Language.allCases.filter { self[$0] != nil } }
    package var isEmpty: Bool { passages.isEmpty }

    /// The text for a reader of `edition`: in its words, in ordinary words of its language, or in the nearest language
    /// that has it.
    package func text(for edition: Edition) -> Passage? {
        if let text = self[edition] { return Passage(text: text, edition: edition) }
        for language in [edition.language] + edition.language.fallbacks {
            if let text = self[language] { return Passage(text: text, edition: Edition(language)) }
        }
        return nil
    }

    package func text(for language: Language) -> Passage? { text(for: Edition(language)) }

    package init(from decoder: any Decoder) throws {
        self.init(
            try decoder.singleValueContainer().decode([String: String].self)
                .compactMap { tag, text in Edition(tag).map { Passage(text: text, edition: $0) } })
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(uniqueKeysWithValues: passages.map { ($0.edition.description, $0.text) }))
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
