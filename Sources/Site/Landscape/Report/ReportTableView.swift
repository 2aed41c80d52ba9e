import HTML

/// A table of a report: with its number, in parts that fit on paper, with the way to the CSV.
struct ReportTableView: HTML {
    let shown: ReportedTable
    let number: Int
    let words: ReportWords
    let csv: String

    private var texts: Texts { words.texts }
    private var figures: FigureTable { shown.figures }
    private var caption: String { texts(.snapshotReportTable, String(number), figures.caption) }

    var body: some HTML {
        if figures.rows.isEmpty {
            p(.class("heading")) { caption }
            p { texts(.snapshotReportNone) }
        } else {
            for (place, columns) in shown.parts.enumerated() {
                if shown.parts.count > 1 {
                    div(.class("part")) { part(columns, named: partName(place)) }
                } else {
                    part(columns, named: caption)
                }
            }
            if let note = shown.note { p(.class("quiet")) { note } }
            if figures.rows.count > ReportedTable.mostRows {
                p(.class("quiet")) {
                    texts(
                        .snapshotReportRowsLeft, words.number(ReportedTable.mostRows),
                        words.number(figures.rows.count))
                }
            }
            p(.class("as-csv")) {
                a(.href(csv), .ariaLabel(texts(.landscapeCsvOf, figures.caption))) { texts(.landscapeAsCSV) }
            }
        }
    }

    private func partName(_ place: Int) -> String {
        texts(.snapshotReportPart, caption, String(place + 1), String(shown.parts.count))
    }

    private func part(_ columns: Range<Int>, named name: String) -> some HTML {
        ScrollRegion(name) {
            table(.class("figures")) {
                HTMLElement<HTMLTag.caption> { name }
                thead {
                    tr {
                        th(.scope("col")) { figures.header[0] }
                        for column in columns {
                            th(.scope("col")) { figures.header[column + 1] }
                                .attributes(.class("n"), when: isNumber(column))
                        }
                    }
                }
                tbody {
                    for (row, cells) in figures.rows.prefix(ReportedTable.mostRows).enumerated() {
                        tr {
                            th(.scope("row")) { content(cells[0]) }
                            for column in columns {
                                td {
                                    content(cells[column + 1])
                                    if let mark = shown.mark(row: row, column: column) {
                                        span(.class("sign"), .ariaHidden) { mark.sign }
                                    }
                                }
                                .attributes(.class("n"), when: isNumber(column))
                            }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func content(_ cell: FigureCell) -> some HTML {
        if case .link(_, let address) = cell {
            a(.href(address)) { cell.shown(in: words.wording) }
        } else {
            cell.shown(in: words.wording)
        }
    }

    /// Whether a column, counted without the heading of the row, holds numbers only.
    private func isNumber(_ column: Int) -> Bool {
        figures.rows.contains { $0[column + 1].isNumber }
            && figures.rows.allSatisfy { $0[column + 1].isNumber || $0[column + 1] == .none }
    }
}
