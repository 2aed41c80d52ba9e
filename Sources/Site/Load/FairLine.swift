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
    }

    var isEmpty: Bool { count == 0 }

    func count(of source: Source) -> Int { waiting[source]?.count ?? 0 }

    mutating func add(_ waiter: Waiter, of source: Source) {
        if waiting[source] == nil { turns.append(source) }
        waiting[source, default: Queue(waiters: [])].waiters.append(waiter)
        count += 1
    }

    /// Whose turn it is now.
    mutating func next() -> Waiter? {
        guard over < turns.count else { return nil }
        let source = turns[over]
        over += 1
        if over > 64, over * 2 > turns.count {
            turns.removeFirst(over)
            over = 0
        }
        guard var queue = waiting.removeValue(forKey: source), let waiter = queue.waiters[queue.first] else {
            return nil
        }
        // Taken out in place, so that what a waiter holds is let go of.
        queue.waiters[queue.first] = nil
        queue.first += 1
        count -= 1
        guard queue.count > 0 else { return waiter }
        if queue.first > 64, queue.first * 2 > queue.waiters.count {
            queue.waiters.removeFirst(queue.first)
            queue.first = 0
        }
        waiting[source] = queue
        turns.append(source)
        return waiter
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
