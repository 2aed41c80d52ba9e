import Catalogue
import Editorial
import Exchange
import Foundation

/// What a table would do, row by row: what its cells say, what its records lack, and whether whoever sends it may.
package struct ImportSheet: Sendable {
    package enum Problem: Hashable, Sendable {
        case cell(RowFault)
        /// The record can be read, but not reviewed as it is.
        case lack(DraftFault)
        case notYours, notWithYou
    }

    package enum Outcome: Sendable {
        case new(Record)
        case changed(Record, from: Record)
        case same(RecordID)
        case wrong([Problem])
    }

    package struct Row: Sendable {
        /// As a spreadsheet counts: the headers are row 1.
        package let number: Int
        package let outcome: Outcome
    }

    package let file: CSVFile
    /// In the order of the file.
    package let rows: [Row]
    /// What may be sent.
    package let records: ImportRows
    package let tally: Importing.Tally

    /// - Parameters:
    ///   - catalogue: what is published.
    ///   - revision: the newest revision in it.
    ///   - reserved: names that drafts are to make.
    package init(
        _ file: CSVFile, mapping: ColumnMapping, against catalogue: Catalogue, revision: Int,
        reserved: Set<RecordID>, by actor: Actor
    ) {
        let preview = ImportPreview(file, mapping: mapping, catalogue: catalogue, reserved: reserved)
        let readable = preview.rows.compactMap(\.outcome.record)
        let refusals = ImportRows(readable, against: catalogue, revision: revision).refusals(for: actor)
        self.file = file
        rows = preview.rows.map { row in
            Row(number: row.number, outcome: Outcome(row.outcome, refusals, catalogue))
        }
        records = ImportRows(
            readable.filter { refusals[$0.id] == nil }, against: catalogue, revision: revision)
        tally = Importing.Tally(
            new: rows.count { $0.outcome.kind == .new }, changed: rows.count { $0.outcome.kind == .changed },
            same: rows.count { $0.outcome.kind == .same }, wrong: rows.count { $0.outcome.kind == .wrong })
    }

    /// The rows that are wrong, as they came, with a column that says why; nil where there are none.
    package func leftOut(header: String, words: (Problem) -> String) -> Data? {
        let wrong = Dictionary(
            rows.compactMap { row in row.problems.isEmpty ? nil : (row.number, row.problems) },
            uniquingKeysWith: { first, _ in first })
        guard !wrong.isEmpty else { return nil }
        // A table that was mended and sent again has the column already.
        let kept = file.headers.indices.filter { file.headers[$0].lowercased() != header.lowercased() }
        return CSVWriter(delimiter: file.delimiter).data(
            headers: [header] + kept.map { file.headers[$0] },
            rows: file.rows.compactMap { row in
                wrong[row.number].map { problems in
                    [problems.map(words).joined(separator: " ")] + kept.map { row.cells[$0] }
                }
            })
    }

    /// Stands for all that would be sent: whoever sends it saw the same.
    package var mark: String {
        let lines = rows.compactMap { row -> String? in
            switch row.outcome {
            case .new(let record): "\(row.number) new \(record.id)"
            case .changed(let record, let before):
                "\(row.number) \(record.id) "
                    + RecordColumn.allCases.filter { before.cell($0) != record.cell($0) }
                    .map { "\($0.name) \(before.cell($0)) \(record.cell($0))" }.joined(separator: "\n")
            case .same, .wrong: nil
            }
        }
        return Fingerprint(Array(lines.joined(separator: "\n").utf8)).description
    }
}

extension ImportSheet.Row {
    package var problems: [ImportSheet.Problem] {
        if case .wrong(let problems) = outcome { problems } else { [] }
    }
}

extension ImportSheet.Outcome {
    package enum Kind: String, CaseIterable, Sendable { case new, changed, same, wrong }

    package var kind: Kind {
        switch self {
        case .new: .new
        case .changed: .changed
        case .same: .same
        case .wrong: .wrong
        }
    }

    fileprivate init(
        _ outcome: ImportPreview.Outcome, _ refusals: [RecordID: ImportRefusal], _ catalogue: Catalogue
    ) {
        if let record = outcome.record, let refusal = refusals[record.id] {
            self = .wrong(refusal.problems)
            return
        }
        switch outcome {
        case .new(let record): self = .new(record)
        case .changed(let record, _): self = .changed(record, from: catalogue.any(record.id) ?? record)
        case .same(let id): self = .same(id)
        case .wrong(let faults): self = .wrong(faults.map { .cell($0) })
        }
    }
}

extension ImportRefusal {
    fileprivate var problems: [ImportSheet.Problem] {
        switch self {
        case .notYours: [.notYours]
        case .notWithYou: [.notWithYou]
        case .faulty(let faults): faults.map { .lack($0) }
        }
    }
}
