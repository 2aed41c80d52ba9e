import Catalogue

/// That an account wants to hear of changes.
package struct Follow: Item, Hashable {
    package static let shelf = Shelf.follow
    /// Of one account.
    package static let most = 200

    package enum Subject: Hashable, Codable, Sendable {
        case record(RecordID)
        case theme(ConceptID)
        case territory(ConceptID)

        package var name: String {
            switch self {
            case .record(let id): "record/\(id)"
            case .theme(let id): "theme/\(id)"
            case .territory(let id): "territory/\(id)"
            }
        }

        /// Nil unless it is a ``name``.
        package init?(name: String) {
            let halves = name.split(separator: "/", omittingEmptySubsequences: false)
            guard halves.count == 2, let id = Identifier(halves[1]) else { return nil }
            switch halves[0] {
            case "record": self = .record(id)
            case "theme": self = .theme(id)
            case "territory": self = .territory(id)
            default: return nil
            }
        }
    }

    package let account: String
    package let subject: Subject
    package let since: CivilDay

    package var id: String { "\(account) \(subject.name)" }
    package var key: String? { account }

    package init(account: String, subject: Subject, since: CivilDay) {
        self.account = account
        self.subject = subject
        self.since = since
    }
}

/// The address at which a feed reader finds what an account follows.
package struct Feed: Item, Hashable {
    package static let shelf = Shelf.feed

    /// The hash of the token in the address.
    package let id: String
    package let account: String
    package let madeOn: CivilDay

    package var key: String? { account }

    package init(id: String, account: String, madeOn day: CivilDay) {
        self.id = id
        self.account = account
        madeOn = day
    }
}
