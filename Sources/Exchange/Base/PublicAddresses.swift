import Catalogue

/// Where a site shows what: what leaves it must be found again.
package struct PublicAddresses: Sendable {
    /// Without a slash at the end: `https://www.betternet.example`.
    package let site: String
    private let path: @Sendable (Kind, RecordID, Language) -> String

    /// - Parameter path: of the page of a record, beginning with `/`.
    package init(site: String, path: @escaping @Sendable (Kind, RecordID, Language) -> String) {
        self.site = site
        self.path = path
    }

    /// The name of a record on the web, the same for ever and for every language; it leads to a page or to data, as is
    /// asked for.
    package func record(_ id: RecordID) -> String { "\(site)/records/\(id)" }

    /// The page of a record for people.
    package func page(of record: Record, in language: Language) -> String {
        site + path(record.kind, record.id, language)
    }

    /// The name of a vocabulary on the web.
    package func vocabulary(_ name: VocabularyName) -> String { "\(site)/vocabularies/\(name.rawValue)" }

    /// The name of a concept on the web.
    package func concept(_ id: ConceptID, in vocabulary: VocabularyName) -> String {
        "\(self.vocabulary(vocabulary))/\(id)"
    }
}
