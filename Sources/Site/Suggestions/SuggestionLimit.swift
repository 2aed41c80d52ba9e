import Foundation

/// How much readers may send. For the whole site and in memory, so that nothing is kept of who sends: a class of thirty
/// behind one address gets through, a flood doesn't.
struct SuggestionLimit: Sendable {
    private let limit = SourceLimit(capacity: 60, perHour: 240)

    func take(at now: Date) -> Bool { limit.take(from: "all readers", at: now) }
}
