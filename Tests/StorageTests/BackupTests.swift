import Catalogue
import Editorial
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct BackupTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("backup-\(UUID().uuidString)")
        .path
    private let today = Date(timeIntervalSince1970: 1_795_000_000)
    private var file: String { folder + "/copy.sqlite" }
    private var database: String { folder + "/betternet.sqlite" }

    private func entry(_ id: String, _ title: String = "Titel") throws -> Entry {
        .record(
            .init(
                id: try #require(RecordID(id)), kind: .resource, title: LocalisedText([.nl: title]),
                summary: LocalisedText([.nl: "Tekst"]), status: .active))
    }

    /// A store with forty records, one of them in two revisions, and something on a shelf.
    private func filled() async throws -> SQLiteStore {
        let store = try SQLiteStore(folder: folder)
        _ = try await store.publish(try (0..<40).map { try entry("record-\($0)") }, by: "test", at: today)
        _ = try await store.publish([try entry("record-7", "Anders")], by: "test", at: today)
        var work = Work(by: "test", at: today)
        try work.put(Duty(.links, lastOn: CivilDay(year: 2026, month: 11, day: 20)))
        try await store.commit(work)
        return store
    }

    private func change(_ sql: String, of path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            // What a test breaks, the schema itself refuses to break.
            let rules = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for rule in rules { try database.execute(sql: "DROP TRIGGER \(rule["name"] as String)") }
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: sql)
            for rule in rules { try database.execute(sql: rule["sql"]) }
        }
        try queue.close()
    }

    private func beside() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            !$0.hasPrefix("betternet.sqlite") && $0 != "lock"
        }
    }

    // MARK: Making

    @Test func aBackupHoldsWhatTheStoreHeldAndIsOneFile() async throws {
        let store = try await filled()
        let proof = try SQLiteBackup.make(of: folder, to: file)
        #expect(proof.holding.entries == 40 && proof.holding.revision == 41)
        #expect(proof.holding.rows["item"] == 1 && proof.holding.rows["revision"] == 41)
        #expect(try beside() == ["copy.sqlite"])
        #expect(proof.size == (try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        // Opened as a store it says the same.
        let other = folder + "/other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: file, toPath: other + "/betternet.sqlite")
        let restored = try SQLiteStore(folder: other)
        #expect(try await restored.published().catalogue.records == store.published().catalogue.records)
        #expect(try await restored.find(Duty.self, "links")?.value.name == .links)
    }

    @Test func aBackupIsOfOneMomentWhileOthersWrite() async throws {
        let store = try await filled()
        let folder = folder
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 0..<20 {
                    let entries = try (0..<20).map { try entry("round-\(round)-\($0)") }
                    _ = try await store.publish(entries, by: "test", at: today)
                }
            }
            for copy in 0..<4 {
                group.addTask {
                    let proof = try SQLiteBackup.make(of: folder, to: "\(folder)/copy-\(copy).sqlite")
                    // Each publication of twenty is in it whole, or not at all.
                    #expect((proof.holding.entries - 40) % 20 == 0)
                    #expect(try DatabaseCheck(of: "\(folder)/copy-\(copy).sqlite").holding == proof.holding)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.published().catalogue.records.count == 40 + 20 * 20)
    }

    @Test func aFileThatIsThereStaysUnlessItMayBeReplaced() async throws {
        _ = try await filled()
        try "mine".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: BackupError.exists(file)) { try SQLiteBackup.make(of: folder, to: file) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        _ = try SQLiteBackup.make(of: folder, to: file, replacing: true)
        #expect(try DatabaseCheck(of: file).faults == [])
    }

    @Test func theDatabaseItselfIsNeverWrittenOver() async throws {
        let store = try await filled()
        let roundabout = folder + "/../" + (folder as NSString).lastPathComponent + "/betternet.sqlite"
        for path in [database, roundabout, database + "-wal"] {
            #expect(throws: BackupError.isTheOriginal(path)) {
                try SQLiteBackup.make(of: folder, to: path, replacing: true)
            }
        }
        #expect(throws: BackupError.isFolder(folder)) { try SQLiteBackup.make(of: folder, to: folder, replacing: true) }
        #expect(try await store.published().catalogue.records.count == 40)
    }

    @Test func whatCantBeWrittenLeavesNothingBehind() async throws {
        _ = try await filled()
        let nowhere = folder + "/nowhere/copy.sqlite"
        #expect(throws: BackupError.notWritable(nowhere)) { try SQLiteBackup.make(of: folder, to: nowhere) }
        #expect(try beside() == [])
    }

    @Test func anUnsoundOriginalGivesNoBackup() async throws {
        try await filled().pool.close()
        try change("UPDATE revision SET content = 'nonsense' WHERE number = 3", of: database)
        #expect {
            try SQLiteBackup.make(of: folder, to: file)
        } throws: { error in
            guard case BackupError.unsound(let faults) = error else { return false }
            return faults == [
                "revision 3 (record record-2) is damaged (its fields are not those that were written): stop the site and bring a backup back with betternet restore"
            ]
        }
        #expect(try beside() == [])
    }

    // MARK: Proving

    @Test func theDigestSeesEveryChange() async throws {
        _ = try await filled()
        let before = try SQLiteBackup.make(of: folder, to: file).holding
        try change("UPDATE revision SET content = replace(content, 'Tekst', 'Teksd') WHERE number = 12", of: file)
        let after = try #require(try DatabaseCheck(of: file).holding)
        #expect(after.digest != before.digest && after.rows == before.rows)
    }

    @Test(arguments: [
        ("UPDATE item SET content = '{}'", "duty links is damaged"),
        ("UPDATE item SET version = version + 1", "duty links is damaged"),
        ("UPDATE item SET shelf = 'cellar'", "cellar links can't be read"),
        ("UPDATE item SET id = 'digest'", "duty digest is damaged"),
        ("DROP INDEX revisionByDate", "index revisionByDate is not as this program makes it"),
        ("UPDATE publication SET revision = 1 WHERE entryID = 'record-9'", "the published revision of record record-9"),
        ("DELETE FROM revision WHERE number = 5", "names a row of revision that is not there"),
    ])
    func whatMakesNoSenseIsNamed(_ sql: String, _ says: String) async throws {
        _ = try await filled()
        _ = try SQLiteBackup.make(of: folder, to: file)
        try change(sql, of: file)
        let faults = try DatabaseCheck(of: file).faults
        #expect(faults.count == 1 && faults[0].contains(says), "\(faults)")
    }

    @Test func damageOfTheFileIsFound() async throws {
        _ = try await filled()
        _ = try SQLiteBackup.make(of: folder, to: file)
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        for (name, bytes) in [
            ("cut", whole.prefix(whole.count / 2)), ("short", whole.prefix(700)),
            ("scratched", whole.prefix(8_192) + Data(repeating: 0xA5, count: 4_096) + whole.dropFirst(12_288)),
            ("other", Data(String(repeating: "no database ", count: 900).utf8)),
        ] {
            let path = "\(folder)/\(name).sqlite"
            try bytes.write(to: URL(fileURLWithPath: path))
            #expect(try !DatabaseCheck(of: path).faults.isEmpty, "\(name)")
        }
    }

    @Test func aStrangeDatabaseAndAMissingFileAreSaid() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let strange = try DatabaseQueue(path: file)
        try strange.write { try $0.execute(sql: "CREATE TABLE cake (layers INTEGER)") }
        try strange.close()
        #expect(try DatabaseCheck(of: file).faults.first?.hasPrefix("it is no database of betternet") == true)
        #expect(throws: StoreError.unreadable(folder + "/none", reason: "there is no such file")) {
            try DatabaseCheck(of: folder + "/none")
        }
        #expect(throws: BackupError.isFolder(folder)) { try DatabaseCheck(of: folder) }
    }

    /// Who may not read is told so: what can't be read is not damaged, and what can't be looked for is not missing.
    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func missingRightsAreNoDamage() async throws {
        try await filled().pool.close()
        chmod(database, 0)
        #expect(try SQLiteStore.isThere(in: folder))
        #expect(throws: StoreError.forbidden(database)) { try DatabaseCheck(ofFolder: folder) }
        #expect(throws: StoreError.forbidden(database)) { try SQLiteBackup.make(of: folder, to: file) }
        chmod(database, 0o400)
        chmod(folder, 0o500)
        #expect(throws: StoreError.forbidden(database)) { try DatabaseCheck(ofFolder: folder) }
        chmod(folder, 0)
        #expect(throws: StoreError.forbidden(folder)) { try SQLiteStore.isThere(in: folder) }
        chmod(folder, 0o700)
    }

    @Test func aFolderWithoutADatabaseIsNone() throws {
        #expect(try !SQLiteStore.isThere(in: folder))
    }

    @Test func anOlderDatabaseIsReadAsItWillBeAndLeftAsItIs() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let old = try DatabaseQueue(path: file)
        try SQLiteStore.migrator.migrate(old, upTo: "Add reports")
        try await old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO suggestion (code, record, language, message, receivedOn)
                    VALUES ('c', 'awel-102', 'nl', 'x', '2026-11-01')
                    """)
        }
        try old.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        let check = try DatabaseCheck(of: file)
        #expect(check.isOlder && check.faults == [] && check.holding?.rows["suggestion"] == 1)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    }

    @Test func aNewerDatabaseIsNotJudged() async throws {
        _ = try await filled()
        _ = try SQLiteBackup.make(of: folder, to: file)
        try change("INSERT INTO grdb_migrations VALUES ('Add time travel')", of: file)
        #expect(try DatabaseCheck(of: file).faults == ["it was made by a newer betternet: check it with that version"])
    }

    @Test func theProofIsNotedAndTheNewestStays() async throws {
        let store = try await filled()
        #expect(try await store.lastBackup() == nil)
        let first = try SQLiteBackup.make(of: folder, to: file, clock: { today })
        let second = try SQLiteBackup.make(
            of: folder, to: file, replacing: true, clock: { today.addingTimeInterval(60) })
        try await store.note(second)
        try await store.note(first)
        #expect(try await store.lastBackup() == second)
        // The proof itself can be backed up and read again.
        #expect(try SQLiteBackup.make(of: folder, to: file, replacing: true).holding.rows["item"] == 2)
    }

    @Test func everyShelfIsReadByWhoChecksAStore() {
        for shelf in Shelf.allCases { #expect(Shelf.types[shelf] != nil, "\(shelf): add its type to KeptTypes.swift") }
    }
}
