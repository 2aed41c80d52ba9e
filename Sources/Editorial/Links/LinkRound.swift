/// The results of one round of checks, looked at together.
package enum LinkRound {
    /// From how many results on the round says something about our own connection.
    package static let leastResults = 10

    /// Whether so much can't be reached at once that the fault is probably ours. Such a round should not be noted:
    /// three nights without network would otherwise break every link of the shop.
    package static func isOurFault(_ results: [LinkResult]) -> Bool {
        let asked = results.filter { result in
            switch result {
            case .alive, .moved, .broken, .forbiddenByRobots, .later: true
            case .refused: false
            }
        }
        let unreached = asked.filter { result in
            if case .broken(let why) = result { why.isOfTheLine } else { false }
        }
        return asked.count >= leastResults && unreached.count * 10 >= asked.count * 8
    }
}
