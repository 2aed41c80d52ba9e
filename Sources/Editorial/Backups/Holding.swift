import Crypto
import Foundation

/// What a store holds, in few words: two stores that say the same hold the same published entries, and as much of the
/// rest.
package struct Holding: Hashable, Codable, Sendable {
    /// The number of the newest published revision, 0 where nothing is published.
    package let revision: Int
    /// How many entries are published.
    package let entries: Int
    /// How many rows each table holds.
    package let rows: [String: Int]
    /// SHA-256 of all published entries, in 64 hexadecimal digits.
    package let digest: String

    package init(revision: Int, entries: Int, rows: [String: Int], digest: String) {
        self.revision = revision
        self.entries = entries
        self.rows = rows
        self.digest = digest
    }
}

/// Makes the digest of all published entries, which are given to it in the order of their kinds and ids.
package struct PublishedDigest {
    private var hash = SHA256()

    package init() {}

    package mutating func take(kind: String, id: String, revision: Int, content: String) {
        // The lengths keep what belongs to one field out of its neighbour.
        for part in [kind, id, String(revision), content] {
            hash.update(data: Data("\(part.utf8.count):".utf8))
            hash.update(data: Data(part.utf8))
        }
    }

    package func finished() -> String { hash.finalize().map { String(format: "%02x", $0) }.joined() }
}
