import Catalogue
import Foundation

/// A meeting of the consortium, or a Betternet Lab.
package struct Meeting: Item, Hashable {
    package static let shelf = Shelf.meeting
    /// In characters.
    package static let longestTitle = 160
    package static let longestPlace = 300
    package static let longestLine = 300
    package static let longestNotes = 20_000
    package static let longestDecision = 600
    package static let mostLines = 40
    package static let mostParticipants = 100
    package static let mostDecisions = 40

    package enum What: String, CaseIterable, Codable, Sendable { case meeting, lab }

    package struct Decision: Hashable, Codable, Sendable {
        package var words: String
        /// Who does it.
        package var organisation: RecordID?
        /// By when.
        package var by: PartialDate?
        package var isDone: Bool

        package init(words: String, organisation: RecordID?, by day: PartialDate?, isDone: Bool = false) {
            self.words = words
            self.organisation = organisation
            by = day
            self.isDone = isDone
        }
    }

    package let id: String
    /// The organisation that keeps this page; nil: the coordinator.
    package let organisation: RecordID?
    package var what: What
    /// The language in which it is written.
    package var language: Language
    package var title: String
    /// Kept as one text: two who change it don't make a third day of it.
    private var date: PartialDate
    /// From when to when: `14:00`, or nothing.
    package var time: String
    package var until: String
    package var place: String
    package var agenda: [String]
    package var participants: [RecordID]
    package var notes: String
    package var decisions: [Decision]
    package var isCancelled: Bool

    package var day: CivilDay {
        get { date.lastDay }
        set { date = PartialDate(newValue) }
    }

    package init(
        id: String, organisation: RecordID?, what: What = .meeting, language: Language, title: String = "",
        day: CivilDay, time: String = "", until: String = "", place: String = "", agenda: [String] = [],
        participants: [RecordID] = [], notes: String = "", decisions: [Decision] = [], isCancelled: Bool = false
    ) {
        self.id = id
        self.organisation = organisation
        self.what = what
        self.language = language
        self.title = title
        date = PartialDate(day)
        self.time = time
        self.until = until
        self.place = place
        self.agenda = agenda
        self.participants = participants
        self.notes = notes
        self.decisions = decisions
        self.isCancelled = isCancelled
    }
}

extension Meeting {
    /// Minutes since midnight of a time such as `14:00` or `9:30`; nil unless it is one.
    package static func minute(of time: String) -> Int? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.joined().allSatisfy({ $0.isASCII && $0.isNumber }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// The moments at which it begins and ends, on the clocks of Belgium; nil where nobody said.
    package var begins: Date? { Self.minute(of: time).flatMap(moment) }
    package var ends: Date? { Self.minute(of: until).flatMap(moment) }

    private func moment(_ minute: Int) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Brussels") ?? .gmt
        return calendar.date(
            from: DateComponents(
                year: day.year, month: day.month, day: day.day, hour: minute / 60, minute: minute % 60))
    }

    package func isOver(on today: CivilDay) -> Bool { day < today }

    /// What was decided, with its place among the decisions.
    package var openDecisions: [(place: Int, decision: Decision)] {
        decisions.enumerated().filter { !$0.element.isDone }.map { ($0.offset, $0.element) }
    }

    /// What keeps it from being kept, in the order of the form.
    package var faults: [FieldFault] {
        var check = FieldCheck()
        check.text(title, "title", most: Self.longestTitle)
        check.that(time.isEmpty || Self.minute(of: time) != nil, "time", .time)
        check.that(until.isEmpty || Self.minute(of: until) != nil, "until", .time)
        check.that(until.isEmpty || !time.isEmpty, "time", .missing)
        if let begin = Self.minute(of: time), let end = Self.minute(of: until) {
            check.that(begin < end, "until", .endsBeforeBegins)
        }
        check.text(place, "place", most: Self.longestPlace, isNeeded: false)
        check.that(agenda.count <= Self.mostLines, "agenda", .tooMany(most: Self.mostLines))
        check.that(
            agenda.allSatisfy { $0.count <= Self.longestLine }, "agenda", .tooLong(most: Self.longestLine))
        check.that(
            participants.count <= Self.mostParticipants, "guest", .tooMany(most: Self.mostParticipants))
        check.text(notes, "notes", most: Self.longestNotes, isNeeded: false)
        check.that(decisions.count <= Self.mostDecisions, "decision", .tooMany(most: Self.mostDecisions))
        for (place, decision) in decisions.enumerated() {
            check.text(decision.words, "decision-\(place + 1)", most: Self.longestDecision)
        }
        return check.faults
    }
}
