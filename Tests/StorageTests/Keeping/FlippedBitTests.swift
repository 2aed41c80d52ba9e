import Catalogue
import Editorial
import Foundation
import Testing

import class GRDB.DatabasePool

@testable import Storage

/// One bit of a real database file turns over, anywhere: either it is found, or nothing that is read has changed.
@Suite(.databases) struct FlippedBitTests {
    /// More by request: BETTERNET_FLIPS=20000.
    private static let flips = ProcessInfo.processInfo.environment["BETTERNET_FLIPS"].flatMap { Int($0) } ?? 150

    @Test func everyFlippedBitIsFoundOrChangesNothing() async throws {
        let database = try await TestStore.sqlite.empty()
        var truth: KeptReading
        do {
            let (store, vault) = try database.open()
            try await KeepingShop.fill(store, vault)
            truth = try await KeptReading(store, vault)
        }
        let copy = database.folder + "/copy.sqlite"
        _ = try SQLiteBackup.make(of: database.folder, to: copy)
        let whole = try Data(contentsOf: URL(fileURLWithPath: copy))
        let folder = database.folder + "/flipped"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let known = Set(truth.records + [try older()])
        var (found, harmless) = (0, 0)
        for _ in 0..<Self.flips {
            let bit = Int.random(in: 0..<whole.count * 8)
            var flipped = whole
            flipped[bit / 8] ^= 1 << (bit % 8)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                try FileManager.default.removeItem(atPath: folder + "/" + name)
            }
            let path = folder + "/betternet.sqlite"
            try flipped.write(to: URL(fileURLWithPath: path))
            let isFound = try !DatabaseCheck(of: path).faults.isEmpty
            let store = try? SQLiteStore(folder: folder)
            if let shown = try? await store?.published().catalogue.records {
                // Whatever verify says: what was never published is never shown.
                #expect(known.isSuperset(of: shown), "bit \(bit) changes what readers see")
            }
            if isFound {
                found += 1
            } else {
                harmless += 1
                let sound = try #require(store, "bit \(bit) keeps the store from opening, and is not found")
                #expect(try await KeptReading(sound, sound.reports) == truth, "bit \(bit) changes what is read")
            }
            try store?.pool.close()
        }
        print("flipped \(Self.flips) bits: \(found) found, \(harmless) changed nothing")
        #expect(found > Self.flips / 20, "hardly anything was found: \(found)")
    }

    /// What record 7 was before it was changed.
    private func older() throws -> Record {
        guard case .record(let record) = try KeepingShop.entry(7) else { throw CancellationError() }
        return record
    }
}
