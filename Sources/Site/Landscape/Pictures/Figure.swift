import HTML

/// What a picture is called.
struct FigureName: Hashable, Sendable {
    /// Unique on its page: letters, digits and hyphens.
    let id: String
    let title: String
    /// What is to be seen, and how to read it: one or two sentences.
    let description: String

    init(id: String, title: String, description: String) {
        self.id = id
        self.title = title
        self.description = description
    }
}

/// A picture of figures: its name above it, and below it the same figures as a table and as CSV, because nobody reads a
/// picture as well as the person who drew it, and some don't see it.
struct Figure: HTML {
    private let name: FigureName
    private let figures: FigureTable
    private let csv: String?
    private let context: PageContext
    private let isTable: Bool
    private let picture: HTMLFragment

    /// `csv`: where the table is handed out. `isTable`: the picture is a table already (``HeatMap``), so that a second
    /// one would only be in the way.
    init(
        _ name: FigureName, table: FigureTable, csv: String? = nil, context: PageContext,
        isTable: Bool = false,
        @HTMLBuilder picture: () -> HTMLFragment
    ) {
        self.name = name
        figures = table
        self.csv = csv
        self.context = context
        self.isTable = isTable
        self.picture = picture()
    }

    var body: some HTML {
        HTMLElement<HTMLTag.figure>(
            .class("figure"), .id(name.id), .ariaLabelledBy("\(name.id)-name")
        ) {
            figcaption {
                p(.class("heading"), .id("\(name.id)-name")) { name.title }
                p(.class("quiet")) { name.description }
            }
            if figures.rows.isEmpty {
                p(.class("notice")) { context.texts(.landscapeNoFigures) }
            } else {
                div(.class("drawn")) { picture }
                beside
            }
        }
    }

    @HTMLBuilder private var beside: some HTML {
        if !isTable {
            details(.class("as-table")) {
                summary { context.texts(.landscapeAsTable) }
                FigureTableView(figures, context: context)
            }
        }
        if let csv {
            p(.class("as-csv")) {
                a(.href(csv), .ariaLabel(context.texts(.landscapeCsvOf, name.title))) {
                    Icon("download")
                    context.texts(.landscapeAsCSV)
                }
            }
        }
    }
}

/// The figures as a table on the page.
struct FigureTableView: HTML {
    private let figures: FigureTable
    private let context: PageContext

    init(_ table: FigureTable, context: PageContext) {
        figures = table
        self.context = context
    }

    var body: some HTML {
        ScrollRegion(figures.caption) {
            table(.class("figures")) {
                caption { figures.caption }
                thead {
                    tr {
                        for (column, name) in figures.header.enumerated() {
                            th(.scope("col")) { name }.attributes(.class("n"), when: isNumber(column))
                        }
                    }
                }
                tbody {
                    for row in figures.rows {
                        tr {
                            for (column, cell) in row.enumerated() {
                                if column == 0 {
                                    th(.scope("row")) { content(cell) }
                                } else {
                                    td { content(cell) }.attributes(.class("n"), when: isNumber(column))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func content(_ cell: FigureCell) -> some HTML {
        switch cell {
        case .link(_, let address), .count(_, let address):
            a(.href(address)) { cell.shown(in: context.wording) }
        case .text, .number, .decimal, .none: cell.shown(in: context.wording)
        }
    }

    /// Numbers stand below each other, one under one; so does the heading of a column of them.
    private func isNumber(_ column: Int) -> Bool {
        column > 0 && figures.rows.contains { $0[column].isNumber }
            && figures.rows.allSatisfy { $0[column].isNumber || $0[column] == .none }
    }
}
