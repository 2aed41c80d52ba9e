extension Graph {
    /// For each vertex, between how many pairs of others it lies on the shortest way: a pair with several shortest ways
    /// counts by the share of them that lead through it. Every edge is one step, whatever its weight.
    ///
    /// Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25(2), 2001, 163–177.
    /// Components of more than `mostExact` vertices are estimated from the ways of `pivots` of their vertices (Brandes
    /// and Pich, "Centrality estimation in large networks", International Journal of Bifurcation and Chaos 17(7), 2007):
    /// those that come first in `order`.
    func betweenness(in components: [[Int]], mostExact: Int, pivots: Int, order: (Int) -> UInt64) -> [Double] {
        var search = ShortestWays(self)
        for component in components where component.count > 2 {
            var sources = component
            if component.count > max(mostExact, pivots) {
                let placed = component.map { (place: order($0), vertex: $0) }.sorted { $0 < $1 }
                sources = placed.prefix(max(pivots, 1)).map(\.vertex)
            }
            // Every pair is met from both of its ends.
            let share = Double(component.count) / Double(sources.count) / 2
            for source in sources { search.add(from: source, share: share) }
        }
        return search.betweenness
    }
}

/// Searches for shortest ways, one source after another.
private struct ShortestWays {
    private let graph: Graph
    private(set) var betweenness: [Double]
    private var distance: [Int]
    /// How many shortest ways lead from the source to each vertex. A `Double`, because there can be very many.
    private var ways: [Double]
    private var dependency: [Double]
    private var queue: [Int] = []

    init(_ graph: Graph) {
        self.graph = graph
        betweenness = [Double](repeating: 0, count: graph.count)
        distance = [Int](repeating: -1, count: graph.count)
        ways = betweenness
        dependency = betweenness
    }

    /// Adds what lies between `source` and all others.
    mutating func add(from source: Int, share: Double) {
        queue.removeAll(keepingCapacity: true)
        queue.append(source)
        distance[source] = 0
        ways[source] = 1
        var next = 0
        while next < queue.count {
            let vertex = queue[next]
            next += 1
            for place in graph.places(of: vertex) {
                let neighbour = graph.neighbours[place]
                if distance[neighbour] < 0 {
                    distance[neighbour] = distance[vertex] + 1
                    queue.append(neighbour)
                }
                if distance[neighbour] == distance[vertex] + 1 { ways[neighbour] += ways[vertex] }
            }
        }
        for vertex in queue.reversed() {
            let through = (1 + dependency[vertex]) / ways[vertex]
            for place in graph.places(of: vertex) where distance[graph.neighbours[place]] == distance[vertex] - 1 {
                dependency[graph.neighbours[place]] += ways[graph.neighbours[place]] * through
            }
            if vertex != source { betweenness[vertex] += dependency[vertex] * share }
        }
        for vertex in queue {
            distance[vertex] = -1
            ways[vertex] = 0
            dependency[vertex] = 0
        }
    }
}
