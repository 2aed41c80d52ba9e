import Catalogue
import Guidance
import HTML
import Intake

/// Where to begin: what it is about, and the way back to a report that was sent.
struct ReportTopicsPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.reportTitle) }
    var summary: String? { context.texts(.reportLead) }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.reportLead) }
        DangerBox(context: context)
        p {
            a(.class("button quietly"), .href(context.link(.reportReturn))) {
                Icon("back")
                context.texts(.reportReturnLink)
            }
        }
        section(.ariaLabelledBy("about")) {
            h2(.id("about")) { context.texts(.reportAbout) }
            GuideTiles(context: context, audience: nil, address: { .report($0.id) })
        }
        HistoryNote(context: context)
    }
}

/// The right place first: who deals with it; and only then, where an organisation takes it, the form of this site.
struct ReportPlacePage: SitePage {
    private static let mostChannels = 6

    var context: PageContext
    let guide: Record
    let inboxes: [Inbox]
    /// What was typed into a form that is closed by now.
    var typed = ""

    var title: String { guide.title.text(for: context.edition)?.text ?? guide.id.description }
    var isListed: Bool { false }
    /// Every reader who is led to the hotline counts, so that page is not kept ready.
    var freshness: ReadyPage.Freshness { guide.isAboutAbuseImages || !typed.isEmpty ? .never : .minute }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        p(.class("progress")) {
            a(.href(context.link(.report(nil)))) {
                Icon("back")
                context.texts(.reportTitle)
            }
        }
        h1 {
            Icon(guide.icon)
            Localised(guide.title, context)
        }
        DangerLine(context: context)
        TypedText(text: typed, context: context)
        if guide.isAboutAbuseImages { p(.class("note")) { context.texts(.reportAbuseText) } }
        section(.ariaLabelledBy("talk")) {
            h2(.id("talk")) { context.texts(.reportPlaceTitle) }
            div(.class("cards")) {
                for entry in queue.entries.prefix(Self.mostChannels) { ChannelView(entry: entry, context: context) }
            }
            p { a(.href(context.link(.record(.guide, guide.id)))) { context.texts(.reportPlaceGuide) } }
        }
        section(.ariaLabelledBy("here")) {
            h2(.id("here")) { context.texts(.reportPlaceHere) }
            if inboxes.isEmpty {
                p { context.texts(.reportPlaceNone) }
            } else {
                for inbox in inboxes { InboxOffer(inbox: inbox, guide: guide, context: context) }
            }
        }
        HistoryNote(context: context)
    }

    /// Of all that the guide names, those that take reports come first, and with them whom it names before all others
    /// if somebody answers there day and night: a form for adults is no first step for a child.
    private var queue: ChannelQueue {
        var seen: Set<RecordID> = []
        let channels = (guide.guide?.ends ?? []).flatMap(\.channels).filter { seen.insert($0).inserted }
            .compactMap { context.catalogue[$0] }
        let reporting = channels.filter { channel in
            channel.contact?.form != nil || channel.formats.contains { $0.description == "hotline" }
                || channel.id == channels.first?.id && channel.contact?.hours?.always == true
        }
        return ChannelQueue(
            reporting + channels.filter { !reporting.contains($0) }, for: context.language, at: context.now)
    }
}

/// Who reads a report, when, and what they may have to do by law: said before the first word is typed.
struct InboxOffer: HTML {
    let inbox: Inbox
    let guide: Record
    let context: PageContext

    var body: some HTML {
        article(.class("card")) {
            h3 { name }
            InboxReaders(inbox: inbox, context: context)
            a(.class("button"), .href(context.link(.reportForm(guide.id, inbox: inbox.organisation)))) {
                Icon("form")
                context.texts(.reportStart)
            }
        }
    }

    private var name: String { context.name(of: inbox.organisation) }
}

struct InboxReaders: HTML {
    let inbox: Inbox
    let context: PageContext

    var body: some HTML {
        ul {
            li { context.texts(.reportReaders, context.name(of: inbox.organisation)) }
            if let days = inbox.answersWithin { li { context.texts(.reportWithin, count: days) } }
            li { context.texts(.reportNotUrgent) }
            li { context.texts(.reportLaw) }
            li { context.texts(.reportAnonymous) }
            li { context.texts(.reportWiped, "\(context.settings.keepsClosedDays)") }
        }
    }
}

extension PageContext {
    /// The name of a record for the reader.
    func name(of id: RecordID) -> String { catalogue[id]?.title.text(for: language)?.text ?? id.description }
}
