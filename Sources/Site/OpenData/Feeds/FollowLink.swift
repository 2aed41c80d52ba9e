import Catalogue
import Exchange
import HTML

/// The way to a feed, and to the page that says what that is.
struct FollowLink: HTML {
    let feed: FeedAddress
    let words: TextKey
    let context: PageContext

    init(_ feed: FeedAddress, words: TextKey, context: PageContext) {
        self.feed = feed
        self.words = words
        self.context = context
    }

    var body: some HTML {
        p {
            a(.href(Address.feed(feed).print(in: context.edition))) { context.texts(words) }
            " "
            a(.class("quiet"), .href(context.link(.openData(.feeds)))) { context.texts(.feedsHow) }
        }
    }
}

/// What of a record somebody may want to have at home: its feed, or its days and hours in a calendar.
struct TakeHome: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        if record.kind == .organisation {
            FollowLink(.organisation(record.id), words: .feedsFollowOrganisation, context: context)
        }
        if let (calendar, words) = calendar {
            p {
                a(.href(Address.calendar(calendar).print(in: context.edition)), .rel("nofollow")) {
                    Icon(record.kind == .event ? "kind-event" : "clock")
                    context.texts(words)
                }
            }
        }
    }

    private var calendar: (CalendarAddress, TextKey)? {
        switch record.kind {
        case .event where hasDay: (.event(record.id), .feedsEvent)
        case .channel where record.contact?.hours?.hasRule == true: (.hours(record.id), .feedsHours)
        default: nil
        }
    }

    private var hasDay: Bool {
        record.recurrence != nil || record.dates.contains { $0.start.civilDay != nil && $0.lastDay != nil }
            || record.lab?.sessions.contains { $0.day.civilDay != nil } ?? false
    }
}

extension PageContext {
    /// A feed in the head of a page, where feed readers look for it. What somebody typed does not stand in its name.
    func form(of feed: FeedAddress) -> OtherForm {
        let title = if case .search = feed { texts(.feedsFollowSearch) } else { name(of: feed) }
        return OtherForm(
            mediaType: "application/atom+xml", address: Address.feed(feed).print(in: edition), title: title)
    }
}
