import Catalogue
import Foundation

extension Workspace {
    /// Whether help goes on without a channel of a catalogue.
    package typealias MaySetAside = @Sendable (_ channel: Record, _ catalogue: Catalogue) async throws -> Bool

    /// What is done every day so that entries stay true: asks those who look after what is due, tells the coordinators of
    /// what nobody answered for, and sets aside channels that nobody verified for too long.
    package func tendFreshness(maySetAside: MaySetAside) async throws {
        let due = try await due()
        let accounts = try await store.all(Account.self).map(\.value)
        // Before anybody is reminded anew.
        let warned = try await warned()
        try await remind(of: due, accounts)
        let unkept = try await unkept(due, accounts)
        let needed = try await setAside(due, of: warned, maySetAside)
        try await escalate(unkept + needed)
    }

    // MARK: Reminding

    /// One letter to each keeper, with everything that is due and that nobody was asked about yet.
    private func remind(of due: [DueRecord], _ accounts: [Account]) async throws {
        let asked = Dictionary(grouping: try await store.all(Reminder.self).map(\.value), by: \.record)
        var letters: [String: (account: Account, entries: [Notice.DueEntry])] = [:]
        var reminders: [Reminder] = []
        for due in due where due.state != .fresh {
            let last = asked[due.record.id]?.map(\.sentOn).max()
            // Asked again when the link of the last letter has run out.
            if let last, days(since: last) <= Reminder.days { continue }
            for keeper in Self.keepers(of: due.record.owners, among: accounts).prefix(3) {
                let token = SecretToken.new()
                reminders.append(
                    Reminder(
                        id: token.hash(for: .stillRight).hex, record: due.record.id, account: keeper.id,
                        sentOn: today))
                letters[keeper.id, default: (keeper, [])].entries.append(
                    Notice.DueEntry(
                        record: due.record.id, title: due.record.title, token: token.text, due: due.due))
            }
        }
        for (account, entries) in letters.values.sorted(by: { $0.account.id < $1.account.id }) {
            var work = Work(by: Self.byItself, at: now)
            try work.put(Notice(to: account, .reminder(entries), at: now))
            for reminder in reminders where reminder.account == account.id {
                try work.put(reminder)
                work.note(note(.reminded, reminder.record, detail: account.id))
                for old in asked[reminder.record] ?? [] where old.account == account.id { work.remove(old) }
            }
            try await commit(work)
        }
    }

    // MARK: Telling the coordinators

    /// What is due and was answered by nobody in time, or can be answered by nobody.
    private func unkept(_ due: [DueRecord], _ accounts: [Account]) async throws -> [Notice.Overdue] {
        let asked = Dictionary(grouping: try await store.all(Reminder.self).map(\.value), by: \.record)
        return due.filter { $0.state != .fresh }.compactMap { due in
            if Self.keepers(of: due.record.owners, among: accounts).isEmpty {
                return overdue(due, .nobodyToAsk)
            }
            let isUnanswered = asked[due.record.id]?.contains { days(since: $0.sentOn) >= freshness.escalationDays }
            return isUnanswered == true ? overdue(due, .unanswered) : nil
        }
    }

    /// One letter to each coordinator with all that they were not told yet.
    private func escalate(_ overdue: [Notice.Overdue]) async throws {
        let known = Set(try await store.all(Escalation.self).map(\.value.id))
        let news = overdue.map { (entry: $0, mark: Escalation(record: $0.record, reason: $0.reason, toldOn: today)) }
            .filter { !known.contains($0.mark.id) }
        let coordinators = try await coordinators()
        guard !news.isEmpty, !coordinators.isEmpty else { return }
        var work = Work(by: Self.byItself, at: now)
        for (entry, mark) in news {
            try work.put(mark)
            work.note(note(.escalated, entry.record, detail: entry.reason.rawValue))
        }
        for coordinator in coordinators {
            try work.put(Notice(to: coordinator, .escalation(news.map(\.entry)), at: now))
        }
        try await commit(work)
    }

    private func overdue(_ due: DueRecord, _ reason: Escalation.Reason) -> Notice.Overdue {
        Notice.Overdue(record: due.record.id, title: due.record.title, due: due.due, reason: reason)
    }

    // MARK: Setting aside

    /// Sets aside the channels that nobody verified for too long, and returns those that help can't do without.
    private func setAside(
        _ due: [DueRecord], of warned: Set<RecordID>, _ maySetAside: MaySetAside
    ) async throws -> [Notice.Overdue] {
        // Each goes out of what the next is looked at with: two that stand in for each other must not both go.
        var remaining = catalogue
        var needed: [Notice.Overdue] = []
        for lost in due where lost.state == .lost && lost.record.setAside == nil {
            // Never silently: somebody knew, and had time to look.
            guard warned.contains(lost.record.id) else { continue }
            guard try await maySetAside(lost.record, remaining) else {
                needed.append(overdue(lost, .needed))
                continue
            }
            if let aside = try await setAside(lost.record) { remaining = remaining.replacing([aside]) }
        }
        return needed
    }

    /// The records of which somebody was told long enough ago to have looked at them.
    private func warned() async throws -> Set<RecordID> {
        let reminders = try await store.all(Reminder.self).map { ($0.value.record, $0.value.sentOn) }
        let escalations = try await store.all(Escalation.self).map { ($0.value.record, $0.value.toldOn) }
        return Set((reminders + escalations).filter { days(since: $0.1) >= freshness.escalationDays }.map(\.0))
    }

    private func setAside(_ record: Record) async throws -> Record? {
        let published = try await published(record.id)
        guard published.record.isShown else { return nil }
        var aside = published.record
        aside.setAside = PartialDate(today)
        var work = Work(by: Self.byItself, at: now)
        work.publish(aside, over: published.id, why: "")
        work.note(note(.setAside, record.id))
        let told = try await keepers(of: record.owners) + coordinators()
        for account in Dictionary(grouping: told, by: \.id).values.compactMap(\.first) {
            try work.put(Notice(to: account, .setAside(record: record.id, title: record.title), at: now))
        }
        try await commit(work)
        return aside
    }

    // MARK: -

    /// The name under which the site does something by itself.
    static let byItself = "betternet"

    /// What the site did by itself to a record.
    func note(_ deed: Deed, _ record: RecordID, detail: String = "") -> TrailLine {
        TrailLine(
            account: nil, name: Self.byItself, organisation: nil, deed: deed, object: record.description,
            detail: detail, at: now)
    }

    private func days(since day: CivilDay) -> Int { today.daysSinceEpoch - day.daysSinceEpoch }
}
