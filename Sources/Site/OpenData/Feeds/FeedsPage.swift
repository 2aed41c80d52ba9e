import Catalogue
import Exchange
import Guidance
import HTML
import Search

/// Every feed and calendar, what they are for, and a form that makes the feed of a search.
struct FeedsPage: SitePage {
    var context: PageContext
    /// The search to follow; nil where nobody asked.
    let wanted: SearchRequest?

    /// The search that an address asks for; nil where it asks for none.
    static func request(in query: QueryItems) -> SearchRequest? {
        let request = SearchRequest(query)
        return request.isNarrowed || query.first("q") != nil ? request.changing { _ in } : nil
    }

    var title: String { context.texts(.feedsTitle) }
    var summary: String? { context.texts(.feedsLead) }
    var isListed: Bool { wanted == nil }
    var freshness: ReadyPage.Freshness { wanted.map { $0.text.isEmpty } ?? true ? .minute : .personal }
    var hasPictures: Bool { true }
    var otherForms: [OtherForm] { [context.form(of: .all)] }

    private var texts: Texts { context.texts }

    var content: some HTML {
        OpenDataTabs(context: context)
        h1 { title }
        p(.class("lead")) { texts(.feedsLead) }
        if let wanted { MadeFeed(request: wanted, context: context) }
        section(.ariaLabelledBy("what")) {
            h2(.id("what")) { texts(.feedsWhat) }
            p { texts(.feedsWhatText) }
            p {
                texts(.feedsFree) + " "
                a(.href(Licence.data.address), .rel("license")) { Licence.data.name }
            }
        }
        section(.ariaLabelledBy("all")) {
            h2(.id("all")) { texts(.feedsAll) }
            p { texts(.feedsAllText) }
            ul(.class("plain")) {
                for language in Language.allCases {
                    li {
                        a(.href(Address.feed(.all).print(in: language)), .lang(language.rawValue)) { language.ownName }
                    }
                }
            }
        }
        section(.ariaLabelledBy("search")) {
            h2(.id("search")) { texts(.feedsSearch) }
            p { texts(.feedsSearchText) }
            FeedForm(request: wanted ?? SearchRequest(), context: context)
        }
        section(.ariaLabelledBy("themes")) {
            h2(.id("themes")) { texts(.navThemes) }
            ul(.class("plain")) {
                for theme in context.catalogue[.themes].concepts {
                    li {
                        a(.href(Address.feed(.theme(theme.id)).print(in: context.edition))) {
                            context.label(theme.id, in: .themes)
                        }
                    }
                }
            }
        }
        CalendarList(context: context)
        section(.ariaLabelledBy("programs")) {
            h2(.id("programs")) { texts(.feedsPrograms) }
            ul(.class("plain")) {
                li { a(.href(MachinePages.sitemap)) { texts(.feedsSitemap) } }
                li { a(.href(Address.searchDescription.print(in: context.edition))) { texts(.feedsOpenSearch) } }
                li { a(.href(APICatalog.path)) { texts(.feedsCatalog) } }
            }
        }
    }
}

/// The feed that somebody made with the form.
private struct MadeFeed: HTML {
    let request: SearchRequest
    let context: PageContext

    var body: some HTML {
        section(.class("note"), .ariaLabelledBy("made")) {
            h2(.id("made")) { context.texts(.feedsMade) }
            ul(.class("plain")) {
                li { a(.href(address)) { context.settings.publicAddress + address } }
            }
            p(.role("status")) { context.texts(.resultsFound, count: total) }
            p { a(.href(context.link(.search(request)))) { context.texts(.feedsLook) } }
        }
    }

    private var address: String { Address.feed(.search(request)).print(in: context.edition) }

    private var total: Int {
        context.snapshot.search(request, language: context.language, now: context.now) { $0.limit = 0 }.results.total
    }
}

/// What to follow: words and choices.
private struct FeedForm: HTML {
    let request: SearchRequest
    let context: PageContext

    private static let facets: [SearchRequest.Facet] = [.theme, .audience, .kind, .territory]

    var body: some HTML {
        form(.class("choices"), .action(Address.openData(.feeds).print(in: context.edition)), .method("get")) {
            FormField(
                name: "q", words: context.texts(.searchLabel), value: request.text, longest: SearchRequest.longestText)
            for facet in Self.facets { choice(facet) }
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            p { button(.type("submit")) { context.texts(.feedsMake) } }
        }
    }

    private func choice(_ facet: SearchRequest.Facet) -> PickOne {
        let concepts = facet.vocabulary.map { context.catalogue[$0].concepts } ?? []
        return PickOne(
            name: facet.rawValue, words: context.texts(facet.title),
            options: [PickOption("", context.texts(.feedsAny))]
                + concepts.map { PickOption($0.id.description, context.label($0.id.description, of: facet)) },
            chosen: request.chosen[facet]?.first ?? "")
    }
}

/// All events, the next ones, and the channels whose hours are certain.
private struct CalendarList: HTML {
    private static let mostEvents = 12

    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("calendars")) {
            h2(.id("calendars")) { context.texts(.feedsCalendars) }
            p { context.texts(.feedsCalendarsText) }
            ul(.class("plain")) {
                li { a(.href(address(.events))) { context.texts(.feedsEvents) } }
                for event in coming { line(.event(event.id), event) }
            }
            if !channels.isEmpty {
                h3 { context.texts(.feedsHoursTitle) }
                ul(.class("plain")) { for channel in channels { line(.hours(channel.id), channel) } }
            }
        }
    }

    private func line(_ calendar: CalendarAddress, _ record: Record) -> some HTML {
        li { a(.href(address(calendar))) { Localised(record.title, context, isName: true) } }
    }

    private var coming: [Record] {
        EventCalendar(context.catalogue).coming(after: context.now.day).prefix(Self.mostEvents).map(\.event)
    }

    private var channels: [Record] {
        context.catalogue.records.filter { $0.kind == .channel && $0.contact?.hours?.hasRule == true }
    }

    private func address(_ calendar: CalendarAddress) -> String {
        Address.calendar(calendar).print(in: context.edition)
    }
}
