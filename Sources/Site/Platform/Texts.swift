import Catalogue
import Foundation

/// The interface texts of one edition, out of `translations/site.xcstrings`.
///
/// Foundation on Linux has no reader for String Catalogs; this one knows what the shop uses of the format:
/// plain texts, plural variations, and the placeholders `%@`, `%1$@` and `%lld`.
package struct Texts: Sendable {
    package let language: Language
    private let entries: [TextKey: Entry]

    private enum Entry: Sendable {
        case plain(Pattern)
        case plural(one: Pattern, other: Pattern)
    }

    /// The text of a key, with the placeholders filled in order.
    package func callAsFunction(_ key: TextKey, _ values: String...) -> String { self(key, filling: values) }

    package func callAsFunction(_ key: TextKey, filling values: [String]) -> String {
        switch entries[key] {
        case .plain(let pattern), .plural(_, let pattern): pattern.filled(values, count: nil)
        case nil: key.rawValue
        }
    }

    /// The text for a number of things; `%lld` becomes the number.
    package func callAsFunction(_ key: TextKey, count: Int, _ values: String...) -> String {
        switch entries[key] {
        case .plain(let pattern): pattern.filled(values, count: count)
        case .plural(let one, let other): (isOne(count) ? one : other).filled(values, count: count)
        case nil: key.rawValue
        }
    }

    /// The plural rules of CLDR for whole numbers: French counts nothing as one.
    private func isOne(_ count: Int) -> Bool { language == .fr ? abs(count) <= 1 : abs(count) == 1 }
}

/// A text with places for values, taken apart once.
private struct Pattern: Sendable {
    private enum Part: Sendable {
        case text(String)
        /// The value with this number, from 0.
        case value(Int)
        case count
    }

    private let parts: [Part]

    /// Without a regular expression: thousands of texts are taken apart before the first page, and those were two thirds
    /// of the time from start to open.
    init(_ text: String) {
        var parts: [Part] = []
        let letters = text.utf8
        var start = letters.startIndex
        var place = start
        var next = 0
        while let percent = letters[place...].firstIndex(of: UInt8(ascii: "%")) {
            place = letters.index(after: percent)
            var type = letters[place...]
            var number: Int?
            if let digit = type.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit),
                type.dropFirst().first == UInt8(ascii: "$")
            {
                number = Int(digit - UInt8(ascii: "0")) - 1
                type = type.dropFirst(2)
            }
            let isCount = type.starts(with: "lld".utf8)
            guard isCount || type.first == UInt8(ascii: "@") else { continue }
            if percent > start { parts.append(.text(String(text[start..<percent]))) }
            if isCount {
                parts.append(.count)
            } else {
                parts.append(.value(number ?? next))
                next += 1
            }
            start = letters.index(type.startIndex, offsetBy: isCount ? 3 : 1)
            place = start
        }
        if start < letters.endIndex { parts.append(.text(String(text[start...]))) }
        self.parts = parts
    }

    func filled(_ values: [String], count: Int?) -> String {
        if parts.count == 1, case .text(let text) = parts[0] { return text }
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .value(let number): result += values.indices.contains(number) ? values[number] : ""
            case .count: result += count.map(String.init) ?? ""
            }
        }
        return result
    }
}

extension Texts {
    /// The texts of all editions, out of the program itself.
    package static let all: [Edition: Texts] = {
        let catalogue = try? StringCatalogue.embedded
        return Dictionary(uniqueKeysWithValues: Edition.allCases.map { ($0, Texts($0, in: catalogue)) })
    }()

    package static func of(_ edition: Edition) -> Texts { all[edition] ?? Texts(edition, in: nil) }

    /// In ordinary words.
    package static func of(_ language: Language) -> Texts { of(Edition(language)) }

    private init(_ edition: Edition, in catalogue: StringCatalogue?) {
        language = edition.language
        var entries: [TextKey: Entry] = [:]
        for key in TextKey.allCases {
            guard let localizations = catalogue?.strings[key.rawValue]?.localizations else { continue }
            let tags = [edition.description, edition.language.rawValue, Language.en.rawValue]
            guard let found = tags.lazy.compactMap({ localizations[$0] }).first else { continue }
            let set: (String) -> Pattern = { Pattern(edition.language == .fr ? $0.withFrenchSpacing : $0) }
            if let plural = found.variations?.plural, let other = plural["other"]?.stringUnit.value {
                entries[key] = .plural(one: set(plural["one"]?.stringUnit.value ?? other), other: set(other))
            } else if let unit = found.stringUnit {
                entries[key] = .plain(set(unit.value))
            }
        }
        self.entries = entries
    }
}

/// The part of the String Catalog format that the shop uses.
package struct StringCatalogue: Decodable, Sendable {
    package struct Unit: Decodable, Sendable {
        package var state: String
        package var value: String
    }
    package struct Variation: Decodable, Sendable { package var stringUnit: Unit }
    package struct Variations: Decodable, Sendable { package var plural: [String: Variation]? }
    package struct Localization: Decodable, Sendable {
        package var stringUnit: Unit?
        package var variations: Variations?
    }
    package struct Entry: Decodable, Sendable { package var localizations: [String: Localization]? }
    package var strings: [String: Entry]

    /// The catalogue that is built into the program.
    package static var embedded: StringCatalogue {
        get throws { try JSONDecoder().decode(StringCatalogue.self, from: Data(Embedded.stringCatalogue.utf8)) }
    }
}
