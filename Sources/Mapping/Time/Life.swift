import Catalogue

/// What the catalogue knows about the time of a record.
struct Life {
    let id: RecordID
    let began: Int?
    let ended: Int?
    /// When it was taken out of the shop for another record.
    let replacement: (year: Int, by: RecordID)?
    /// Known to have ended, nobody states when.
    let hasEndedSometime: Bool
    /// Where it counts (``TallyColumns``).
    let columns: [Int]
    /// Whether it goes on, as far as is known.
    private let goesOn: Bool

    init(_ record: Record, columns: inout TallyColumns) {
        id = record.id
        began = record.founded
        ended = record.ended
        replacement = record.withdrawn.flatMap { day in record.successor.map { (day.year, $0) } }
        hasEndedSometime = record.status == .ended && record.ended == nil
        goesOn = record.status == .active
        self.columns = columns.columns(of: record)
    }

    /// The last year in which it was surely there; nil: it goes on.
    var lastSure: Int? { ended ?? replacement?.year ?? (goesOn ? nil : began) }

    /// Whether it may have gone on after that.
    var mayHaveGoneOn: Bool { ended == nil && replacement == nil && !goesOn }
}

/// The columns of a ``Timeline/Tally``: all, those for no community, the communities, the pillars as they come.
struct TallyColumns {
    private static let fixed = 2 + Timeline.Community.allCases.count

    private let communities: Timeline.Communities
    private var pillars: [ConceptID] = []
    private var places: [ConceptID: Int] = [:]

    init(territories: Vocabulary) { communities = Timeline.Communities(territories) }

    var count: Int { Self.fixed + pillars.count }

    /// Where a record counts: each column once.
    mutating func columns(of record: Record) -> [Int] {
        var columns = [0]
        let served = communities.of(record)
        if served.isEmpty { columns.append(1) }
        for (number, community) in Timeline.Community.allCases.enumerated() where served.contains(community) {
            columns.append(number + 2)
        }
        for pillar in record.pillars {
            let column = column(of: pillar)
            if !columns.contains(column) { columns.append(column) }
        }
        return columns
    }

    private mutating func column(of pillar: ConceptID) -> Int {
        if let place = places[pillar] { return place }
        let place = count
        places[pillar] = place
        pillars.append(pillar)
        return place
    }

    /// The counts of one row; none is written down as 0 but ``Timeline/Tally/all`` and ``Timeline/Tally/outside``.
    func tally(_ row: [Int]) -> Timeline.Tally {
        var tally = Timeline.Tally()
        tally.all = row[0]
        tally.outside = row[1]
        for (number, community) in Timeline.Community.allCases.enumerated() where row[number + 2] > 0 {
            tally.communities[community] = row[number + 2]
        }
        for (number, pillar) in pillars.enumerated() where row[number + Self.fixed] > 0 {
            tally.pillars[pillar] = row[number + Self.fixed]
        }
        return tally
    }
}
