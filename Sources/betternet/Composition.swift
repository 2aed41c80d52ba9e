import Catalogue
import Editorial
import Foundation
import Logging
import Site
import Storage

/// The one place where the store and the site meet.
enum Composition {
    static func store(_ options: DataOptions) throws -> any Store {
        do {
            return try SQLiteStore(folder: options.data)
        } catch let error as StoreError {
            throw Failure.other(error.description)
        }
    }

    /// The store of a data folder that must be there already.
    static func existingStore(_ options: DataOptions) throws -> any Store {
        guard FileManager.default.fileExists(atPath: options.data + "/betternet.sqlite") else {
            throw Failure.other(
                "\(options.data): no catalogue has been loaded here: run betternet load catalogue --data \(options.data)"
            )
        }
        return try store(options)
    }

    /// Reads catalogue files; ends the command with every fault if there is one.
    static func read(_ paths: [String]) throws -> CatalogueReading {
        let reading = CatalogueReader().read(paths)
        guard reading.faults.isEmpty else { throw Failure.badData(reading.faults.map(\.description)) }
        guard reading.files > 0 else {
            throw Failure.badData([
                "\(paths.joined(separator: " ")): no catalogue files here: name a folder with records"
            ])
        }
        return reading
    }

    static func snapshot(of store: any Store) async throws -> Snapshot {
        Snapshot(try await store.published())
    }

    static func site(_ snapshot: Snapshot, store: any Store, settings: SiteSettings) -> Site {
        var logger = Logger(label: "betternet")
        logger.logLevel = .warning
        return Site(snapshots: SnapshotHolder(snapshot), store: store, settings: settings, logger: logger)
    }
}
