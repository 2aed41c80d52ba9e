import Catalogue
import HTML
import Mapping

/// How much there is for any two axes, as a table of which every number opens its list.
struct CoveragePage: LandscapePage {
    var context: PageContext
    let request: CoverageRequest

    var title: String { context.texts(.coverageTitle) }
    var summary: String? { context.texts(.coverageLead) }
    // The plain table is listed; the countless others are the same offers in other order.
    var isListed: Bool { request == CoverageRequest() }

    private var language: Language { request.language ?? context.language }

    var content: some HTML {
        let table = CoverageTable(request, census: context.snapshot.landscape.census, context: context)
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.coverageLead) }
        CoverageForm(request: request, census: context.snapshot.landscape.census, context: context)
        h2 { axes }
        p {
            context.texts(.coverageTotal, count: table.coverage.total) + ". "
            if table.coverage.unplaced > 0 { context.texts(.coverageUnplaced, count: table.coverage.unplaced) }
        }
        let name = FigureName(id: "coverage", title: axes, description: context.texts(.coverageSays))
        Figure(
            name, table: table.figures, csv: context.link(.landscape(.table(.coverage, of: .coverage(request)))),
            context: context, isTable: true
        ) {
            HeatMap(
                name, corner: context.texts(request.rows.title), columns: table.columns, rows: table.rows,
                context: context)
        }
        CoverageRules(language: language, context: context)
    }

    private var axes: String {
        context.texts(.coverageAxes, context.texts(request.rows.title), context.texts(request.columns.title))
    }
}

/// The coverage as a reader chose it, in the reader's words.
struct CoverageTable {
    let coverage: Coverage
    private let request: CoverageRequest
    private let context: PageContext
    private let shownRows: [Int]
    private let shownColumns: [Int]

    init(_ request: CoverageRequest, census: Census, context: PageContext) {
        self.request = request
        self.context = context
        let coverage = Coverage(census, rows: request.rows, columns: request.columns, filters: request.filters)
        self.coverage = coverage
        // Chosen values of an axis are the only rows that are shown, and so with columns.
        func shown(_ values: [String], _ axis: Axis) -> [Int] {
            let chosen = request.filters.chosen[axis].map(Set.init)
            return values.indices.filter { chosen?.contains(values[$0]) ?? true }
        }
        shownRows = shown(coverage.rowValues, request.rows)
        shownColumns = shown(coverage.columnValues, request.columns)
    }

    private var language: Language { request.language ?? context.language }

    private func mark(_ row: Int, _ column: Int) -> Coverage.Mark {
        coverage.mark(row: row, column: column, language: language)
    }

    var columns: [HeatMap.Heading] {
        shownColumns.map { HeatMap.Heading(context.label(coverage.columnValues[$0], on: request.columns)) }
    }

    var rows: [HeatMap.Row] {
        shownRows.map { row in
            HeatMap.Row(
                HeatMap.Heading(context.label(coverage.rowValues[row], on: request.rows)),
                cells: shownColumns.map { cell(row, $0) })
        }
    }

    private func cell(_ row: Int, _ column: Int) -> HeatMap.Cell {
        let cell = coverage[row, column]
        let isInherited = cell.count > 0 && cell.direct == 0
        return HeatMap.Cell(
            count: cell.count, mark: mark(row, column).sign ?? (isInherited ? .inherited : nil),
            link: context.link(.landscape(.offers(offers(row, column)))))
    }

    private func offers(_ row: Int, _ column: Int) -> CoverageRequest {
        request.cell(row: coverage.rowValues[row], column: coverage.columnValues[column])
    }

    /// The same for a spreadsheet: a line a cell, with all that the picture leaves out.
    var figures: FigureTable {
        let header =
            [context.texts(request.rows.title), context.texts(request.columns.title), context.texts(.landscapeCount)]
            + [TextKey.coverageColumnDirect, .coverageColumnInherited, .coverageColumnInPart].map { context.texts($0) }
            + Language.allCases.map { context.wording.name(of: LanguageTag($0)) } + [context.texts(.coverageColumnMark)]
        let rows = shownRows.flatMap { row in
            shownColumns.map { column -> [FigureCell] in
                let cell = coverage[row, column]
                return [
                    .text(context.label(coverage.rowValues[row], on: request.rows)),
                    .text(context.label(coverage.columnValues[column], on: request.columns)),
                    .number(cell.count), .number(cell.direct), .number(cell.inherited), .number(cell.inPart),
                ] + Language.allCases.map { .number(cell.count(in: $0)) } + [
                    .text(context.texts(mark(row, column).word))
                ]
            }
        }
        return FigureTable(
            file: .coverage,
            caption: context.texts(
                .coverageAxes, context.texts(request.rows.title), context.texts(request.columns.title)),
            header: header, rows: rows)
    }
}

/// What the numbers and signs mean.
private struct CoverageRules: HTML {
    let language: Language
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("rules")) {
            h2(.id("rules")) { context.texts(.coverageHowCounted) }
            ul {
                li { context.texts(.coverageRuleOffers) }
                li { context.texts(.coverageRuleOnce) }
                li {
                    context.texts(
                        .coverageRuleMarks, context.wording.number(Coverage.thin),
                        context.wording.name(of: LanguageTag(language)))
                }
                li { context.texts(.coverageRulePlaces) }
                li { context.texts(.coverageRulePart) }
                li { context.texts(.coverageRuleAges) }
            }
        }
    }
}
