/// The vocabularies whose words our data use, by the prefixes that everybody gives them.
package enum RDFVocabulary: String, CaseIterable, Sendable {
    case dcat, dcatap, dct, foaf, skos, vcard, xsd

    package var address: String {
        switch self {
        case .dcat: "http://www.w3.org/ns/dcat#"
        case .dcatap: "http://data.europa.eu/r5r/"
        case .dct: "http://purl.org/dc/terms/"
        case .foaf: "http://xmlns.com/foaf/0.1/"
        case .skos: "http://www.w3.org/2004/02/skos/core#"
        case .vcard: "http://www.w3.org/2006/vcard/ns#"
        case .xsd: "http://www.w3.org/2001/XMLSchema#"
        }
    }
}

/// A word of a vocabulary, such as `skos:prefLabel`. Words stand in the program, so none needs escaping.
package struct RDFName: Hashable, Sendable, CustomStringConvertible {
    package let vocabulary: RDFVocabulary
    package let word: String

    private init(_ vocabulary: RDFVocabulary, _ word: StaticString) {
        self.vocabulary = vocabulary
        self.word = "\(word)"
    }

    /// With its prefix: `skos:prefLabel`.
    package var description: String { "\(vocabulary.rawValue):\(word)" }

    /// The whole address.
    package var address: String { vocabulary.address + word }

    package static func dcat(_ word: StaticString) -> RDFName { RDFName(.dcat, word) }
    package static func dcatap(_ word: StaticString) -> RDFName { RDFName(.dcatap, word) }
    package static func dct(_ word: StaticString) -> RDFName { RDFName(.dct, word) }
    package static func foaf(_ word: StaticString) -> RDFName { RDFName(.foaf, word) }
    package static func skos(_ word: StaticString) -> RDFName { RDFName(.skos, word) }
    package static func vcard(_ word: StaticString) -> RDFName { RDFName(.vcard, word) }
    package static func xsd(_ word: StaticString) -> RDFName { RDFName(.xsd, word) }
}
