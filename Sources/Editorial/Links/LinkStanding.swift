import Catalogue
import Foundation

/// How the links of the whole catalogue stand, in numbers: which ones, the workspace says.
package struct LinkStanding: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case alive
        /// It failed, but not often enough to call it broken.
        case failing
        case broken, moved
        /// The site does not want to be asked, or the address leads nowhere that may be asked.
        case closed
        case unchecked
    }

    /// How many addresses are in each state; together all that stand in the catalogue.
    package let numbers: [State: Int]
    /// When the newest check was made; nil if there was none.
    package let lastCheck: Date?

    package init(_ table: LinkTable, reports: [LinkReport]) {
        let known = Dictionary(reports.map { ($0.address, $0) }, uniquingKeysWith: { _, newer in newer })
        var numbers: [State: Int] = [:]
        var checks: [Date] = []
        for address in table.addresses {
            let report = known[address]
            numbers[State(report), default: 0] += 1
            if let at = report?.last?.at { checks.append(at) }
        }
        self.numbers = numbers
        lastCheck = checks.max()
    }

    package var total: Int { numbers.values.reduce(0, +) }
}

extension LinkStanding.State {
    fileprivate init(_ report: LinkReport?) {
        guard let report, report.last != nil else {
            self = .unchecked
            return
        }
        self =
            switch report.state {
            case .alive: .alive
            case .failing: .failing
            case .broken: .broken
            case .moved: .moved
            case .refused, .unknown: .closed
            }
    }
}
