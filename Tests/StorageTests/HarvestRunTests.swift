import Catalogue
import Editorial
import Foundation
import Storage
import Synchronization
import Testing

/// Runs over a source, on a real database: whatever is repeated, cut off or shuffled, the end is the same.
@Suite(.databases) struct HarvestRunTests {
    private static let noon = Date(timeIntervalSince1970: 1_795_431_600)

    /// A site with an organisation, some records of its own, and one source.
    private struct World {
        let store: any Store
        let source: HarvestSource
        let workspace: Workspace

        init(_ kind: TestStore, isTrusted: Bool) async throws {
            let store = try await kind.empty().store()
            self.store = store
            let own = try World.record("own", .organisation)
            let taken = try World.record("thing-3", title: "Iets van ons")
            _ = try await store.publish([own, taken].map(Entry.record), by: "betternet load", at: noon)
            let catalogue = try await store.published().catalogue
            workspace = Workspace(
                store: store, publicAddress: "https://here.example", published: { catalogue }, clock: { noon })
            var source = HarvestSource(
                id: "there", name: "There", address: "https://there.example", format: .betternet,
                mapping: IncomingMapping(kind: .resource, language: .nl, organisation: own.id), organisation: own.id)
            source.isTrusted = isTrusted
            self.source = source
            try await workspace.keep(source, by: ShellCommand("test"))
        }

        static func record(_ name: String, _ kind: Kind = .resource, title: String? = nil) throws -> Record {
            Record(
                id: try #require(RecordID(name)), kind: kind, title: LocalisedText([.nl: title ?? "Titel van \(name)"]),
                summary: LocalisedText([.nl: "Waar \(name) over gaat."]), status: .active)
        }

        @discardableResult
        func run(_ items: [Incoming], cut: Bool = false) async throws -> HarvestRun {
            try await workspace.harvest(
                HarvestDelivery(items: items, stop: cut ? HarvestStop(.unreachable) : nil), of: source)
        }

        /// All that it knows, without what chance or the clock made of it.
        func state() async throws -> [String] {
            let published = try await store.published().catalogue
            let things = try await store.all(HarvestedThing.self).map(\.value)
            let drafts = try await store.all(Draft.self).map(\.value).filter(\.state.isOpen)
            func line(_ record: Record?) throws -> String {
                guard let record else { return "-" }
                let encoder = JSONEncoder()
                encoder.outputFormatting = .sortedKeys
                return String(decoding: try encoder.encode(record), as: UTF8.self)
            }
            return try
                ((published.records + published.away.values).map { try "published " + line($0) }
                + things.map { thing in
                    try "thing \(thing.name) \(thing.record) \(line(thing.base)) \(line(thing.delivered)) "
                        + "\(thing.vanished.map(\.description) ?? "") \(thing.draft != nil) \(thing.isWithdrawn)"
                }
                + drafts.map { try "draft \($0.state) \($0.base != nil) " + line($0.record) })
                .sorted()
        }
    }

    /// What the source says, in a first and in a second version.
    private static func versions() throws -> (first: [Incoming], second: [Incoming]) {
        let fields: Set = ["title", "summary", "organisations", "founded", "sources"]
        func incoming(_ record: Record) -> Incoming {
            Incoming(
                key: record.id.description, record: record, fields: fields,
                page: "https://there.example/nl/\(record.id)", home: "https://there.example/records/\(record.id)")
        }
        let club = try World.record("club", .organisation)
        var things = try (0..<12).map { number in
            var record = try World.record("thing-\(number)")
            record.organisations = [club.id]
            return record
        }
        let first = ([club] + things).map(incoming)
        for place in [1, 3, 5] { things[place].title = LocalisedText([.nl: "Nieuwe titel \(place)"]) }
        // Two are gone: one is said to be, one is missing.
        let gone = Incoming(key: "thing-7", record: nil)
        let second = ([club] + things.filter { !["thing-7", "thing-8"].contains($0.id.description) }).map(incoming)
        return (first, second + [gone])
    }

    @Test(arguments: TestStore.available, 1...16 as ClosedRange<UInt64>)
    func repeatedCutAndShuffledRunsEndAlike(_ kind: TestStore, seed: UInt64) async throws {
        let isTrusted = seed.isMultiple(of: 2)
        let (first, second) = try Self.versions()
        let straight = try await World(kind, isTrusted: isTrusted)
        try await straight.run(first)
        try await straight.run(second)
        let wanted = try await straight.state()

        var chance = Chance(state: seed)
        let crooked = try await World(kind, isTrusted: isTrusted)
        func cutRuns(_ items: [Incoming]) async throws {
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                let some = items.shuffled(using: &chance)
                // An organisation that did not come yet is no reason for another name; what is missing is not gone.
                let part = some.prefix(Int.random(in: 0...items.count, using: &chance))
                try await crooked.run(Array(part), cut: true)
            }
        }
        try await cutRuns(first)
        try await crooked.run(first.shuffled(using: &chance))
        try await cutRuns(second)
        for _ in 0..<2 { try await crooked.run(second.shuffled(using: &chance) + second.prefix(3)) }
        #expect(try await crooked.state() == wanted)
    }

    @Test(arguments: TestStore.available) func aSecondRunChangesNothing(_ kind: TestStore) async throws {
        for isTrusted in [true, false] {
            let world = try await World(kind, isTrusted: isTrusted)
            let items = try Self.versions().first
            #expect(try await world.run(items)[.new] == items.count)
            let before = try await world.state()
            let trail = try await world.store.trail(TrailSelection()).count
            let revision = try await world.store.published().revision
            let again = try await world.run(items)
            #expect(again[.same] == items.count && again[.new] == 0)
            #expect(try await world.state() == before)
            #expect(try await world.store.trail(TrailSelection()).count == trail)
            #expect(try await world.store.published().revision == revision)
        }
    }

    @Test(arguments: TestStore.available) func twoRunsAtOnceMakeNothingTwice(_ kind: TestStore) async throws {
        let world = try await World(kind, isTrusted: false)
        let items = try Self.versions().first
        async let one = world.run(items)
        async let other = world.run(items.shuffled())
        _ = try await (one, other)
        let open = try await world.store.all(Draft.self).map(\.value).filter(\.state.isOpen)
        #expect(open.count == items.count)
        #expect(Set(open.map(\.record.id)).count == items.count)
    }

    @Test(arguments: TestStore.available) func aTrialChangesNothing(_ kind: TestStore) async throws {
        let world = try await World(kind, isTrusted: true)
        let before = try await world.state()
        let run = try await world.workspace.harvest(
            HarvestDelivery(items: try Self.versions().first), of: world.source, isTrial: true)
        #expect(run[.new] == 13)
        #expect(try await world.state() == before)
    }

    @Test(arguments: TestStore.available) func aTrustedSourcePublishesUnderItsNameWithALineInTheTrail(_ kind: TestStore)
        async throws
    {
        let world = try await World(kind, isTrusted: true)
        try await world.run(try Self.versions().first)
        let id = try #require(RecordID("club"))
        let revision = try #require(try await world.store.revisions(of: id).first)
        #expect(revision.author == "harvest: There" && revision.isPublished)
        #expect(revision.record.home == "https://there.example/records/club")
        let line = try #require(try await world.store.trail(TrailSelection(object: "club")).first)
        #expect(line.deed == .published && line.name == "harvest: There" && line.account == nil)
    }

    @Test(arguments: TestStore.available) func oneDraftARecordWaitsAndIsRenewedNotDoubled(_ kind: TestStore)
        async throws
    {
        let world = try await World(kind, isTrusted: false)
        let (first, second) = try Self.versions()
        try await world.run(first)
        try await world.run(second)
        let drafts = try await world.store.all(Draft.self, key: "thing-1").map(\.value)
        #expect(drafts.filter(\.state.isOpen).map { $0.record.title[.nl] } == ["Nieuwe titel 1"])
        // Whoever read the old one can't publish what they did not see.
        #expect(drafts.filter { $0.state == .dropped }.count == 1)
        // What was never published leaves nothing to withdraw.
        #expect(try await world.store.all(Draft.self, key: "thing-7").allSatisfy { !$0.value.state.isOpen })
    }

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
