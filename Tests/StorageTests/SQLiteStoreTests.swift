import Editorial
import Foundation
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

    @Test func saysWhenTheFileIsNoDatabase() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try String(repeating: "no database ", count: 500)
            .write(toFile: folder + "/betternet.sqlite", atomically: true, encoding: .utf8)
        #expect { try SQLiteStore(folder: folder) } throws: { error in
            if case StoreError.unreadable = error { true } else { false }
        }
    }
}
