import Catalogue

/// What one run over a source brought.
package struct HarvestDelivery: Sendable {
    package var items: [Incoming]
    /// What could not be read.
    package var faults: [HarvestFault]
    /// Why the run ended before the end of the list; nil: the list was read to its end.
    package var stop: HarvestStop?
    /// Whether it is meant as all that there is, so that what is not in it has vanished.
    package var isEverything: Bool

    package init(
        items: [Incoming] = [], faults: [HarvestFault] = [], stop: HarvestStop? = nil, isEverything: Bool = true
    ) {
        self.items = items
        self.faults = faults
        self.stop = stop
        self.isEverything = isEverything
    }
}

/// Something of a source that could not be taken over. In English, the language of those who look after sources.
package struct HarvestFault: Hashable, Codable, Sendable, CustomStringConvertible {
    static let longest = 400

    /// What the source calls it, or where it stands.
    package let place: String
    package let what: String
    /// Whether the thing itself was read, without what is wrong in it: it is there all the same.
    package let isPartial: Bool

    package init(place: String, what: String, isPartial: Bool = false) {
        self.isPartial = isPartial
        self.place = String(place.prefix(Self.longest))
        self.what = String(what.prefix(Self.longest))
    }

    package var description: String { "\(place): \(what)" }
}

/// Why a run ended before its end.
package struct HarvestStop: Hashable, Codable, Sendable {
    package enum Reason: String, CaseIterable, Codable, Sendable {
        /// No answer came.
        case unreachable
        /// The address may not be asked: a private network, `robots.txt`, no website.
        case refused
        /// The site wants to be left alone for a while.
        case later
        /// One answer was larger than allowed.
        case tooLarge = "too-large"
        /// One answer, or all together, took too long.
        case tooSlow = "too-slow"
        /// More answers, things or bytes than one run may bring.
        case tooMuch = "too-much"
        /// The list leads back to where it was, or goes on without bringing anything.
        case endless
        /// An answer that is nothing of this format.
        case unreadable
        /// The program was ended meanwhile.
        case cutOff = "cut-off"
    }

    package let reason: Reason
    /// More about it, in English.
    package let detail: String

    package init(_ reason: Reason, _ detail: String = "") {
        self.reason = reason
        self.detail = String(detail.prefix(HarvestFault.longest))
    }
}
