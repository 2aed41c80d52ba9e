import Foundation
import Synchronization

/// Lets as many into each room of the site as it can work for, others in turns, and turns away who would wait too long.
///
/// Ready pages never come here: sending one is less work than asking whether it may be sent.
final class Admission: Sendable {
    /// What somebody is told at the door.
    enum Answer: Sendable {
        case admitted(Place)
        case refused(Turns.Refusal)
    }

    /// How one room is doing.
    struct State: Sendable {
        var inside = 0
        var waiting = 0
        var refused: [Turns.Refusal: Int] = [:]
    }

    /// Hears nil where the turn has come.
    private typealias Waiting = CheckedContinuation<Turns.Refusal?, Never>

    private struct Rooms: Sendable {
        var turns: [Room: Turns]
        var refused: [Room: [Turns.Refusal: Int]] = [:]
        var waiting: [Turns.Ticket: Waiting] = [:]
        var lastTicket = 0
    }

    private let rooms: Mutex<Rooms>
    private let searches: SourceLimit
    /// How often ``mayAsk(from:at:)`` said no.
    let limited = Traffic.Tally()

    init(_ limits: LoadLimits) {
        rooms = Mutex(Rooms(turns: Dictionary(uniqueKeysWithValues: Room.allCases.map { ($0, Turns(limits[$0])) })))
        searches = SourceLimit(capacity: limits.mostSearches, perHour: limits.searchesPerSecond * 3_600)
    }

    /// Waits at the door of a room for as long as it is worth it.
    func enter(_ room: Room, from source: String) async -> Answer {
        let ticket = rooms.withLock { rooms in
            rooms.lastTicket += 1
            return rooms.lastTicket
        }
        let refusal = await withCheckedContinuation { continuation in
            move(in: room) { rooms in
                rooms.waiting[ticket] = continuation
                return rooms.turns[room]?.arrive(ticket, of: source, isLocal: RequestSource.isLocal(source), at: .now)
            }
        }
        return refusal.map { .refused($0) } ?? .admitted(Place(room, ticket, self))
    }

    /// Whether a source may ask once more for something that is much work and not ready.
    func mayAsk(from source: String, at now: Date) -> Bool {
        if RequestSource.isLocal(source) || searches.take(from: source, at: now) { return true }
        limited.add()
        return false
    }

    /// Lets time pass, for those who wait while nobody comes and nobody leaves.
    func look() {
        for room in Room.allCases { move(in: room) { $0.turns[room]?.look(at: .now) } }
    }

    /// Forgets the sources that may search as much as ever.
    func sweep(at now: Date) { searches.sweep(at: now) }

    func state(of room: Room) -> State {
        rooms.withLock { rooms in
            State(
                inside: rooms.turns[room]?.insideCount ?? 0, waiting: rooms.turns[room]?.waitingCount ?? 0,
                refused: rooms.refused[room] ?? [:])
        }
    }

    fileprivate func leave(_ ticket: Turns.Ticket, _ room: Room) {
        move(in: room) { $0.turns[room]?.leave(ticket, at: .now) }
    }

    /// Does something to a room and tells those whom it moves; not while everybody waits for the lock.
    private func move(in room: Room, _ change: (inout Rooms) -> Turns.Moves?) {
        let told = rooms.withLock { rooms -> [(Waiting, Turns.Refusal?)] in
            guard let moves = change(&rooms) else { return [] }
            var told: [(Waiting, Turns.Refusal?)] = []
            for ticket in moves.admitted {
                if let waiting = rooms.waiting.removeValue(forKey: ticket) { told.append((waiting, nil)) }
            }
            for refused in moves.refused {
                rooms.refused[room, default: [:]][refused.why, default: 0] += 1
                if let waiting = rooms.waiting.removeValue(forKey: refused.ticket) {
                    told.append((waiting, refused.why))
                }
            }
            return told
        }
        for (waiting, refusal) in told { waiting.resume(returning: refusal) }
    }
}

/// A place inside a room, given up once: when its holder says so, at the latest when nobody holds it any more.
final class Place: Sendable {
    private let room: Room
    private let ticket: Turns.Ticket
    private let admission: Admission
    private let isLeft = Atomic(false)

    fileprivate init(_ room: Room, _ ticket: Turns.Ticket, _ admission: Admission) {
        self.room = room
        self.ticket = ticket
        self.admission = admission
    }

    deinit { leave() }

    func leave() {
        if !isLeft.exchange(true, ordering: .relaxed) { admission.leave(ticket, room) }
    }
}
