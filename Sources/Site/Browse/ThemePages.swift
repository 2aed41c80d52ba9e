import Catalogue
import Exchange
import HTML

/// All themes.
struct ThemesPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.navThemes) }
    var summary: String? { context.texts(.themesLead) }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.themesLead) }
        ThemeTiles(context: context, level: 2)
    }
}

/// One theme: both its sides, what to do first, who helps, what to use.
struct ThemePage: SitePage {
    var context: PageContext
    let theme: Concept

    var title: String { context.label(theme.id, in: .themes) }
    var summary: String? { theme.definition.text(for: context.edition)?.text }
    var freshness: ReadyPage.Freshness { .minute }
    var linkedData: [JSON] { [context.schema.term(theme, in: .themes)] }
    var explainsWords: Bool { true }
    var hasLeaflet: Bool { true }
    var otherForms: [OtherForm] { [context.form(of: .theme(theme.id))] }

    var content: some HTML {
        if let group = theme.broader.first {
            p(.class("eyebrow")) { a(.href(context.link(.theme(group)))) { context.label(group, in: .themes) } }
        }
        h1 {
            Icon("theme-\(theme.id)")
            title
        }
        p(.class("lead")) { Localised(theme.definition, context) }
        if let opportunity = theme.opportunity, let risk = theme.risk {
            div(.class("sides")) {
                section(.class("opportunity"), .ariaLabelledBy("opportunity")) {
                    h2(.id("opportunity")) {
                        Icon("opportunity")
                        context.texts(.opportunity)
                    }
                    p { Localised(opportunity, context) }
                }
                section(.class("risk"), .ariaLabelledBy("risk")) {
                    h2(.id("risk")) {
                        Icon("risk")
                        context.texts(.risk)
                    }
                    p { Localised(risk, context) }
                }
            }
        }
        if !steps.isEmpty {
            section(.ariaLabelledBy("first")) {
                h2(.id("first")) { context.texts(.firstSteps) }
                ol(.class("steps")) { for step in steps { li { step } } }
            }
        }
        if !narrower.isEmpty {
            section(.ariaLabelledBy("themes")) {
                h2(.id("themes")) { context.texts(.navThemes) }
                ul(.class("tiles")) {
                    for theme in narrower {
                        li {
                            a(.href(context.link(.theme(theme.id)))) {
                                Icon("theme-\(theme.id)")
                                context.label(theme.id, in: .themes)
                            }
                        }
                    }
                }
            }
        }
        Shelves(context: context, base: SearchRequest(.theme, theme.id.description), includesOrganisations: true)
        FollowLink(.theme(theme.id), words: .feedsFollowTheme, context: context)
    }

    private var narrower: [Concept] { context.catalogue[.themes].narrower(theme.id) }
    private var steps: [String] { theme.firstSteps[context.edition] }
}
