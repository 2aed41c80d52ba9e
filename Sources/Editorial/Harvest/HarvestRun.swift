import Catalogue
import Foundation

/// What a run over a source did, or would have done.
package struct HarvestRun: Hashable, Codable, Sendable {
    /// Of each list in it, at most so many are kept.
    static let mostLines = 100

    /// A record and what became of it.
    package struct Line: Hashable, Codable, Sendable {
        package let outcome: HarvestOutcome
        package let record: RecordID
        package let title: LocalisedText
    }

    /// Something new that may be here already.
    package struct Lookalike: Hashable, Codable, Sendable {
        package let record: RecordID
        package let title: LocalisedText
        /// The likeliest first.
        package let others: [RecordID]
    }

    package let at: Date
    /// How long it took, in seconds.
    package var seconds: Double = 0
    package let stop: HarvestStop?
    package private(set) var counts: [HarvestOutcome: Int] = [:]
    /// What changed something, or wants somebody to look.
    package private(set) var lines: [Line] = []
    package private(set) var doubles: [Lookalike] = []
    package private(set) var faults: [HarvestFault] = []
    /// Of which ``faults`` may be the first only.
    package private(set) var faultCount = 0

    package subscript(outcome: HarvestOutcome) -> Int { counts[outcome] ?? 0 }

    /// Whether somebody should look at it.
    package var wantsLooking: Bool { stop != nil || faultCount > 0 || self[.held] > 0 || !doubles.isEmpty }

    init(at date: Date, of delivery: HarvestDelivery, steps: [HarvestStep]) {
        at = date
        stop = delivery.stop
        for fault in delivery.faults { add(fault) }
        for step in steps {
            counts[step.outcome, default: 0] += 1
            if let fault = step.fault { add(fault) }
            guard let record = step.record else { continue }
            if step.outcome.isShown, lines.count < Self.mostLines {
                lines.append(Line(outcome: step.outcome, record: record.id, title: record.title))
            }
            if !step.doubles.isEmpty, doubles.count < Self.mostLines {
                doubles.append(
                    Lookalike(record: record.id, title: record.title, others: step.doubles.map(\.record)))
            }
        }
    }

    private mutating func add(_ fault: HarvestFault) {
        faultCount += 1
        if faults.count < Self.mostLines { faults.append(fault) }
    }
}

/// What becomes of one thing of a source. The raw value is kept: never change one.
package enum HarvestOutcome: String, CaseIterable, Codable, Sendable, CodingKeyRepresentable {
    case new, changed, same
    /// It had vanished and is there again.
    case back
    /// The source has it no longer.
    case vanished
    /// It vanished together with more than half of the source, or in a list that could not be read whole: nothing is done.
    case held
    /// It is at home on this site.
    case ours
    /// It came from another source already.
    case elsewhere
    /// It was withdrawn or merged here, which a source does not undo.
    case away
    case faulty

    var isShown: Bool {
        switch self {
        case .new, .changed, .back, .vanished, .held, .away: true
        case .same, .ours, .elsewhere, .faulty: false
        }
    }
}

/// What a run does about one thing.
package struct HarvestStep: Sendable {
    /// What happens to drafts and revisions.
    enum Deed: Sendable {
        case nothing
        /// Takes back a draft that nobody needs any more.
        case drop(Kept<Draft>)
        /// Puts what is new into a draft in which people wrote.
        case write(Record, in: Kept<Draft>)
        case submit(Record, over: Int?, insteadOf: Kept<Draft>?)
        case publish(Record, over: Int?, insteadOf: Kept<Draft>?)
    }

    package let key: String
    package let outcome: HarvestOutcome
    /// What it is to become, for showing.
    package var record: Record?
    package var doubles: [LikelyDouble] = []
    package var fault: HarvestFault?
    /// Where it is read at the source.
    var page: String?
    var deed = Deed.nothing
    /// How the thing is known from then on; nil: as before.
    var thing: HarvestedThing?
    /// The version of the thing before; nil: it is new.
    var version: Int?

    init(_ key: String, _ outcome: HarvestOutcome) {
        self.key = key
        self.outcome = outcome
    }
}
