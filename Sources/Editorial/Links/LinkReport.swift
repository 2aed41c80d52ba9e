import Catalogue
import Foundation

/// What is known of one outgoing address.
package struct LinkReport: Hashable, Codable, Sendable {
    package struct Check: Hashable, Codable, Sendable {
        package let result: LinkResult
        package let at: Date
    }

    package struct Failure: Hashable, Codable, Sendable {
        package let why: LinkFailure
        package let at: Date
    }

    /// An address to which the page moved for good, and the days on which that was seen.
    package struct Move: Hashable, Codable, Sendable {
        package let target: WebAddress
        package let first: CivilDay
        package fileprivate(set) var last: CivilDay
    }

    package enum State: Hashable, Sendable {
        /// It was not checked yet, or the site has not let us for ``daysUnheard`` days.
        case unknown
        case alive
        /// It failed, but not often enough to bother anybody.
        case failing
        case broken(since: Date)
        /// To be proposed as a change.
        case moved(LinkMove)
        case refused(LinkRefusal)
    }

    package let address: WebAddress
    package private(set) var last: Check?
    /// Since the last success, oldest first; the first and the newest of many.
    package private(set) var failures: [Failure] = []
    package private(set) var move: Move?
    /// When it was last found alive, moved or failing.
    package private(set) var heard: Date?

    package init(_ address: WebAddress) { self.address = address }

    /// After so many days without an answer nothing is said about an address any more.
    package static let daysUnheard = 30
    private static let mostFailures = 30

    /// Takes what a check found. An older one than the last is left out.
    package mutating func note(_ result: LinkResult, at date: Date) {
        if let last, date < last.at { return }
        last = Check(result: result, at: date)
        switch result {
        case .alive, .moved(_, permanently: false):
            heard = date
            failures = []
            move = nil
        case .moved(let target, permanently: true):
            heard = date
            failures = []
            let day = BrusselsTime(date).day
            if move?.target == target { move?.last = day } else { move = Move(target: target, first: day, last: day) }
        case .broken(let why):
            heard = date
            failures.append(Failure(why: why, at: date))
            if failures.count > Self.mostFailures { failures.remove(at: 1) }
        case .forbiddenByRobots, .refused, .later:
            // Nothing about the page: neither a success nor a failure.
            break
        }
    }

    package var state: State {
        guard let last else { return .unknown }
        if case .refused(let why) = last.result { return .refused(why) }
        guard let heard, last.at.timeIntervalSince(heard) < Double(Self.daysUnheard) * 86_400 else { return .unknown }
        if let first = failures.first {
            return Self.isBroken(failures.map(\.at)) ? .broken(since: first.at) : .failing
        }
        if let move, move.first != move.last, let proposal = LinkMove(from: address, to: move.target) {
            return .moved(proposal)
        }
        return .alive
    }

    /// Three failures over three days: at least three, on three days of the calendar, with two whole days between the
    /// first and the last. A night of maintenance is not the end of a page.
    package static func isBroken(_ failures: [Date]) -> Bool {
        guard failures.count >= 3, let first = failures.min(), let last = failures.max() else { return false }
        return last.timeIntervalSince(first) >= 2 * 86_400 && Set(failures.map { BrusselsTime($0).day }).count >= 3
    }

    /// The day from which it is to be checked again; nil if it never was. In days of the calendar, so that a check at
    /// about the same hour of each day is never a minute too early.
    package var nextCheck: CivilDay? {
        guard let last else { return nil }
        return BrusselsTime(last.at).day.adding(days: Self.daysUntilNextCheck(after: last.result))
    }

    package func isDue(at date: Date) -> Bool {
        guard let nextCheck else { return true }
        return BrusselsTime(date).day >= nextCheck
    }

    private static func daysUntilNextCheck(after result: LinkResult) -> Int {
        switch result {
        case .broken: 1
        case .alive, .moved, .forbiddenByRobots, .refused: 7
        case .later(let seconds): max(7, seconds / 86_400 + 1)
        }
    }
}
