/// A number in a drawing, with two decimals at most: a hundredth of a unit is too little to be seen, and each digit
/// is sent a thousand times. What is no number is nought.
package struct SVGNumber: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ value: Double) {
        let hundredths = (value * 100).rounded()
        guard hundredths.isFinite, abs(hundredths) < 1e15 else {
            description = "0"
            return
        }
        let whole = Int(abs(hundredths))
        let sign = hundredths < 0 ? "-" : ""
        let (units, tenths, rest) = (whole / 100, whole / 10 % 10, whole % 10)
        description =
            rest != 0
            ? "\(sign)\(units).\(tenths)\(rest)" : tenths != 0 ? "\(sign)\(units).\(tenths)" : "\(sign)\(units)"
    }
}

/// How long, or how far from the edge.
package struct SVGLength: Hashable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    CustomStringConvertible
{
    package let description: String

    private init(_ value: Double, unit: StaticString) { description = "\(SVGNumber(value))\(unit)" }

    /// In units of the drawing: pixels, where it has no `viewBox`.
    package init(_ value: Double) { self.init(value, unit: "") }
    package init(floatLiteral value: Double) { self.init(value) }
    package init(integerLiteral value: Int) { self.init(Double(value)) }

    /// 0 to 100, of the width or height of the drawing.
    package static func percent(_ value: Double) -> Self { Self(value, unit: "%") }
    /// In sizes of the page's letters, so that it grows with them.
    package static func rem(_ value: Double) -> Self { Self(value, unit: "rem") }
    /// In sizes of the letters of the element itself.
    package static func em(_ value: Double) -> Self { Self(value, unit: "em") }
}

/// What a shape is filled with, where it is not the style sheet that says so.
package enum SVGPaint: Hashable, Sendable, CustomStringConvertible {
    case none
    /// A pattern in this page by its id.
    case pattern(String)

    package var description: String {
        switch self {
        case .none: "none"
        case .pattern(let id): "url(#\(Self.plain(id)))"
        }
    }

    /// An id can't end the reference that it stands in.
    static func plain(_ id: String) -> String {
        id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
}

package enum SVGTransform: Hashable, Sendable, CustomStringConvertible {
    case translate(Double, Double)
    /// In degrees, with the clock.
    case rotate(Double)

    package var description: String {
        switch self {
        case .translate(let x, let y): "translate(\(SVGNumber(x)) \(SVGNumber(y)))"
        case .rotate(let degrees): "rotate(\(SVGNumber(degrees)))"
        }
    }
}
