/// A language of the shop itself: its pages, its vocabularies, its titles and summaries.
///
/// The languages in which an *offer* exists are ``LanguageTag``s, because an offer may exist in any language.
package enum Language: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable, Comparable {
    case nl, fr, de, en

    /// What speakers call it.
    package var ownName: String {
        switch self {
        case .nl: "Nederlands"
        case .fr: "Français"
        case .de: "Deutsch"
        case .en: "English"
        }
    }

    /// Where to look for a text that is missing in this language, nearest first.
    package var fallbacks: [Language] {
        switch self {
        case .nl: [.en, .fr, .de]
        case .fr: [.en, .nl, .de]
        case .de: [.en, .fr, .nl]
        case .en: [.nl, .fr, .de]
        }
    }

    package static func < (left: Language, right: Language) -> Bool {
        left.place < right.place
    }

    var place: Int {
        switch self {
        case .nl: 0
        case .fr: 1
        case .de: 2
        case .en: 3
        }
    }
}

/// A BCP 47 language tag in its short form, such as `nl`, `ar` or `nl-simple`.
package struct LanguageTag: Hashable, Codable, Sendable, CustomStringConvertible {
    package let description: String

    /// Nil unless `text` is two or three small letters, with subtags of two to eight letters or digits.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let primary = parts.first, (2...3).contains(primary.count),
            primary.allSatisfy({ $0.isASCII && $0.isLowercase }),
            parts.dropFirst().allSatisfy({
                (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            })
        else { return nil }
        description = text
    }

    package init(_ language: Language) {
        description = language.rawValue
    }

    package init(from decoder: any Decoder) throws {
        description = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
