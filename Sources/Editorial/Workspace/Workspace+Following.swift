import Catalogue
import Foundation

extension Workspace {
    // MARK: Following

    /// Begins to follow something, or stops.
    package func follow(_ subject: Follow.Subject, _ wanted: Bool, by actor: Actor) async throws {
        try actor.require(.follow, on: nil)
        let follow = Follow(account: actor.account, subject: subject, since: today)
        let known = try await store.find(Follow.self, follow.id)
        guard (known != nil) != wanted else { return }
        if wanted {
            guard isThere(subject) else { throw WorkspaceError.notFound }
            guard try await follows(for: actor).count < Follow.most else { throw WorkspaceError.notNow }
        }
        var work = Work(by: actor.name, at: now)
        if wanted { try work.put(follow) } else { work.remove(follow) }
        try await commit(work)
    }

    private func isThere(_ subject: Follow.Subject) -> Bool {
        switch subject {
        case .record(let id): catalogue[id] != nil
        case .theme(let id): catalogue[.themes][id] != nil
        case .territory(let id): catalogue[.territories][id] != nil
        }
    }

    /// What an actor follows, in the order in which it was chosen.
    package func follows(for actor: Actor) async throws -> [Follow] {
        try actor.require(.follow, on: nil)
        return try await store.all(Follow.self, key: actor.account).map(\.value)
    }

    package func isFollowing(_ subject: Follow.Subject, _ actor: Actor) async throws -> Bool {
        try await store.find(Follow.self, Follow(account: actor.account, subject: subject, since: today).id) != nil
    }

    // MARK: News

    /// The newest revisions of what an actor follows, newest first, at most `most`.
    package func news(for actor: Actor, most: Int) async throws -> [HistoryStep] {
        let interests = Interests(try await follows(for: actor).map(\.subject), in: catalogue)
        var news: [HistoryStep] = []
        for change in changes(interests, try await store.ages()) {
            // What is left changed before all that was found.
            if news.count >= most, change.revision < news[most - 1].id { break }
            news += try await history(of: change.record.id, for: actor)
            news = Array(news.sorted { $0.id > $1.id }.prefix(most))
        }
        return news
    }

    /// The records that somebody wants to hear of, by their newest revision, newest first.
    func changes(
        _ interests: Interests, _ ages: [RecordID: RecordAge], since: Date = .distantPast
    ) -> [(record: Record, revision: Int)] {
        guard !interests.isEmpty else { return [] }
        let catalogue = catalogue
        return (catalogue.records + catalogue.away.values).compactMap { record in
            guard let age = ages[record.id], age.last > since, interests.cover(record) else { return nil }
            return (record, age.revision)
        }.sorted { $0.revision > $1.revision }
    }

    // MARK: The feed

    /// Makes the address of a feed, in the place of an earlier one. The token is shown once; only its hash is kept.
    package func makeFeed(by actor: Actor) async throws -> SecretToken {
        try actor.require(.follow, on: nil)
        let token = SecretToken.new()
        var work = Work(by: actor.name, at: now)
        for old in try await store.all(Feed.self, key: actor.account) { work.remove(old.value) }
        try work.put(Feed(id: token.hash(for: .feed).hex, account: actor.account, madeOn: today))
        try await commit(work)
        return token
    }

    package func feed(for actor: Actor) async throws -> Feed? {
        try actor.require(.follow, on: nil)
        return try await store.all(Feed.self, key: actor.account).first?.value
    }

    package func endFeed(by actor: Actor) async throws {
        try actor.require(.follow, on: nil)
        var work = Work(by: actor.name, at: now)
        for old in try await store.all(Feed.self, key: actor.account) { work.remove(old.value) }
        try await commit(work)
    }

    /// Whose feed is at an address; nil where there is none, or its owner may no longer follow anything.
    package func follower(at secret: String) async throws -> (feed: Feed, account: Account)? {
        guard let token = SecretToken(secret),
            let feed = try await store.find(Feed.self, token.hash(for: .feed).hex)?.value,
            let account = try await store.find(Account.self, feed.account)?.value, !account.isDisabled,
            account.actor.may(.follow, on: nil)
        else { return nil }
        return (feed, account)
    }
}
