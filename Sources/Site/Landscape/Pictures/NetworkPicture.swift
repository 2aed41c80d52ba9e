import HTML

/// Organisations and the ties between them.
///
/// Where each stands is decided elsewhere; here it is drawn: across in per cent, so that the network takes the room there
/// is, while its nodes and letters stay as large as they are. The group of a node is told by its shape and number as
/// well as by its colour.
struct NetworkPicture: HTML {
    struct Node: Hashable, Sendable {
        let label: String
        /// 0 to 1, from the left and from the top.
        let x: Double
        let y: Double
        /// On any scale from 0: the area of the node is in proportion to it.
        let size: Double
        /// Which of the groups, from 0.
        let group: Int
        /// What more is said of it: `5 ties`.
        let detail: String?
        let link: String?

        init(
            _ label: String, x: Double, y: Double, size: Double, group: Int, detail: String? = nil, link: String? = nil
        ) {
            self.label = label
            self.x = x
            self.y = y
            self.size = size
            self.group = group
            self.detail = detail
            self.link = link
        }
    }

    /// A tie between two nodes, by their places among the nodes.
    struct Edge: Hashable, Sendable {
        let from: Int
        let to: Int
        /// Above 0: the width of the line grows with it.
        let weight: Double

        init(_ from: Int, _ to: Int, weight: Double) {
            self.from = from
            self.to = to
            self.weight = weight
        }
    }

    private let name: FigureName
    private let nodes: [Node]
    private let edges: [Edge]
    private let groups: [String]
    private let context: PageContext
    private let points: [NetworkLabels.Point]
    private let labels: [Int: NetworkLabels.Label]

    /// Edges to nodes that there aren't are left out. `groups`: the names of the groups for the key.
    init(_ name: FigureName, nodes: [Node], edges: [Edge], groups: [String], context: PageContext) {
        self.name = name
        self.nodes = nodes
        self.edges = edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
        self.groups = groups
        self.context = context
        let largest = nodes.map(\.size).filter(\.isFinite).max() ?? 0
        points = nodes.map { node in
            let share = largest > 0 && node.size > 0 ? min(1, node.size / largest) : 0
            return NetworkLabels.Point(
                // A margin, so that no node is cut off at the edge.
                x: 0.05 + 0.9 * Self.within(node.x), y: 0.05 + 0.9 * Self.within(node.y),
                radius: 5 + 11 * share.squareRoot(), text: Self.brief(node.label))
        }
        labels = Dictionary(NetworkLabels(points).labels.map { ($0.node, $0) }) { first, _ in first }
    }

    private static func within(_ value: Double) -> Double { value.isFinite ? min(1, max(0, value)) : 0.5 }

    private static func brief(_ label: String) -> String {
        label.count > longest ? label.prefix(longest - 1) + "…" : label
    }

    /// Letters of a name beside its node; the whole name stands in the title of the node.
    private static let longest = 22
    /// Half of the 24 pixels that a finger needs (WCAG 2.2, 2.5.8), and a hair, because places are rounded.
    private static let leastTouch = 12.5

    var body: some HTML {
        if !groups.isEmpty {
            PictureKey(context) {
                for (group, words) in groups.enumerated() {
                    li {
                        svg(.class("swatch node"), .ariaHidden) {
                            svg(.x(.percent(50)), .y(.percent(50))) { shape(group, radius: 12) }
                        }
                        span { words }
                    }
                }
            }
        }
        PictureFrame(name, class: "network", holdsLinks: nodes.contains { $0.link != nil }) {
            for edge in edges { line(edge) }
            // The largest last, so that none of them lies under a smaller one; names above all nodes.
            for node in drawingOrder { view(node) }
            for node in drawingOrder { if let label = labels[node] { text(label) } }
        }
    }

    private var drawingOrder: [Int] {
        nodes.indices.sorted { (points[$0].radius, $0) < (points[$1].radius, $1) }
    }

    private func line(_ edge: Edge) -> some HTML {
        let (from, to) = (points[edge.from], points[edge.to])
        let heaviest = edges.map(\.weight).max() ?? 1
        let share = heaviest > 0 && edge.weight > 0 ? edge.weight / heaviest : 0
        return SVG.line(
            .class("tie"), .x1(.percent(from.x * 100)), .y1(.percent(from.y * 100)), .x2(.percent(to.x * 100)),
            .y2(.percent(to.y * 100)), .strokeWidth(SVGLength(1 + 4 * share)))
    }

    /// The keyboard stops at the nodes that are named; the others stand in the table, where nobody has to pass them.
    private func view(_ place: Int) -> some HTML {
        let node = nodes[place]
        let group = groups.indices.contains(node.group) ? groups[node.group] : nil
        let about = [node.detail, group].compactMap { $0 }.joined(separator: ", ")
        let said = about.isEmpty ? node.label : context.texts(.landscapeFigureSaid, node.label, about)
        return PictureLink(node.link, said: said, isStop: labels[place] != nil) {
            svg(.x(.percent(points[place].x * 100)), .y(.percent(points[place].y * 100))) {
                // Large enough for a finger (WCAG 2.2, 2.5.8).
                SVG.circle(.class("touch"), .r(SVGLength(max(Self.leastTouch, points[place].radius))))
                shape(node.group, radius: points[place].radius)
            }
        }
    }

    @HTMLBuilder private func shape(_ group: Int, radius: Double) -> some HTML {
        SeriesLook.shape(group, radius: radius)
        // Smaller ones have no room for letters of 12 pixels.
        let number = String(group + 1)
        if radius >= (number.count > 1 ? 12 : 9) {
            SVG.text(.class("group-number"), .dy(.em(SeriesLook.middle(group))), .textAnchor(.middle)) { number }
        }
    }

    private func text(_ label: NetworkLabels.Label) -> some HTML {
        let point = points[label.node]
        let gap = point.radius + 4
        let (dx, dy, anchor): (Double, Double, SVGAnchor) =
            switch label.side {
            case .right: (gap, 4.5, .start)
            case .left: (-gap, 4.5, .end)
            case .below: (0, gap + 12, .middle)
            case .above: (0, -gap - 2, .middle)
            }
        return SVG.text(
            .class(label.isWide ? "node-name wide" : "node-name"), .ariaHidden, .x(.percent(point.x * 100)),
            .y(.percent(point.y * 100)), .dx(SVGLength(dx)), .dy(SVGLength(dy)), .textAnchor(anchor)
        ) { point.text }
    }
}
