extension CSVFile {
    /// What stands between two cells.
    package enum Delimiter: Character, CaseIterable, Codable, Sendable {
        case semicolon = ";"
        case comma = ","
        case tab = "\t"
        case bar = "|"

        /// The delimiter with which the first rows are most alike; of equals the one that makes most columns.
        static func sniff(_ letters: String) -> Delimiter {
            let start = letters.unicodeScalars.prefix(sniffed)
            let isCut = start.endIndex < letters.endIndex
            let ranked = allCases.map { delimiter in
                var raw = RawRows(String(start), delimiter: delimiter, most: 30)
                // A row that was cut in the middle says nothing, nor does a quotation mark that is closed later.
                if isCut, raw.broken != raw.rows.count + 1 {
                    raw.rows = Array(raw.rows.dropLast())
                    raw.broken = nil
                }
                return (delimiter: delimiter, likeness: likeness(raw))
            }
            return ranked.max { $0.likeness < $1.likeness }?.delimiter ?? .semicolon
        }

        /// How much of the beginning is looked at, in bytes.
        private static let sniffed = 100_000

        /// The share of rows that are as long as the first one, and how long that is. A single column counts half:
        /// every file has one for a delimiter that isn't in it.
        private static func likeness(_ raw: RawRows) -> (share: Double, columns: Int) {
            let rows = raw.rows.filter { !$0.allSatisfy(\.isBlank) }
            guard let columns = rows.first?.count else { return (0, 0) }
            let alike = rows.count { $0.count == columns }
            let share = Double(alike) / Double(rows.count + (raw.broken == nil ? 0 : 1))
            return (columns > 1 ? share : share / 2, columns)
        }
    }
}
