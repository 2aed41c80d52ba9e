import Catalogue

/// How long a check of a record holds.
package struct FreshnessRules: Hashable, Sendable {
    /// Days.
    package var channelDays = 90
    package var otherDays = 365
    /// Days after a reminder until the coordinator hears of it.
    package var escalationDays = 21
    /// Days after which a channel that nobody verified is set aside; nil: never.
    package var hidingDays: Int? = 365

    package init() {}

    /// The fewest ``hidingDays`` that leave time to answer a reminder.
    package var leastHidingDays: Int { channelDays + escalationDays }

    /// Whether somebody hears of a channel, and has time to check it, before it is set aside.
    package var warnsBeforeHiding: Bool {
        hidingDays.map { (leastHidingDays...36_500).contains($0) } ?? true
    }

    /// Days for which a check of this kind of record holds; nil for events, which hold until they end.
    package func interval(_ kind: Kind) -> Int? {
        switch kind {
        case .channel: channelDays
        case .event: nil
        default: otherDays
        }
    }

    /// The day from which it wants to be checked again. `since` is the day on which it was first published, for what
    /// nobody verified yet. Nil: it needs no check any more.
    package func due(_ record: Record, since: CivilDay) -> CivilDay? {
        guard record.withdrawn == nil, record.status != .ended else { return nil }
        let checked = record.verified?.on.civilDay ?? since
        guard let interval = interval(record.kind) else {
            if record.yearly { return checked.adding(days: otherDays) }
            let last = record.dates.compactMap { ($0.end ?? $0.start).lastDay }.max()
            // Until it ends it holds; afterwards nobody needs it checked.
            return last == nil ? checked.adding(days: otherDays) : nil
        }
        return checked.adding(days: interval)
    }

    package func state(_ record: Record, since: CivilDay, on today: CivilDay) -> FreshnessState {
        guard let due = due(record, since: since) else { return .fresh }
        if let hidingDays, record.kind == .channel,
            today.daysSinceEpoch - (record.verified?.on.civilDay ?? since).daysSinceEpoch > hidingDays
        {
            return .lost
        }
        return today < due ? .fresh : today < due.adding(days: escalationDays) ? .due : .late
    }
}

package enum FreshnessState: String, CaseIterable, Sendable {
    case fresh
    /// Its owner should look again.
    case due
    /// The owner was asked and did not answer: the coordinator should look.
    case late
    /// A channel that nobody verified for so long that readers should not be sent to it.
    case lost
}
