import Catalogue
import Exchange
import HTML

/// What every field of a record means, and in which files records can be had.
struct DictionaryPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.dictionaryTitle) }
    var summary: String? { context.texts(.dictionaryLead) }
    var hasPictures: Bool { true }
    var otherForms: [OtherForm] { [OtherForm(mediaType: "application/json", address: Self.file, title: title)] }

    private static let file = "/data/dictionary.json"
    private var texts: Texts { context.texts }

    var content: some HTML {
        OpenDataTabs(context: context)
        h1 { title }
        p(.class("lead")) { texts(.dictionaryLead) }
        section(.ariaLabelledBy("files")) {
            h2(.id("files")) { texts(.dictionaryFiles) }
            ul {
                for file in [DatasetFile.table, .sheet, .lines] {
                    li { a(.href(file.path)) { texts(file.title) } }
                }
                li { a(.href(Self.file)) { texts(.dictionaryForPrograms) } }
            }
            p { a(.href(Licence.data.address), .rel("license")) { texts(.dictionaryLicence, Licence.data.name) } }
        }
        section(.ariaLabelledBy("fields")) {
            h2(.id("fields")) { texts(.dictionaryFields) }
            p { texts(.dictionaryMissing) }
            p { texts(.dictionaryLists) }
            ScrollRegion(title) { fields }
        }
    }

    private var fields: some HTML {
        table(.class("figures")) {
            thead {
                tr {
                    for key in [
                        TextKey.dictionaryField, .dictionaryMeaning, .dictionaryType, .dictionaryValues,
                        .dictionaryColumn,
                    ] { th(.scope("col")) { texts(key) } }
                }
            }
            tbody {
                for field in RecordField.all {
                    tr {
                        th(.scope("row")) { code { field.path } }
                        td { field.meaning.map { texts($0) } ?? "" }
                        td {
                            texts(field.shape.name)
                            if field.isAlways { ", " + texts(.dictionaryAlways) }
                        }
                        td {
                            values(of: field)
                            if let example = field.example {
                                " " + texts(.dictionaryExample) + ": "
                                code { example }
                            }
                        }
                        td { field.columns.map(\.name).joined(separator: ", ") }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func values(of field: RecordField) -> some HTML {
        switch field.values {
        case .any: ""
        case .some(let values): values.joined(separator: ", ")
        case .vocabulary(let name):
            a(.href(context.link(.openData(.vocabulary(name))))) { name.title(in: texts) }
        }
    }
}
