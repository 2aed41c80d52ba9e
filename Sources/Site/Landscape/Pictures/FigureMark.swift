import HTML

/// What is remarkable about a count: shown by a sign, a pattern and a word, never by colour alone (WCAG 2.2, 1.4.1).
enum FigureMark: String, CaseIterable, Hashable, Sendable {
    /// There is nothing.
    case missing
    /// There is little.
    case thin
    /// There is something, in other languages than the one asked for.
    case otherLanguage = "language"
    /// What there is belongs to a larger area.
    case inherited

    /// One character that every font of the last twenty years has.
    var sign: String {
        switch self {
        case .missing: "✕"
        case .thin: "▽"
        case .otherLanguage: "⇄"
        case .inherited: "↑"
        }
    }

    var word: TextKey {
        switch self {
        case .missing: .landscapeMarkMissing
        case .thin: .landscapeMarkThin
        case .otherLanguage: .landscapeMarkOtherLanguage
        case .inherited: .landscapeMarkInherited
        }
    }

    func pattern(in name: FigureName) -> SVGPaint { .pattern("\(name.id)-\(rawValue)") }
}

/// The patterns of the marks that a picture shows.
struct MarkPatterns: HTML {
    let name: FigureName
    let marks: [FigureMark]

    init(_ name: FigureName, of marks: some Sequence<FigureMark?>) {
        self.name = name
        let shown = Set(marks.compactMap { $0 })
        self.marks = FigureMark.allCases.filter(shown.contains)
    }

    var body: some HTML {
        if !marks.isEmpty {
            svg(.class("patterns"), .ariaHidden) {
                SVG.defs { for mark in marks { pattern(mark) } }
            }
        }
    }

    private func pattern(_ mark: FigureMark) -> some HTML {
        let size: SVGLength = mark == .missing ? 8 : 6
        return SVG.pattern(
            .id("\(name.id)-\(mark.rawValue)"), .inUserSpace, .width(size), .height(size), .class("mark-lines")
        ) {
            // A ground of its own, so that its lines are seen on dark tones too.
            SVG.rect(.class("ground"), .width(size), .height(size))
            switch mark {
            case .missing: SVG.path(.d("M0 0l8 8M8 0l-8 8"))
            case .thin: SVG.path(.d("M-1 1l2 -2M0 6l6 -6M5 7l2 -2"))
            case .otherLanguage: SVG.circle(.class("dot"), .cx(2), .cy(2), .r(1.3))
            case .inherited: SVG.path(.d("M0 2h6"))
            }
        }
    }
}
