import Catalogue

/// What a sheet would do to a catalogue, row by row, before anything is done.
///
/// A row is about the record with its id. A row without one is about a new record, whose id follows from its title; the
/// same file, catalogue and reserved ids always make the same ids. Columns that are not in the file leave a record as it
/// is; an empty cell in a column that is there empties the field.
package struct ImportPreview: Sendable {
    package enum Outcome: Hashable, Sendable {
        case new(Record)
        /// The record as it would be, and what would be different.
        case changed(Record, columns: [RecordColumn])
        case same(RecordID)
        /// Everything that is wrong with the row. Nothing of it is taken.
        case wrong([RowFault])
    }

    package struct Row: Hashable, Sendable {
        /// As a spreadsheet counts: the headers are row 1.
        package let number: Int
        package let outcome: Outcome
    }

    package struct Tally: Hashable, Sendable {
        package var new = 0
        package var changed = 0
        package var same = 0
        package var wrong = 0
    }

    /// In the order of the file.
    package let rows: [Row]

    /// `catalogue` is what is published; its vocabularies say which concepts there are. No id is made that is among
    /// `reserved`, such as those of drafts.
    package init(
        _ file: CSVFile, mapping: ColumnMapping, catalogue: Catalogue, reserved: Set<RecordID> = []
    ) {
        let lines = ImportLines(file, mapping: mapping, catalogue: catalogue, reserved: reserved)
        var outcomes = lines.outcomes()
        Self.spreadFaults(in: &outcomes, of: lines.all)
        rows = zip(lines.all, outcomes).map { Row(number: $0.row, outcome: $1) }
    }

    package var tally: Tally {
        rows.reduce(into: Tally()) { tally, row in
            switch row.outcome {
            case .new: tally.new += 1
            case .changed: tally.changed += 1
            case .same: tally.same += 1
            case .wrong: tally.wrong += 1
            }
        }
    }

    /// A row that names a new organisation is wrong if that organisation's own row is, and so on.
    private static func spreadFaults(in outcomes: inout [Outcome], of lines: [ImportLine]) {
        var made: [RecordID: Int] = [:]
        for (index, line) in lines.enumerated() where line.isNew {
            if let id = line.base?.id { made[id] = index }
        }
        var naming: [Int: [Int]] = [:]
        for (index, outcome) in outcomes.enumerated() {
            guard let record = outcome.record else { continue }
            for organisation in record.organisations {
                if let place = made[organisation] { naming[place, default: []].append(index) }
            }
        }
        var wrong = outcomes.indices.filter { outcomes[$0].record == nil && lines[$0].isNew }
        while let place = wrong.popLast() {
            let name = lines[place].base?.id.description ?? ""
            for index in naming[place] ?? [] where outcomes[index].record != nil {
                outcomes[index] = .wrong([
                    RowFault(.organisations, name, .wrongOrganisation(row: lines[place].row))
                ])
                if lines[index].isNew { wrong.append(index) }
            }
        }
    }
}

extension ImportPreview.Outcome {
    /// What would be written.
    package var record: Record? {
        switch self {
        case .new(let record), .changed(let record, _): record
        case .same, .wrong: nil
        }
    }
}
