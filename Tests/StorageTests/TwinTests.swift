import Catalogue
import Editorial
import Foundation
import Testing

@testable import Storage

/// Both databases are given the same to do, at random: they do it, refuse it and remember it alike.
@Suite(.databases, .enabled(if: TestStore.address != nil)) struct TwinTests {
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func bothDatabasesSayTheSame(seed: UInt64) async throws {
        var chance = Chance(state: seed)
        let stores = [try await TestStore.sqlite.empty().store(), try await TestStore.postgresql.empty().store()]
        var (kept, refused) = (0, 0)
        for step in 0..<120 {
            let deed = try Deed(step, &chance)
            let outcomes = try await [deed.outcome(stores[0]), deed.outcome(stores[1])]
            #expect(outcomes[0] == outcomes[1], "\(deed)")
            if outcomes[0].hasPrefix("refused") { refused += 1 } else { kept += 1 }
        }
        #expect(kept > 20 && refused > 5, "too little of either to mean anything")
        let memories = try await [Self.memory(of: stores[0]), Self.memory(of: stores[1])]
        #expect(memories[0].count > 100)
        for (one, other) in zip(memories[0], memories[1]) { #expect(one == other) }
        #expect(memories[0].count == memories[1].count)
    }

    private static let accounts = ["anna", "Bert", "émile", "zoë", "’t huis", ""]
    private static let start = Date(timeIntervalSince1970: 1_795_431_600)

    /// Something that a store is asked to do.
    private enum Deed {
        case publish([Entry], Date)
        case commit(Work)
        case count([SearchCount])

        init(_ step: Int, _ chance: inout Chance) throws {
            let at = TwinTests.start.addingTimeInterval(Double(step / 3) * 40_000)
            switch Int.random(in: 0..<10, using: &chance) {
            case 0...1:
                self = .publish(
                    try (0..<Int.random(in: 0...5, using: &chance)).map { _ in .record(try TwinTests.record(&chance)) },
                    at)
            case 2:
                let words = ["zee", "Zee", "été", "", "ijs ‘n’ \"quote\"", "\\", "🚲"]
                self = .count(
                    (0..<3).map { _ in
                        SearchCount(
                            day: BrusselsTime(at).day, language: Language.allCases.randomElement(using: &chance) ?? .nl,
                            words: words.randomElement(using: &chance) ?? "",
                            searches: Int.random(in: 1..<9, using: &chance), withoutResult: 1)
                    })
            default: self = .commit(try TwinTests.work(at, &chance))
            }
        }

        /// What came of it, or why nothing did.
        func outcome(_ store: any Store) async throws -> String {
            do {
                switch self {
                case .publish(let entries, let at):
                    return "\(try await store.publish(entries, by: "Anna", at: at))"
                case .commit(let work): return "\(try await store.commit(work) ?? 0)"
                case .count(let counts):
                    try await store.add(counts)
                    return "counted"
                }
            } catch let conflict as WorkConflict { return "refused \(conflict)" }
        }
    }

    private static func record(_ chance: inout Chance) throws -> Record {
        Record(
            id: try #require(RecordID("record-\(Int.random(in: 0..<6, using: &chance))")), kind: .initiative,
            title: LocalisedText([.nl: "Titel \(Int.random(in: 0..<4, using: &chance)) ‘é’ \u{0} \"\\"]),
            summary: LocalisedText(), status: .active)
    }

    private static func work(_ at: Date, _ chance: inout Chance) throws -> Work {
        var work = Work(by: "Bert", at: at)
        for _ in 0..<Int.random(in: 0...2, using: &chance) {
            let follow = Follow(
                account: accounts.randomElement(using: &chance) ?? "",
                subject: .theme(try #require(ConceptID("theme-\(Int.random(in: 0..<3, using: &chance))"))),
                since: BrusselsTime(at).day)
            switch Int.random(in: 0..<6, using: &chance) {
            case 0: work.remove(follow)
            case 1...3: try work.put(follow)
            default: try work.put(follow, over: Int.random(in: 1...3, using: &chance))
            }
        }
        if Bool.random(using: &chance) {
            let over: Work.Predecessor =
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: .nothing
                case 1: .revision(Int.random(in: 1..<40, using: &chance))
                default: .anything
                }
            work.publish(.record(try record(&chance)), over: over, why: "dáárom")
        }
        for _ in 0..<Int.random(in: 0...2, using: &chance) {
            work.note(
                TrailLine(
                    account: Bool.random(using: &chance) ? accounts.randomElement(using: &chance) : nil, name: "Naam",
                    organisation: Bool.random(using: &chance) ? RecordID("child-focus") : nil,
                    deed: TrailDeed.allCases.randomElement(using: &chance) ?? .joined, object: "o", detail: "één",
                    at: at))
        }
        return work
    }

    private typealias TrailDeed = Editorial.Deed

    /// All that a store can be asked.
    private static func memory(of store: any Store) async throws -> [String] {
        func lines(of state: PublishedCatalogue?) -> [String] {
            guard let state else { return ["nothing"] }
            return ["\(state.revision) \(String(describing: state.madeAt)) \(state.unread)"]
                + state.catalogue.records.map { "\($0)" }
                + state.ages.map { "\($0.key) \($0.value)" }.sorted()
        }
        let now = try await store.published()
        var memory = lines(of: now)
        for number in 0...now.revision + 1 {
            memory += lines(of: try await store.published(at: number))
            let changes = try await store.published(after: number)
            memory.append("\(changes.revision) \(String(describing: changes.madeAt)) \(changes.entries.count)")
        }
        for day in 0..<30 {
            memory.append(
                "\(String(describing: try await store.revision(on: BrusselsTime(start).day.adding(days: day))))")
        }
        memory.append("\(String(describing: try await store.firstRevision()))")
        for record in now.catalogue.records {
            memory += try await store.revisions(of: record.id).map { "\($0)" }
        }
        for key in accounts + ["nobody"] {
            memory += try await store.all(Follow.self, key: key).map { "\($0.version) \($0.value)" }
        }
        memory += try await store.all(Follow.self).map { "\($0.version) \($0.value)" }
        for selection in [
            TrailSelection(), TrailSelection(object: "o", limit: 7, offset: 3), TrailSelection(account: "émile"),
            TrailSelection(organisation: RecordID("child-focus"), deeds: [.joined, .published, .verified]),
        ] {
            memory += try await store.trail(selection).map { "\($0)" }
        }
        for day in [-1, 3, 9] {
            memory += try await store.searchCounts(since: BrusselsTime(start).day.adding(days: day)).map { "\($0)" }
        }
        return memory
    }

    /// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
    private struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }
}
