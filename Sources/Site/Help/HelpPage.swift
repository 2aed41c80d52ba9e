import Catalogue
import Guidance
import HTML

/// "Help now": the emergency numbers, what happened, who answers now.
struct HelpPage: SitePage {
    /// Who may ask; children have a door of their own.
    static let audiences: [ConceptID] = ["teenagers", "parents", "grandparents", "teachers", "professionals"]
        .compactMap { ConceptID($0) }

    var context: PageContext
    /// Whose guides are shown; nil: everybody's.
    let audience: ConceptID?

    var title: String { context.texts(.helpTitle) }
    var summary: String? { context.texts(.helpLead) }
    var freshness: ReadyPage.Freshness { .minute }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.helpLead) }
        DangerBox(context: context)
        section(.ariaLabelledBy("what")) {
            h2(.id("what")) { context.texts(.helpWhat) }
            nav(.class("who"), .ariaLabel(context.texts(.helpWho))) {
                span { context.texts(.helpWho) }
                if let children {
                    a(.class("chip"), .href(context.link(.kids))) { context.label(children, in: .audiences) }
                }
                for audience in Self.audiences {
                    a(.class("chip"), .href(context.link(audience == self.audience ? .help : .helpFor(audience)))) {
                        context.label(audience, in: .audiences)
                        if audience == self.audience { Icon("close") }
                    }
                    .attributes(.ariaCurrent("true"), when: audience == self.audience)
                }
            }
            GuideTiles(context: context, audience: audience) { .help(with: $0, for: audience) }
        }
        section(.ariaLabelledBy("talk")) {
            h2(.id("talk")) { context.texts(.helpTalk) }
            div(.class("cards")) {
                for entry in talking.entries.prefix(6) { ChannelView(entry: entry, context: context) }
            }
            ul(.class("links")) {
                li {
                    a(.href(context.link(.report(nil)))) {
                        context.texts(.helpReport)
                    }
                }
                li {
                    a(.href(context.link(.search(SearchRequest(.kind, Kind.channel.rawValue))))) {
                        context.texts(
                            .showAllOf, "\(channels)", context.wording.inSentence(context.plural(.channel)))
                    }
                }
            }
        }
        section(.ariaLabelledBy("begin")) {
            h2(.id("begin")) { context.texts(.helpBegin) }
            ul(.class("tiles")) {
                for (key, icon, address) in beginnings {
                    li {
                        a(.href(context.link(address))) {
                            Icon(icon)
                            context.texts(key)
                        }
                    }
                }
            }
        }
        HistoryNote(context: context)
    }

    private let beginnings: [(TextKey, String, Address)] = [
        (.helpBeginPlan, "list", .plan(nil)), (.helpBeginRoute, "kind-route", .routes),
        (.helpBeginThemes, "search", .themes),
    ]

    init(context: PageContext, audience: ConceptID?) {
        self.context = context
        self.audience = audience
    }

    private let children = ConceptID("children")

    private var channels: Int { context.catalogue.records.count { $0.kind == .channel } }

    private var talking: ChannelQueue {
        ChannelQueue(context.catalogue.listeners, for: context.language, at: context.now)
    }
}

/// What happened, in the words of those it happened to.
struct GuideTiles: HTML {
    let context: PageContext
    let audience: ConceptID?
    let address: @Sendable (Record) -> Address

    var body: some HTML {
        div(.class("groups situations")) {
            for (situation, guides) in groups {
                div {
                    h3 { context.label(situation, in: .situations) }
                    ul(.class("plain")) {
                        for guide in guides {
                            li {
                                a(.href(context.link(address(guide)))) {
                                    Icon(guide.icon)
                                    span { Localised(guide.title, context) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var groups: [(ConceptID, [Record])] {
        context.catalogue[.situations].concepts.compactMap { situation in
            let guides = situation.guides.compactMap { context.catalogue[$0] }.filter { guide in
                audience == nil || guide.guide?.ends.contains { $0.audience == audience } ?? false
            }
            return guides.isEmpty ? nil : (situation.id, guides)
        }
    }
}

extension Address {
    /// A guide, or straight its end if only one is for this audience.
    static func help(with guide: Record, for audience: ConceptID?) -> Address {
        let ends = guide.guide?.ends.filter { $0.audience == audience } ?? []
        return ends.count == 1 ? .guide(guide.id, node: ends[0].id) : .record(.guide, guide.id)
    }
}

extension Record {
    /// The icon of what it is about, or of what it is.
    var icon: String { themes.first.map { "theme-\($0)" } ?? "kind-\(kind.rawValue)" }
}
