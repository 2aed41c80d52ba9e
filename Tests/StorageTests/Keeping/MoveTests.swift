import Catalogue
import Editorial
import Foundation
import Testing

@testable import Storage

@Suite(.databases, .enabled(if: TestStore.address != nil)) struct MoveTests {
    private func filledFolder() async throws -> (database: TestDatabase, truth: KeptReading) {
        let database = try await TestStore.sqlite.empty()
        let (store, vault) = try database.open()
        try await KeepingShop.fill(store, vault)
        return (database, try await KeptReading(store, vault))
    }

    @Test func everythingGoesOverAndComesBack() async throws {
        let (folder, truth) = try await filledFolder()
        let database = try await TestStore.postgresql.empty()
        let counts = try await StoreMove(database: database.address).bring(folder: folder.folder)
        #expect(counts == (try DatabaseCheck(ofFolder: folder.folder).holding?.rows))
        let (store, vault) = try database.open()
        #expect(try await KeptReading(store, vault) == truth)
        #expect(try await store.searchCounts(since: KeepingShop.day).map(\.searches) == [9])

        let back = folder.folder + "/back"
        #expect(try await StoreMove(database: database.address).take(toFolder: back) == counts)
        let returned = try SQLiteStore(folder: back)
        #expect(try await KeptReading(returned, returned.reports) == truth)
        #expect(
            try DatabaseCheck(ofFolder: back).holding == (try DatabaseCheck(ofFolder: folder.folder).holding))
    }

    @Test func whatIsNewIsCountedOnFromWhatCame() async throws {
        let (folder, truth) = try await filledFolder()
        let database = try await TestStore.postgresql.empty()
        _ = try await StoreMove(database: database.address).bring(folder: folder.folder)
        let store = try database.store()
        let publication = try await store.publish([try KeepingShop.entry(50)], by: "test", at: KeepingShop.today)
        #expect(publication.revision == truth.revision + 1)
        var work = Work(by: "Bea", at: KeepingShop.today)
        work.note(
            TrailLine(account: nil, name: "Bea", organisation: nil, deed: .left, object: "x", at: KeepingShop.today))
        try await store.commit(work)
        #expect(try await store.trail(TrailSelection()).map(\.name) == ["Bea", "Anna"])
    }

    @Test func nothingIsMixedWithWhatIsThere() async throws {
        let (folder, _) = try await filledFolder()
        let database = try await TestStore.postgresql.empty()
        _ = try await database.store().publish([try KeepingShop.entry(50)], by: "test", at: KeepingShop.today)
        await #expect {
            _ = try await StoreMove(database: database.address).bring(folder: folder.folder)
        } throws: { error in
            if case RestoreError.notEmpty(_, table: "revision") = error { true } else { false }
        }
        #expect(try await database.store().published().revision == 1)
        await #expect(throws: RestoreError.notEmpty(folder.folder + "/betternet.sqlite", table: "revision")) {
            _ = try await StoreMove(database: database.address).take(toFolder: folder.folder)
        }
    }

    @Test func aFolderInUseIsNotMoved() async throws {
        let (folder, _) = try await filledFolder()
        let database = try await TestStore.postgresql.empty()
        let store = try folder.store()
        await #expect(throws: RestoreError.inUse(folder.folder)) {
            _ = try await StoreMove(database: database.address).bring(folder: folder.folder)
        }
        #expect(try await store.published().revision > 0)
    }

    @Test func aBackupOfPostgreSQLIsOneOfADataFolderToo() async throws {
        let (folder, truth) = try await filledFolder()
        let database = try await TestStore.postgresql.empty()
        _ = try await StoreMove(database: database.address).bring(folder: folder.folder)
        let file = folder.folder + "/copy.sqlite"
        let proof = try await PostgreSQLBackup.make(of: database.address, to: file)
        #expect(proof.holding == (try DatabaseCheck(of: file).holding))
        #expect(proof.holding == (try DatabaseCheck(ofFolder: folder.folder).holding))
        await #expect(throws: BackupError.exists(file)) {
            _ = try await PostgreSQLBackup.make(of: database.address, to: file)
        }
        let other = folder.folder + "/other"
        _ = try SQLiteRestore.restore(file, to: other)
        let restored = try SQLiteStore(folder: other)
        #expect(try await KeptReading(restored, restored.reports) == truth)
        // And into another empty database.
        let second = try await TestStore.postgresql.empty()
        _ = try await StoreMove(database: second.address).bring(file: file)
        let (store, vault) = try second.open()
        #expect(try await KeptReading(store, vault) == truth)
    }

    @Test func noPasswordIsShown() {
        let place = StorePlace("postgresql://betternet:ge%20heim@db1,db2/betternet?sslmode=require")
        #expect(place.description == "postgresql://betternet@db1,db2/betternet?sslmode=require")
        #expect(StorePlace("postgres://db/x?password=geheim&a=b").description == "postgres://db/x?password=…&a=b")
        #expect(StorePlace("data") == .folder("data"))
    }
}
