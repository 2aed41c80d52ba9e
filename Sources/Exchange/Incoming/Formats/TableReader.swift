import Catalogue
import Foundation

/// A table as CSV, each row a record. What is wrong with a cell is told, and the row is taken without it.
struct TableReader {
    /// The header that says what the source calls a row, where it has a column for that.
    static let keyColumn = "key"

    let reader: IncomingReader

    func read(_ data: Data, from address: String) throws(IncomingFault) -> IncomingPage {
        let file: CSVFile
        do { file = try CSVFile(data) } catch { throw IncomingFault(place: "the file", what: error.description) }
        let columns = columns(of: file)
        guard !columns.places.isEmpty else {
            throw IncomingFault(place: "the file", what: "none of its headers stands for a field of a record")
        }
        let keyPlace = file.headers.firstIndex { reader.mapping.columns[$0] == Self.keyColumn }
        let kinds = KnownNames(reader.catalogue[.kinds])
        let names = ImportNames(reader.catalogue)
        var page = PageBuilder()
        for row in file.rows {
            let cells = columns.places.mapValues { PlainText.visible(row.cells[$0].cleaned).trimmed }
            var faults: [RowFault] = []
            page.add { () throws(IncomingFault) in
                let row = TableRow(
                    number: row.number, key: keyPlace.map { row.cells[$0].trimmed }, cells: cells, reader: reader)
                return try row.incoming(kinds: kinds, names: names, &faults)
            }
            for fault in faults {
                page.add(
                    IncomingFault(
                        place: "row \(row.number)", what: "\(fault.description); taken without it", isPartial: true))
            }
        }
        return page.page()
    }

    private func columns(of file: CSVFile) -> ColumnMapping {
        guard !reader.mapping.columns.isEmpty else { return ColumnMapping(guessing: file.headers) }
        return ColumnMapping(
            headers: file.headers, columns: reader.mapping.columns.compactMapValues(Self.column))
    }

    /// By our own name (`title_nl`), or as people call it (`title (nl)`).
    private static func column(_ name: String) -> RecordColumn? {
        RecordColumn(name: name) ?? ColumnMapping(guessing: [name])[name]
    }
}

/// One row.
private struct TableRow {
    let number: Int
    let key: String?
    let cells: [RecordColumn: String]
    let reader: IncomingReader

    func incoming(kinds: KnownNames, names: ImportNames, _ faults: inout [RowFault]) throws(IncomingFault) -> Incoming {
        let place = "row \(number)"
        let kind = (cells[.kind] ?? "").isEmpty ? nil : self.kind(cells[.kind] ?? "", kinds)
        guard let blank = RecordID("incoming") else { throw IncomingFault(place: place, what: "it has no name") }
        let base = Record(
            id: blank, kind: kind ?? reader.mapping.kind, title: LocalisedText(), summary: LocalisedText(),
            status: .active)
        let record = try read(mapped, over: base, names, place, &faults)
        let title = Language.allCases.lazy.compactMap { record.title[$0] }.first ?? ""
        let page = record.links.first?.address.description
        let own = RecordID(cells[.id] ?? "")
        guard let id = own ?? RecordID(title: title) else {
            throw IncomingFault(place: place, what: "no name for an address follows from its title")
        }
        let named = [key, own?.description, page].lazy.compactMap { $0 }.first { !$0.isEmpty }
        var whole = record
        whole.id = id
        if whole.organisations.isEmpty, whole.kind != .organisation, let usual = reader.mapping.organisation {
            whole.organisations = [usual]
        }
        let key = PlainText.name(named ?? id.description)
        guard key.utf8.count <= IncomingDraft.longestKey else {
            throw IncomingFault(place: place, what: "its name is longer than \(IncomingDraft.longestKey) bytes")
        }
        return Incoming(key: key, record: whole, fields: fields(kind), page: page)
    }

    private func kind(_ cell: String, _ kinds: KnownNames) -> Kind? {
        Kind(rawValue: cell.lowercased()) ?? kinds.find(cell).flatMap { Kind(rawValue: $0.description) }
    }

    /// With the words of the source in the place of which its owner named concepts.
    private var mapped: [RecordColumn: String] {
        let lists: [(RecordColumn, VocabularyName)] = [
            (.themes, .themes), (.audiences, .audiences), (.territories, .territories), (.pillars, .pillars),
            (.formats, .formats), (.cost, .costs),
        ]
        var cells = cells
        for (column, vocabulary) in lists {
            guard let cell = cells[column], !cell.isEmpty, cell.utf8.count <= 5_000 else { continue }
            let items = CellList.names(cell) { !reader.names.concepts($0, in: [vocabulary]).isEmpty }
            var ids: [String] = []
            for item in items {
                let found = reader.names.concepts(item, in: [vocabulary]).filter { $0.vocabulary == vocabulary }
                for name in found.isEmpty ? [item] : found.map(\.concept.description) where !ids.contains(name) {
                    ids.append(name)
                }
            }
            cells[column] = CellList.cell(ids)
        }
        return cells
    }

    /// Cells that can't be read are left out, and the rest is read again.
    private func read(
        _ cells: [RecordColumn: String], over base: Record, _ names: ImportNames, _ place: String,
        _ faults: inout [RowFault]
    ) throws(IncomingFault) -> Record {
        var cells = cells
        for _ in 0..<4 {
            var row = RowReader(cells, base: base, isNew: true, names: names)
            row.read()
            if row.faults.isEmpty { return row.record }
            for fault in row.faults {
                guard let column = fault.column, cells[column] != nil || column == .ageFrom || column == .ageTo else {
                    throw IncomingFault(place: place, what: fault.description)
                }
                faults.append(fault)
                for other in Self.together.first(where: { $0.contains(column) }) ?? [column] { cells[other] = nil }
            }
        }
        throw IncomingFault(place: place, what: "it can't be read")
    }

    /// Columns that only make sense with each other.
    private static let together: [Set<RecordColumn>] = [
        [.ageFrom, .ageTo], [.sourceURLs, .sourceSays, .sourceSeen], [.founded, .ended],
    ]

    private func fields(_ kind: Kind?) -> Set<String> {
        var fields = Set(cells.keys.compactMap(Self.field))
        if kind == nil { fields.remove("kind") }
        return fields
    }

    private static func field(_ column: RecordColumn) -> String? {
        switch column {
        case .id, .verified: nil
        case .title: "title"
        case .summary: "summary"
        case .ageFrom, .ageTo: "ages"
        case .link: "links"
        case .phones, .emails, .chat, .form, .address: "contact"
        case .sourceURLs, .sourceSays, .sourceSeen: "sources"
        default: "\(column)"
        }
    }
}
