import HTML

/// Counts of two axes against each other, each cell a link to what it counts.
///
/// A table whose cells are painted with SVG, rather than one large drawing. On a phone its headings break into lines
/// and its first column stays in sight while the rest scrolls; the keyboard and a screen reader go through it row by
/// row and hear both headings; letters grow with those of the page. And SVG rather than a background, because printers
/// leave backgrounds out.
struct HeatMap: HTML {
    struct Heading: Hashable, Sendable {
        let text: String
        let link: String?

        init(_ text: String, link: String? = nil) {
            self.text = text
            self.link = link
        }
    }

    struct Cell: Hashable, Sendable {
        let count: Int
        let mark: FigureMark?
        /// A second figure, small below the first: `+3`.
        let detail: String?
        /// The whole name of the link; nil: row, column, count and mark.
        let said: String?
        let link: String?

        init(count: Int, mark: FigureMark? = nil, detail: String? = nil, said: String? = nil, link: String? = nil) {
            self.count = count
            self.mark = mark
            self.detail = detail
            self.said = said
            self.link = link
        }
    }

    struct Row: Hashable, Sendable {
        let heading: Heading
        let cells: [Cell]

        init(_ heading: Heading, cells: [Cell]) {
            self.heading = heading
            self.cells = cells
        }
    }

    private let name: FigureName
    private let corner: String
    private let columns: [Heading]
    private let rows: [Row]
    private let context: PageContext
    private let scale: ToneScale

    /// `corner`: what the rows are, `Theme`. Each row has a cell for each column.
    init(_ name: FigureName, corner: String, columns: [Heading], rows: [Row], context: PageContext) {
        self.name = name
        self.corner = corner
        self.columns = columns
        self.rows = rows
        self.context = context
        scale = ToneScale(rows.flatMap(\.cells).map(\.count))
    }

    var body: some HTML {
        let patterns = MarkPatterns(name, of: rows.flatMap(\.cells).map(\.mark))
        patterns
        ToneKey(name: name, scale: scale, marks: patterns.marks, context: context)
        ScrollRegion(name.title) {
            table(.class(columns.count > Self.mostUpright ? "heat turned" : "heat")) {
                caption(.class("away")) { name.title }
                thead {
                    tr {
                        th(.scope("col")) { corner }
                        for column in columns { th(.scope("col")) { heading(column) } }
                    }
                }
                tbody {
                    for row in rows {
                        tr {
                            th(.scope("row")) { heading(row.heading) }
                            for (column, cell) in zip(columns, row.cells) {
                                td { view(cell, row: row.heading.text, column: column.text) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// More columns than this have their headings turned, so that most of them fit on a phone.
    private static let mostUpright = 4

    @HTMLBuilder private func heading(_ heading: Heading) -> some HTML {
        if let link = heading.link {
            a(.href(link)) { heading.text }
        } else {
            span { heading.text }
        }
    }

    @HTMLBuilder private func view(_ cell: Cell, row: String, column: String) -> some HTML {
        if let link = cell.link {
            a(.href(link), .ariaLabel(cell.said ?? said(cell, row: row, column: column))) { inside(cell) }
        } else {
            // A mark that is only to be seen is said too.
            div { inside(cell) }
            if let mark = cell.mark { span(.class("away")) { context.texts(mark.word) } }
        }
    }

    @HTMLBuilder private func inside(_ cell: Cell) -> some HTML {
        let tone = scale.tone(of: cell.count)
        svg(.ariaHidden) { Tone(tone: tone, pattern: cell.mark?.pattern(in: name)) }
        span(.class("on t\(tone)")) {
            context.wording.number(cell.count)
            if let mark = cell.mark { span(.class("sign"), .ariaHidden) { mark.sign } }
            if let detail = cell.detail { small { detail } }
        }
    }

    private func said(_ cell: Cell, row: String, column: String) -> String {
        let figures = [context.wording.number(cell.count), cell.detail, cell.mark.map { context.texts($0.word) }]
        return context.texts(.landscapeCellSaid, row, column, figures.compactMap { $0 }.joined(separator: ", "))
    }
}
