import Catalogue
import Foundation

/// When an account last got its weekly letter.
package struct Digest: Item, Hashable {
    package static let shelf = Shelf.digest
    /// At most one letter in so many days.
    package static let days = 7
    /// So many entries are named in one letter; of the others it says how many they are.
    package static let mostNews = 20

    /// The account.
    package let id: String
    package let sentAt: Date

    package init(account: String, at date: Date) {
        id = account
        sentAt = date
    }
}

extension Workspace {
    /// How many reports wait in the inbox of an organisation.
    package typealias OpenReports = @Sendable (_ organisation: RecordID) async throws -> Int

    /// Writes the weekly letters that are due: what there is to do, and what happened to what somebody follows. Who has
    /// nothing to hear gets no letter.
    package func sendDigests(openReports: OpenReports) async throws {
        let ages = try await store.ages()
        var changes = NewsTable()
        for account in try await store.all(Account.self).map(\.value)
        where account.wantsDigest && !account.isDisabled && account.password != nil {
            let last = try await store.find(Digest.self, account.id)
            guard last.map({ isOver($0.value.sentAt) }) ?? true else { continue }
            let since = last?.value.sentAt ?? now.addingTimeInterval(-Double(Digest.days) * 86_400)
            let tasks = try await tasks(of: account.actor, openReports)
            let news = try await news(of: account.actor, ages, since: since, &changes)
            // What waits for others is no reason to write.
            guard !news.isEmpty || tasks.contains(where: { $0.section != "waiting" }) else { continue }
            var work = Work(by: "", at: now)
            try work.put(Notice(to: account, .digest(tasks: tasks, news: news), at: now))
            try work.put(Digest(account: account.id, at: now), over: last?.version)
            // Another program that sends letters was faster.
            do { _ = try await store.commit(work) } catch is WorkConflict { continue }
        }
    }

    /// By days of the calendar, so that a letter does not come a little later every week.
    private func isOver(_ last: Date) -> Bool {
        today.daysSinceEpoch - BrusselsTime(last).day.daysSinceEpoch >= Digest.days
    }

    private func tasks(of actor: Actor, _ openReports: OpenReports) async throws -> [Notice.DigestLine] {
        let list = try await workList(for: actor)
        var reports = 0
        if let organisation = actor.organisation, actor.may(.openReports, on: organisation) {
            reports = try await openReports(organisation)
        }
        let counts = [
            ("reviewing", list.reviewing.count), ("writing", list.writing.count), ("reports", reports),
            ("suggestions", list.suggestions.count), ("claims", list.claims.count),
            ("applications", list.applications.count), ("signUps", list.signUps.count),
            ("verifying", list.verifying.count),
            ("links", list.links.count), ("translating", list.translating.count), ("waiting", list.waiting.count),
        ]
        return counts.filter { $0.1 > 0 }.map { Notice.DigestLine(section: $0.0, count: $0.1) }
    }

    /// When records changed in a way that is news; filled as it is asked, because many follow the same.
    private typealias NewsTable = [RecordID: [Date]]

    /// What was published since, one line an entry. That somebody checked an entry and found it right is no news.
    private func news(
        of actor: Actor, _ ages: [RecordID: RecordAge], since: Date, _ table: inout NewsTable
    ) async throws -> [Notice.DigestLine] {
        guard actor.may(.follow, on: nil) else { return [] }
        let interests = Interests(try await follows(for: actor).map(\.subject), in: catalogue)
        var lines: [Notice.DigestLine] = []
        for (record, _) in changes(interests, ages, since: since) {
            if table[record.id] == nil {
                table[record.id] = try await history(of: record.id, for: actor).filter(\.isNews).map(\.revision.madeAt)
            }
            guard table[record.id]?.contains(where: { $0 > since }) == true else { continue }
            lines.append(Notice.DigestLine(section: "news", count: 1, title: record.title, record: record.id))
        }
        guard lines.count > Digest.mostNews else { return lines }
        let rest = lines.count - Digest.mostNews
        return lines.prefix(Digest.mostNews) + [Notice.DigestLine(section: "more", count: rest)]
    }
}

extension HistoryStep {
    /// Whether it changed what readers see.
    fileprivate var isNews: Bool {
        (changedFields ?? 1) > 0
            || events.contains { event in
                if case .checked = event { false } else { true }
            }
    }
}
