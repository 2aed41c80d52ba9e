import Catalogue
import Editorial
import Exchange
import Foundation

extension ChangeLog {
    /// Of all that is published. Where nobody noted when, all is as old as the newest revision.
    init(_ published: PublishedCatalogue) {
        guard !published.ages.isEmpty else {
            self.init(published.catalogue, at: published.madeAt ?? Date(timeIntervalSince1970: 0))
            return
        }
        self.init(published.ages.map { Change($0.key, $0.value) })
    }

    /// The same after what was published since.
    func taking(_ published: PublishedChanges) -> ChangeLog {
        let moment = published.madeAt ?? Date(timeIntervalSince1970: 0)
        return taking(
            published.entries.enumerated().compactMap { place, entry in
                guard case .record(let record) = entry else { return nil }
                if let age = published.ages[record.id] { return Change(record.id, age) }
                let first = self[record.id]?.first ?? moment
                // Revisions are numbered one after another: the last of them is the newest.
                let revision = published.revision - (published.entries.count - 1 - place)
                return Change(record: record.id, revision: revision, first: first, last: moment)
            })
    }
}

extension ChangeLog.Change {
    fileprivate init(_ record: RecordID, _ age: RecordAge) {
        self.init(record: record, revision: age.revision, first: age.first, last: age.last)
    }
}
