import Catalogue
import Exchange
import Guidance
import HTML

/// The end of a guide: who to talk to now, what to do, to keep, never to do, what comes next.
struct EndPage: SitePage {
    /// So many channels are shown at once; the others are one tap away.
    private static let mostChannels = 5

    var context: PageContext
    let guide: Record
    let tree: HelpTree
    let end: HelpTree.End

    var title: String { end.title.text(for: context.edition)?.text ?? guide.id.description }
    var summary: String? { guide.summary.text(for: context.edition)?.text }
    var freshness: ReadyPage.Freshness { .minute }
    var hasQuickExit: Bool { true }
    var explainsWords: Bool { true }
    var hasLeaflet: Bool { true }

    var linkedData: [JSON] {
        [context.schema.end(end, of: guide)] + (isStart ? [context.schema.record(guide)] : [])
    }
    var otherForms: [OtherForm] { isStart ? context.otherForms(of: guide) : [] }

    /// Whether this is the page of the guide itself: one without questions.
    private var isStart: Bool { end.id == tree.start }

    var content: some HTML {
        GuideProgress(context: context, step: isStart ? 2 : 3)
        p(.class("eyebrow crumb")) {
            Icon(guide.icon)
            a(.href(context.link(.record(.guide, guide.id)))) { Localised(guide.title, context) }
        }
        h1 { Localised(end.title, context) }
        p(.class("lead")) { Localised(end.lead, context) }
        if end.isUrgent { DangerLine(context: context) }
        ChannelSection(queue: end.queue(for: context), most: Self.mostChannels, context: context)
        Steps(id: "first", heading: .endFirst, items: end.first[context.edition], style: "steps", context: context)
        Steps(id: "keep", heading: .endKeep, items: end.keep[context.edition], style: "keeps", context: context)
        Steps(id: "never", heading: .endNever, items: end.never[context.edition], style: "nevers", context: context)
        Steps(id: "next", heading: .endNext, items: end.next[context.edition], style: "nexts", context: context)
        if !records.isEmpty {
            section(.ariaLabelledBy("later")) {
                h2(.id("later")) {
                    Icon("clock")
                    context.texts(.endLater)
                }
                RecordLinks(records: records, context: context)
            }
        }
        OtherEnds(context: context, guide: guide, tree: tree, end: end)
        p(.class("quiet")) { context.texts(.endSources) }
        if isStart { ReuseBox(record: guide, context: context) }
        HistoryNote(context: context)
    }

    /// Those in the reader's language first.
    private var records: [Record] {
        let all = end.records.compactMap { context.catalogue[$0] }
        return all.filter { $0.speaks(context.language) } + all.filter { !$0.speaks(context.language) }
    }
}

extension HelpTree.End {
    /// Who to talk to, as it is for a reader now.
    func queue(for context: PageContext) -> ChannelQueue {
        ChannelQueue(
            channels.compactMap { context.catalogue[$0] }, for: context.language, at: context.now, isUrgent: isUrgent)
    }
}

/// Who to talk to now, those that answer first.
struct ChannelSection: HTML {
    let queue: ChannelQueue
    let most: Int
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("talk")) {
            h2(.id("talk")) {
                Icon("phone")
                context.texts(.endTalk)
            }
            div(.class("cards")) {
                for entry in queue.entries.prefix(most) { ChannelView(entry: entry, context: context) }
            }
            let rest = queue.entries.dropFirst(most) + queue.elsewhere
            if !rest.isEmpty {
                details {
                    summary { context.texts(.endMoreChannels, count: rest.count) }
                    div(.class("cards")) { for entry in rest { ChannelView(entry: entry, context: context) } }
                }
            }
        }
    }
}

/// One of the lists of an end. In easy words a picture stands beside each point.
struct Steps: HTML {
    let id: String
    let heading: TextKey
    let items: [String]
    let style: String
    let context: PageContext

    var body: some HTML {
        if !items.isEmpty {
            section(.ariaLabelledBy(id)) {
                h2(.id(id)) {
                    Icon(Self.icons[style] ?? "list")
                    context.texts(heading)
                }
                if style == "steps" {
                    ol(.class(style)) { points }
                } else {
                    ul(.class("marks " + style)) { points }
                }
            }
        }
    }

    @HTMLBuilder private var points: some HTML {
        for item in items {
            li {
                // What one never does keeps its cross: a picture of it would be an invitation.
                if context.edition.isSimple, style != "nevers" {
                    Icon(context.snapshot.pictograms.icon(for: item, language: context.language) ?? "next")
                }
                item
            }
        }
    }

    private static let icons = ["steps": "check", "keeps": "keep", "nevers": "block", "nexts": "next"]
}

/// The same situation for somebody else.
private struct OtherEnds: HTML {
    let context: PageContext
    let guide: Record
    let tree: HelpTree
    let end: HelpTree.End

    var body: some HTML {
        if !others.isEmpty {
            section(.class("away-in-print"), .ariaLabelledBy("others")) {
                h2(.id("others")) { context.texts(.endOthers) }
                ul(.class("links")) {
                    for answer in others {
                        li {
                            a(.href(context.link(.guide(guide.id, node: answer.leadsTo)))) {
                                Localised(answer.label, context, isName: true)
                            }
                        }
                    }
                }
            }
        }
    }

    private var others: [HelpTree.Answer] {
        tree.questions.flatMap(\.answers).filter { $0.leadsTo != end.id && tree.ends.map(\.id).contains($0.leadsTo) }
    }
}
