import HTML

/// Figures beside each other as bars, the longest being as wide as the column.
///
/// A list: its words are text, which breaks into lines and grows with the page, and only the bars are drawn. A screen
/// reader reads names and figures, so the bars are hidden from it.
struct Bars: HTML {
    struct Bar: Hashable, Sendable {
        let label: String
        let value: Double
        /// The figure as it is written beside the bar: `42 of 60`.
        let shown: String
        /// How long the bar would be if all were so: an outline.
        let outOf: Double?
        let mark: FigureMark?
        let link: String?

        init(
            _ label: String, value: Double, shown: String, outOf: Double? = nil, mark: FigureMark? = nil,
            link: String? = nil
        ) {
            self.label = label
            self.value = value
            self.shown = shown
            self.outOf = outOf
            self.mark = mark
            self.link = link
        }
    }

    private let name: FigureName
    private let bars: [Bar]
    private let context: PageContext
    private let most: Double

    /// `most`: the value of a bar as wide as the column; nil: the largest value. Values below 0 have no bar.
    init(_ name: FigureName, bars: [Bar], most: Double? = nil, context: PageContext) {
        self.name = name
        self.bars = bars
        self.context = context
        self.most = most ?? bars.flatMap { [$0.value, $0.outOf ?? 0] }.filter(\.isFinite).max() ?? 0
    }

    var body: some HTML {
        MarkPatterns(name, of: bars.map(\.mark))
        ul(.class("bars"), .ariaLabel(name.title)) {
            for bar in bars {
                li {
                    span(.class("bar-name")) {
                        if let link = bar.link { a(.href(link)) { bar.label } } else { bar.label }
                    }
                    span(.class("bar-figure")) {
                        bar.shown
                        if let mark = bar.mark {
                            span(.class("sign"), .ariaHidden) { mark.sign }
                            span(.class("away")) { context.texts(mark.word) }
                        }
                    }
                    drawing(bar)
                }
            }
        }
    }

    private func drawing(_ bar: Bar) -> some HTML {
        svg(.class("length"), .ariaHidden) {
            if let whole = bar.outOf {
                SVG.rect(.class("whole"), .width(share(whole)), .height(.percent(100)))
            }
            SVG.rect(.class("fill"), .width(share(bar.value)), .height(.percent(100)))
            if let mark = bar.mark {
                SVG.rect(
                    .y(.percent(60)), .width(share(bar.value)), .height(.percent(40)),
                    .fill(mark.pattern(in: name)))
            }
        }
    }

    private func share(_ value: Double) -> SVGLength {
        guard most > 0, value > 0 else { return .percent(0) }
        return .percent(min(100, value / most * 100))
    }
}
