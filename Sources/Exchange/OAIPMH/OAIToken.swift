/// What a list was asked for with.
struct OAISelection: Hashable, Sendable {
    var format: OAIFormat
    var set: String?
    var from: OAIDate?
    var until: OAIDate?
}

/// Where to go on in a list that is too long for one answer: what was asked, and the last revision that was sent. The
/// server remembers nothing, so a token holds as long as the catalogue does, whatever is published meanwhile.
struct OAIToken: Hashable, Sendable {
    let selection: OAISelection
    /// The newest revision that was sent.
    let revision: Int
    /// How many records were sent.
    let cursor: Int
    /// How long the whole list was when it was asked for.
    let size: Int

    private static let version = "1"

    init(selection: OAISelection, revision: Int, cursor: Int, size: Int) {
        self.selection = selection
        self.revision = revision
        self.cursor = cursor
        self.size = size
    }

    /// Only letters that may stand in an address as they are.
    var text: String {
        let body = [
            Self.version, selection.format.rawValue, selection.set ?? "", selection.from?.text ?? "",
            selection.until?.text ?? "", String(revision), String(cursor), String(size),
        ].joined(separator: ".")
        return "\(body).\(Self.check(body))"
    }

    /// Nil for what no version of this program wrote, or what somebody changed.
    init?(_ text: String) {
        guard text.utf8.count <= 500 else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 9, parts[0] == Self.version,
            parts[8] == Self.check(parts.dropLast().joined(separator: ".")),
            let format = OAIFormat(rawValue: parts[1]), let revision = Int(parts[5]), let cursor = Int(parts[6]),
            let size = Int(parts[7]), revision > 0, cursor > 0, size > 0,
            let from = Self.date(parts[3]), let until = Self.date(parts[4])
        else { return nil }
        selection = OAISelection(
            format: format, set: parts[2].isEmpty ? nil : parts[2], from: from, until: until)
        self.revision = revision
        self.cursor = cursor
        self.size = size
    }

    /// Nothing where there is no date; nil where it can't be read.
    private static func date(_ text: String) -> OAIDate?? {
        if text.isEmpty { return .some(nil) }
        return OAIDate(text).map { .some($0) }
    }

    /// Against slips, not against forgery: all that a token opens is open anyway. FNV-1a in 32 bits
    /// (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static func check(_ text: String) -> String {
        let hash = text.utf8.reduce(UInt32(0x811c_9dc5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return String(hash, radix: 36)
    }
}
