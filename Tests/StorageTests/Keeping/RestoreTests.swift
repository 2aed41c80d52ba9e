import Catalogue
import Editorial
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite(.databases) struct RestoreTests {
    /// A filled data folder, a backup of it, and what was read there.
    private func backedUp() async throws -> (database: TestDatabase, file: String, truth: KeptReading) {
        let database = try await TestStore.sqlite.empty()
        let (store, vault) = try database.open()
        try await KeepingShop.fill(store, vault)
        let file = database.folder + "/copy.sqlite"
        _ = try SQLiteBackup.make(of: database.folder, to: file)
        return (database, file, try await KeptReading(store, vault))
    }

    private func reading(_ folder: String) async throws -> KeptReading {
        let store = try SQLiteStore(folder: folder)
        return try await KeptReading(store, store.reports)
    }

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func aBackupComesBackIntoAnEmptyFolder() async throws {
        let (database, file, truth) = try await backedUp()
        let folder = database.folder + "/other"
        let outcome = try SQLiteRestore.restore(file, to: folder)
        #expect(outcome.aside == nil)
        #expect(outcome.holding == (try DatabaseCheck(of: file).holding))
        #expect(try names(folder) == ["betternet.sqlite", "lock"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/betternet.sqlite")[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try await reading(folder) == truth)
    }

    /// Root brings back what the user of the site must open.
    @Test(.enabled(if: geteuid() == 0, "only root may give files away"))
    func whatRootBringsBackBelongsToTheOwnerOfTheFolder() async throws {
        let (database, file, _) = try await backedUp()
        let folder = database.folder + "/other"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(chown(folder, 65_534, 65_533) == 0)
        _ = try SQLiteRestore.restore(file, to: folder)
        var status = stat()
        #expect(stat(folder + "/betternet.sqlite", &status) == 0)
        #expect(status.st_uid == 65_534 && status.st_gid == 65_533)
    }

    @Test func whatIsThereStaysUnlessItMayBeReplacedAndIsKeptAside() async throws {
        let (database, file, truth) = try await backedUp()
        let folder = database.folder + "/other"
        let path = folder + "/betternet.sqlite"
        do {
            // Ended without a word: what it wrote last stands in the write-ahead log only.
            let store = try SQLiteStore(folder: folder)
            _ = try await store.publish([try KeepingShop.entry(99)], by: "test", at: KeepingShop.today)
            for ending in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: path + ending, toPath: folder + "/kept" + ending)
            }
            try store.pool.close()
        }
        for ending in ["", "-wal"] {
            try? FileManager.default.removeItem(atPath: path + ending)
            try FileManager.default.moveItem(atPath: folder + "/kept" + ending, toPath: path + ending)
        }
        try "old".write(toFile: SnapshotFile(folder: folder).path, atomically: true, encoding: .utf8)
        #expect(throws: RestoreError.exists(path)) { try SQLiteRestore.restore(file, to: folder) }
        let outcome = try SQLiteRestore.restore(file, to: folder, replacing: true, clock: { KeepingShop.today })
        let aside = try #require(outcome.aside)
        #expect(aside == path + ".before-20261118T110640Z")
        #expect(try await reading(folder) == truth)
        // The snapshot of the old one is gone, and the old one is whole.
        #expect(!FileManager.default.fileExists(atPath: SnapshotFile(folder: folder).path))
        #expect(try DatabaseCheck(of: aside).faults == [])
        #expect(try DatabaseCheck(of: aside).holding?.entries == 1)
        // A second one in the same second does not write over the first.
        let again = try SQLiteRestore.restore(file, to: folder, replacing: true, clock: { KeepingShop.today })
        #expect(again.aside == aside + "-2")
    }

    @Test func aFolderInUseIsLeftAlone() async throws {
        let (database, file, _) = try await backedUp()
        let folder = database.folder + "/other"
        let store = try SQLiteStore(folder: folder)
        #expect(throws: RestoreError.inUse(folder)) { try SQLiteRestore.restore(file, to: folder, replacing: true) }
        #expect(try await store.published().revision == 0)
    }

    @Test func nobodyOpensAFolderWhileItsDatabaseIsExchanged() async throws {
        let folder = try await TestStore.sqlite.empty().folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let lock = try #require(try FolderLock(alone: folder))
        #expect {
            try SQLiteStore(folder: folder)
        } throws: { error in
            if case StoreError.unreadable(folder, let reason) = error { reason.contains("restore") } else { false }
        }
        withExtendedLifetime(lock) {}
    }

    @Test func aDamagedBackupChangesNothing() async throws {
        let (database, file, truth) = try await backedUp()
        let damaged = database.folder + "/damaged.sqlite"
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        try (whole.prefix(8_192) + Data(repeating: 0xA5, count: 4_096) + whole.dropFirst(12_288))
            .write(to: URL(fileURLWithPath: damaged))
        let before = try names(database.folder)
        #expect {
            try SQLiteRestore.restore(damaged, to: database.folder, replacing: true)
        } throws: { error in
            if case RestoreError.unsound(damaged, let faults) = error { !faults.isEmpty } else { false }
        }
        #expect(try names(database.folder) == before)
        #expect(try await reading(database.folder) == truth)
    }

    @Test func aDamagedDatabaseGivesWayToABackup() async throws {
        let (database, file, truth) = try await backedUp()
        let folder = database.folder + "/other"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ruin = Data(String(repeating: "no database ", count: 900).utf8)
        try ruin.write(to: URL(fileURLWithPath: folder + "/betternet.sqlite"))
        let outcome = try SQLiteRestore.restore(file, to: folder, replacing: true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: try #require(outcome.aside))) == ruin)
        #expect(try await reading(folder) == truth)
    }

    @Test func whatAnotherOneLeftUnfinishedIsTidiedUpAfterADay() async throws {
        let (database, file, _) = try await backedUp()
        let left = ["old", "new"].map { file + ".unfinished-" + $0 }
        for path in left { try "x".write(toFile: path, atomically: true, encoding: .utf8) }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -90_000)], ofItemAtPath: left[0])
        _ = try SQLiteBackup.make(of: database.folder, to: file, replacing: true)
        #expect(left.map { FileManager.default.fileExists(atPath: $0) } == [false, true])
    }
}
