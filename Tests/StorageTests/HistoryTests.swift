import Catalogue
import Editorial
import Foundation
import Storage
import Testing

/// What was published before can be had again, as it was. Every store keeps these promises.
@Suite(.databases) struct HistoryTests {
    /// A shop that publishes at random, and notes down what it did.
    private struct Diary {
        struct Line {
            let number: Int
            let entry: Entry
            let at: Date
        }

        var lines: [Line] = []
        private var numbers = SystemRandomNumberGenerator()
        /// Some days before summer time ends, 23.30 in Belgium.
        private var now = Date(timeIntervalSince1970: 1_792_704_600)

        mutating func live(_ store: some Store, days: Int) async throws {
            for _ in 0..<days {
                now += Double(Int.random(in: 1...90_000, using: &numbers))
                var entries: [Entry] = []
                for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                    entries.append(Int.random(in: 0..<5, using: &numbers) == 0 ? vocabulary() : .record(try record()))
                }
                // Of two states of one entry the first is never seen.
                entries = entries.enumerated().filter { place, entry in
                    !entries[(place + 1)...].contains { $0.key == entry.key }
                }.map(\.element)
                let changed = entries.filter { entry in
                    !(lines.last { $0.entry.key == entry.key }?.entry.says(the: entry) ?? false)
                }
                if Bool.random(using: &numbers) {
                    _ = try await store.publish(entries, by: "test", at: now)
                } else {
                    var work = Work(by: "test", at: now)
                    for entry in changed { work.publish(entry, over: .anything, why: "") }
                    try await store.commit(work)
                }
                for entry in changed { lines.append(Line(number: lines.count + 1, entry: entry, at: now)) }
            }
        }

        private mutating func record() throws -> Record {
            var record = Record(
                id: try #require(RecordID("record-\(Int.random(in: 0..<9, using: &numbers))")), kind: .initiative,
                title: LocalisedText([.nl: "Titel \(Int.random(in: 0..<4, using: &numbers))"]),
                summary: LocalisedText(), status: .active)
            if Int.random(in: 0..<6, using: &numbers) == 0 { record.withdrawn = PartialDate("2026") }
            return record
        }

        private mutating func vocabulary() -> Entry {
            let concepts = (0..<Int.random(in: 0..<4, using: &numbers)).compactMap { number in
                ConceptID("theme-\(number)").map { Concept(id: $0, label: LocalisedText([.nl: "Thema"])) }
            }
            return .vocabulary(Vocabulary(name: .themes, concepts: concepts))
        }

        /// The slow way: everything from the beginning, one after the other.
        func catalogue(at revision: Int) -> Catalogue {
            var entries: [String: Entry] = [:]
            for line in lines where line.number <= revision { entries[line.entry.key] = line.entry }
            return Catalogue(Array(entries.values))
        }

        func revision(on day: CivilDay) -> Int? { lines.last { BrusselsTime($0.at).day <= day }?.number }
    }

    @Test(arguments: TestStore.available) func everyStateCanBeHadAgainAsItWas(_ kind: TestStore) async throws {
        let store = try await kind.empty().store()
        var diary = Diary()
        try await diary.live(store, days: 40)
        let newest = try #require(diary.lines.last)
        for number in 1...newest.number {
            let state = try #require(try await store.published(at: number))
            let at = diary.lines[number - 1].at
            // What was published at once was seen at once.
            let whole = try #require(diary.lines.last { $0.at == at }?.number)
            let expected = diary.catalogue(at: whole)
            #expect(state.revision == whole && state.unread == 0)
            #expect(state.catalogue.records == expected.records && state.catalogue.away == expected.away, "\(number)")
            #expect(state.catalogue[.themes].concepts == expected[.themes].concepts, "\(number)")
            #expect(state.madeAt == at)
        }
        let present = try await store.published()
        #expect(present.revision == newest.number && present.madeAt == newest.at)
        #expect(try await store.published(at: newest.number)?.catalogue.records == present.catalogue.records)
    }

    @Test(arguments: TestStore.available) func theStateOfADayIsTheLastOneBeforeItsMidnightInBelgium(_ kind: TestStore)
        async throws
    {
        let store = try await kind.empty().store()
        var diary = Diary()
        try await diary.live(store, days: 60)
        let first = BrusselsTime(try #require(diary.lines.first).at).day
        for day in -3...80 {
            let day = first.adding(days: day)
            let found = try await store.revision(on: day)
            #expect(found?.number == diary.revision(on: day), "\(day)")
            if let found { #expect(found.madeAt == diary.lines[found.number - 1].at) }
        }
        let beginning = try await store.firstRevision()
        #expect(beginning == DatedRevision(number: 1, madeAt: try #require(diary.lines.first).at))
    }

    @Test(arguments: TestStore.available) func thereIsNothingBeforeTheFirstRevisionNorAfterTheLast(_ kind: TestStore)
        async throws
    {
        let store = try await kind.empty().store()
        #expect(try await store.published(at: 0)?.revision == nil)
        #expect(try await store.published(at: 1)?.revision == nil)
        #expect(try await store.firstRevision() == nil)
        #expect(try await store.revision(on: CivilDay(year: 2_100, month: 1, day: 1)) == nil)
        var diary = Diary()
        try await diary.live(store, days: 5)
        let last = diary.lines.count
        #expect(try await store.published(at: last)?.revision == last)
        for number in [Int.min, -1, 0, last + 1, Int.max] {
            #expect(try await store.published(at: number)?.revision == nil, "\(number)")
        }
    }

    @Test(arguments: TestStore.available)
    func whatCantBeReadAnyMoreIsCountedAndTheRestIsRead(_ kind: TestStore) async throws {
        let database = try await kind.empty()
        let store = try database.store()
        var diary = Diary()
        try await diary.live(store, days: 10)
        let at = "2026-11-27T00:00:00Z"
        for (place, (kind, id, content)) in [
            ("vocabulary", "forgotten", "[]"), ("record", "odd", "{\"id\": \"odd\"}"),
        ].enumerated() {
            try await database.execute(
                """
                INSERT INTO revision (number, "entryKind", "entryID", content, author, "madeAt", digest) VALUES
                (\(diary.lines.count + 1 + place), '\(kind)', '\(id)', '\(content)', 'test', '\(at)',
                '\(FieldDigest.short(kind, id, content, "test", at, ""))')
                """)
        }
        let last = diary.lines.count
        let state = try #require(try await store.published(at: last + 2))
        #expect(state.unread == 2)
        #expect(state.catalogue.records == diary.catalogue(at: last).records)
        #expect(try await store.published(at: last)?.unread == 0)
    }
}

extension Entry {
    fileprivate var key: String {
        switch self {
        case .record(let record): "record/\(record.id)"
        case .vocabulary(let vocabulary): "vocabulary/\(vocabulary.name.rawValue)"
        case .page(let page): "page/\(page.id)"
        }
    }

    fileprivate func says(the other: Entry) -> Bool {
        switch (self, other) {
        case (.record(let mine), .record(let theirs)): mine == theirs
        case (.vocabulary(let mine), .vocabulary(let theirs)): mine.concepts == theirs.concepts
        default: false
        }
    }
}
