import Catalogue

/// What is kept of the checks of one outgoing address.
package struct CheckedLink: Item, Hashable {
    package static let shelf = Shelf.link
    /// The ``key`` of those that somebody should look at.
    package static let wanting = "wanting"

    package var report: LinkReport

    package var id: String { report.address.description }
    package var key: String? {
        switch report.state {
        case .broken, .moved, .refused: Self.wanting
        case .unknown, .alive, .failing: nil
        }
    }

    package init(_ report: LinkReport) { self.report = report }
}

/// An address that somebody should look at, and where it stands.
package struct LinkTask: Sendable {
    package let report: LinkReport
    /// The places of it in entries that the actor may change.
    package let places: [(record: Record, field: LinkField)]
}
