import Catalogue

/// Counts the figures of a report, and keeps the order in which they come.
struct ReportCounting {
    private(set) var order: [ReportFigure] = []
    private(set) var counts: [ReportFigure: Int] = [:]

    mutating func count(_ figure: ReportFigure, _ number: Int) {
        if counts.updateValue(number, forKey: figure) == nil { order.append(figure) }
    }

    mutating func countEntries(_ entries: [ReportEntry], _ kinds: [Kind: [Status: Int]]) {
        count(.records, entries.count)
        for kind in Kind.allCases { count(.kind(kind), kinds[kind]?.values.reduce(0, +) ?? 0) }
        for status in Status.allCases { count(.status(status), kinds.values.reduce(0) { $0 + ($1[status] ?? 0) }) }
        count(.verified, entries.count(where: \.isVerified))
    }

    mutating func countOffers(_ records: [Record]) {
        let active = records.indices.filter { records[$0].isActiveOffer }
        let offers = active.map { Soundness(of: records, at: $0) }
        count(.offers, offers.count)
        count(.verifiedOffers, offers.count { $0.contains(.verified) })
        count(.freeOffers, offers.count { $0.contains(.free) })
        count(.offlineOffers, offers.count { $0.contains(.offline) })
    }

    mutating func countOrganisations(_ organisations: [ReportOrganisation], _ network: Network) {
        count(.members, organisations.count(where: \.isMember))
        count(.activeOrganisations, organisations.count { $0.offers > 0 })
        count(.tiedOrganisations, network.actors.count { $0.degree > 0 })
        count(.loneOrganisations, network.actors.count { $0.degree == 0 })
        count(.communities, network.communities.count)
    }

    /// How many offers serve each value of an axis: a coverage that has it counts them in its totals.
    mutating func count(_ axis: Axis, in coverages: [ReportMatrix: Coverage]) {
        for matrix in ReportMatrix.allCases {
            guard let coverage = coverages[matrix] else { continue }
            if matrix.rows == axis {
                return count(axis, coverage.rowValues, coverage.rowTotals)
            } else if matrix.columns == axis {
                return count(axis, coverage.columnValues, coverage.columnTotals)
            }
        }
    }

    /// How many offers name each value of an axis themselves: in the cells where it crosses itself.
    static func direct(on axis: Axis, _ census: Census) -> [String: Int] {
        let coverage = Coverage(census, rows: axis, columns: axis)
        return Dictionary(
            coverage.rowValues.enumerated().map { ($1, coverage[$0, $0].direct) },
            uniquingKeysWith: { first, _ in first })
    }

    private mutating func count(_ axis: Axis, _ values: [String], _ totals: [Int]) {
        for (value, total) in zip(values, totals) { count(.value(axis, value), total) }
    }
}
