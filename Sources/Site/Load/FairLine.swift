/// Those who wait, in turns by where they come from: whoever asks a hundred things at once waits behind oneself, not in
/// front of everybody else.
struct FairLine<Source: Hashable & Sendable, Waiter: Sendable>: Sendable {
    /// Each source with those of it who wait, the first first. Never empty.
    private var waiting: [Source: Queue] = [:]
    /// The sources that somebody waits of, in the order of their turns.
    private var turns: [Source] = []
    /// How many of ``turns`` are over; they are taken away together.
    private var over = 0
    private(set) var count = 0

    private struct Queue: Sendable {
        var waiters: [Waiter?]
        var first = 0
        var count: Int { waiters.count - first }

        mutating func takeFirst() -> Waiter? {
            // Taken out in place, so that what a waiter holds is let go of.
            defer {
                waiters[first] = nil
                first += 1
                if first > 64, first * 2 > waiters.count {
                    waiters.removeFirst(first)
                    first = 0
                }
            }
            return waiters[first]
        }

        mutating func takeLast() -> Waiter? { waiters.removeLast() }
    }

    var isEmpty: Bool { count == 0 }

    func count(of source: Source) -> Int { waiting[source]?.count ?? 0 }

    mutating func add(_ waiter: Waiter, of source: Source) {
        if waiting[source] == nil { turns.append(source) }
        waiting[source, default: Queue(waiters: [])].waiters.append(waiter)
        count += 1
    }

    /// Whose turn it is now: of the source whose turn it is, the first of those who wait; the last of them where `isCrowded`
    /// says of the first that it has waited for long.
    mutating func next(lastWhere isCrowded: (Waiter) -> Bool = { _ in false }) -> Waiter? {
        guard over < turns.count else { return nil }
        let source = turns[over]
        over += 1
        if over > 64, over * 2 > turns.count {
            turns.removeFirst(over)
            over = 0
        }
        guard var queue = waiting.removeValue(forKey: source), let first = queue.waiters[queue.first] else {
            return nil
        }
        let waiter = isCrowded(first) ? queue.takeLast() : queue.takeFirst()
        count -= 1
        guard queue.count > 0 else { return waiter }
        waiting[source] = queue
        turns.append(source)
        return waiter
    }

    /// Lets go of those, the first of each source first, of whom `isOver` says that they have waited in vain.
    mutating func dismiss(where isOver: (Waiter) -> Bool) -> [Waiter] {
        var gone: [Waiter] = []
        for (source, queue) in waiting {
            guard let first = queue.waiters[queue.first], isOver(first) else { continue }
            var queue = queue
            while queue.count > 0, let first = queue.waiters[queue.first], isOver(first) {
                if let waiter = queue.takeFirst() { gone.append(waiter) }
            }
            waiting[source] = queue.count > 0 ? queue : nil
        }
        guard !gone.isEmpty else { return [] }
        count -= gone.count
        turns = turns[over...].filter { waiting[$0] != nil }
        over = 0
        return gone
    }

    /// Who gives way to a newcomer of `source` where nobody else may wait: the last of those who came in the greatest
    /// number, if they are more than `source` would be. Nil: the newcomer goes.
    mutating func giveWay(to source: Source) -> Waiter? {
        guard let (crowd, queue) = waiting.max(by: { $0.value.count < $1.value.count }),
            queue.count > count(of: source) + 1
        else { return nil }
        let last = waiting[crowd]?.waiters.removeLast()
        count -= 1
        return last ?? nil
    }
}
