import Catalogue
import Exchange
import HTML

/// How to cite the entry of a record, and what may be done with it; closed until somebody wants to know. The print-out
/// says how to cite it.
struct ReuseBox: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        let texts = context.texts
        let citation = context.citationText(of: record)
        p(.class("only-in-print quiet")) { texts(.reuseCite) + " " + citation + " " + Licence.data.name }
        details(.class("sources")) {
            summary { texts(.reuseTitle) }
            p {
                texts(.reuseTerms) + " " + texts(.reuseLicence) + " "
                a(.href(Licence.data.address), .rel("license noopener")) { Licence.data.name }
            }
            p { texts(.reuseOwn) }
            p {
                texts(.reuseCite) + " "
                span(.class("copied")) { citation }
            }
            p {
                texts(.reuseAddress) + " "
                a(.class("copied"), .href("/records/\(record.id)")) { context.addresses.record(record.id) }
            }
            p {
                texts(.reuseFiles) + " "
                for (place, form) in Self.forms.enumerated() {
                    if place > 0 { ", " }
                    a(.href(form.form.path(of: record.id, in: form.isInOneLanguage ? context.language : nil))) {
                        form.name
                    }
                }
            }
        }
    }

    private static let forms: [(form: EntryFile, name: String, isInOneLanguage: Bool)] = [
        (.bib, "BibTeX", true), (.ris, "RIS", true), (.jsonld, "JSON-LD", false),
    ]
}
