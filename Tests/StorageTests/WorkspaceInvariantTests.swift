import Catalogue
import Editorial
import Foundation
import Storage
import Synchronization
import Testing

/// Random people do random things for a while. Whatever they try: one revision of a record is published, nothing is lost,
/// and nobody did what they may not.
@Suite(.databases) struct WorkspaceInvariantTests {
    @Test(arguments: TestStore.available, 1...6 as ClosedRange<UInt64>)
    func randomDeedsNeverBreakTheRules(_ kind: TestStore, seed: UInt64) async throws {
        let world = try await World(try await kind.empty().store(), seed: seed)
        for _ in 0..<150 { try await world.step() }
        #expect(world.done > 20, "too little of it was allowed to mean anything")
        #expect(world.refused > 20, "too little of it was refused to mean anything")
    }

    @Test(arguments: TestStore.available) func fiftyWhoWriteInOneDraftLoseNothing(_ kind: TestStore) async throws {
        let world = try await World(try await kind.empty().store(), seed: 7)
        let anna = try #require(world.actors.first { $0.roles.contains(.editor) })
        let draft = try await world.workspace.edit(try #require(RecordID("initiative-0")), by: anna)
        // Each adds a theme of its own, from whatever version it saw last, until it is kept.
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for writer in 0..<50 {
                group.addTask {
                    guard let theme = ConceptID("theme-\(writer)") else { return false }
                    for _ in 0..<200 {
                        guard let seen = try? await world.workspace.draft(draft.value.id, for: anna) else { continue }
                        var record = seen.value.record
                        record.themes.append(theme)
                        let saving = try? await world.workspace.keep(
                            Workspace.Writing(record: record), in: draft.value.id, from: seen.version, by: anna)
                        switch saving {
                        case .kept, .merged: return true
                        case .conflict, nil: continue
                        }
                    }
                    return false
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(outcomes == 50)
        let themes = try await world.workspace.draft(draft.value.id, for: anna).value.record.themes
        #expect(Set(themes).count == 50 && themes.count == 50)
    }
}

/// A small consortium: two members, an organisation that is none, and people of every role.
private final class World: Sendable {
    let store: any Store
    let workspace: Workspace
    let actors: [Actor]
    private let catalogue: Mutex<Catalogue>
    private let state: Mutex<State>

    private struct State {
        var generator: Seeded
        var revisions: [RecordID: [Int: Record]] = [:]
        var drafts: Set<String> = []
        var saves: Set<String> = []
        var trail = 0
        var done = 0
        var refused = 0
        var days = 0
    }

    var done: Int { state.withLock { $0.done } }
    var refused: Int { state.withLock { $0.refused } }

    static let members = ["member-a", "member-b"]
    static let organisations = members + ["stranger"]

    init(_ store: any Store, seed: UInt64) async throws {
        self.store = store
        let start = Date(timeIntervalSince1970: 1_795_431_600)
        let records = try Self.records()
        let published = Mutex(Catalogue(records: records, vocabularies: [], pages: []))
        _ = try await store.publish(records.map(Entry.record), by: "betternet load", at: start)
        catalogue = Mutex(published.withLock { $0 })
        state = Mutex(State(generator: Seeded(seed: seed)))
        let box = Box()
        workspace = Workspace(
            store: store, publicAddress: "https://shop.example", published: { box.catalogue }, clock: { start })
        box.set(catalogue.withLock { $0 })
        self.box = box
        var actors: [Actor] = []
        for name in Self.organisations {
            let organisation = try #require(RecordID(name))
            for role in [Role.editor, .contributor, .handler] {
                actors.append(
                    Actor(
                        account: "\(name)-\(role)", name: "\(name) \(role)", organisation: organisation, roles: [role]))
            }
            actors.append(
                Actor(account: "\(name)-second", name: "\(name) second", organisation: organisation, roles: [.editor]))
        }
        for role in [Role.coordinator, .reader] {
            actors.append(Actor(account: "\(role)", name: "\(role)", organisation: nil, roles: [role]))
        }
        self.actors = actors
        var work = Work(by: "test", at: start)
        for actor in actors {
            try work.put(
                Account(
                    id: actor.account, email: "\(actor.account)@example.be", name: actor.name, language: .nl,
                    organisation: actor.organisation, roles: actor.roles,
                    madeOn: CivilDay(year: 2026, month: 11, day: 23)))
        }
        try await store.commit(work)
    }

    private let box: Box

    private final class Box: Sendable {
        private let value = Mutex(Catalogue.empty)
        var catalogue: Catalogue { value.withLock { $0 } }
        func set(_ catalogue: Catalogue) { value.withLock { $0 = catalogue } }
    }

    private static func records() throws -> [Record] {
        var records: [Record] = []
        for name in organisations {
            var record = Record(
                id: try #require(RecordID(name)), kind: .organisation, title: LocalisedText([.nl: name]),
                summary: LocalisedText([.nl: "Een organisatie"]), status: .active)
            record.member = members.contains(name)
            record.sources = [
                Source(address: try #require(WebAddress("https://\(name).example")), says: "all", seen: nil)
            ]
            records.append(record)
        }
        for number in 0..<6 {
            var record = Record(
                id: try #require(RecordID("initiative-\(number)")), kind: .initiative,
                title: LocalisedText([.nl: "Initiatief \(number)"]), summary: LocalisedText([.nl: "Iets"]),
                status: .active)
            record.organisations = [try #require(RecordID(organisations[number % organisations.count]))]
            record.sources = [
                Source(address: try #require(WebAddress("https://x\(number).example")), says: "all", seen: nil)
            ]
            records.append(record)
        }
        return records
    }

    // MARK: Deeds

    private enum Deed: CaseIterable {
        case begin, edit, keep, submit, publish, sendBack, decline, drop, verify, withdraw, restore, merge, claim, grant
        case follow
    }

    func step() async throws {
        let actor = pick(actors)
        let deed = pick(Deed.allCases)
        let before = try await published()
        do {
            try await perform(deed, by: actor)
            state.withLock { $0.done += 1 }
            try await check(deed, by: actor, since: before)
        } catch is WorkspaceError {
            state.withLock { $0.refused += 1 }
            #expect(try await published() == before, "what was refused changed something")
        }
        box.set(try await store.published().catalogue)
        try await checkNothingIsLost()
    }

    private func perform(_ deed: Deed, by actor: Actor) async throws {
        let ids = box.catalogue.records.map(\.id) + box.catalogue.away.keys
        let id = pick(ids.sorted())
        let drafts = try await store.all(Draft.self)
        let draft = drafts.isEmpty ? nil : pick(drafts)
        switch deed {
        case .begin: _ = try await workspace.begin(.initiative, by: actor)
        case .edit: _ = try await workspace.edit(id, by: actor)
        case .keep:
            guard let draft else { throw WorkspaceError.notFound }
            var record = draft.value.record
            record.title[.nl] = "Titel \(number(below: 1_000))"
            record.summary[.nl] = "Tekst \(number(below: 1_000))"
            if record.sources.isEmpty, let address = WebAddress("https://bron.example") {
                record.sources = [Source(address: address, says: "all", seen: nil)]
            }
            _ = try await workspace.keep(
                Workspace.Writing(record: record), in: draft.value.id, from: max(1, draft.version - number(below: 2)),
                by: actor)
        case .submit:
            guard let draft else { throw WorkspaceError.notFound }
            _ = try await workspace.submit(draft.value.id, by: actor)
        case .publish, .sendBack, .decline:
            guard let draft else { throw WorkspaceError.notFound }
            let review = Review(
                findings: Criterion.allCases.map { Review.Finding(criterion: $0, isMet: true, ground: "gezien") })
            let decision: Workspace.Decision =
                switch deed {
                case .publish: .publish(review)
                case .sendBack: .return(review, reasons: "nog iets")
                default: .decline(review, reasons: "past niet")
                }
            try await workspace.decide(decision, on: draft.value.id, by: actor)
        case .drop:
            guard let draft else { throw WorkspaceError.notFound }
            try await workspace.drop(draft.value.id, by: actor)
        case .verify: try await workspace.verify(id, by: actor, means: .workspace)
        case .withdraw:
            // Not too often, or nothing is left to work on.
            guard number(below: 4) == 0 else { throw WorkspaceError.notNow }
            try await workspace.withdraw(id, successor: nil, why: "gedaan", by: actor)
        case .restore:
            guard let old = try await store.revisions(of: id).last else { throw WorkspaceError.notFound }
            _ = try await workspace.restore(id, to: old.id, by: actor)
        case .merge:
            let other = pick(ids.sorted())
            guard let kept = box.catalogue[id] else { throw WorkspaceError.notFound }
            _ = try await workspace.merge(other, into: id, as: kept, why: "dubbel", by: actor)
        case .claim: try await workspace.claim(id, words: "van ons", by: actor)
        case .grant:
            guard let claim = try await store.all(Claim.self).last else { throw WorkspaceError.notFound }
            try await workspace.decide(claim: claim.value.id, grant: true, answer: "", by: actor)
        case .follow: try await workspace.follow(.record(id), true, by: actor)
        }
    }

    // MARK: The rules, said once more and independently of the table of permissions

    private func check(_ deed: Deed, by actor: Actor, since before: [RecordID: Record]) async throws {
        let after = try await published()
        let changed = after.filter { before[$0.key] != $0.value }
        let isCoordinator = actor.roles == [.coordinator]
        switch deed {
        case .publish:
            #expect(actor.organisation.map { Self.members.contains($0.description) } ?? false, "\(actor) is no member")
            #expect(actor.roles.contains(.editor))
            for (id, record) in changed {
                let owners = record.kind == .organisation ? record.organisations + [id] : record.organisations
                #expect(
                    !owners.contains { $0 == actor.organisation } || record.withdrawn != nil,
                    "\(actor) let itself through")
            }
        case .verify, .withdraw, .grant:
            #expect(changed.count <= 1)
            for (id, record) in changed {
                let owners = (before[id] ?? record).organisations + [id]
                let mayOwn =
                    deed == .verify
                    ? actor.roles.contains(.editor) || actor.roles.contains(.contributor)
                    : actor.roles.contains(.editor)
                let isOwn = owners.contains { $0 == actor.organisation }
                #expect(isCoordinator || (deed != .grant && mayOwn && isOwn), "\(actor) did \(deed) to \(id)")
            }
        default: #expect(changed.isEmpty, "\(deed) changed what readers see")
        }
        #expect(!actor.roles.isSubset(of: [.handler]), "a handler did \(deed)")
        if actor.roles == [.reader] { #expect(deed == .follow) }
    }

    private func checkNothingIsLost() async throws {
        var revisions: [RecordID: [Int: Record]] = [:]
        for id in try await published().keys {
            let all = try await store.revisions(of: id)
            #expect(all.filter(\.isPublished).count == 1, "\(id)")
            revisions[id] = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.record) })
        }
        let drafts = Set(try await store.all(Draft.self).map(\.value.id))
        let saves = Set(try await store.all(DraftSave.self).map(\.value.id))
        let trail = try await store.trail(TrailSelection(limit: 100_000)).count
        state.withLock { state in
            for (id, known) in state.revisions {
                for (number, record) in known { #expect(revisions[id]?[number] == record, "\(id) \(number)") }
            }
            #expect(drafts.isSuperset(of: state.drafts))
            #expect(saves.isSuperset(of: state.saves))
            #expect(trail >= state.trail)
            (state.revisions, state.drafts, state.saves, state.trail) = (revisions, drafts, saves, trail)
        }
    }

    private func published() async throws -> [RecordID: Record] {
        let catalogue = try await store.published().catalogue
        return Dictionary(
            uniqueKeysWithValues: (catalogue.records + catalogue.away.values).map { ($0.id, $0) })
    }

    private func pick<Value>(_ values: [Value]) -> Value { values[number(below: values.count)] }

    private func number(below limit: Int) -> Int {
        state.withLock { Int.random(in: 0..<limit, using: &$0.generator) }
    }
}

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
