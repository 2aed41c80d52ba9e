/// A drawing by springs: between any two vertices there is one, as long as the shortest way between them, and a weak one
/// holds each to its anchor.
///
/// Kamada and Kawai, "An algorithm for drawing general undirected graphs", Information Processing Letters 31(1), 1989;
/// relaxed by majorisation, vertex by vertex, so that no step makes it worse: Gansner, Koren and North, "Graph drawing by
/// stress majorization", Graph Drawing 2004, LNCS 3383, 239–250. For at most a few hundred vertices.
struct Springs {
    /// How strong the spring to the anchor is, beside the others of a vertex together. With any one organisation of the
    /// shipped catalogue left out, the others move by a twentieth of the picture on average and by an eighth at most;
    /// without it by up to three tenths, and the picture turns.
    private static let anchorStrength = 0.08
    private static let rounds = 150
    /// The length between vertices that can't reach one another, in steps.
    private static let apart = 4.0

    private let count: Int
    private let anchors: [NetworkLayout.Place]
    /// The length of the spring between two vertices, at `left * count + right`.
    private let lengths: [Double]

    init(_ graph: Graph, anchors: [NetworkLayout.Place]) {
        count = graph.count
        var lengths = [Double](repeating: Self.apart, count: graph.count * graph.count)
        var longest = Self.apart
        for source in 0..<graph.count {
            var queue = [source]
            lengths[source * graph.count + source] = 0
            var isSeen = [Bool](repeating: false, count: graph.count)
            isSeen[source] = true
            var next = 0
            while next < queue.count {
                let vertex = queue[next]
                next += 1
                for place in graph.places(of: vertex) where !isSeen[graph.neighbours[place]] {
                    let neighbour = graph.neighbours[place]
                    isSeen[neighbour] = true
                    let length = lengths[source * graph.count + vertex] + 1
                    lengths[source * graph.count + neighbour] = length
                    longest = max(longest, length)
                    queue.append(neighbour)
                }
            }
        }
        self.lengths = lengths
        // As far apart as the drawing will be.
        self.anchors = anchors.map { NetworkLayout.Place(x: $0.x * longest, y: $0.y * longest) }
    }

    /// Where the vertices stand, from 0 to 1, and as far from one another as they should at least be.
    func places(leastDistance: Double) -> [NetworkLayout.Place] {
        var places = anchors
        for _ in 0..<Self.rounds {
            for vertex in 0..<count { places[vertex] = relaxed(vertex, among: places) }
        }
        return Spacing(leastDistance).spread(fitted(places))
    }

    /// Where the springs of one vertex pull it.
    private func relaxed(_ vertex: Int, among places: [NetworkLayout.Place]) -> NetworkLayout.Place {
        let here = places[vertex]
        var sum = NetworkLayout.Place(x: 0, y: 0)
        var weights = 0.0
        for other in 0..<count where other != vertex {
            let length = lengths[vertex * count + other]
            // Short springs are strong.
            let weight = 1 / (length * length)
            let there = places[other]
            let stretch = length / max(here.distance(to: there), 1e-9)
            sum.x += weight * (there.x + (here.x - there.x) * stretch)
            sum.y += weight * (there.y + (here.y - there.y) * stretch)
            weights += weight
        }
        guard weights > 0 else { return here }
        let hold = weights * Self.anchorStrength
        return NetworkLayout.Place(
            x: (sum.x + hold * anchors[vertex].x) / (weights + hold),
            y: (sum.y + hold * anchors[vertex].y) / (weights + hold))
    }

    /// The same drawing as large as it may be.
    private func fitted(_ places: [NetworkLayout.Place]) -> [NetworkLayout.Place] {
        let left = places.map(\.x).min() ?? 0
        let top = places.map(\.y).min() ?? 0
        let width = (places.map(\.x).max() ?? 0) - left
        let height = (places.map(\.y).max() ?? 0) - top
        return places.map {
            NetworkLayout.Place(
                x: width > 0 ? ($0.x - left) / width : 0.5, y: height > 0 ? ($0.y - top) / height : 0.5)
        }
    }
}

/// Moves what stands on one another apart, and nothing else.
private struct Spacing {
    private static let rounds = 400
    private let least: Double

    init(_ least: Double) { self.least = least }

    func spread(_ places: [NetworkLayout.Place]) -> [NetworkLayout.Place] {
        var places = places
        for _ in 0..<Self.rounds {
            var isClear = true
            for left in places.indices {
                for right in places.indices.dropFirst(left + 1) {
                    let distance = places[left].distance(to: places[right])
                    guard distance < least else { continue }
                    isClear = false
                    push(&places, left, right, distance)
                }
            }
            if isClear { break }
        }
        return places
    }

    /// Moves both by half of what is missing, and a little more. Those on the very same spot part to the sides.
    private func push(_ places: inout [NetworkLayout.Place], _ left: Int, _ right: Int, _ distance: Double) {
        let share = (least * 1.02 - distance) / 2
        let isSame = distance < 1e-9
        let x = isSame ? 1 : (places[right].x - places[left].x) / distance
        let y = isSame ? 0 : (places[right].y - places[left].y) / distance
        places[left] = inside(places[left].x - x * share, places[left].y - y * share)
        places[right] = inside(places[right].x + x * share, places[right].y + y * share)
    }

    private func inside(_ x: Double, _ y: Double) -> NetworkLayout.Place {
        NetworkLayout.Place(x: min(max(x, 0), 1), y: min(max(y, 0), 1))
    }
}
