import Catalogue
import Foundation

/// A record, and when it wants to be checked again.
package struct DueRecord: Sendable {
    package let record: Record
    package let due: CivilDay
    package let state: FreshnessState

    package init(record: Record, due: CivilDay, state: FreshnessState) {
        self.record = record
        self.due = due
        self.state = state
    }
}

extension Workspace {
    /// Everything that wants to be checked, longest overdue first; what was set aside is among it.
    package func due() async throws -> [DueRecord] {
        let ages = try await store.ages()
        let catalogue = catalogue
        let today = today
        return (catalogue.records + catalogue.away.values).compactMap { record in
            let since = ages[record.id].map { BrusselsTime($0.first).day } ?? today
            guard let due = freshness.due(record, since: since) else { return nil }
            let state = freshness.state(record, since: since, on: today)
            guard state != .fresh || record.setAside != nil else { return nil }
            return DueRecord(record: record, due: due, state: state)
        }.sorted { ($0.due, $0.record.id) < ($1.due, $1.record.id) }
    }

    /// What one person should check: what belongs to the own organisation, and for a coordinator also what nobody answered
    /// for or nobody can be asked about.
    package func due(for actor: Actor) async throws -> [DueRecord] {
        guard actor.mayEver(.verify) else { return [] }
        let isCoordinator = actor.may(.readDashboard, on: nil)
        let accounts = isCoordinator ? try await store.all(Account.self).map(\.value) : []
        return try await due().filter { due in
            if let own = actor.organisation, due.record.owners.contains(own) { return true }
            guard isCoordinator else { return false }
            return due.state == .late || due.state == .lost || due.record.setAside != nil
                || Self.keepers(of: due.record.owners, among: accounts).isEmpty
        }
    }

    // MARK: The link in a letter

    /// The record that a link in a reminder is about, and whose letter it was; nil where it is too old or used.
    package func reminded(_ secret: String) async throws -> (record: Record, account: Account)? {
        guard let token = SecretToken(secret),
            let reminder = try await store.find(Reminder.self, token.hash(for: .stillRight).hex)?.value,
            today.daysSinceEpoch - reminder.sentOn.daysSinceEpoch <= Reminder.days,
            let account = try await store.find(Account.self, reminder.account)?.value, !account.isDisabled,
            let record = catalogue.any(reminder.record), record.withdrawn == nil,
            account.actor.may(.verify, on: record.owners)
        else { return nil }
        return (record, account)
    }

    /// "Still right": verifies a record for whoever got the letter, without signing in.
    package func confirm(_ secret: String) async throws -> (record: Record, account: Account) {
        guard let (record, account) = try await reminded(secret) else { throw WorkspaceError.notFound }
        try await verify(record.id, by: account.actor, means: .letter)
        return (record, account)
    }

    /// Takes away what was sent and told about a record that somebody has looked at now; the links in the letters are used.
    func settle(_ id: RecordID, in work: inout Work) async throws {
        for reminder in try await store.all(Reminder.self, key: id.description) { work.remove(reminder.value) }
        for told in try await store.all(Escalation.self, key: id.description) { work.remove(told.value) }
    }
}
