import NIOCore

/// What a connection may still take: rules only, without timers. Whoever sends or takes too slowly gives the place to
/// somebody else.
struct ConnectionClock {
    enum Phase: Equatable {
        /// The headers of a request are to come; from the opening of the connection, or from their first byte.
        case head
        case body
        /// The request is there, its answer is not.
        case answering
        /// Between two requests.
        case waiting
        /// HTTP/2, whose streams have clocks of their own: this one counts while there is none.
        case streams
        /// The last answer is sent; the reader is to close.
        case farewell
    }

    enum Verdict: Equatable {
        case over
        /// Not before then.
        case look(at: NIODeadline)
    }

    private let deadlines: Deadlines
    private(set) var phase = Phase.head
    /// When the phase began.
    private var since: NIODeadline
    /// When a byte came last, or when reading was taken up again.
    private var lastByte: NIODeadline
    private var bodyBytes = 0
    /// Since when we ourselves don't read, because what came is not worked off.
    private var paused: NIODeadline?
    /// How much waited for the reader to take it when we looked last, and since when it is just as much.
    private var unread = 0
    private var unreadSince: NIODeadline
    /// Since when something always waited for the reader, and how many bytes that was, with all that came to it.
    private var owing: (since: NIODeadline, bytes: Int)?
    private var idle: TimeAmount
    /// How many streams of HTTP/2 are open.
    private var streams = 0

    init(_ deadlines: Deadlines, at now: NIODeadline) {
        self.deadlines = deadlines
        since = now
        lastByte = now
        unreadSince = now
        idle = deadlines.idle
    }

    mutating func bytesCame(_ count: Int, at now: NIODeadline) {
        lastByte = now
        switch phase {
        case .waiting: enter(.head, at: now)
        case .body: bodyBytes += count
        case .head, .answering, .streams, .farewell: break
        }
    }

    /// The headers of a request are there.
    mutating func headCame(at now: NIODeadline) {
        bodyBytes = 0
        enter(.body, at: now)
    }

    /// A request is there as a whole.
    mutating func requestEnded(isAnswered: Bool, at now: NIODeadline) {
        enter(isAnswered ? .waiting : .answering, at: now)
    }

    /// All that was asked is answered.
    mutating func answered(at now: NIODeadline) {
        if phase == .answering { enter(.waiting, at: now) }
    }

    /// We read no more for now.
    mutating func pause(at now: NIODeadline) { if paused == nil { paused = now } }

    /// We read again: the time in between is not the sender's.
    mutating func resume(at now: NIODeadline) {
        guard let paused else { return }
        self.paused = nil
        guard phase == .body else { return }
        since = since + (now - paused)
        lastByte = now
    }

    /// More was made ready for the reader.
    mutating func bytesSent(_ count: Int) { owing?.bytes += count }

    mutating func speaksStreams(at now: NIODeadline) { enter(.streams, at: now) }

    mutating func streamBegan() { streams += 1 }

    mutating func streamEnded(at now: NIODeadline) {
        streams -= 1
        if phase == .streams { since = now }
    }

    mutating func sayFarewell(at now: NIODeadline) { enter(.farewell, at: now) }

    /// The site closes: between two requests there is little time left.
    mutating func hurry(at now: NIODeadline) {
        idle = deadlines.lastIdle
        if phase == .waiting || phase == .streams { since = now }
    }

    private mutating func enter(_ phase: Phase, at now: NIODeadline) {
        guard self.phase != .farewell else { return }
        self.phase = phase
        since = now
    }

    /// - Parameter unread: bytes that wait for the reader to take them.
    mutating func verdict(at now: NIODeadline, unread: Int) -> Verdict {
        if unread == 0 || unread != self.unread {
            self.unread = unread
            unreadSince = now
            // A slow reader is no idle one.
            if unread > 0, phase == .waiting || phase == .farewell { since = now }
        } else if unreadSince + deadlines.unread <= now {
            return .over
        }
        let end = min(end(at: now, hasUnread: unread > 0), endOfReading(unread, at: now))
        return end <= now ? .over : .look(at: min(end, now + deadlines.look))
    }

    /// Until when a reader may take what waits: whoever takes one byte now and then would keep it all.
    private mutating func endOfReading(_ unread: Int, at now: NIODeadline) -> NIODeadline {
        guard unread > 0 else {
            owing = nil
            return .distantFuture
        }
        let owed = owing ?? (now, unread)
        owing = owed
        return owed.since + deadlines.unread + .seconds(Int64((owed.bytes - unread) / deadlines.readRate))
    }

    private func end(at now: NIODeadline, hasUnread: Bool) -> NIODeadline {
        switch phase {
        case .head: since + deadlines.head
        case .body where paused != nil: .distantFuture
        case .body:
            min(
                since + deadlines.body + .seconds(Int64(bodyBytes / deadlines.bodyRate)), lastByte + deadlines.stall)
        case .waiting where hasUnread, .farewell where hasUnread: unreadSince + deadlines.unread
        case .waiting: since + idle
        case .farewell: since + deadlines.farewell
        // The other side is first told to close, and given as long as for that.
        case .streams where streams == 0: since + idle + deadlines.farewell
        case .answering, .streams: .distantFuture
        }
    }

    /// ``ConnectionDeadlines`` in the units of the event loop.
    struct Deadlines {
        let head, idle, body, stall, unread, farewell: TimeAmount
        let bodyRate, readRate: Int
        /// Between two requests while the site closes.
        let lastIdle: TimeAmount
        /// How often a connection is looked at, at least.
        let look: TimeAmount

        init(_ deadlines: ConnectionDeadlines) {
            head = TimeAmount(deadlines.head)
            idle = TimeAmount(deadlines.idle)
            body = TimeAmount(deadlines.body)
            stall = TimeAmount(deadlines.stall)
            unread = TimeAmount(deadlines.unread)
            farewell = TimeAmount(deadlines.farewell)
            bodyRate = max(1, deadlines.bodyRate)
            readRate = max(1, deadlines.readRate)
            lastIdle = min(idle, .milliseconds(500))
            look = min(.milliseconds(2_500), TimeAmount.nanoseconds(max(1_000_000, head.nanoseconds / 4)))
        }
    }
}
