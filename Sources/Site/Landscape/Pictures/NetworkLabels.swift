import HTML

/// Which nodes of a network are named, and where the name stands beside them.
///
/// The largest come first; a name that would lie on another name or on a large node is left out. First for a phone,
/// then more for a wide screen. The same network is always named alike.
struct NetworkLabels: Sendable {
    struct Label: Hashable, Sendable {
        let node: Int
        let side: Side
        /// Whether there is only room for it on a wide screen.
        let isWide: Bool
    }

    enum Side: CaseIterable, Hashable, Sendable { case right, left, below, above }

    struct Point: Hashable, Sendable {
        /// 0 to 1, of the width and height of the drawing.
        let x: Double
        let y: Double
        /// In pixels.
        let radius: Double
        let text: String
    }

    let labels: [Label]

    /// Sizes of the drawing in pixels that names are laid out for; `landscape.css` gives it these heights.
    static let narrow = (width: 284.0, height: 400.0)
    static let wide = (width: 900.0, height: 620.0)
    private static let (mostNarrow, mostWide) = (6, 24)

    init(_ points: [Point]) {
        // Equal sizes: in the order in which they are given.
        let order = points.indices.sorted { (points[$1].radius, $0) < (points[$0].radius, $1) }
        let first = Self.place(order, points, on: Self.narrow, most: Self.mostNarrow, after: [])
        let named = Set(first.map(\.node))
        labels =
            first
            + Self.place(order.filter { !named.contains($0) }, points, on: Self.wide, most: Self.mostWide, after: first)
    }

    private static func place(
        _ order: [Int], _ points: [Point], on size: (width: Double, height: Double), most: Int, after first: [Label]
    ) -> [Label] {
        var taken = first.map { Box(label: points[$0.node], side: $0.side, on: size) }
        let nodes = points.map { Box(node: $0, on: size) }
        var labels: [Label] = []
        for node in order {
            guard labels.count + first.count < most else { break }
            let free = Side.allCases.first { side in
                let box = Box(label: points[node], side: side, on: size)
                return box.isInside(size) && !taken.contains { $0.meets(box) }
                    && !nodes.indices.contains { $0 != node && points[$0].radius > 8 && nodes[$0].meets(box) }
            }
            guard let free else { continue }
            taken.append(Box(label: points[node], side: free, on: size))
            labels.append(Label(node: node, side: free, isWide: size.width > narrow.width))
        }
        return labels
    }
}

/// A box on the drawing, in pixels.
private struct Box {
    let (left, top, right, bottom): (Double, Double, Double, Double)

    init(node: NetworkLabels.Point, on size: (width: Double, height: Double)) {
        let (x, y) = (node.x * size.width, node.y * size.height)
        (left, top, right, bottom) = (x - node.radius, y - node.radius, x + node.radius, y + node.radius)
    }

    /// Letters are taken as half as wide as they are high, and a little more.
    init(label: NetworkLabels.Point, side: NetworkLabels.Side, on size: (width: Double, height: Double)) {
        let (width, height, gap) = (Double(label.text.count) * 7.4, 18.0, label.radius + 4)
        let (x, y) = (label.x * size.width, label.y * size.height)
        let (middleX, middleY) =
            switch side {
            case .right: (x + gap + width / 2, y)
            case .left: (x - gap - width / 2, y)
            case .below: (x, y + gap + height / 2)
            case .above: (x, y - gap - height / 2)
            }
        (left, right) = (middleX - width / 2, middleX + width / 2)
        (top, bottom) = (middleY - height / 2, middleY + height / 2)
    }

    func meets(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func isInside(_ size: (width: Double, height: Double)) -> Bool {
        left >= 0 && top >= 0 && right <= size.width && bottom <= size.height
    }
}
