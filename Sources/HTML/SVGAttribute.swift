// The attributes of drawings. Names follow SVG 2.

/// Elements that stand at a place.
package protocol SVGPlaced: HTMLTagDefinition {}

/// Elements that stand at a place and have a width and a height.
package protocol SVGBox: SVGPlaced {}

/// Elements that are painted.
package protocol SVGPainted: HTMLTagDefinition {}

/// Elements along a row of points.
package protocol SVGPointed: SVGPainted {}

/// A drawing inside a drawing stands at a place of it: what is in there is drawn from that place on, unstretched.
extension HTMLTag.svg: SVGBox {}

extension HTMLTag.path: SVGPainted {}

extension HTMLAttribute where Tag: SVGPlaced {
    package static func x(_ value: SVGLength) -> Self { Self("x", value.description) }
    package static func y(_ value: SVGLength) -> Self { Self("y", value.description) }
}

extension HTMLAttribute where Tag: SVGBox {
    package static func width(_ value: SVGLength) -> Self { Self("width", value.description) }
    package static func height(_ value: SVGLength) -> Self { Self("height", value.description) }
}

extension HTMLAttribute where Tag: SVGPainted {
    package static func fill(_ paint: SVGPaint) -> Self { Self("fill", paint.description) }
    package static func transform(_ value: SVGTransform) -> Self { Self("transform", value.description) }
    /// Lines as wide as they are however much the drawing is stretched.
    package static var nonScalingStroke: Self { Self("vector-effect", "non-scaling-stroke") }
}

extension HTMLAttribute where Tag: SVGPointed {
    package static func points(_ points: [(x: Double, y: Double)]) -> Self {
        Self("points", points.map { "\(SVGNumber($0.x)),\(SVGNumber($0.y))" }.joined(separator: " "))
    }
}

extension HTMLAttribute where Tag == HTMLTag.svg {
    /// Units, not pixels: the drawing is scaled to the width that the style sheet gives it.
    package static func viewBox(x: Double = 0, y: Double = 0, width: Double, height: Double) -> Self {
        Self("viewBox", [x, y, width, height].map { SVGNumber($0).description }.joined(separator: " "))
    }
}

extension HTMLAttribute where Tag == SVGTag.rect {
    /// The radius of the corners.
    package static func rx(_ value: SVGLength) -> Self { Self("rx", value.description) }
}

extension HTMLAttribute where Tag == SVGTag.circle {
    package static func cx(_ value: SVGLength) -> Self { Self("cx", value.description) }
    package static func cy(_ value: SVGLength) -> Self { Self("cy", value.description) }
    package static func r(_ value: SVGLength) -> Self { Self("r", value.description) }
}

extension HTMLAttribute where Tag == SVGTag.line {
    package static func x1(_ value: SVGLength) -> Self { Self("x1", value.description) }
    package static func y1(_ value: SVGLength) -> Self { Self("y1", value.description) }
    package static func x2(_ value: SVGLength) -> Self { Self("x2", value.description) }
    package static func y2(_ value: SVGLength) -> Self { Self("y2", value.description) }
    package static func strokeWidth(_ value: SVGLength) -> Self { Self("stroke-width", value.description) }
}

extension HTMLAttribute where Tag: SVGPlaced {
    /// Moves text from its place; only `text` and `tspan` heed it.
    package static func dx(_ value: SVGLength) -> Self { Self("dx", value.description) }
    package static func dy(_ value: SVGLength) -> Self { Self("dy", value.description) }
}

/// Where text lies seen from its place.
package enum SVGAnchor: String, Sendable { case start, middle, end }

extension HTMLAttribute where Tag == SVGTag.text {
    package static func textAnchor(_ anchor: SVGAnchor) -> Self { Self("text-anchor", anchor.rawValue) }
}

extension HTMLAttribute where Tag == SVGTag.pattern {
    /// Repeats every `width` and `height` units, rather than shares of what is filled.
    package static var inUserSpace: Self { Self("patternUnits", "userSpaceOnUse") }
    package static func patternTransform(_ value: SVGTransform) -> Self {
        Self("patternTransform", value.description)
    }
}

extension HTMLAttribute where Tag == SVGTag.use {
    /// What in this page is drawn once more, by its id.
    package static func reference(_ id: String) -> Self { Self("href", "#" + SVGPaint.plain(id)) }
}

extension HTMLAttribute where Tag == SVGTag.a {
    /// -1: not a stop of the keyboard.
    package static func tabindex(_ value: Int) -> Self { Self("tabindex", String(value)) }
}
