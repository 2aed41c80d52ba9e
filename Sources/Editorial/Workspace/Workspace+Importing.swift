import Catalogue
import Foundation

/// What an import would write, and who wants it to.
package struct ImportRows: Sendable {
    /// Records as they are to be, of which there is one row each.
    package let records: [Record]
    /// The catalogue that they were read against, and the newest revision in it.
    package let catalogue: Catalogue
    package let revision: Int

    package init(_ records: [Record], against catalogue: Catalogue, revision: Int) {
        self.records = records
        self.catalogue = catalogue
        self.revision = revision
    }
}

/// Why a record that can be read may not become a draft all the same.
package enum ImportRefusal: Hashable, Sendable {
    /// It belongs to others.
    case notYours
    /// It is new, and the organisation of whoever imports is not among its organisations.
    case notWithYou
    case faulty([DraftFault])
}

extension ImportRows {
    /// Why records may not become drafts, by their ids. A record may name an organisation that is new in the same table,
    /// if that one may become a draft.
    package func refusals(for actor: Actor) -> [RecordID: ImportRefusal] {
        var refusals = Dictionary(
            records.compactMap { record in strangeness(of: record, to: actor).map { (record.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        var welcome = records.filter { record in
            record.kind == .organisation && catalogue.any(record.id) == nil && refusals[record.id] == nil
        }
        while true {
            let known = welcome.isEmpty ? catalogue : catalogue.replacing(welcome)
            let faulty = records.filter { refusals[$0.id] == nil }.compactMap { record in
                let faults = Draft(checking: record).faults(in: known)
                return faults.isEmpty ? nil : (record.id, ImportRefusal.faulty(faults))
            }
            refusals.merge(faulty) { first, _ in first }
            let count = welcome.count
            welcome.removeAll { refusals[$0.id] != nil }
            if welcome.count == count { return refusals }
        }
    }

    fileprivate func requireAllowed(for actor: Actor) throws {
        for refusal in refusals(for: actor).values {
            if case .faulty = refusal { throw WorkspaceError.faulty }
            throw WorkspaceError.notAllowed(.importRecords)
        }
    }

    private func strangeness(of record: Record, to actor: Actor) -> ImportRefusal? {
        guard let published = catalogue.any(record.id) else {
            return actor.may(.importRecords, on: record.owners) ? nil : .notWithYou
        }
        return actor.may(.importRecords, on: published.owners) ? nil : .notYours
    }
}

extension Draft {
    /// A record as if it were a draft, to see what it lacks.
    fileprivate init(checking record: Record) {
        self.init(
            id: "", record: record, base: nil, organisation: nil, author: "", origin: .importing(""),
            at: Date(timeIntervalSince1970: 0))
    }
}

extension Workspace {
    /// Makes a submitted draft of every record: all of them, or none. `leftOut` is a table of the rows that were wrong.
    package func send(
        _ rows: ImportRows, of id: String, why: String, tally: Importing.Tally, leftOut: Data?, by actor: Actor
    ) async throws {
        var kept = try await ownImport(id, actor)
        guard kept.value.state == .previewed else { throw WorkspaceError.notNow }
        guard !rows.records.isEmpty, Set(rows.records.map(\.id)).count == rows.records.count,
            why.count <= Importing.longestWhy
        else { throw WorkspaceError.faulty }
        let table = try await existing(ImportTable.self, id)
        let ages = try await store.ages()
        let importing = kept.value
        kept.value.state = .sent
        kept.value.sent = tally
        kept.value.hasTable = leftOut != nil
        let done = kept
        let work = try await heavyWork.run {
            var work = self.work(of: actor, .imported, on: id, detail: importing.name)
            try work.put(done)
            if let leftOut {
                try work.put(ImportTable(id: id, bytes: leftOut), over: table.version)
            } else {
                work.remove(table.value)
            }
            try rows.requireAllowed(for: actor)
            for record in rows.records {
                try put(record, of: importing, rows, ages[record.id], why: why, by: actor, in: &work)
            }
            return work
        }
        try await commit(work)
    }

    private func put(
        _ record: Record, of importing: Importing, _ rows: ImportRows, _ age: RecordAge?, why: String, by actor: Actor,
        in work: inout Work
    ) throws {
        let before = rows.catalogue.any(record.id)
        // Whoever looked at the preview saw the revision that the record was made from, and nothing newer.
        guard (age == nil) == (before == nil), (age?.revision ?? 0) <= rows.revision else {
            throw WorkspaceError.changedMeanwhile
        }
        var record = record
        record.translations = Translations.states(from: before, to: record, stated: [:], isSmall: false)
        var draft = Draft(
            id: Self.newID(), record: record, base: age?.revision, organisation: importing.organisation,
            author: actor.account, origin: .importing(importing.id), at: now)
        draft.why = why
        draft.state = .submitted
        draft.steps = [step(.submitted, by: actor, words: why)]
        try work.put(draft)
        try work.put(DraftSave(draft: draft.id, version: 1, record: record, by: actor.name, at: now))
        work.note(line(actor, .submitted, on: draft.id, detail: record.id.description))
    }
}
