import Catalogue

/// What one answer of another site held.
package struct IncomingPage: Hashable, Sendable {
    /// In the order in which they stood there; no key twice.
    package let items: [Incoming]
    /// What could not be read; the rest goes on without it.
    package let faults: [IncomingFault]
    /// The address of what follows; nil: this was all.
    package let next: String?
    /// The source lost its place (`badResumptionToken`): the list must be asked for from its beginning.
    package let isRestart: Bool

    package init(items: [Incoming], faults: [IncomingFault] = [], next: String? = nil, isRestart: Bool = false) {
        self.items = items
        self.faults = faults
        self.next = next
        self.isRestart = isRestart
    }
}

/// Something that could not be read.
package struct IncomingFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where: the key of the item, its place in the file, or the address.
    package let place: String
    /// What is wrong, in words for whoever looks after the source.
    package let what: String
    /// Whether the item itself was taken, without what is wrong in it.
    package let isPartial: Bool

    package init(place: String, what: String, isPartial: Bool = false) {
        self.place = place
        self.what = what
        self.isPartial = isPartial
    }

    package var description: String { "\(place): \(what)" }
}
