import Catalogue
import Foundation

/// Another site from which records are fetched again and again.
package struct HarvestSource: Item, Hashable {
    package static let shelf = Shelf.source
    package static let longestName = 80
    package static let longestAddress = 2_000
    /// Days between two runs.
    package static let intervals = 1...365
    /// Words of the source that stand for concepts, at most.
    package static let mostWords = 500
    /// After so many seconds a run that nobody ended was cut off: the machine was switched off.
    static let longestRun: TimeInterval = 2 * 3_600

    package let id: String
    package var name: String
    /// Where its list begins.
    package var address: String
    package var format: IncomingFormat
    package var mapping: IncomingMapping
    /// Whose source it is: its drafts are that organisation's, so that another one reviews them. Nil: the coordinator's.
    package var organisation: RecordID?
    /// In days.
    package var interval = 7
    /// Whether what it says is published without a review.
    package var isTrusted = false
    /// Whether it is fetched by itself when its day has come.
    package var isOn = true
    /// What the last run did.
    package internal(set) var last: HarvestRun?
    /// What a run would have done, at the last try.
    package internal(set) var trial: HarvestRun?
    /// What somebody asked for, until a program takes it up.
    package internal(set) var wish: HarvestWish?
    /// When a run began that has not ended yet.
    package internal(set) var running: Date?
    /// When it was last taken up because its day had come, or somebody wished so.
    package internal(set) var begun: Date?

    package init(
        id: String, name: String, address: String, format: IncomingFormat, mapping: IncomingMapping,
        organisation: RecordID?
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.format = format
        self.mapping = mapping
        self.organisation = organisation
    }

    /// The name under which its revisions are made.
    package var author: String { "harvest: \(name)" }

    /// What keeps it from being kept, in the order of the form.
    package var faults: [FieldFault] {
        var check = FieldCheck()
        check.text(name, "name", most: Self.longestName)
        check.that(!address.isEmpty, "address", .missing)
        check.that(address.utf8.count <= Self.longestAddress, "address", .tooLong(most: Self.longestAddress))
        check.that(WebAddress(address) != nil, "address", .webAddress)
        check.that(Self.intervals.contains(interval), "interval", .missing)
        check.that(mapping.words.count <= Self.mostWords, "words", .tooMany(most: Self.mostWords))
        return check.faults
    }

    package func isRunning(at now: Date) -> Bool {
        running.map { now.timeIntervalSince($0) < Self.longestRun } ?? false
    }

    /// Whether its day has come. A run that broke off is tried again the next day.
    package func isDue(at now: Date) -> Bool {
        guard isOn, !isRunning(at: now) else { return false }
        // What was cut off is done anew.
        guard running == nil, let begun else { return true }
        let days = BrusselsTime(now).day.daysSinceEpoch - BrusselsTime(begun).day.daysSinceEpoch
        return days >= (last?.stop == nil ? interval : 1)
    }
}

/// That somebody wants a source to be fetched now.
package struct HarvestWish: Hashable, Codable, Sendable {
    /// Whether only to see what would happen.
    package let isTrial: Bool
    /// Whether things that vanished are believed to be gone, however many they are.
    package let believesVanished: Bool
    /// By name.
    package let by: String
    package let at: Date

    package init(isTrial: Bool, believesVanished: Bool, by: String, at: Date) {
        self.isTrial = isTrial
        self.believesVanished = believesVanished
        self.by = by
        self.at = at
    }
}
