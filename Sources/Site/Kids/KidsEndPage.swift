import Catalogue
import Guidance
import HTML

/// The end of a guide as children read it: who to call, three things to do, and that it will be all right.
struct KidsEndPage: SitePage {
    private static let mostChannels = 3

    var context: PageContext
    let guide: Record
    let end: HelpTree.End

    var title: String { end.title.text(for: context.edition)?.text ?? guide.id.description }
    var freshness: ReadyPage.Freshness { .minute }
    var hasQuickExit: Bool { true }
    var explainsWords: Bool { true }
    var hasLeaflet: Bool { true }

    var content: some HTML {
        div(.class("kids")) {
            KidsBack(context: context)
            h1 {
                Icon(guide.icon)
                Localised(end.title, context)
            }
            p(.class("lead")) { Localised(end.lead, context) }
            section(.ariaLabelledBy("talk")) {
                h2(.id("talk")) { context.texts(.kidsTalk) }
                div(.class("cards")) {
                    for entry in end.queue(for: context).entries.prefix(Self.mostChannels) {
                        ChannelView(entry: entry, context: context, isBrief: true)
                    }
                }
            }
            Steps(
                id: "first", heading: .kidsFirst, items: end.first[context.edition], style: "steps", context: context)
            Steps(
                id: "never", heading: .kidsNever, items: end.never[context.edition], style: "nevers",
                context: context)
            Steps(id: "next", heading: .kidsNext, items: end.next[context.edition], style: "nexts", context: context)
            p(.class("danger-line")) {
                context.texts(.kidsDanger) + " "
                a(.href("tel:112")) { "112" }
            }
            HistoryNote(context: context)
        }
    }
}
