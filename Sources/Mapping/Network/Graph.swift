/// Vertices 0 ..< ``count`` and the edges between them: undirected, at most one between two vertices, none from a vertex
/// to itself.
struct Graph: Sendable {
    struct Edge: Hashable, Sendable {
        let left: Int
        let right: Int
        /// At least 1.
        let weight: Int
    }

    let count: Int
    let edges: [Edge]
    /// Where the neighbours of each vertex begin in ``neighbours``, and at last where they end.
    private let starts: [Int]
    /// Vertices beside one another, those of one vertex in ascending order.
    let neighbours: [Int]
    /// The edge that leads to each of ``neighbours``.
    let edgeOfNeighbour: [Int]

    /// `edges` in ascending order of left and right, with left < right.
    init(count: Int, edges: [Edge]) {
        self.count = count
        self.edges = edges
        var starts = [Int](repeating: 0, count: count + 1)
        for edge in edges {
            starts[edge.left + 1] += 1
            starts[edge.right + 1] += 1
        }
        for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
        var next = starts
        var neighbours = [Int](repeating: 0, count: edges.count * 2)
        var edgeOfNeighbour = neighbours
        // First those to the left of a vertex, then those to its right: so they are in order.
        for (number, edge) in edges.enumerated() {
            neighbours[next[edge.right]] = edge.left
            edgeOfNeighbour[next[edge.right]] = number
            next[edge.right] += 1
        }
        for (number, edge) in edges.enumerated() {
            neighbours[next[edge.left]] = edge.right
            edgeOfNeighbour[next[edge.left]] = number
            next[edge.left] += 1
        }
        self.starts = starts
        self.neighbours = neighbours
        self.edgeOfNeighbour = edgeOfNeighbour
    }

    /// Where the neighbours of a vertex stand in ``neighbours``.
    func places(of vertex: Int) -> Range<Int> { starts[vertex]..<starts[vertex + 1] }

    func degree(_ vertex: Int) -> Int { starts[vertex + 1] - starts[vertex] }

    /// The vertices that can be reached from one another, each group in ascending order, in the order of their first.
    func components() -> [[Int]] { parts(within: [Int](repeating: 0, count: count)) }

    /// The same where only edges count between vertices of one group.
    func parts(within group: [Int]) -> [[Int]] {
        var isSeen = [Bool](repeating: false, count: count)
        var parts: [[Int]] = []
        for first in 0..<count where !isSeen[first] {
            isSeen[first] = true
            var part = [first]
            var next = 0
            while next < part.count {
                for place in places(of: part[next]) {
                    let neighbour = neighbours[place]
                    if !isSeen[neighbour], group[neighbour] == group[first] {
                        isSeen[neighbour] = true
                        part.append(neighbour)
                    }
                }
                next += 1
            }
            parts.append(part.sorted())
        }
        return parts
    }
}
