import Catalogue
import Foundation
import HTML

/// All hard words of the shop, explained.
struct GlossaryPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.glossaryTitle) }
    var summary: String? { context.texts(.glossaryLead) }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.glossaryLead) }
        dl(.class("facts")) {
            for concept in concepts {
                div {
                    dt(.id("word-\(concept.id)")) { context.label(concept.id, in: .glossary) }
                    dd {
                        Localised(concept.definition, context)
                        if context.catalogue[.themes][concept.id] != nil {
                            " "
                            a(.href(context.link(.theme(concept.id)))) { context.texts(.glossaryMore) }
                        }
                    }
                }
            }
        }
    }

    /// By the alphabet of the reader.
    private var concepts: [Concept] {
        context.catalogue[.glossary].concepts.sorted {
            context.label($0.id, in: .glossary).folding(options: .diacriticInsensitive, locale: nil).lowercased()
                < context.label($1.id, in: .glossary).folding(options: .diacriticInsensitive, locale: nil).lowercased()
        }
    }
}
