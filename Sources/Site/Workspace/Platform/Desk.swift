import Foundation

/// What the workspace needs in memory while the site runs: limits, and what takes long to build.
final class Desk: Sendable {
    /// Tries at passwords and codes: at one account from one source, and from one source at all. Another source has its
    /// own, so nobody shuts others out by guessing (OWASP ASVS 5.0, 6.1.1).
    let signingIn = GuessLimit(mostReports: 30)
    /// Codes of the second factor, at one account from wherever: only who has its password gets so far, so nobody else can
    /// use it up. Codes have six digits, and many sources together must not guess one.
    let codes = SourceLimit(capacity: 20, perHour: 20)
    /// Links for forgotten passwords, invitations that are tried, forms of people without account.
    let asking = SourceLimit(capacity: 30, perHour: 60)

    /// Finds entries that are there twice.
    let doubles = DoubleFinderCache()

    func sweep(at now: Date) {
        signingIn.sweep(at: now)
        codes.sweep(at: now)
        asking.sweep(at: now)
    }

    /// That there were too many tries, and when the next one counts.
    func tooOften(_ page: PageContext) -> String {
        page.texts(.signInTooOften, count: (signingIn.pause + 59) / 60)
    }
}
