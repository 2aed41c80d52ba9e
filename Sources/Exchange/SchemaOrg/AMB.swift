import Catalogue
import Foundation

/// Learning resources in the Allgemeines Metadatenprofil für Bildungsressourcen, which the catalogues of schools in
/// German understand (https://w3id.org/kim/amb/20231019/).
package struct AMB: Sendable {
    private let catalogue: Catalogue
    private let log: ChangeLog
    private let addresses: PublicAddresses

    package init(catalogue: Catalogue, log: ChangeLog, addresses: PublicAddresses) {
        self.catalogue = catalogue
        self.log = log
        self.addresses = addresses
    }

    /// All of them as lines of JSON, each in the first of our languages in which it exists; oldest change first.
    package var lines: some Sequence<[UInt8]> {
        log.after(0).lazy.compactMap { [self] change -> [UInt8]? in
            guard let record = catalogue[change.record], let document = document(record, in: nil) else { return nil }
            var line: [UInt8] = []
            document.write(to: &line)
            line.append(UInt8(ascii: "\n"))
            return line
        }
    }

    /// One of them in a language; nil: in the first of ours in which it exists.
    ///
    /// Nil for what is no learning resource: the profile has no words for anything else.
    package func document(_ record: Record, in language: Language?) -> JSON? {
        guard record.kind == .resource || record.kind == .route else { return nil }
        let language = language ?? Language.allCases.first { record.languages.contains(LanguageTag($0)) } ?? .nl
        guard let name = record.title.text(for: language)?.text else { return nil }
        let isOurs = record.kind == .route
        return .fields([
            "@context": ["https://w3id.org/kim/amb/context.jsonld", ["@language": .text(language.rawValue)]],
            "id": .text(addresses.record(record.id)), "type": ["LearningResource"], "name": .text(name),
            "description": .text(record.summary.text(for: language)?.text),
            "keywords": .texts(record.themes.compactMap { catalogue[.themes][$0]?.label.text(for: language)?.text }),
            "inLanguage": .texts(Self.codes(record.languages)),
            "learningResourceType": .filled(types(record)),
            "audience": .filled(record.audiences.compactMap { concept($0, in: .audiences) }),
            "publisher": .filled(publishers(record)),
            "isAccessibleForFree": free(record),
            "license": isOurs ? ["id": .text(Licence.data.address)] : nil,
            "mainEntityOfPage": [page(record, in: language)],
        ])
    }

    /// Our page about it: what the profile calls a structured description.
    private func page(_ record: Record, in language: Language) -> JSON {
        let change = log[record.id]
        return .fields([
            "id": .text(addresses.page(of: record, in: language)), "type": "WebContent",
            "provider": ["id": .text(addresses.publisher), "type": "Organization", "name": "Betternet"],
            "dateCreated": change.map { .text($0.first.formatted(.iso8601)) },
            "dateModified": change.map { .text($0.last.formatted(.iso8601)) },
        ])
    }

    private func publishers(_ record: Record) -> [JSON] {
        record.organisations.compactMap { catalogue[$0] }.compactMap { organisation in
            organisation.title.text(for: organisation.ownNames.first ?? .nl).map { name in
                [
                    "type": "Organization", "id": .text(addresses.record(organisation.id)), "name": .text(name.text),
                ]
            }
        }
    }

    private func free(_ record: Record) -> JSON? {
        switch record.cost?.description {
        case "free": true
        case "paid": false
        default: nil
        }
    }

    /// The profile knows languages of two letters (ISO 639-1).
    private static func codes(_ tags: [LanguageTag]) -> [String] {
        tags.map { String($0.description.prefix { $0 != "-" }) }.filter { $0.count == 2 }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

// MARK: Concepts

extension AMB {
    /// The types of the profile that fit, and ours, which say more.
    private func types(_ record: Record) -> [JSON] {
        let theirs = record.formats.compactMap { Self.types[$0.description] }
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let names = theirs.isEmpty && !record.formats.isEmpty ? ["other"] : theirs
        return names.map { ["id": .text("https://w3id.org/kim/hcrt/\($0)"), "type": "Concept"] }
            + record.formats.compactMap { concept($0, in: .formats) }
    }

    /// Which of the Hochschulcampus Ressourcentypen each of our formats is (https://w3id.org/kim/hcrt/).
    private static let types = [
        "app": "application", "brochure": "text", "database": "index", "game": "educational_game",
        "lesson": "lesson_plan", "magazine": "text", "podcast": "audio", "poster": "image", "quiz": "assessment",
        "research": "text", "training": "course", "video": "video", "website": "web_page", "workshop": "course",
    ]

    private func concept(_ id: ConceptID, in vocabulary: VocabularyName) -> JSON? {
        catalogue[vocabulary][id].map { concept in
            [
                "id": .text(addresses.concept(id, in: vocabulary)), "type": "Concept",
                "prefLabel": .object(
                    Language.allCases.compactMap { language in
                        concept.label[language].map { JSON.Field(language.rawValue, .text($0)) }
                    }),
            ]
        }
    }
}
