import Catalogue
import Editorial
import Foundation
import Intake
import Testing

@testable import Storage

/// What a disk changes is never shown as true.
@Suite(.databases) struct DamageTests {
    private func filled(_ kind: TestStore) async throws -> TestDatabase {
        let database = try await kind.empty()
        let (store, vault) = try database.open()
        try await KeepingShop.fill(store, vault)
        // The rules against it are there for programs, not for disks.
        switch kind {
        case .sqlite:
            for rule in ["revisionStays", "trailStays"] { try await database.execute("DROP TRIGGER \"\(rule)\"") }
        case .postgresql:
            for table in ["revision", "trail"] {
                try await database.execute("ALTER TABLE \"\(table)\" DISABLE TRIGGER USER")
            }
        }
        return database
    }

    private func damaged(_ title: String) -> StoreError {
        .damaged(title, reason: "its fields are not those that were written")
    }

    @Test(arguments: TestStore.available) func aChangedRevisionIsNotPublished(_ kind: TestStore) async throws {
        let database = try await filled(kind)
        try await database.execute(
            "UPDATE revision SET content = replace(content, 'woorden', 'woordjes') WHERE number = 3")
        let store = try database.store()
        let record = try #require(RecordID("record-2"))
        await #expect(throws: damaged("revision 3 (record record-2)")) { try await store.published() }
        await #expect(throws: damaged("revision 3 (record record-2)")) { try await store.published(after: 2) }
        await #expect(throws: damaged("revision 3 (record record-2)")) { try await store.revisions(of: record) }
        // Of an older state it is left out, and counted.
        let before = try #require(try await store.published(at: 3))
        #expect(before.unread == 1 && !before.catalogue.records.contains { $0.id == record })
        // What is published anew is sound again.
        _ = try await store.publish([try KeepingShop.entry(2)], by: "test", at: KeepingShop.today)
        #expect(try await store.published().catalogue.records.count == KeepingShop.records)
    }

    @Test(
        arguments: TestStore.available,
        [#""author" = 'x'"#, #""why" = 'x'"#, #""madeAt" = '2020-01-01T00:00:00Z'"#, #""digest" = ''"#])
    func everyFieldOfARevisionCounts(_ kind: TestStore, _ change: String) async throws {
        let database = try await filled(kind)
        try await database.execute("UPDATE revision SET \(change) WHERE number = 5")
        let store = try database.store()
        await #expect(throws: damaged("revision 5 (record record-4)")) { try await store.published() }
    }

    @Test(arguments: TestStore.available) func aChangedItemIsNotGivenOut(_ kind: TestStore) async throws {
        let database = try await filled(kind)
        try await database.execute("UPDATE item SET content = replace(content, '2026', '2027') WHERE id = 'links'")
        let store = try database.store()
        await #expect(throws: damaged("duty links")) { try await store.find(Duty.self, "links") }
        await #expect(throws: damaged("duty links")) { try await store.all(Duty.self) }
        #expect(try await store.find(Duty.self, "digest")?.value.lastOn == KeepingShop.day)
    }

    @Test(arguments: TestStore.available) func aChangedLineOfTheTrailIsNotShown(_ kind: TestStore) async throws {
        let database = try await filled(kind)
        try await database.execute("UPDATE trail SET name = 'Bea'")
        let store = try database.store()
        await #expect {
            try await store.trail(TrailSelection())
        } throws: { error in
            if case StoreError.damaged(let title, _) = error {
                title.hasPrefix("a line of the trail of")
            } else {
                false
            }
        }
    }

    @Test(arguments: TestStore.available) func whatIsKeptOfReportsIsProvenToo(_ kind: TestStore) async throws {
        let database = try await filled(kind)
        for (change, title) in [
            (#"UPDATE report SET "receivedOn" = '2026-11-19'"#, "a report of child-focus"),
            (#"UPDATE "reportMessage" SET "writtenOn" = '2026-11-19'"#, "a sealed message"),
            (#"UPDATE "handlerAction" SET minute = 10"#, "a line of the log of child-focus"),
            (#"UPDATE handler SET rounds = 15"#, "a handler of child-focus"),
            (#"UPDATE inbox SET themes = 'gamen'"#, "the inbox of child-focus"),
        ] {
            let (store, vault) = try database.open()
            let sound = try await KeptReading(store, vault)
            #expect(sound.reports.count == 3)
            try await database.execute(change)
            await #expect(throws: damaged(title), "\(change)") { try await KeptReading(store, vault) }
            // As it was: each change is looked at by itself.
            try await database.execute(undoing(change))
        }
    }

    private func undoing(_ change: String) -> String {
        change.replacing("2026-11-19", with: "2026-11-20").replacing("minute = 10", with: "minute = 9")
            .replacing("rounds = 15", with: "rounds = 16").replacing("'gamen'", with: "''")
    }

    @Test(arguments: TestStore.available) func verifyNamesTheRow(_ kind: TestStore) async throws {
        let database = try await filled(kind)
        #expect(try await faults(of: database).filter { !$0.contains("trigger") } == [])
        try await database.execute("UPDATE revision SET content = replace(content, 'Titel', 'Titre') WHERE number = 3")
        try await database.execute("UPDATE item SET version = version + 1 WHERE id = 'links'")
        let faults = try await faults(of: database).filter { !$0.contains("trigger") }
        #expect(faults.count == 2)
        #expect(faults.contains { $0.hasPrefix("revision 3 (record record-2) is damaged") && $0.contains("restore") })
        #expect(faults.contains { $0.hasPrefix("duty links is damaged") && $0.contains("betternet restore") })
    }

    private func faults(of database: TestDatabase) async throws -> [String] {
        switch database.kind {
        case .sqlite: try DatabaseCheck(ofFolder: database.folder).faults
        case .postgresql: try await PostgreSQLBackup.check(database.address).faults
        }
    }
}
