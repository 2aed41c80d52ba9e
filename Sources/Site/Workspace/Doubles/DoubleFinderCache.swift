import Editorial
import Synchronization

/// The finder of doubles for the snapshot that was asked about last: it is built once a snapshot.
final class DoubleFinderCache: Sendable {
    private let kept = Mutex<(revision: Int, finder: DoubleFinder)?>(nil)

    /// Whoever asks while it is built waits for it.
    func finder(for snapshot: Snapshot) -> DoubleFinder {
        kept.withLock { kept in
            if let kept, kept.revision == snapshot.revision { return kept.finder }
            let finder = DoubleFinder(snapshot.catalogue)
            kept = (snapshot.revision, finder)
            return finder
        }
    }
}
