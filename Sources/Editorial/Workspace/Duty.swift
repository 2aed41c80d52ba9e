import Catalogue

/// What the site does by itself, and when it last did.
package struct Duty: Item, Hashable {
    package static let shelf = Shelf.duty

    package enum Name: String, CaseIterable, Codable, Sendable {
        case freshness, digest, links
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
}
