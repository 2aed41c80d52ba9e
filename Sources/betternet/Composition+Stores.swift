import Editorial
import Foundation
import Intake
import Site
import Storage

extension Composition {
    /// What is kept, behind the two protocols of what must be kept.
    struct Stores {
        let store: any Store
        let reports: any ReportVault
        /// The published catalogue once more, for a start without the database.
        let kept: SnapshotFile
        /// The search index of it.
        let index: IndexFile
    }

    /// Those of the data folder; with a database of their own those of it, and the folder holds the rest.
    static func stores(_ options: DataOptions) throws -> Stores {
        do {
            let kept = SnapshotFile(folder: options.data)
            let index = IndexFile(folder: options.data)
            if let address = options.database {
                try FileManager.default.createDirectory(atPath: options.data, withIntermediateDirectories: true)
                let store = PostgreSQLStore(address: address)
                return Stores(store: store, reports: store.reports, kept: kept, index: index)
            }
            let store = try SQLiteStore(folder: options.data)
            return Stores(store: store, reports: store.reports, kept: kept, index: index)
        } catch let error as StoreError {
            throw Failure.other(error.description)
        } catch let error as CocoaError {
            throw Failure.other("\(options.data): the data folder can't be made (\(error.localizedDescription))")
        }
    }

    /// Those that must be there already.
    static func existingStores(_ options: DataOptions) throws -> Stores {
        if options.database == nil { try requireDatabase(options) }
        return try stores(options)
    }

    static func requireDatabase(_ options: DataOptions) throws {
        do throws(StoreError) {
            if try SQLiteStore.isThere(in: options.data) { return }
        } catch { throw error.failure }
        throw Failure.other(
            "\(options.data): no catalogue has been loaded here: run betternet load catalogue --data \(options.data)"
        )
    }

    static func snapshot(of store: any Store) async throws -> Snapshot {
        Snapshot(try await store.published())
    }

    /// What a site opens with: what was published when it was last kept, and what was published since; where nothing is
    /// kept that the database knows of, all that is published. Where the database is away, what was kept.
    static func opening(_ stores: Stores) async throws -> Snapshot {
        async let stored = stores.index.read()
        let (kept, fault) = kept(stores)
        do {
            guard let kept, let changes = try await stores.store.changes(since: kept) else {
                if let fault { warn(fault.description) }
                return Snapshot(try await stores.store.published())
            }
            let snapshot = Snapshot(kept: kept, stored: await stored)
            return changes.entries.isEmpty ? snapshot : snapshot.taking(changes)
        } catch StoreError.away(let reason) {
            if let fault { throw Failure.other(fault.description) }
            guard let kept else {
                throw Failure.other(
                    "the database can't be reached (\(reason)), and \(stores.kept.path) holds no catalogue to go on with: start the database, then this program"
                )
            }
            warn("the database can't be reached (\(reason)): opening with revision \(kept.revision)")
            return Snapshot(kept: kept, stored: await stored)
        }
    }

    private static func kept(_ stores: Stores) -> (PublishedCatalogue?, StoreError?) {
        do { return (try stores.kept.read(), nil) } catch { return (nil, error) }
    }

    private static func warn(_ words: String) {
        FileHandle.standardError.write(Data("warning: \(words)\n".utf8))
    }
}
