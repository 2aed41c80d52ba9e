import Testing

/// One thing written wrongly in a file that is right otherwise, and what the reader must say of it.
struct Mistake: Sendable, CustomTestStringConvertible {
    let what: String
    let from: String
    let to: String
    /// Where it is found; nil where the whole file shows it.
    var line: Int?
    let says: String

    var testDescription: String { what }
}
