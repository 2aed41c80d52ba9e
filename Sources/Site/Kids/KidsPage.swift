import Catalogue
import HTML

/// The door for children: what is fun first, then what is not, always somebody to talk to.
struct KidsPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.kidsTitle) }
    var summary: String? { context.texts(.kidsLead) }
    var freshness: ReadyPage.Freshness { .minute }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        div(.class("kids")) {
            h1 { title }
            KidsHelp(context: context)
            section(.ariaLabelledBy("fun")) {
                h2(.id("fun")) { context.texts(.kidsFun) }
                ul(.class("tiles big")) {
                    for fun in KidsFun.allCases {
                        li {
                            a(.href(context.link(.kidsFun(fun)))) {
                                Icon(fun.icon)
                                context.texts(fun.label)
                            }
                        }
                    }
                }
            }
            section(.ariaLabelledBy("worries")) {
                h2(.id("worries")) { context.texts(.kidsWorries) }
                ul(.class("tiles big")) {
                    for (guide, door) in doors {
                        li {
                            a(.href(context.link(.kidsGuide(guide.id)))) {
                                Icon(guide.icon)
                                Localised(door, context)
                            }
                        }
                    }
                }
            }
            p { a(.href(context.link(.help))) { context.texts(.kidsOther) } }
        }
    }

    private var doors: [(Record, LocalisedText)] {
        context.catalogue.records.compactMap { guide in guide.guide?.childDoor.map { (guide, $0) } }
    }
}
