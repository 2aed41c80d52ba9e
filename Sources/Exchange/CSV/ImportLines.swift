import Catalogue

/// A row with the record that it is about.
struct ImportLine {
    /// As a spreadsheet counts.
    let row: Int
    /// Of the columns that are in the file.
    let cells: [RecordColumn: String]
    /// What the cells are written into: the record as it is, or a blank one. Nil: there are only faults.
    let base: Record?
    let isNew: Bool
    let faults: [RowFault]
}

/// The rows of a file, each with its record: by its id, or with an id made for it.
struct ImportLines {
    private(set) var all: [ImportLine] = []
    private let catalogue: Catalogue
    private let kinds: KnownNames
    /// The first two rows of each id in the file.
    private var rows: [RecordID: [Int]] = [:]
    /// Ids that are made for rows, or that nobody may have.
    private var taken: Set<RecordID>
    /// The last number behind a made id. A file may have a thousand rows of the same title.
    private var numbers: [RecordID: Int] = [:]

    init(_ file: CSVFile, mapping: ColumnMapping, catalogue: Catalogue, reserved: Set<RecordID>) {
        taken = reserved
        self.catalogue = catalogue
        kinds = KnownNames(catalogue[.kinds])
        let places = mapping.ordered(as: file).places
        let lines = file.rows.map { row in (row.number, places.mapValues { row.cells[$0].cleaned }) }
        for (row, cells) in lines {
            guard let id = cells[.id].flatMap({ RecordID($0) }), rows[id, default: []].count < 2 else { continue }
            rows[id, default: []].append(row)
        }
        all = lines.map { row, cells in line(row, cells) }
    }

    // MARK: Whom a row is about

    private mutating func line(_ row: Int, _ cells: [RecordColumn: String]) -> ImportLine {
        let text = cells[.id] ?? ""
        var faults: [RowFault] = []
        var id = RecordID(text)
        if id == nil, !text.isEmpty {
            faults.append(RowFault(.id, text, .noIdentifier(suggestion: Identifier(title: text))))
        }
        if let id, let other = rows[id]?.first(where: { $0 != row }) {
            faults.append(RowFault(.id, text, .sameIDAsRow(other)))
        }
        if let existing = id.flatMap({ catalogue.any($0) }) {
            if existing.withdrawn != nil { faults.append(RowFault(.id, text, .withdrawn)) }
            faults += kindFault(cells, of: existing)
            return ImportLine(row: row, cells: cells, base: existing, isNew: false, faults: faults)
        }
        let kind = kind(cells, &faults)
        id = id ?? makeID(cells, &faults)
        // What else is wrong is looked for even where id or kind are: an event is the kind that has every column.
        let base = (id ?? RecordID("row-\(row)")).map {
            Record(id: $0, kind: kind ?? .event, title: LocalisedText(), summary: LocalisedText(), status: .active)
        }
        return ImportLine(row: row, cells: cells, base: base, isNew: true, faults: faults)
    }

    private func kindFault(_ cells: [RecordColumn: String], of record: Record) -> [RowFault] {
        guard let cell = cells[.kind] else { return [] }
        if cell.isEmpty { return [RowFault(.kind, cell, .emptied)] }
        guard let kind = self.kind(cell) else { return [unknownKind(cell)] }
        return kind == record.kind ? [] : [RowFault(.kind, cell, .changesKind(from: record.kind))]
    }

    private func kind(_ cells: [RecordColumn: String], _ faults: inout [RowFault]) -> Kind? {
        guard let cell = cells[.kind], !cell.isEmpty else {
            faults.append(RowFault(.kind, "", .kindMissing))
            return nil
        }
        guard let kind = kind(cell) else {
            faults.append(unknownKind(cell))
            return nil
        }
        if kind == .guide || kind == .route { faults.append(RowFault(.kind, cell, .needsForm(kind))) }
        return kind
    }

    private func kind(_ cell: String) -> Kind? {
        Kind(rawValue: cell.lowercased()) ?? kinds.find(cell).flatMap { Kind(rawValue: $0.description) }
    }

    private func unknownKind(_ cell: String) -> RowFault {
        let choices = Kind.allCases.map(\.rawValue)
        return RowFault(.kind, cell, .noneOf(choices, nearest: nearest(to: cell.lowercased(), among: choices)))
    }

    // MARK: Ids

    /// From the title: one that nobody has yet.
    private mutating func makeID(_ cells: [RecordColumn: String], _ faults: inout [RowFault]) -> RecordID? {
        guard let title = Language.allCases.lazy.compactMap({ cells[.title($0)] }).first(where: { !$0.isEmpty }) else {
            return nil
        }
        guard let base = RecordID(title: String(title.prefix(200))) else {
            faults.append(RowFault(.id, "", .noIdentifier(suggestion: nil)))
            return nil
        }
        var id = base
        for number in (numbers[base] ?? 1)... {
            if number > 1 { id = RecordID("\(base)-\(number)") ?? base }
            numbers[base] = number
            if rows[id] == nil, catalogue.any(id) == nil, taken.insert(id).inserted { break }
        }
        return id
    }

    // MARK: Outcomes

    /// What each row would do, in the order of ``all``.
    func outcomes() -> [ImportPreview.Outcome] {
        var names = ImportNames(catalogue)
        for line in all where line.isNew {
            guard let base = line.base, base.kind == .organisation else { continue }
            var title = LocalisedText()
            for language in Language.allCases { title[language] = line.cells[.title(language)] }
            names.organisations.add(base.id, names: [title])
        }
        return all.map { line in
            guard let base = line.base else { return .wrong(line.faults) }
            var reader = RowReader(line.cells, base: base, isNew: line.isNew, names: names)
            reader.read()
            names = reader.names
            let faults = line.faults + reader.faults
            if !faults.isEmpty { return .wrong(faults) }
            if line.isNew { return .new(reader.record) }
            let columns = RecordColumn.allCases.filter { base.cell($0) != reader.record.cell($0) }
            return columns.isEmpty ? .same(base.id) : .changed(reader.record, columns: columns)
        }
    }
}
