import Editorial
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct SQLiteStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        .path

    @Test func saysWhenTheFolderCantBeWritten() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("file-\(UUID().uuidString)").path
        try "x".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: StoreError.folderNotWritable(file + "/data", reason: "it can't be made")) {
            try SQLiteStore(folder: file + "/data")
        }
    }

    /// What is acknowledged is on the disk: the library that opens the database would have it otherwise.
    @Test func everyCommitWaitsForTheDisk() throws {
        let store = try SQLiteStore(folder: folder)
        let level = try store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(level == 2, "not FULL")
    }

    @Test func saysWhenTheFileIsNoDatabase() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try String(repeating: "no database ", count: 500)
            .write(toFile: folder + "/betternet.sqlite", atomically: true, encoding: .utf8)
        #expect { try SQLiteStore(folder: folder) } throws: { error in
            if case StoreError.unreadable = error { true } else { false }
        }
    }
}
