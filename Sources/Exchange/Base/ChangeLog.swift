import Catalogue
import Foundation

/// Which record was published last when, in the order in which it happened. Whoever copies the catalogue goes along it:
/// a record that changes meanwhile comes once more, later; none is skipped.
package struct ChangeLog: Sendable {
    package struct Change: Hashable, Sendable {
        package let record: RecordID
        /// The number of its published revision: no two records have the same.
        package let revision: Int
        /// When its first revision was made.
        package let first: Date
        /// When the published one was.
        package let last: Date

        package init(record: RecordID, revision: Int, first: Date, last: Date) {
            self.record = record
            self.revision = revision
            self.first = first
            self.last = last
        }
    }

    /// In the order of their revisions, oldest first; with those of withdrawn records and of those that are set aside.
    package let changes: [Change]
    private let places: [RecordID: Int]

    package init(_ changes: some Sequence<Change>) {
        self.changes = changes.sorted { $0.revision < $1.revision }
        places = Dictionary(
            zip(self.changes.map(\.record), self.changes.indices), uniquingKeysWith: { _, last in last })
    }

    /// For a catalogue of which nobody noted when its records were published: all at the moment given.
    package init(_ catalogue: Catalogue, at moment: Date) {
        let records = catalogue.records.map(\.id) + catalogue.away.keys.sorted()
        self.init(
            records.enumerated().map { Change(record: $1, revision: $0 + 1, first: moment, last: moment) })
    }

    package subscript(record: RecordID) -> Change? { places[record].map { changes[$0] } }

    /// The same after these have taken the place of those of their records.
    package func taking(_ newer: [Change]) -> ChangeLog {
        let names = Set(newer.map(\.record))
        return ChangeLog(changes.filter { !names.contains($0.record) } + newer)
    }

    /// What came after a revision (0: all), of records that changed in the time given, both ends included.
    package func after(
        _ revision: Int, from: Date? = nil, until: Date? = nil
    ) -> LazyFilterSequence<ArraySlice<Change>> {
        // Revisions are numbered in their order, so that the place can be searched by halves.
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].revision <= revision { low = middle + 1 } else { high = middle }
        }
        return changes[low...].lazy.filter { change in
            (from.map { $0 <= change.last } ?? true) && (until.map { change.last <= $0 } ?? true)
        }
    }
}
