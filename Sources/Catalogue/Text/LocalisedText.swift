/// One text in up to four languages.
package struct LocalisedText: Hashable, Codable, Sendable {
    private var nl: String?
    private var fr: String?
    private var de: String?
    private var en: String?

    package init(_ texts: [Language: String] = [:]) {
        for (language, text) in texts { self[language] = text }
    }

    /// The text in exactly this language.
    package subscript(language: Language) -> String? {
        get {
            switch language {
            case .nl: nl
            case .fr: fr
            case .de: de
            case .en: en
            }
        }
        set {
            switch language {
            case .nl: nl = newValue
            case .fr: fr = newValue
            case .de: de = newValue
            case .en: en = newValue
            }
        }
    }

    package var languages: [Language] { Language.allCases.filter { self[$0] != nil } }
    package var isEmpty: Bool { languages.isEmpty }

    /// The text for a reader of `language`: in that language, or in the nearest other one that has it.
    package func text(for language: Language) -> Passage? {
        for candidate in [language] + language.fallbacks {
            if let text = self[candidate] { return Passage(text: text, language: candidate) }
        }
        return nil
    }
}

/// A text together with the language it is really in.
package struct Passage: Hashable, Sendable {
    package let text: String
    package let language: Language

    package init(text: String, language: Language) {
        self.text = text
        self.language = language
    }
}

/// Several texts in each of up to four languages, such as the other names of a concept.
package struct LocalisedList: Hashable, Codable, Sendable {
    private var lists: [String: [String]]

    package init(_ lists: [Language: [String]] = [:]) {
        self.lists = [:]
        for (language, texts) in lists where !texts.isEmpty { self.lists[language.rawValue] = texts }
    }

    /// The texts in exactly this language; empty if there are none.
    package subscript(language: Language) -> [String] { lists[language.rawValue] ?? [] }

    package var isEmpty: Bool { lists.isEmpty }
}
