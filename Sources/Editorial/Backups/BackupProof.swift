import Foundation

/// That a backup was made, opened again and found to hold what the original held.
package struct BackupProof: Item, Hashable {
    package static let shelf = Shelf.backup
    /// Only the last proof is kept: what is true of older copies nobody knows any more.
    package static let last = "last"

    package var id: String { Self.last }

    /// When the copy was proved.
    package let at: Date
    package let holding: Holding
    /// Bytes of the copy.
    package let size: Int
    /// How long copying and proving took together.
    package let seconds: Double

    package init(at: Date, holding: Holding, size: Int, seconds: Double) {
        self.at = at
        self.holding = holding
        self.size = size
        self.seconds = seconds
    }
}

extension Store {
    /// The last backup that was proved, if any.
    package func lastBackup() async throws -> BackupProof? {
        try await find(BackupProof.self, BackupProof.last)?.value
    }

    /// Notes a proof, unless a newer one stands there already. Throws ``WorkConflict`` where another program noted one at
    /// the same time.
    package func note(_ proof: BackupProof) async throws {
        let kept = try await find(BackupProof.self, BackupProof.last)
        guard kept.map({ $0.value.at < proof.at }) ?? true else { return }
        var work = Work(by: "betternet backup", at: proof.at)
        try work.put(proof, over: kept?.version)
        try await commit(work)
    }
}
