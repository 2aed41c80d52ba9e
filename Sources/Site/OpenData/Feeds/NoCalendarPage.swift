import Catalogue
import HTML

/// Says why there is no calendar of something: its hours or its day are not certain, and nobody guesses them.
struct NoCalendarPage: SitePage {
    var context: PageContext
    let record: Record

    private var name: String { record.title.text(for: context.edition)?.text ?? record.id.description }

    var title: String { context.texts(record.kind == .channel ? .feedsNoHours : .feedsNoDates, name) }
    var isListed: Bool { false }

    var content: some HTML {
        h1 { title }
        p { context.texts(.feedsNoCalendar) }
        p { a(.href(context.link(.record(record.kind, record.id)))) { Localised(record.title, context, isName: true) } }
    }
}
