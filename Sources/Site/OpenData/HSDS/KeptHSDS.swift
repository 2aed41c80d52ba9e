import Exchange
import Foundation
import NIOPosix

/// The human services data of the current snapshot, made when somebody first asks for it after a change.
actor KeptHSDS {
    private var revision = -1
    private var data: Task<HSDS, any Error>?
    private var archive: Task<ReadyPage, any Error>?

    func data(of snapshot: Snapshot, _ addresses: PublicAddresses) async throws -> HSDS {
        renew(for: snapshot)
        // On its own, and not a child of this request: others wait for it too, and it goes on when this one gives up.
        let task =
            data
            ?? Task {
                // With a hundred thousand services some tenths of a second: not on the threads that answer everybody.
                try await NIOThreadPool.singleton.runIfActive {
                    HSDS(catalogue: snapshot.catalogue, log: snapshot.log, addresses: addresses)
                }
            }
        data = task
        do { return try await task.value } catch {
            data = nil
            throw error
        }
    }

    func archive(of snapshot: Snapshot, _ addresses: PublicAddresses) async throws -> ReadyPage {
        let hsds = try await data(of: snapshot, addresses)
        // For the same reason.
        let task =
            archive
            ?? Task {
                try await NIOThreadPool.singleton.runIfActive {
                    ReadyPage(
                        mediaType: "application/zip", bytes: try HSDSArchive.pack(hsds, log: snapshot.log),
                        freshness: .snapshot, isShared: true, isPacked: true, fileName: "betternet-hsds.zip",
                        modified: snapshot.madeAt)
                }
            }
        archive = task
        do { return try await task.value } catch {
            archive = nil
            throw error
        }
    }

    /// A request that still holds an older snapshot takes what there is of the newer one.
    private func renew(for snapshot: Snapshot) {
        guard revision < snapshot.revision else { return }
        revision = snapshot.revision
        data = nil
        archive = nil
    }
}
