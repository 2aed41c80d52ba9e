import Catalogue
import Editorial
import Foundation
import Storage
import Testing

import struct GRDB.DatabaseError
import class GRDB.DatabaseQueue

/// What the workspace keeps, on a real database.
@Suite struct WorkspaceStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        .path
    private let noon = Date(timeIntervalSince1970: 1_795_431_600)

    private func follow(_ account: String, _ theme: String) throws -> Follow {
        Follow(
            account: account, subject: .theme(try #require(ConceptID(theme))),
            since: CivilDay(year: 2026, month: 11, day: 23))
    }

    private func record(_ title: String) throws -> Record {
        Record(
            id: try #require(RecordID("a")), kind: .initiative, title: LocalisedText([.nl: title]),
            summary: LocalisedText([.nl: "Iets"]), status: .active)
    }

    @Test func findsItemsByNameAndByKeyInTheOrderInWhichTheyCame() async throws {
        let store = try SQLiteStore(folder: folder)
        var work = Work(by: "test", at: noon)
        for theme in ["sexting", "gaming", "privacy"] { try work.put(try follow("anna", theme)) }
        try work.put(try follow("bert", "gaming"))
        try await store.commit(work)
        #expect(
            try await store.all(Follow.self, key: "anna").map(\.value.subject.name) == [
                "theme/sexting", "theme/gaming", "theme/privacy",
            ])
        #expect(try await store.all(Follow.self).count == 4)
        #expect(try await store.find(Follow.self, "bert theme/gaming")?.version == 1)
        #expect(try await store.find(Follow.self, "bert theme/sexting") == nil)
        // Another shelf has other things, whatever they are called.
        #expect(try await store.find(Duty.self, "bert theme/gaming") == nil)
    }

    @Test func nobodyWritesOverWhatSomebodyElseWroteMeanwhile() async throws {
        let store = try SQLiteStore(folder: folder)
        let duty = Duty(.links, lastOn: CivilDay(year: 2026, month: 11, day: 23))
        var first = Work(by: "one", at: noon)
        try first.put(duty)
        try await store.commit(first)
        await #expect(throws: WorkConflict.item(.duty, id: "links")) { try await store.commit(first) }
        var second = Work(by: "one", at: noon)
        try second.put(duty, over: 1)
        try await store.commit(second)
        await #expect(throws: WorkConflict.item(.duty, id: "links")) { try await store.commit(second) }
        #expect(try await store.find(Duty.self, "links")?.version == 2)
    }

    @Test func workIsDoneWholeOrNotAtAll() async throws {
        let store = try SQLiteStore(folder: folder)
        var work = Work(by: "test", at: noon)
        work.publish(try record("Eerst"), over: nil, why: "nieuw")
        try await store.commit(work)
        var torn = Work(by: "test", at: noon)
        try torn.put(try follow("anna", "gaming"))
        torn.note(
            TrailLine(account: nil, name: "test", organisation: nil, deed: .published, object: "a", at: noon))
        torn.publish(try record("Tweede"), over: 99, why: "te laat")
        await #expect(throws: WorkConflict.entry("a")) { try await store.commit(torn) }
        #expect(try await store.all(Follow.self).isEmpty)
        #expect(try await store.trail(TrailSelection()).isEmpty)
        #expect(try await store.revisions(of: try record("").id).map(\.why) == ["nieuw"])
    }

    @Test func ofManyWhoPublishAtOnceOneIsFirst() async throws {
        let store = try SQLiteStore(folder: folder)
        var work = Work(by: "test", at: noon)
        work.publish(try record("Eerst"), over: nil, why: "")
        let first = try #require(try await store.commit(work))
        let published = await withTaskGroup(of: Bool.self) { group in
            for number in 1...20 {
                group.addTask {
                    var work = Work(by: "writer \(number)", at: noon)
                    guard let next = try? record("Versie \(number)") else { return false }
                    work.publish(next, over: first, why: "")
                    return (try? await store.commit(work)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(published == 1)
        let revisions = try await store.revisions(of: try record("").id)
        #expect(revisions.count == 2 && revisions.filter(\.isPublished).count == 1)
        #expect(revisions.first?.isPublished == true)
    }

    @Test func revisionsAndTheTrailCantBeChangedOrTakenAway() async throws {
        let store = try SQLiteStore(folder: folder)
        var work = Work(by: "test", at: noon)
        work.publish(try record("Eerst"), over: nil, why: "")
        work.note(
            TrailLine(
                account: "anna", name: "Anna", organisation: nil, deed: .published, object: "a", detail: "x", at: noon))
        try await store.commit(work)
        let queue = try DatabaseQueue(path: folder + "/betternet.sqlite")
        for statement in [
            "UPDATE trail SET name = 'Bert'", "DELETE FROM trail", "UPDATE revision SET author = 'Bert'",
            "DELETE FROM revision",
        ] {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
        }
        #expect(try await store.trail(TrailSelection(object: "a")).map(\.name) == ["Anna"])
        #expect(try await store.trail(TrailSelection(account: "bert")).isEmpty)
        #expect(try await store.trail(TrailSelection(deeds: [.verified])).isEmpty)
    }

    @Test func agesTellWhenARecordWasFirstAndLastPublished() async throws {
        let store = try SQLiteStore(folder: folder)
        var first = Work(by: "Anna", at: noon)
        first.publish(try record("Eerst"), over: nil, why: "")
        let number = try #require(try await store.commit(first))
        var second = Work(by: "Bert", at: noon.addingTimeInterval(86_400))
        second.publish(try record("Later"), over: number, why: "")
        try await store.commit(second)
        let age = try #require(try await store.ages()[try record("").id])
        #expect(age.first == noon && age.last == noon.addingTimeInterval(86_400) && age.author == "Bert")
        let id = try record("").id
        #expect(try await store.published().ages == [id: age])
        #expect(try await store.published(after: number).ages == [id: age])
        #expect(try await store.published(after: age.revision).ages.isEmpty)
    }

    @Test func suggestionsOfEarlierVersionsAreStillThere() async throws {
        do { _ = try SQLiteStore(folder: folder) }
        let queue = try DatabaseQueue(path: folder + "/betternet.sqlite")
        // As the version before left it.
        try await queue.write { database in
            try database.execute(
                sql: """
                    DELETE FROM grdb_migrations WHERE identifier = 'Add the workspace';
                    DROP TABLE item; DROP TABLE trail; DROP TRIGGER revisionStays; DROP TRIGGER revisionRemains;
                    ALTER TABLE revision DROP COLUMN why;
                    CREATE TABLE suggestion (
                        code TEXT NOT NULL PRIMARY KEY, record TEXT NOT NULL, language TEXT NOT NULL,
                        message TEXT NOT NULL, contact TEXT, receivedOn TEXT NOT NULL, state TEXT NOT NULL) STRICT;
                    INSERT INTO suggestion VALUES ('AAAA-2222', 'awel', 'fr', 'Faux "n°" 2', 'a@b.be', '2026-11-23', 'new');
                    INSERT INTO suggestion VALUES ('BBBB-3333', 'awel', 'nl', 'Fout', NULL, '2026-11-24', 'handled');
                    """)
        }
        try queue.close()
        let suggestions = try await SQLiteStore(folder: folder).all(Suggestion.self).map(\.value)
        #expect(suggestions.map(\.code) == ["AAAA-2222", "BBBB-3333"])
        #expect(suggestions.map(\.state) == [.new, .done])
        #expect(suggestions[0].message == "Faux \"n°\" 2" && suggestions[0].contact == "a@b.be")
    }
}
