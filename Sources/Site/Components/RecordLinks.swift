import Catalogue
import HTML

/// Records as a plain list of names.
struct RecordLinks: HTML {
    let records: [Record]
    let context: PageContext

    var body: some HTML {
        ul(.class("links")) {
            for record in records {
                li {
                    a(.href(context.link(.record(record.kind, record.id)))) {
                        Localised(record.title, context, isName: true)
                    }
                    if !record.languages.isEmpty, !record.languages.contains(LanguageTag(context.language)) {
                        " "
                        span(.class("badge")) {
                            context.texts(
                                .inLanguage, context.wording.names(of: record.languages))
                        }
                    }
                    if record.status == .ended {
                        " "
                        span(.class("badge")) { context.texts(.statusEnded) }
                    }
                }
            }
        }
    }
}
