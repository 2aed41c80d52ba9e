/// The elements of drawings (SVG 2, https://www.w3.org/TR/SVG2/) that are written inside a page.
///
/// In a room of their own, because `a`, `title` and `text` mean something else here than in HTML:
/// `svg { SVG.a(.href(address)) { SVG.text(.x(4), .y(12)) { "Luik" } } }`. Colours and sizes of letters come from the
/// style sheet by class, so that a drawing follows dark and print.
package enum SVG {
    // Elements with content.
    package typealias g = HTMLElement<SVGTag.g>
    package typealias a = HTMLElement<SVGTag.a>
    package typealias title = HTMLElement<SVGTag.title>
    package typealias desc = HTMLElement<SVGTag.desc>
    package typealias defs = HTMLElement<SVGTag.defs>
    package typealias pattern = HTMLElement<SVGTag.pattern>
    package typealias text = HTMLElement<SVGTag.text>
    package typealias tspan = HTMLElement<SVGTag.tspan>

    // Shapes.
    package typealias rect = SVGShape<SVGTag.rect>
    package typealias circle = SVGShape<SVGTag.circle>
    package typealias line = SVGShape<SVGTag.line>
    package typealias polyline = SVGShape<SVGTag.polyline>
    package typealias polygon = SVGShape<SVGTag.polygon>
    package typealias path = SVGShape<HTMLTag.path>
    package typealias use = SVGShape<SVGTag.use>
}

package enum SVGTag {
    package enum g: SVGPainted { package static let name: StaticString = "g" }
    package enum a: HTMLLinking { package static let name: StaticString = "a" }
    package enum title: HTMLTagDefinition { package static let name: StaticString = "title" }
    package enum desc: HTMLTagDefinition { package static let name: StaticString = "desc" }
    package enum defs: HTMLTagDefinition { package static let name: StaticString = "defs" }
    package enum pattern: SVGBox { package static let name: StaticString = "pattern" }
    package enum text: SVGPlaced, SVGPainted { package static let name: StaticString = "text" }
    package enum tspan: SVGPlaced { package static let name: StaticString = "tspan" }
    package enum rect: SVGBox, SVGPainted { package static let name: StaticString = "rect" }
    package enum circle: SVGPainted { package static let name: StaticString = "circle" }
    package enum line: SVGPainted { package static let name: StaticString = "line" }
    package enum polyline: SVGPointed { package static let name: StaticString = "polyline" }
    package enum polygon: SVGPointed { package static let name: StaticString = "polygon" }
    package enum use: SVGBox { package static let name: StaticString = "use" }
}

/// A shape, which has no content: `<rect/>`.
package struct SVGShape<Tag: HTMLTagDefinition>: HTMLPrimitive {
    private var attributes: [HTMLAttribute<Tag>]

    package init(_ attributes: HTMLAttribute<Tag>...) { self.attributes = attributes }

    package func _render(into output: inout HTMLOutput) {
        output.writeStart(Tag.name, attributes, isClosed: true)
    }

    package func attributes(_ more: HTMLAttribute<Tag>..., when condition: Bool = true) -> Self {
        guard condition else { return self }
        var copy = self
        copy.attributes += more
        return copy
    }
}
