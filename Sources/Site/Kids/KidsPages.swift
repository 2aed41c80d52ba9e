import Catalogue
import Guidance
import HTML

/// The door for children: what is fun first, then what is not, always somebody to talk to.
struct KidsPage: SitePage {
    let context: PageContext

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

/// Who children can call, on every page of theirs.
struct KidsHelp: HTML {
    let context: PageContext

    var body: some HTML {
        let entries = entries
        if !entries.isEmpty {
            p(.class("kidshelp")) {
                context.texts(.kidsCall)
                for entry in entries {
                    if let phone = entry.channel.contact?.phones.first {
                        " "
                        a(.class("number"), .href("tel:\(phone.number.dialled)")) {
                            Icon("phone")
                            phone.number.description
                        }
                        if !entry.speaks {
                            small { "(" + context.texts(.speaksLanguages, languages(entry)) + ")" }
                        }
                    }
                }
            }
        }
    }

    /// The line that answers now, and one that is made for children.
    private var entries: [ChannelQueue.Entry] {
        let free = context.catalogue.listeners.filter {
            $0.contact?.phones.isEmpty == false && $0.cost?.description == "free"
        }
        let isForChildren: (Record) -> Bool = { $0.audiences.contains { $0.description == "children" } }
        let queue = ChannelQueue(
            free.filter(isForChildren) + free.filter { !isForChildren($0) }, for: context.language, at: context.now)
        let spoken = queue.entries.filter(\.speaks)
        guard let first = spoken.first ?? queue.entries.first else { return [] }
        let second = spoken.first { $0.channel.id != first.channel.id && isForChildren($0.channel) }
        return [first] + (second.map { [$0] } ?? [])
    }

    private func languages(_ entry: ChannelQueue.Entry) -> String {
        entry.channel.languages.map(context.wording.name(of:)).joined(separator: ", ")
    }
}

/// Something fun: what others made, and what one can do oneself.
struct KidsFunPage: SitePage {
    private static let mostRecords = 9

    let context: PageContext
    let fun: KidsFun

    var title: String { context.texts(fun.label) }
    var freshness: ReadyPage.Freshness { .minute }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        let records = Array(fun.records(in: context.catalogue, for: context.language).prefix(Self.mostRecords))
        div(.class("kids")) {
            KidsBack(context: context)
            h1 {
                Icon(fun.icon)
                title
            }
            if !records.isEmpty {
                div(.class("cards")) {
                    for record in records { KidsCard(record: record, context: context) }
                }
            }
            section(.class("note"), .ariaLabelledBy("ideas")) {
                h2(.id("ideas")) { context.texts(.kidsIdeas) }
                ul(.class("ideas")) { for idea in fun.ideas { li { context.texts(idea) } } }
            }
            KidsHelp(context: context)
        }
    }
}

/// Something to do, with one large button.
private struct KidsCard: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        article(.class("card")) {
            h2 { Localised(record.title, context) }
            p { firstSentence }
            if let link {
                a(.class("button"), .href(link.description), .rel("noopener")) {
                    Icon("next")
                    context.texts(.kidsGo)
                    span(.class("away")) { ": " + (record.title.text(for: context.language)?.text ?? "") }
                }
            }
            " "
            a(.href(context.link(.record(record.kind, record.id)))) {
                context.texts(.kidsMore)
                span(.class("away")) { ": " + (record.title.text(for: context.language)?.text ?? "") }
            }
        }
    }

    private var link: WebAddress? {
        let pages = record.links.filter { !$0.address.isDownload }
        return (pages.first { $0.language == context.language } ?? pages.first)?.address
    }

    /// Few words: the rest is a tap away.
    private var firstSentence: String {
        let text = record.summary.text(for: context.language)?.text ?? ""
        guard let end = text.firstRange(of: ". ") else { return text }
        return String(text[..<end.lowerBound]) + "."
    }
}

struct KidsBack: HTML {
    let context: PageContext

    var body: some HTML {
        p(.class("progress")) {
            a(.href(context.link(.kids))) {
                Icon("back")
                context.texts(.kidsBack)
            }
        }
    }
}

/// The end of a guide as children read it: who to call, three things to do, and that it will be all right.
struct KidsEndPage: SitePage {
    private static let mostChannels = 3

    let context: PageContext
    let guide: Record
    let end: HelpTree.End

    var title: String { end.title.text(for: context.language)?.text ?? guide.id.description }
    var freshness: ReadyPage.Freshness { .minute }
    var hasQuickExit: Bool { true }

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
                id: "first", heading: .kidsFirst, items: end.first[context.language], style: "steps", context: context)
            Steps(
                id: "never", heading: .kidsNever, items: end.never[context.language], style: "nevers",
                context: context)
            Steps(id: "next", heading: .kidsNext, items: end.next[context.language], style: "nexts", context: context)
            p(.class("danger-line")) {
                context.texts(.kidsDanger) + " "
                a(.href("tel:112")) { "112" }
            }
            HistoryNote(context: context)
        }
    }
}
