import Catalogue

/// What the site does by itself, and when it last did.
package struct Duty: Item, Hashable {
    package static let shelf = Shelf.duty

    package enum Name: String, CaseIterable, Codable, Sendable {
        case freshness, digest, links
        /// Of what is over; the day is the last one that was believed (``Workspace/believesTheDate()``).
        case wiping
    }

    package let name: Name
    package var lastOn: CivilDay

    package var id: String { name.rawValue }

    package init(_ name: Name, lastOn day: CivilDay) {
        self.name = name
        lastOn = day
    }
}

extension Workspace {
    /// Takes a duty up if it was not done within `days`. Of several programs that ask at once, one gets it.
    package func take(_ name: Duty.Name, every days: Int) async throws -> Bool {
        let kept = try await store.find(Duty.self, name.rawValue)
        if let kept, today.daysSinceEpoch - kept.value.lastOn.daysSinceEpoch < days { return false }
        var work = Work(by: "", at: now)
        try work.put(Duty(name, lastOn: today), over: kept?.version)
        do { _ = try await store.commit(work) } catch is WorkConflict { return false }
        return true
    }

    /// For so many days a site may stand still and still believe its clock at once.
    private static let longestPause = 7

    /// Whether something that can't be undone may be done because of the date, such as wiping what is old.
    ///
    /// A clock that leaps, by a year or back, is believed from the next day on: by then somebody may have put it right.
    package func believesTheDate() async throws -> Bool {
        let kept = try await store.find(Duty.self, Duty.Name.wiping.rawValue)
        let passed = kept.map { today.daysSinceEpoch - $0.value.lastOn.daysSinceEpoch } ?? 1
        if passed == 0 { return true }
        if passed == -1 { return false }
        let isSteady = (1...Self.longestPause).contains(passed)
        var work = Work(by: "", at: now)
        try work.put(Duty(.wiping, lastOn: isSteady ? today : today.adding(days: 1)), over: kept?.version)
        do { _ = try await store.commit(work) } catch is WorkConflict { return false }
        return isSteady
    }
}
