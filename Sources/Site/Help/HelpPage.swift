import Catalogue
import HTML

/// "I need help now": the emergency numbers, then every line that answers, those that fit best first.
struct HelpPage: SitePage {
    let context: PageContext

    var title: String { context.texts(.helpTitle) }
    var summary: String? { context.texts(.helpLead) }
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.helpLead) }
        section(.class("danger"), .ariaLabelledBy("danger")) {
            h2(.id("danger")) { context.texts(.helpDanger) }
            ul(.class("plain")) {
                li {
                    a(.class("number"), .href("tel:112")) {
                        Icon("phone")
                        "112"
                    }
                    " " + context.texts(.help112)
                }
                li {
                    a(.class("number"), .href("tel:101")) {
                        Icon("phone")
                        "101"
                    }
                    " " + context.texts(.help101)
                }
            }
        }
        section(.ariaLabelledBy("talk")) {
            h2(.id("talk")) { context.texts(.helpTalk) }
            div(.class("cards")) {
                for channel in talking.prefix(8) { RecordCard(record: channel, context: context, level: 3) }
            }
        }
        section(.ariaLabelledBy("report")) {
            h2(.id("report")) { context.texts(.helpReport) }
            div(.class("cards")) {
                for channel in reporting.prefix(6) { RecordCard(record: channel, context: context, level: 3) }
            }
        }
        p {
            a(.href(context.link(.search(SearchRequest(.kind, Kind.channel.rawValue))))) {
                context.texts(.showAllOf, "\(channels.count)", context.plural(.channel))
            }
        }
        section(.ariaLabelledBy("about")) {
            h2(.id("about")) { context.texts(.helpAbout) }
            ThemeTiles(context: context, level: 3)
        }
    }

    private var channels: [Record] {
        ChannelOrder.sorted(
            context.catalogue.records.filter { $0.kind == .channel && $0.status == .active }, for: context.language,
            at: context.now)
    }

    private var reporting: [Record] { channels.filter { has($0, "hotline") } }
    private var talking: [Record] { channels.filter { has($0, "helpline", "chat") && !has($0, "hotline") } }

    private func has(_ record: Record, _ formats: String...) -> Bool {
        record.formats.contains { formats.contains($0.description) }
    }
}
