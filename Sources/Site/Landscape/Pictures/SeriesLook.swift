import Foundation
import HTML

/// How series and groups are told apart: by a colour and a pattern, and where they are points by a shape.
enum SeriesLook {
    /// More than this nobody tells apart.
    static let count = 6

    /// The class that has the colour.
    static func style(_ series: Int) -> String { "s\(place(series))" }

    static func pattern(_ series: Int, in name: FigureName) -> SVGPaint { .pattern("\(name.id)-s\(place(series))") }

    private static func place(_ series: Int) -> Int { max(0, series) % count }

    /// A shape around the place 0, 0: disc, square, triangle, diamond, hexagon, triangle on its tip. `radius`: of the
    /// disc; the others are as heavy to the eye.
    static func shape(_ group: Int, radius: Double) -> SVGShape<HTMLTag.path> {
        let outline =
            switch place(group) {
            case 0: disc(radius)
            case 1: polygon(corners: 4, radius: radius * 1.2, turned: 45)
            case 2: polygon(corners: 3, radius: radius * 1.35, turned: 0)
            case 3: polygon(corners: 4, radius: radius * 1.25, turned: 0)
            case 4: polygon(corners: 6, radius: radius * 1.1, turned: 30)
            default: polygon(corners: 3, radius: radius * 1.35, turned: 180)
            }
        return SVG.path(.class("shape \(style(group))"), .d(outline))
    }

    /// Where a number stands in a shape: how far its foot is below the place 0, 0, in sizes of its letters. Triangles are
    /// wide on one side only.
    static func middle(_ group: Int) -> Double {
        switch place(group) {
        case 2: 0.5
        case 5: 0.15
        default: 0.35
        }
    }

    private static func disc(_ radius: Double) -> String {
        let (r, d) = (SVGNumber(radius), SVGNumber(radius * 2))
        return "M-\(r) 0a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0z"
    }

    /// With a corner at the top; `turned` by degrees.
    private static func polygon(corners: Int, radius: Double, turned: Double) -> String {
        let points = (0..<corners).map { corner in
            let angle = (Double(corner) * 360 / Double(corners) + turned - 90) * .pi / 180
            return "\(SVGNumber(radius * cos(angle))) \(SVGNumber(radius * sin(angle)))"
        }
        return "M" + points.joined(separator: "L") + "z"
    }
}

/// The patterns of the series of a picture.
struct SeriesPatterns: HTML {
    let name: FigureName
    let count: Int

    var body: some HTML {
        svg(.class("patterns"), .ariaHidden) {
            SVG.defs {
                for series in 0..<min(count, SeriesLook.count) { pattern(series) }
            }
        }
    }

    private func pattern(_ series: Int) -> some HTML {
        SVG.pattern(.id("\(name.id)-s\(series)"), .inUserSpace, .width(8), .height(8), .class("series-lines")) {
            SVG.rect(.class("ground s\(series)"), .width(8), .height(8))
            switch series {
            case 1: SVG.path(.d("M-2 2l4 -4M0 8l8 -8M6 10l4 -4"))
            case 2:
                SVG.circle(.class("dot"), .cx(2), .cy(2), .r(1.4))
                SVG.circle(.class("dot"), .cx(6), .cy(6), .r(1.4))
            case 3: SVG.path(.d("M0 2h8M0 6h8"))
            case 4: SVG.path(.d("M-2 6l4 4M0 0l8 8M6 -2l4 4"))
            case 5: SVG.path(.d("M0 4h8M4 0v8"))
            default: HTMLFragment()
            }
        }
    }
}

/// The series of a picture in a key.
struct SeriesKey: HTML {
    let name: FigureName
    let names: [String]
    let context: PageContext

    var body: some HTML {
        PictureKey(context) {
            for (series, words) in names.enumerated() {
                li {
                    svg(.class("swatch"), .ariaHidden) {
                        SVG.rect(
                            .width(.percent(100)), .height(.percent(100)),
                            .fill(SeriesLook.pattern(series, in: name)))
                    }
                    span { words }
                }
            }
        }
    }
}
