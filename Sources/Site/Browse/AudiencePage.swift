import Catalogue
import Exchange
import HTML
import Search

/// One audience: what there is for it, by theme and by kind.
struct AudiencePage: SitePage {
    var context: PageContext
    let audience: Concept

    var title: String { context.texts(.forAudience, context.label(audience.id, in: .audiences)) }
    var summary: String? { audience.definition.text(for: context.edition)?.text }
    var freshness: ReadyPage.Freshness { .minute }
    var linkedData: [JSON] { [context.schema.term(audience, in: .audiences)] }

    var content: some HTML {
        h1 {
            Icon("audience-\(audience.id)")
            title
        }
        p(.class("lead")) { Localised(audience.definition, context) }
        let narrower = context.catalogue[.audiences].narrower(audience.id)
        if !narrower.isEmpty {
            ul(.class("tiles")) {
                for other in narrower {
                    li {
                        a(.href(context.link(.audience(other.id)))) {
                            Icon("audience-\(other.id)")
                            context.label(other.id, in: .audiences)
                        }
                    }
                }
            }
        }
        ThemesOfAudience(context: context, audience: audience)
        Shelves(context: context, base: SearchRequest(.audience, audience.id.description), includesOrganisations: false)
    }
}

/// The themes that an audience finds most about.
private struct ThemesOfAudience: HTML {
    let context: PageContext
    let audience: Concept

    var body: some HTML {
        section(.ariaLabelledBy("themes")) {
            h2(.id("themes")) { context.texts(.homeThemes) }
            ul(.class("tiles")) {
                for (theme, count) in themes {
                    li {
                        a(.href(context.link(.search(request(theme))))) {
                            Icon("theme-\(theme.id)")
                            context.label(theme.id, in: .themes) + " (\(count))"
                        }
                    }
                }
            }
        }
    }

    private func request(_ theme: Concept) -> SearchRequest {
        SearchRequest(.audience, audience.id.description).changing { $0.chosen[.theme] = [theme.id.description] }
    }

    private var themes: [(Concept, Int)] {
        let counts =
            context.snapshot.search(
                SearchRequest(.audience, audience.id.description), language: context.language, now: context.now
            ).results.facets[SearchRequest.Facet.theme.rawValue] ?? [:]
        let themes = context.catalogue[.themes]
        let pairs = themes.concepts.filter { !$0.broader.isEmpty }.compactMap { theme in
            counts[theme.id.description].map { (theme, $0) }
        }
        return pairs.sorted { $0.1 > $1.1 }.prefix(9).map { $0 }
    }
}
