/// Who is inside a room, who waits before it, and whose turn comes next: rules only, without clock and without threads.
///
/// While those at the front of the line have waited for long, whoever came last is let in before them: that one is still
/// there, where the others may have gone or asked anew, and all would come too late if each were let in late (Maurer, "Fail at
/// Scale", ACM Queue 13, 2015: adaptive LIFO).
///
/// Whoever has been inside for very long no longer counts: a reader whose page waits for a store that hangs must not
/// keep others from pages that need none.
struct Turns: Sendable {
    typealias Instant = ContinuousClock.Instant
    typealias Ticket = Int

    /// Why somebody is turned away.
    enum Refusal: String, CaseIterable, Sendable {
        /// Too many wait already.
        case full
        /// The turn came too late to be of use.
        case late
        /// Too many of this source are there already.
        case source
    }

    /// What becomes of those who waited, and of who has just come.
    struct Moves: Equatable, Sendable {
        var admitted: [Ticket] = []
        var refused: [Refused] = []

        struct Refused: Equatable, Sendable {
            let ticket: Ticket
            let why: Refusal
        }
    }

    /// How long somebody inside counts.
    static let longestStay = Duration.seconds(2)

    private struct Waiter: Sendable {
        let ticket: Ticket
        let source: String
        let since: Instant

        func hasWaited(_ time: Duration, at now: Instant) -> Bool { since.duration(to: now) > time }
    }

    private struct Guest: Sendable {
        let source: String
        let since: Instant
        var counts = true
    }

    let limits: RoomLimits
    private var inside: [Ticket: Guest] = [:]
    /// How many of those inside count.
    private var counted = 0
    private var ofSource: [String: Int] = [:]
    private var line = FairLine<String, Waiter>()

    init(_ limits: RoomLimits) { self.limits = limits }

    var insideCount: Int { inside.count }
    var waitingCount: Int { line.count }

    /// Somebody comes. `isLocal`: from this machine, where no limits of a source hold.
    mutating func arrive(_ ticket: Ticket, of source: String, isLocal: Bool, at now: Instant) -> Moves {
        var moves = Moves()
        if let most = limits.ofOneSource, !isLocal, inside.count + line.count >= most, count(of: source) >= most {
            moves.refused.append(.init(ticket: ticket, why: .source))
            return moves
        }
        if counted >= limits.atOnce { forgetLongStays(at: now) }
        let waiter = Waiter(ticket: ticket, source: source, since: now)
        if line.isEmpty, counted < limits.atOnce {
            enter(waiter, at: now)
            moves.admitted.append(ticket)
            return moves
        }
        if line.count >= limits.waiting {
            guard let gone = line.giveWay(to: source) else {
                moves.refused.append(.init(ticket: ticket, why: .full))
                return moves
            }
            moves.refused.append(.init(ticket: gone.ticket, why: .full))
        }
        line.add(waiter, of: source)
        fill(&moves, at: now)
        return moves
    }

    /// Somebody inside is done.
    mutating func leave(_ ticket: Ticket, at now: Instant) -> Moves {
        var moves = Moves()
        guard let guest = inside.removeValue(forKey: ticket) else { return moves }
        if guest.counts { counted -= 1 }
        ofSource[guest.source, default: 0] -= 1
        if ofSource[guest.source] == 0 { ofSource[guest.source] = nil }
        fill(&moves, at: now)
        return moves
    }

    /// Lets time pass: for when nobody comes and nobody leaves.
    mutating func look(at now: Instant) -> Moves {
        var moves = Moves()
        guard !line.isEmpty else { return moves }
        let patience = limits.patience
        moves.refused = line.dismiss { $0.hasWaited(patience, at: now) }.map { .init(ticket: $0.ticket, why: .late) }
        forgetLongStays(at: now)
        fill(&moves, at: now)
        return moves
    }

    private func count(of source: String) -> Int { (ofSource[source] ?? 0) + line.count(of: source) }

    private mutating func enter(_ waiter: Waiter, at now: Instant) {
        inside[waiter.ticket] = Guest(source: waiter.source, since: now)
        ofSource[waiter.source, default: 0] += 1
        counted += 1
    }

    private mutating func fill(_ moves: inout Moves, at now: Instant) {
        let patience = limits.patience
        while counted < limits.atOnce, let waiter = line.next(lastWhere: { $0.hasWaited(patience / 4, at: now) }) {
            if waiter.hasWaited(patience, at: now) {
                moves.refused.append(.init(ticket: waiter.ticket, why: .late))
            } else {
                enter(waiter, at: now)
                moves.admitted.append(waiter.ticket)
            }
        }
    }

    private mutating func forgetLongStays(at now: Instant) {
        for (ticket, guest) in inside where guest.counts && guest.since.duration(to: now) > Self.longestStay {
            inside[ticket]?.counts = false
            counted -= 1
        }
    }
}
