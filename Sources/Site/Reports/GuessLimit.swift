import Foundation

/// How often one source may guess: at one receipt or one passphrase, and at all of them together. Whoever guesses at one
/// keeps nobody else behind the same address from theirs.
struct GuessLimit: Sendable {
    private let atOne: SourceLimit
    private let atAll: SourceLimit

    init(mostReports: Int) {
        atOne = SourceLimit(capacity: mostReports / 3, perHour: mostReports * 2 / 3)
        atAll = SourceLimit(capacity: mostReports * 5, perHour: mostReports * 5)
    }

    /// Takes a guess before it is tried, so that guesses at the same time count as well.
    func take(from source: String, at secret: String, now: Date) -> Bool {
        guard atOne.take(from: source + "/" + secret, at: now) else { return false }
        if atAll.take(from: source, at: now) { return true }
        atOne.giveBack(to: source + "/" + secret)
        return false
    }

    /// Seconds until a source that used up its guesses at one secret has another.
    var pause: Int { atOne.pause }

    func sweep(at now: Date) {
        atOne.sweep(at: now)
        atAll.sweep(at: now)
    }

    /// The guess was right, so it was none.
    func giveBack(to source: String, at secret: String) {
        atAll.giveBack(to: source)
        atOne.giveBack(to: source + "/" + secret)
    }
}
