import HTML

/// What there was in each year, as columns of stacked parts.
///
/// Columns rather than areas: the figures are counts of whole years, and an area would draw values between them that
/// nobody counted. Across in per cent, so that the columns become as wide as there is room.
struct TimeLine: HTML {
    struct Year: Hashable, Sendable {
        let year: Int
        /// One for each series.
        let values: [Int]
        let link: String?

        init(_ year: Int, values: [Int], link: String? = nil) {
            self.year = year
            self.values = values
            self.link = link
        }
    }

    private let name: FigureName
    private let series: [String]
    private let years: [Year]
    private let marked: Int?
    private let context: PageContext
    private let axis: AxisScale

    /// More than six series: the last ones are summed as others. `marked`: the year that the page is about.
    init(_ name: FigureName, series: [String], years: [Year], marked: Int? = nil, context: PageContext) {
        self.name = name
        self.marked = marked
        self.context = context
        if series.count > SeriesLook.count {
            let kept = SeriesLook.count - 1
            self.series = series.prefix(kept) + [context.texts(.landscapeOthers)]
            self.years = years.map { year in
                let rest = year.values.dropFirst(kept).reduce(0, +)
                return Year(year.year, values: year.values.prefix(kept) + [rest], link: year.link)
            }
        } else {
            self.series = series
            self.years = years
        }
        axis = AxisScale(most: years.map { $0.values.filter { $0 > 0 }.reduce(0, +) }.max() ?? 0)
    }

    var body: some HTML {
        SeriesPatterns(name: name, count: series.count)
        SeriesKey(name: name, names: series, context: context)
        div(.class("timeline")) {
            svg(.class("axis"), .ariaHidden) {
                for mark in axis.marks {
                    SVG.text(.x(.percent(90)), .y(.percent(height(mark))), .dy(.em(0.3)), .textAnchor(.end)) {
                        context.wording.number(mark)
                    }
                }
            }
            PictureFrame(name, class: "plot", holdsLinks: years.contains { $0.link != nil }) {
                for mark in axis.marks {
                    let y = SVGLength.percent(height(mark))
                    SVG.line(.class(mark == 0 ? "foot" : "grid"), .x1(0), .x2(.percent(100)), .y1(y), .y2(y))
                }
                for (place, year) in years.enumerated() { column(year, place) }
            }
        }
    }

    /// Per cent of the height of the drawing that the tallest column may take, and where its foot is.
    private static let (room, foot) = (84.0, 90.0)

    /// Per cent from the top.
    private func height(_ value: Int) -> Double { Self.foot - axis.share(value) * Self.room / 100 }

    private func column(_ year: Year, _ place: Int) -> some HTML {
        let wording = context.wording
        let total = year.values.reduce(0, +)
        let parts = zip(series, year.values).filter { $1 != 0 }.map { "\($0) \(wording.number($1))" }
        let figures = wording.number(total) + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
        let said = context.texts(.landscapeFigureSaid, String(year.year), figures)
        return PictureLink(year.link, said: said) { drawing(year, place, total: total) }
    }

    @HTMLBuilder private func drawing(_ year: Year, _ place: Int, total: Int) -> some HTML {
        let pitch = 100 / Double(max(years.count, 1))
        let (left, middle) = (Double(place) * pitch, (Double(place) + 0.5) * pitch)
        // The whole strip of a year answers to the pointer, also where its column is low.
        SVG.rect(
            .class(year.year == marked ? "strip marked" : "strip"), .x(.percent(left)), .width(.percent(pitch)),
            .height(.percent(100)))
        for part in stack(year) {
            SVG.rect(
                .class("part"), .x(.percent(left + pitch * 0.1)), .width(.percent(pitch * 0.8)),
                .y(.percent(height(part.to))), .height(.percent(height(part.from) - height(part.to))),
                .fill(SeriesLook.pattern(part.series, in: name)))
        }
        if years.count <= Self.mostTotals, total > 0 {
            SVG.text(
                .class("wide"), .x(.percent(middle)), .y(.percent(height(total))), .dy(.em(-0.3)), .textAnchor(.middle)
            ) { context.wording.number(total) }
        }
        let marks = YearMarks(years: years.count)
        if year.year % marks.wide == 0 || year.year == marked && years.count <= Self.mostTotals {
            let isWide = year.year % marks.narrow != 0
            SVG.text(
                .class(isWide ? "year wide" : "year"), .x(.percent(middle)), .y(.percent(97)), .textAnchor(.middle)
            ) { String(year.year) }
        }
    }

    /// Columns of more years than this have no room for their totals.
    private static let mostTotals = 20

    /// The parts of a column from its foot up; what is not there has none.
    private func stack(_ year: Year) -> [(series: Int, from: Int, to: Int)] {
        var parts: [(series: Int, from: Int, to: Int)] = []
        var from = 0
        for (series, value) in year.values.enumerated() where value > 0 {
            parts.append((series, from, from + value))
            from += value
        }
        return parts
    }
}
