import Catalogue

/// What a column of a sheet of records holds.
///
/// What no cell can hold stays out and untouched: guide trees and stops, hours, what to know of a channel, easy texts,
/// notes beside numbers. So do membership and withdrawal, which are decisions with a road of their own.
package enum RecordColumn: Hashable, Sendable {
    case id, kind
    case title(Language)
    case ownNames
    case summary(Language)
    case organisations, languages, themes, audiences
    /// Whole years.
    case ageFrom, ageTo
    case territories, pillars, formats, cost
    /// Years.
    case founded, ended
    /// For events: `2027-02-09`, or `2027-02-09..2027-02-11` for several days.
    case dates
    case yearly
    /// For readers of a language, or (nil) of any.
    case link(Language?)
    case phones, emails, chat, form, address
    /// Beside each other: the first of each is about the first source.
    case sourceURLs, sourceSays, sourceSeen
    /// The day of the last check. Written only: nobody verifies by typing a day.
    case verified
    case status

    /// The header in our own sheets.
    package var name: String {
        switch self {
        case .title(let language): "title_\(language.rawValue)"
        case .ownNames: "own_names"
        case .summary(let language): "summary_\(language.rawValue)"
        case .ageFrom: "age_from"
        case .ageTo: "age_to"
        case .link(let language): "link_\(language?.rawValue ?? "any")"
        case .sourceURLs: "source_urls"
        case .sourceSays: "source_says"
        case .sourceSeen: "source_seen"
        default: "\(self)"
        }
    }

    package init?(name: String) {
        guard let column = Self.byName[name] else { return nil }
        self = column
    }

    private static let byName = Dictionary(
        allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// Whether a change in it is taken over.
    package var isRead: Bool { self != .verified }
}

extension RecordColumn: CaseIterable {
    /// In the order of our own sheets. The last one is never empty: Excel leaves delimiters away where the last column
    /// of some rows is, and a row would have too few cells.
    package static let allCases: [RecordColumn] =
        [.id, .kind] + Language.allCases.map { .title($0) } + [.ownNames] + Language.allCases.map { .summary($0) }
        + [
            .organisations, .languages, .themes, .audiences, .ageFrom, .ageTo, .territories, .pillars, .formats, .cost,
            .founded, .ended, .dates, .yearly,
        ]
        + Language.allCases.map { .link($0) }
        + [
            .link(nil), .phones, .emails, .chat, .form, .address, .sourceURLs, .sourceSays, .sourceSeen, .verified,
            .status,
        ]
}

extension RecordColumn: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let column = RecordColumn(name: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a column")
        }
        self = column
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
