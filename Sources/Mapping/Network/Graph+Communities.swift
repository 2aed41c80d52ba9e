extension Graph {
    /// Groups of vertices with more edges among themselves than by chance: the method of Louvain (Blondel, Guillaume,
    /// Lambiotte and Lefebvre, "Fast unfolding of communities in large networks", J. Stat. Mech., 2008, P10008), which
    /// makes the modularity large, edges by their weight.
    ///
    /// Always the same for the same graph: vertices are taken in order, gains are whole numbers, and of equal gains the
    /// first group wins. A group that hangs together through others only is split afterwards, a known weakness of the
    /// method (Traag, Waltman and Van Eck, "From Louvain to Leiden", Scientific Reports 9, 2019, 5233).
    /// Groups and their vertices are in ascending order; a vertex without edges is a group of its own.
    func communities() -> [[Int]] {
        var level = LouvainLevel(self)
        var group = Array(0..<count)
        while let grouping = level.grouping() {
            group = group.map { grouping[$0] }
            level = level.joined(by: grouping)
        }
        return parts(within: group)
    }

    /// The share of the weight of edges that lies within groups, beyond what chance would put there; -0.5 to 1, and 0
    /// without edges (Newman and Girvan, "Finding and evaluating community structure in networks", Phys. Rev. E 69, 2004,
    /// 026113).
    func modularity(of groups: [[Int]]) -> Double {
        var group = [Int](repeating: 0, count: count)
        for (number, vertices) in groups.enumerated() { for vertex in vertices { group[vertex] = number } }
        var total = [Double](repeating: 0, count: groups.count)
        var inside = 0.0
        var all = 0.0
        for edge in edges {
            let weight = Double(edge.weight)
            all += 2 * weight
            total[group[edge.left]] += weight
            total[group[edge.right]] += weight
            if group[edge.left] == group[edge.right] { inside += 2 * weight }
        }
        guard all > 0 else { return 0 }
        return inside / all - total.reduce(0) { $0 + ($1 / all) * ($1 / all) }
    }
}

/// One step of the method of Louvain: a graph whose vertices are groups of those of the step before.
private struct LouvainLevel {
    private let starts: [Int]
    private let neighbours: [Int]
    private let weights: [Int]
    /// Twice the weight of the edges inside each vertex.
    private let loops: [Int]
    /// Twice the weight of all edges.
    private let total: Int

    private var count: Int { loops.count }

    init(_ graph: Graph) {
        starts = (0..<graph.count).map { graph.places(of: $0).lowerBound } + [graph.neighbours.count]
        neighbours = graph.neighbours
        weights = graph.edgeOfNeighbour.map { graph.edges[$0].weight }
        loops = [Int](repeating: 0, count: graph.count)
        total = weights.reduce(0, +)
    }

    private init(starts: [Int], neighbours: [Int], weights: [Int], loops: [Int], total: Int) {
        self.starts = starts
        self.neighbours = neighbours
        self.weights = weights
        self.loops = loops
        self.total = total
    }

    /// The group of each vertex, from 0 without gaps in the order of their first vertices; nil where no vertex gains by
    /// leaving its own.
    func grouping() -> [Int]? {
        var group = Array(0..<count)
        let strength = (0..<count).map { vertex in
            loops[vertex] + weights[starts[vertex]..<starts[vertex + 1]].reduce(0, +)
        }
        var groupStrength = strength
        var weightTo = [Int](repeating: 0, count: count)
        var touched: [Int] = []
        var hasMoved = false
        var goesOn = true
        // It ends: every move makes the modularity larger, and there are only so many groupings.
        while goesOn {
            goesOn = false
            for vertex in 0..<count {
                let own = group[vertex]
                for place in starts[vertex]..<starts[vertex + 1] {
                    let there = group[neighbours[place]]
                    if weightTo[there] == 0 { touched.append(there) }
                    weightTo[there] += weights[place]
                }
                groupStrength[own] -= strength[vertex]
                // The gain in modularity, times what is the same for all groups: no fractions, so no rounding.
                func gain(_ there: Int) -> Int {
                    total * weightTo[there] - groupStrength[there] * strength[vertex]
                }
                var best = own
                var most = gain(own)
                for there in touched {
                    let gained = gain(there)
                    if gained > most || (gained == most && best != own && there < best) {
                        best = there
                        most = gained
                    }
                }
                groupStrength[best] += strength[vertex]
                group[vertex] = best
                if best != own {
                    goesOn = true
                    hasMoved = true
                }
                for there in touched { weightTo[there] = 0 }
                touched.removeAll(keepingCapacity: true)
            }
        }
        return hasMoved ? renumbered(group) : nil
    }

    private func renumbered(_ group: [Int]) -> [Int] {
        var number = [Int](repeating: -1, count: count)
        var next = 0
        return group.map { old in
            if number[old] < 0 {
                number[old] = next
                next += 1
            }
            return number[old]
        }
    }

    /// The graph of the groups.
    func joined(by group: [Int]) -> LouvainLevel {
        let groups = (group.max() ?? -1) + 1
        var members = [[Int]](repeating: [], count: groups)
        for (vertex, number) in group.enumerated() { members[number].append(vertex) }
        var starts = [0]
        var neighbours: [Int] = []
        var weights: [Int] = []
        var loops = [Int](repeating: 0, count: groups)
        var weightTo = loops
        for here in 0..<groups {
            var touched: [Int] = []
            for vertex in members[here] {
                loops[here] += self.loops[vertex]
                for place in self.starts[vertex]..<self.starts[vertex + 1] {
                    let there = group[self.neighbours[place]]
                    if there == here {
                        loops[here] += self.weights[place]
                    } else {
                        if weightTo[there] == 0 { touched.append(there) }
                        weightTo[there] += self.weights[place]
                    }
                }
            }
            for there in touched.sorted() {
                neighbours.append(there)
                weights.append(weightTo[there])
                weightTo[there] = 0
            }
            starts.append(neighbours.count)
        }
        return LouvainLevel(starts: starts, neighbours: neighbours, weights: weights, loops: loops, total: total)
    }
}
