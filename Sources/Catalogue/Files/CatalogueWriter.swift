import Yams

/// Writes a catalogue as the files that ``CatalogueReader`` reads.
///
/// What is no matter of files is not in them: who checked a record when, how its translations came about, that it is set
/// aside, and what took the place of a withdrawn one.
package struct CatalogueWriter: Sendable {
    package struct File: Hashable, Sendable {
        /// From the folder of the catalogue: `themes.yaml` in `vocabularies`.
        package let path: String
        package let text: String
    }

    private let catalogue: Catalogue

    package init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// How many files there are.
    package var count: Int { VocabularyName.allCases.count + catalogue.pages.count + records.count }

    /// Every file, made when it is its turn.
    package var files: some Sequence<Result<File, any Error>> {
        let vocabularies = VocabularyName.allCases.lazy.map { name in
            Self.file("vocabularies/\(name.rawValue)", ConceptWriter(vocabulary: name).node(of: catalogue[name]))
        }
        let pages = catalogue.pages.lazy.map { page in Self.file("pages/\(page.id)", page.fields) }
        let records = records.lazy.map { record in
            Self.file("\(record.kind.folder)/\(record.id)", RecordWriter(record: record).node)
        }
        return [AnySequence(vocabularies), AnySequence(pages), AnySequence(records)].lazy.joined()
    }

    /// Those that are withdrawn or set aside too: others may name them.
    private var records: [Record] { (catalogue.records + catalogue.away.values).sorted { $0.id < $1.id } }

    private static func file(_ path: String, _ node: Node) -> Result<File, any Error> {
        Result {
            File(
                path: path + ".yaml",
                text: try Yams.serialize(node: node, indent: 2, width: -1, allowUnicode: true, sortKeys: false))
        }
    }
}

extension EditorialPage {
    fileprivate var fields: Node {
        var fields = FieldsWriter()
        fields.value("id", id)
        fields.localised("title", title)
        fields.localised("lead", lead)
        fields.list("sections", sections) { section, fields in
            fields.localised("heading", section.heading)
            fields.localised("text", section.text)
            fields.list("links", section.links) { link, fields in
                fields.localised("label", link.label)
                fields.text("url", link.address.description)
            }
        }
        return fields.node
    }
}
