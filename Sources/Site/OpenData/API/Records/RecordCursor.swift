/// How far somebody is in the list of records: behind a revision. What changes while somebody pages gets a higher
/// revision and comes once more at the end; nothing is left out.
struct RecordCursor: Hashable, Sendable, CustomStringConvertible {
    /// 0: at the beginning.
    let revision: Int

    init(after revision: Int) { self.revision = revision }

    /// Nil for what was not made here.
    init?(_ text: String) {
        let digits = text.dropFirst()
        guard text.hasPrefix("r"), (1...12).contains(digits.utf8.count),
            digits.utf8.allSatisfy({
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            }),
            let revision = Int(digits, radix: 36)
        else { return nil }
        self.revision = revision
    }

    var description: String { "r" + String(revision, radix: 36) }
}
