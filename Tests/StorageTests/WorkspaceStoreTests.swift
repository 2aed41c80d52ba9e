import Catalogue
import Editorial
import Foundation
import Testing

import class GRDB.DatabaseQueue

@testable import Storage

/// What the workspace keeps, on a real database.
@Suite(.databases) struct WorkspaceStoreTests {
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

    @Test(arguments: TestStore.available) func findsItemsByNameAndByKeyInTheOrderInWhichTheyCame(_ kind: TestStore)
        async throws
    {
        let store = try await kind.empty().store()
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

    @Test(arguments: TestStore.available) func nobodyWritesOverWhatSomebodyElseWroteMeanwhile(_ kind: TestStore)
        async throws
    {
        let store = try await kind.empty().store()
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

    @Test(arguments: TestStore.available) func workIsDoneWholeOrNotAtAll(_ kind: TestStore) async throws {
        let store = try await kind.empty().store()
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

    @Test(arguments: TestStore.available) func ofManyWhoPublishAtOnceOneIsFirst(_ kind: TestStore) async throws {
        let store = try await kind.empty().store()
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

    @Test(arguments: TestStore.available) func revisionsAndTheTrailCantBeChangedOrTakenAway(_ kind: TestStore)
        async throws
    {
        let database = try await kind.empty()
        let store = try database.store()
        var work = Work(by: "test", at: noon)
        work.publish(try record("Eerst"), over: nil, why: "")
        work.note(
            TrailLine(
                account: "anna", name: "Anna", organisation: nil, deed: .published, object: "a", detail: "x", at: noon))
        try await store.commit(work)
        for statement in [
            "UPDATE trail SET name = 'Bert'", "DELETE FROM trail", "UPDATE revision SET author = 'Bert'",
            "DELETE FROM revision",
        ] {
            await #expect(throws: (any Error).self) { try await database.execute(statement) }
        }
        #expect(try await store.trail(TrailSelection(object: "a")).map(\.name) == ["Anna"])
        #expect(try await store.trail(TrailSelection(account: "bert")).isEmpty)
        #expect(try await store.trail(TrailSelection(deeds: [.verified])).isEmpty)
    }

    @Test(arguments: TestStore.available) func agesTellWhenARecordWasFirstAndLastPublished(_ kind: TestStore)
        async throws
    {
        let store = try await kind.empty().store()
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
        let folder = try await TestStore.sqlite.empty().folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let queue = try DatabaseQueue(path: folder + "/betternet.sqlite")
        try SQLiteStore.migrator.migrate(queue, upTo: "Add reports")
        try await queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO suggestion (code, record, language, message, contact, receivedOn, state) VALUES
                    ('AAAA-2222', 'awel', 'fr', 'Faux "n°" 2', 'a@b.be', '2026-11-23', 'new'),
                    ('BBBB-3333', 'awel', 'nl', 'Fout', NULL, '2026-11-24', 'handled');
                    """)
        }
        try queue.close()
        let suggestions = try await SQLiteStore(folder: folder).all(Suggestion.self).map(\.value)
        #expect(suggestions.map(\.code) == ["AAAA-2222", "BBBB-3333"])
        #expect(suggestions.map(\.state) == [.new, .done])
        #expect(suggestions[0].message == "Faux \"n°\" 2" && suggestions[0].contact == "a@b.be")
    }
}
