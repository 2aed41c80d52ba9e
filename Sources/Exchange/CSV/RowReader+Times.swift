import Catalogue

extension RowReader {
    mutating func year(_ cell: String, _ column: RecordColumn) -> Int? {
        guard !cell.isEmpty else { return nil }
        guard let date = PartialDate(cell), date.month == nil else {
            add(column, cell, .noYear)
            return nil
        }
        return date.year
    }

    mutating func checkYears() {
        guard record.founded != original.founded || record.ended != original.ended, let founded = record.founded,
            let ended = record.ended, ended < founded
        else { return }
        let column = cells[.ended] == nil ? RecordColumn.founded : .ended
        add(column, cells[column] ?? "", .endsBefore(String(founded)))
    }

    // MARK: Ages

    mutating func readAges() {
        guard changed(.ageFrom) != nil || changed(.ageTo) != nil else { return }
        guard let from = age(.ageFrom, before: original.ages?.from), let to = age(.ageTo, before: original.ages?.to)
        else { return }
        switch (from, to) {
        case (nil, nil): record.ages = nil
        case (let from?, let to?):
            record.ages = AgeRange(from: from, to: to)
            if record.ages == nil {
                let column = cells[.ageTo] == nil ? RecordColumn.ageFrom : .ageTo
                add(column, cells[column] ?? "", .agesReversed(from: from, to: to))
            }
        case (let from?, nil): add(.ageFrom, String(from), .ageMissing(.ageTo))
        case (nil, let to?): add(.ageTo, String(to), .ageMissing(.ageFrom))
        }
    }

    /// What will stand there; nothing at all where it can't be read.
    private mutating func age(_ column: RecordColumn, before: Int?) -> Int?? {
        guard let cell = cells[column] else { return .some(before) }
        if cell.isEmpty { return .some(nil) }
        if let age = Int(cell), (0...120).contains(age) { return age }
        add(column, cell, .noAge)
        return nil
    }

    // MARK: Events

    mutating func readDates(_ cell: String) {
        guard cell.isEmpty || record.kind == .event else { return add(.dates, cell, .onlyFor(.event)) }
        record.dates = list(cell, .dates, otherwise: { _, _ in .noDate }, CellDate.eventDate)
        for date in record.dates {
            if let end = date.end, end < date.start {
                add(.dates, CellDate.cell(date), .endsBefore(date.start.description))
            }
        }
    }

    mutating func readYearly(_ cell: String) {
        let word = cell.lowercased()
        if Self.yes.contains(word) {
            if record.kind == .event { record.yearly = true } else { add(.yearly, cell, .onlyFor(.event)) }
        } else if cell.isEmpty || Self.no.contains(word) {
            record.yearly = false
        } else {
            add(.yearly, cell, .noYesOrNo)
        }
    }

    /// Ours, and how spreadsheets in the four languages print what is true.
    private static let yes: Set = ["yes", "ja", "oui", "true", "waar", "vrai", "wahr", "1", "x"]
    private static let no: Set = ["no", "nee", "non", "nein", "false", "onwaar", "faux", "falsch", "0"]
}
