import Catalogue
import Editorial
import NIOPosix
import Synchronization

/// Keeps the snapshot in a file now and then, so that the next start needs no store.
package final class SnapshotKeeping: Sendable {
    /// How old the file may be beside a catalogue that changes all the time.
    static let interval = Duration.seconds(60)

    private let write: @Sendable (PublishedCatalogue) throws -> Void
    private let index: IndexFile?
    private let kept: Mutex<Int?>

    /// - Parameters:
    ///   - revision: what the file holds already; nil: nothing.
    ///   - index: where the search index of what is kept is kept beside it; nil: nowhere.
    ///   - write: puts a catalogue in its place; may take long.
    package init(
        revision: Int? = nil, index: IndexFile? = nil, write: @escaping @Sendable (PublishedCatalogue) throws -> Void
    ) {
        self.write = write
        self.index = index
        kept = Mutex(revision)
    }

    /// Keeps it, unless it is kept already. Throws what the file system says.
    func keep(_ snapshot: Snapshot) async throws {
        guard snapshot.revision > 0, !snapshot.isKept, kept.withLock({ $0 != snapshot.revision }) else { return }
        // Not on a thread that answers readers.
        try await NIOThreadPool.singleton.runIfActive { [write, index] in
            try write(snapshot.published)
            try index?.keep(snapshot)
        }
        kept.withLock { $0 = snapshot.revision }
    }
}
