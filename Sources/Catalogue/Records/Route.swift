/// A learning path on the bicycle image: stops for one audience, in the order in which to ride them.
package struct Route: Hashable, Codable, Sendable {
    package struct Stop: Hashable, Codable, Sendable {
        package var title: LocalisedText
        package var text: LocalisedText
        /// A thing to do together.
        package var together: LocalisedText
        /// What the catalogue has for this stop, best first.
        package var records: [RecordID]
        /// How long it takes, in minutes.
        package var minutes: Int
    }

    package var stops: [Stop]

    /// How long the whole route takes, in minutes.
    package var minutes: Int { stops.reduce(0) { $0 + $1.minutes } }
}
