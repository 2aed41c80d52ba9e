import Synchronization

/// What the log is told once, whoever meets with it first.
final class SaidOnce: Sendable {
    private let isSaid = Atomic(false)

    /// True for the first who asks.
    func isFirst() -> Bool { !isSaid.exchange(true, ordering: .relaxed) }
}
