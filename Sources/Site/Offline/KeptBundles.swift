import Catalogue
import Foundation
import NIOPosix

/// The packs and archives of the current snapshot, each made when somebody first asks after a change or a midnight.
actor KeptBundles {
    enum Kind: Hashable { case pack, archive }

    private struct Key: Hashable {
        let kind: Kind
        let edition: Edition
    }

    private var day: CivilDay?
    private var revision = -1
    /// Being made or made: who asks meanwhile waits for the same.
    private var bundles: [Key: Task<ReadyPage, any Error>] = [:]

    func bundle(
        _ kind: Kind, of snapshot: Snapshot, edition: Edition, on day: CivilDay, settings: SiteSettings
    ) async throws -> ReadyPage {
        // A request that still holds an older snapshot takes what there is of the newer one.
        if self.day != day || revision < snapshot.revision {
            bundles = [:]
            (self.day, revision) = (day, snapshot.revision)
        }
        let key = Key(kind: kind, edition: edition)
        // On its own, and not a child of this request: others wait for it too, and it goes on when this one gives up.
        let task =
            bundles[key]
            ?? Task {
                // Some seconds of work: not on the threads that answer everybody else.
                try await NIOThreadPool.singleton.runIfActive {
                    try Self.make(kind, of: snapshot, edition: edition, on: day, settings: settings)
                }
            }
        bundles[key] = task
        do { return try await task.value } catch {
            bundles[key] = nil
            throw error
        }
    }

    private static func make(
        _ kind: Kind, of snapshot: Snapshot, edition: Edition, on day: CivilDay, settings: SiteSettings
    ) throws -> ReadyPage {
        let bytes =
            switch kind {
            case .pack: try OfflinePack(of: snapshot, edition: edition, on: day, settings: settings).packed()
            case .archive: try PlainSite(of: snapshot, edition: edition, on: day, settings: settings).packed()
            }
        let mediaType = kind == .pack ? "application/gzip" : "application/zip"
        return ReadyPage(mediaType: mediaType, bytes: bytes, freshness: .snapshot, isPacked: true)
    }
}
