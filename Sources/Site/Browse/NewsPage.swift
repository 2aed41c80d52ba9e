import Catalogue
import Guidance
import HTML

/// What is new from the organisations of the consortium: what the catalogue has with a date, newest first.
struct NewsPage: SitePage {
    private static let mostItems = 32

    var context: PageContext

    var title: String { context.texts(.newsTitle) }
    var summary: String? { context.texts(.newsLead) }
    var freshness: ReadyPage.Freshness { .minute }
    var otherForms: [OtherForm] { [context.form(of: .all)] }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.newsLead) }
        let items = News(context.catalogue, today: context.now.day).items.prefix(Self.mostItems)
        if items.isEmpty { p { context.texts(.newsNone) } }
        div(.class("cards")) {
            for item in items {
                article(.class("card")) {
                    p(.class("eyebrow")) {
                        Icon("kind-\(item.record.kind.rawValue)")
                        context.label(item.record.kind) + " · " + context.wording.date(item.date)
                    }
                    h2 {
                        a(.href(context.link(.record(item.record.kind, item.record.id)))) {
                            Localised(item.record.title, context)
                        }
                    }
                    p { Localised(item.record.summary, context) }
                }
            }
        }
        p { a(.href(context.link(.events))) { context.texts(.homeAllEvents) } }
        FollowLink(.all, words: .feedsFollowAll, context: context)
    }
}

/// What members of the consortium did, and when, as far as the catalogue knows the date.
struct News {
    struct Item: Sendable {
        let record: Record
        let date: PartialDate
    }

    let items: [Item]

    init(_ catalogue: Catalogue, today: CivilDay) {
        let members = Set(catalogue.records.filter(\.member).map(\.id))
        let calendar = EventCalendar(catalogue)
        items = catalogue.records.compactMap { record in
            guard !members.isDisjoint(with: record.organisations), ![.organisation, .channel].contains(record.kind)
            else { return nil }
            return Self.date(of: record, calendar, today).map { Item(record: record, date: $0) }
        }
        .sorted { ($1.date, $0.record.id) < ($0.date, $1.record.id) }
    }

    /// Only what has been: what is to come stands with the events.
    private static func date(of record: Record, _ calendar: EventCalendar, _ today: CivilDay) -> PartialDate? {
        if record.kind == .event { return calendar.latest(of: record, before: today)?.start }
        return record.founded.flatMap { PartialDate("\($0)") }
    }
}
