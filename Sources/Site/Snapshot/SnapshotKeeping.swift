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
    /// The revision that the file holds; nil: none that is known.
    private let kept = Mutex<Int?>(nil)

    /// - Parameters:
    ///   - index: where the search index of what is kept is kept beside it; nil: nowhere.
    ///   - write: puts a catalogue in its place; may take long.
    package init(index: IndexFile? = nil, write: @escaping @Sendable (PublishedCatalogue) throws -> Void) {
        self.write = write
        self.index = index
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
