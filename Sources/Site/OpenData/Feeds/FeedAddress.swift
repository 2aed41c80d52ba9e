import Catalogue

/// The place of a feed: what is new in the catalogue, or in a part of it.
package enum FeedAddress: Hashable, Sendable {
    case all
    case theme(ConceptID)
    /// An organisation and what it stands behind.
    case organisation(RecordID)
    /// What a search finds, exactly as its address says it: a saved search.
    case search(SearchRequest)

    /// The name of the revision before which a page of it begins.
    static let before = "before"

    /// The steps after the language.
    var path: String {
        switch self {
        case .all: "feed.atom"
        case .theme(let id): "themes/\(id).atom"
        case .organisation(let id): "organisations/\(id).atom"
        case .search: "search.atom"
        }
    }

    /// A feed has no numbered pages: it goes on from a revision.
    var query: [QueryItem] {
        guard case .search(let request) = self else { return [] }
        return request.changing { _ in }.query
    }

    /// The page that says the same to people.
    var page: Address {
        switch self {
        case .all: .home
        case .theme(let id): .theme(id)
        case .organisation(let id): .record(.organisation, id)
        case .search(let request): .search(request.changing { _ in })
        }
    }
}

/// The place of a calendar.
package enum CalendarAddress: Hashable, Sendable {
    case events
    case event(RecordID)
    /// The opening hours of a channel.
    case hours(RecordID)

    /// The steps after the language.
    var path: String {
        switch self {
        case .events: "events.ics"
        case .event(let id): "events/\(id).ics"
        case .hours(let id): "channels/\(id).ics"
        }
    }
}
