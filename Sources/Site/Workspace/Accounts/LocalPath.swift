import Catalogue
import Foundation

/// The place of a page of the workspace as it came in from outside: nothing that leads to another site.
struct LocalPath: Hashable, Sendable, CustomStringConvertible {
    /// With its query, as a browser takes it.
    let description: String

    private static let longest = 2_000

    /// Nil unless `text` is `/{edition}/workspace…`, in plain characters, with no step that leads up or is empty.
    init?(_ text: String?) {
        guard let text, text.utf8.count <= Self.longest, text.utf8.allSatisfy(Self.isPlain) else { return nil }
        let path = text.prefix { $0 != "?" }
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.count >= 3, steps[0].isEmpty, Edition(steps[1]) != nil, steps[2] == "workspace" else { return nil }
        guard steps.dropFirst(3).allSatisfy(Self.isStep) else { return nil }
        description = text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "#")
    }

    private static func isStep(_ step: Substring) -> Bool {
        guard let decoded = step.removingPercentEncoding else { return false }
        return !decoded.isEmpty && decoded != "." && decoded != ".." && !decoded.contains { "/\\".contains($0) }
    }
}
