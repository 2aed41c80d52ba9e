import Catalogue
import Foundation

/// The catalogue in the words of schema.org (https://schema.org): objects of JSON-LD.
///
/// A property that the catalogue says nothing about is left out: nothing is made up to please a validator.
package struct SchemaOrg: Sendable {
    package static let mediaType = "application/ld+json"
    package static let context = "https://schema.org"

    /// Whose words texts are in.
    package enum Voice: Hashable, Sendable {
        /// Those of the readers of one page, and as little as they need.
        case edition(Edition)
        /// All ordinary ones, each with its language, and all that there is.
        case all
    }

    package let catalogue: Catalogue
    package let addresses: PublicAddresses
    package let voice: Voice
    /// The day by which an event is still to come.
    package let day: CivilDay

    package init(_ catalogue: Catalogue, _ addresses: PublicAddresses, voice: Voice, on day: CivilDay) {
        self.catalogue = catalogue
        self.addresses = addresses
        self.voice = voice
        self.day = day
    }

    /// The object of a record, without a context.
    package func record(_ record: Record) -> JSON {
        switch record.kind {
        case .organisation: organisation(record)
        case .initiative: record.isCourse ? course(record) : project(record)
        case .resource: learningResource(record)
        case .channel: service(record)
        case .event: event(record)
        case .publication: report(record)
        case .route: route(record)
        case .guide: guide(record)
        }
    }

    /// A document of its own about a record: what it is, and who says so under which terms.
    package func document(_ record: Record, change: ChangeLog.Change?) -> JSON {
        guard case .object(let fields) = object(record, change: change) else { return .null }
        return .object([JSON.Field("@context", .text(Self.context))] + fields)
    }

    /// The same as a part of a larger document.
    func object(_ record: Record, change: ChangeLog.Change?) -> JSON {
        self.record(record).adding([
            "additionalType": ConceptID(record.kind.rawValue).map { .text(addresses.concept($0, in: .kinds)) },
            "sameAs": .text(record.home), "subjectOf": description(of: record, change: change),
        ])
    }

    /// Our pages about a record: their terms, their dates, and who looked at them last.
    private func description(of record: Record, change: ChangeLog.Change?) -> JSON {
        .fields([
            "@type": "WebPage",
            "url": .list(Language.allCases.map { .text(addresses.page(of: record, in: $0)) }),
            "license": .text(Licence.data.address),
            "datePublished": change.map { .text($0.first.formatted(.iso8601)) },
            "dateModified": change.map { .text($0.last.formatted(.iso8601)) },
            "lastReviewed": record.verified.map { .text($0.on.description) },
            "reviewedBy": record.verified?.organisation.flatMap { organisations([$0]) },
            "publisher": publisher,
        ])
    }
}

extension Record {
    /// Whether people learn by it together, with somebody who teaches.
    fileprivate var isCourse: Bool { formats.contains { ["training", "workshop"].contains($0.description) } }
}

// MARK: What all objects have

extension SchemaOrg {
    /// An object of a record: its type, its name for ever, what it is called, what it is, where it is, and more.
    func thing(_ types: [String], _ record: Record, _ more: KeyValuePairs<String, JSON?>) -> JSON {
        let links = self.links(of: record)
        return JSON.fields([
            "@type": .one(types.map { .text($0) }), "@id": .text(addresses.record(record.id)),
            "name": words(record.title), "description": words(record.summary), "url": .one(links),
        ]).adding(more)
    }

    /// A text: as it is for readers of a page, marked where it is in another language; or in every language.
    func words(_ text: LocalisedText) -> JSON? {
        switch voice {
        case .edition(let edition):
            text.text(for: edition).map { passage in
                passage.language == edition.language ? .text(passage.text) : .text(passage.text, in: passage.language)
            }
        case .all: .one(text.languages.compactMap { language in text[language].map { .text($0, in: language) } })
        }
    }

    /// Where it is on the web: for readers of a page the one of their language, else one for everybody, else the first.
    private func links(of record: Record) -> [JSON] {
        let links =
            switch voice {
            case .all: record.links
            case .edition(let edition):
                Array(
                    [edition.language, nil].lazy.compactMap { wanted in
                        record.links.first { $0.language == wanted }
                    }.prefix(1)) + record.links.prefix(1)
            }
        let addresses = links.map { JSON.text($0.address.description) }
        if case .edition = voice { return Array(addresses.prefix(1)) }
        return addresses.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    func organisations(_ ids: [RecordID]) -> JSON? {
        .one(
            ids.compactMap { catalogue[$0] }.map { record in
                .fields([
                    "@type": "Organization", "@id": .text(addresses.record(record.id)), "name": words(record.title),
                ])
            })
    }

    /// Those who keep the site.
    var publisher: JSON { .fields(["@type": "Organization", "@id": .text(addresses.publisher)]) }

    func languages(_ tags: [LanguageTag]) -> JSON? { .one(tags.map { .text($0.description) }) }

    /// Free or not; nil where nobody says so, and where parts of it are.
    func isFree(_ record: Record) -> JSON? {
        switch record.cost?.description {
        case "free": true
        case "paid": false
        default: nil
        }
    }
}

extension PublicAddresses {
    /// The name on the web of those who keep the site.
    package var publisher: String { "\(site)/#organization" }
}

extension JSON {
    /// A value of schema.org: nothing, one, or several.
    static func one(_ values: [JSON]) -> JSON? { values.count == 1 ? values[0] : filled(values) }

    static func text(_ text: String, in language: Language) -> JSON {
        .object([Field("@language", .text(language.rawValue)), Field("@value", .text(text))])
    }
}
