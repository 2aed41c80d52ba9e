import Catalogue
import Foundation
import Testing

@testable import Exchange

@Suite struct ChangeLogTests {
    private let noon = Date(timeIntervalSince1970: 1_795_431_600)

    private func change(_ name: String, _ revision: Int, day: Int = 0) throws -> ChangeLog.Change {
        ChangeLog.Change(
            record: try #require(RecordID(name)), revision: revision, first: noon,
            last: noon.addingTimeInterval(Double(day) * 86_400))
    }

    private func names(_ changes: some Sequence<ChangeLog.Change>) -> [String] { changes.map(\.record.description) }

    @Test func goesOnAfterARevision() throws {
        let log = ChangeLog([try change("c", 9), try change("a", 2), try change("b", 5)])
        #expect(names(log.changes) == ["a", "b", "c"])
        for (after, rest) in [(0, ["a", "b", "c"]), (2, ["b", "c"]), (4, ["b", "c"]), (5, ["c"]), (9, [])] {
            #expect(names(log.after(after)) == rest, "after \(after)")
        }
    }

    @Test func bothEndsOfATimeBelongToIt() throws {
        let log = ChangeLog([try change("a", 1), try change("b", 2, day: 1), try change("c", 3, day: 2)])
        let day = noon.addingTimeInterval(86_400)
        #expect(names(log.after(0, from: day)) == ["b", "c"])
        #expect(names(log.after(0, until: day)) == ["a", "b"])
        #expect(names(log.after(0, from: day, until: day)) == ["b"])
    }

    /// Whoever pages while others publish misses nothing.
    @Test(arguments: 1...20) func pagingMissesNothingThatChangesMeanwhile(_ seed: UInt64) throws {
        var state = seed
        func chance(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var revision = 40
        var log = ChangeLog(try (1...40).map { try change("r\($0)", $0) })
        var copy: [String: Int] = [:]
        var place = 0
        while let last = log.after(place).prefix(7).map({ $0 }).last {
            for change in log.after(place).prefix(7) { copy[change.record.description] = change.revision }
            place = last.revision
            // Somebody publishes between two pages, a few times.
            if revision < 60 {
                revision += 1
                log = log.taking([try change("r\(chance(45) + 1)", revision)])
            }
        }
        #expect(
            copy == Dictionary(uniqueKeysWithValues: log.changes.map { ($0.record.description, $0.revision) }))
    }

    @Test func aNewChangeTakesThePlaceOfTheOld() throws {
        let log = ChangeLog([try change("a", 1), try change("b", 2)]).taking([try change("a", 3)])
        #expect(names(log.changes) == ["b", "a"])
        #expect(log[try #require(RecordID("a"))]?.revision == 3)
    }
}
