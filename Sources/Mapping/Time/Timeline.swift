import Catalogue

/// Year by year, what began, ended and was replaced, and what was there, by pillar and language community.
///
/// Only what sources state counts. Records whose beginning nobody states are in ``beginningUnstated`` and in no count of
/// what was there; where nobody states whether or when something ended, it is ``Year/unsure`` after its first year.
/// Records that are shown count, and those that were taken out of the shop for a successor, until the year in which that
/// happened; others that are away don't, nor doubles that were merged.
package struct Timeline: Sendable {
    /// A record, and what took its place.
    package struct Replacement: Hashable, Sendable {
        package let old: RecordID
        package let successor: RecordID
    }

    /// How many records, and how many of them for each pillar and community: one in two pillars counts in both.
    package struct Tally: Hashable, Sendable {
        package var all = 0
        package var pillars: [ConceptID: Int] = [:]
        package var communities: [Community: Int] = [:]
        /// Those for none of the three communities.
        package var outside = 0
    }

    package struct Year: Hashable, Sendable {
        package let year: Int
        /// In the order of their ids.
        package var began: [RecordID] = []
        package var ended: [RecordID] = []
        package var replaced: [Replacement] = []
        package var beganTally = Tally()
        package var endedTally = Tally()
        /// What was there for some of the year, the years in which it began and ended included.
        package var active = Tally()
        /// What had begun before, and may have ended: no source says.
        package var unsure = Tally()

        /// A year of which nothing is known.
        package init(_ year: Int) { self.year = year }
    }

    /// From the first year that a source states to the last, without gaps; empty where none is stated.
    package let years: [Year]
    /// All records that count, in the order of their ids.
    package let counted: [RecordID]
    /// Records whose first year nobody states.
    package let beginningUnstated: [RecordID]
    /// Records that are known to have ended, nobody states when.
    package let endUnstated: [RecordID]
    /// Records that begin after the last year.
    package let yetToBegin: [RecordID]

    /// - Parameters:
    ///   - kinds: the records that count, such as ``Kind/offers``.
    ///   - last: the present year.
    package init(_ catalogue: Catalogue, of kinds: [Kind], until last: Int) {
        var columns = TallyColumns(territories: catalogue[.territories])
        var lives: [Life] = []
        // By their places: taking a record out of the list copies all of it.
        for number in catalogue.records.indices where kinds.contains(catalogue.records[number].kind) {
            lives.append(Life(catalogue.records[number], columns: &columns))
        }
        for record in catalogue.away.values where kinds.contains(record.kind) {
            if record.withdrawn != nil, record.successor != nil, record.isMerged != true {
                lives.append(Life(record, columns: &columns))
            }
        }
        lives.sort { $0.id < $1.id }
        counted = lives.map(\.id)
        beginningUnstated = lives.filter { $0.began == nil }.map(\.id)
        endUnstated = lives.filter(\.hasEndedSometime).map(\.id)
        yetToBegin = lives.filter { ($0.began ?? last) > last }.map(\.id)
        let stated = lives.flatMap { [$0.began, $0.ended, $0.replacement?.year] }.compactMap { $0 }
        guard let first = stated.filter({ $0 <= last }).min() else {
            years = []
            return
        }
        var book = YearBook(first...last, columns: columns)
        for life in lives { book.enter(life) }
        years = book.years
    }

    package subscript(year: Int) -> Year? {
        guard let first = years.first?.year, let last = years.last?.year, (first...last).contains(year) else {
            return nil
        }
        return years[year - first]
    }

    /// The year itself, or the first or the last one; nil where there are none.
    package func nearest(to year: Int) -> Year? {
        guard let first = years.first, let last = years.last else { return nil }
        return year < first.year ? first : self[year] ?? last
    }
}
