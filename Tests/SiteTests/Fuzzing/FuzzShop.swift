import Catalogue
import Foundation
import Search

/// The small shop in which what comes from outside is read.
enum FuzzShop {
    static let vocabularies: [VocabularyName: Vocabulary] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.name, $0) })

    static let catalogue: Catalogue = {
        let records = ["child-focus": "Child Focus", "mediawijs": "Mediawijs"].compactMap { id, title in
            Identifier(id).map {
                Record(
                    id: $0, kind: .organisation, title: LocalisedText([.nl: title, .fr: title]),
                    summary: LocalisedText([.nl: "Voor kinderen."]), status: .active)
            }
        }
        return Catalogue(records: records, vocabularies: all, pages: [])
    }()

    static let index: Index = {
        let texts = [
            ("nl", "Cyberpesten op school: wat doe je?"), ("fr", "L'école et le cyberharcèlement, 0800/95.580"),
            ("de", "Straße, Medienkompetenztag & Co."), ("en", "Child Focus – childfocus.be 116 000"),
        ]
        return Index(
            texts.enumerated().map { place, text in
                var document = Document(id: "d\(place)")
                document.texts = [FieldText(Field("title", weight: 3, isName: true), language: text.0, text: text.1)]
                document.facets = ["language": [text.0]]
                document.names = [text.0: text.1]
                return document
            }, concepts: [])
    }()

    private static let all = [
        vocabulary(.themes, ["cyberbullying", "gaming"]), vocabulary(.audiences, ["teachers", "parents"]),
        vocabulary(.formats, ["training", "website"]), vocabulary(.territories, ["belgium", "flanders"]),
        vocabulary(.costs, ["free", "paid"]), vocabulary(.pillars, ["awareness"]),
        vocabulary(.kinds, Kind.allCases.map(\.rawValue)),
    ]

    private static func vocabulary(_ name: VocabularyName, _ ids: [String]) -> Vocabulary {
        Vocabulary(
            name: name,
            concepts: ids.compactMap { id in
                Identifier(id).map { Concept(id: $0, label: LocalisedText([.nl: id.capitalized, .en: id])) }
            })
    }
}
