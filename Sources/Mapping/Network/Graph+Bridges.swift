extension Graph {
    /// What would fall apart.
    struct Weakness: Sendable {
        /// For each edge whose loss splits its component: the vertices on the smaller side; 0 for all other edges.
        var cutOff: [Int]
        /// Into how many parts the component of each vertex falls without it: 1 where it holds together, 0 for a vertex
        /// without edges.
        var partsWithout: [Int]
    }

    /// One walk in depth over every component (Tarjan, "A note on finding the bridges of a graph", Information
    /// Processing Letters 2(6), 1974, 160–161; for vertices Hopcroft and Tarjan, "Algorithm 447", CACM 16(6), 1973).
    /// With a list in the place of recursion: a chain of ten thousand vertices is no deeper than a short one.
    func weakness(of components: [[Int]]) -> Weakness {
        var weakness = Weakness(
            cutOff: [Int](repeating: 0, count: edges.count), partsWithout: [Int](repeating: 0, count: count))
        var order = [Int](repeating: -1, count: count)
        // The earliest vertex that can be reached from below a vertex without the edge that led to it.
        var lowest = order
        // How many vertices hang below it, itself too.
        var size = [Int](repeating: 1, count: count)
        var next = 0
        for component in components where component.count > 1 {
            let root = component[0]
            order[root] = next
            lowest[root] = next
            next += 1
            var stack = [Step(vertex: root, edge: -1, place: places(of: root).lowerBound)]
            while let step = stack.last {
                let vertex = step.vertex
                if step.place < places(of: vertex).upperBound {
                    stack[stack.count - 1].place += 1
                    let edge = edgeOfNeighbour[step.place]
                    let neighbour = neighbours[step.place]
                    if edge == step.edge { continue }
                    if order[neighbour] < 0 {
                        order[neighbour] = next
                        lowest[neighbour] = next
                        next += 1
                        stack.append(Step(vertex: neighbour, edge: edge, place: places(of: neighbour).lowerBound))
                    } else {
                        lowest[vertex] = min(lowest[vertex], order[neighbour])
                    }
                    continue
                }
                stack.removeLast()
                // What is above a vertex stays one part; the root has nothing above it.
                if vertex != root { weakness.partsWithout[vertex] += 1 }
                guard let above = stack.last?.vertex else { continue }
                size[above] += size[vertex]
                lowest[above] = min(lowest[above], lowest[vertex])
                if lowest[vertex] >= order[above] { weakness.partsWithout[above] += 1 }
                if lowest[vertex] > order[above] {
                    weakness.cutOff[step.edge] = min(size[vertex], component.count - size[vertex])
                }
            }
        }
        return weakness
    }

    private struct Step {
        let vertex: Int
        /// The edge that led here; -1 at the root.
        let edge: Int
        /// The next neighbour to look at.
        var place: Int
    }
}
