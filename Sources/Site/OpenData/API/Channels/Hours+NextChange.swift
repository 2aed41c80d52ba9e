import Catalogue

extension Hours {
    /// When they open if closed, or close if open; nil where nobody knows, or where that never happens.
    func nextChange(after now: BrusselsTime) -> BrusselsTime? {
        switch state(at: now) {
        case .always, .unverified, .holiday: return nil
        case .closed(let opens): return opens
        case .open(let until): return closing(from: now.day, at: until)
        }
    }

    /// Who closes at midnight and opens at midnight stays open.
    private func closing(from day: CivilDay, at minute: Int) -> BrusselsTime? {
        guard minute == 1_440 else {
            guard let end = stillOpen(at: BrusselsTime(day: day, minute: minute)) else {
                return BrusselsTime(day: day, minute: minute)
            }
            return closing(from: day, at: end)
        }
        var next = day.adding(days: 1)
        // Beyond a week it is the same again.
        for _ in 0..<8 {
            guard let end = stillOpen(at: BrusselsTime(day: next, minute: 0)) else {
                return BrusselsTime(day: next, minute: 0)
            }
            if end < 1_440 { return closing(from: next, at: end) }
            next = next.adding(days: 1)
        }
        return nil
    }

    private func stillOpen(at moment: BrusselsTime) -> Int? {
        guard case .open(let until) = state(at: moment) else { return nil }
        return until
    }
}

extension OpenState {
    /// Its name for programs.
    var name: String {
        switch self {
        case .always: "always"
        case .open: "open"
        case .closed: "closed"
        case .holiday: "holiday"
        case .unverified: "unverified"
        }
    }
}
