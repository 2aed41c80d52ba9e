import Catalogue

/// What people came for, counted over a while without knowing who: the side of need that readers show themselves.
///
/// Whatever was counted less than five times in all is left out, so that nobody can be recognised in a number.
package struct Demand: Hashable, Sendable {
    /// How often something was looked for that the catalogue did not have: by language, by the telling words in the order
    /// of the alphabet, a space between them.
    package var unanswered: [Language: [String: Int]]
    /// How often people began to walk a help guide, by language and guide.
    package var walks: [Language: [RecordID: Int]]
    /// The first day that was counted.
    package var since: CivilDay
    /// The last day that was counted: the figures of that day are not whole yet.
    package var until: CivilDay

    /// How many days are looked back upon, the last one included.
    package static let days = 90

    package init(
        unanswered: [Language: [String: Int]] = [:], walks: [Language: [RecordID: Int]] = [:], since: CivilDay,
        until: CivilDay
    ) {
        self.unanswered = unanswered
        self.walks = walks
        self.since = since
        self.until = until
    }
}
