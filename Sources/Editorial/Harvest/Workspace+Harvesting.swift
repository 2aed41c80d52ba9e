import Catalogue
import Foundation

/// Taking over what a source delivered.
extension Workspace {
    /// So many things are kept at once: a machine that is switched off in the middle loses no more.
    private static let batch = 100
    /// How often a run looks again after somebody was faster.
    private static let mostRounds = 8

    /// Takes over what a source delivered, or (`isTrial`) says what it would do. Whatever is interrupted goes on with the
    /// next run as if nothing had happened.
    package func harvest(
        _ delivery: HarvestDelivery, of source: HarvestSource, isTrial: Bool = false, believesVanished: Bool = false
    ) async throws -> HarvestRun {
        let at = now
        var steps = try await steps(for: delivery, of: source, believesVanished)
        let run = HarvestRun(at: at, of: delivery, steps: steps)
        guard !isTrial else { return run }
        for _ in 0..<Self.mostRounds {
            var isOvertaken = false
            for batch in steps.filter(\.changesSomething).chunks(of: Self.batch) {
                do { try await take(batch, of: source) } catch is WorkConflict { isOvertaken = true }
            }
            guard isOvertaken else { return run }
            steps = try await self.steps(for: delivery, of: source, believesVanished)
        }
        throw WorkspaceError.changedMeanwhile
    }

    private func steps(
        for delivery: HarvestDelivery, of source: HarvestSource, _ believesVanished: Bool
    ) async throws -> [HarvestStep] {
        let known = try await known(of: source)
        let (site, now) = (publicAddress, now)
        return try await heavyWork.run {
            var reconciliation = Reconciliation(
                source, site: site, known: known, now: now, believesVanished: believesVanished)
            var steps = reconciliation.steps(for: delivery)
            guard steps.contains(where: { $0.outcome == .new }) else { return steps }
            let finder = DoubleFinder(known.catalogue)
            for place in steps.indices where steps[place].outcome == .new {
                guard let record = steps[place].record else { continue }
                steps[place].doubles = finder.likely(for: record, limit: 3)
                    .filter { $0.score >= DoubleFinder.leastListed }
            }
            return steps
        }
    }

    private func known(of source: HarvestSource) async throws -> Reconciliation.Known {
        // Ages first: a draft over an older revision is brought together with a newer one when it is published.
        let ages = try await store.ages()
        let catalogue = try await store.published().catalogue
        let drafts = try await store.all(Draft.self)
        let origin = Draft.Origin.harvest(source: source.id)
        let own = Dictionary(
            drafts.filter { $0.value.origin == origin }.map { ($0.value.id, $0) }, uniquingKeysWith: { $1 })
        let all = try await store.all(HarvestedThing.self)
        let things = all.filter { $0.value.source == source.id }.map { kept in
            Kept(kept.value.settled(by: kept.value.draft.flatMap { own[$0]?.value }), version: kept.version)
        }
        let mine = Set(things.map(\.value.record))
        let homes =
            all.filter { $0.value.source != source.id }.compactMap(\.value.home)
            + (catalogue.records + catalogue.away.values).filter { !mine.contains($0.id) }.compactMap(\.home)
        return Reconciliation.Known(
            catalogue: catalogue, revisions: ages.mapValues(\.revision),
            things: Dictionary(things.map { ($0.value.name, $0) }, uniquingKeysWith: { $1 }),
            drafts: own.filter { $0.value.value.state.isOpen }, homes: Set(homes),
            reserved: Set(drafts.map(\.value).filter { $0.state.isOpen && $0.base == nil }.map(\.record.id)))
    }

    // MARK: Keeping

    private func take(_ steps: ArraySlice<HarvestStep>, of source: HarvestSource) async throws {
        var work = Work(by: source.author, at: now)
        for step in steps { try await take(step, of: source, in: &work) }
        _ = try await store.commit(work)
    }

    private func take(_ step: HarvestStep, of source: HarvestSource, in work: inout Work) async throws {
        var thing = step.thing
        let harvester = Harvester(source)
        switch step.deed {
        case .nothing: break
        case .drop(let draft): try drop(draft, harvester, in: &work)
        case .write(let record, let kept):
            var draft = kept
            draft.value.record = record
            draft.value.changed = now
            try work.put(draft)
            try work.put(save(draft.value, version: kept.version + 1, by: harvester))
        case .submit(let record, let revision, let old):
            if let old { try drop(old, harvester, in: &work) }
            let draft = try submit(record, over: revision, step, harvester, in: &work)
            thing?.draft = draft.id
        case .publish(let record, let revision, let old):
            if let old { try drop(old, harvester, in: &work) }
            work.publish(record, over: revision, why: why(step, source))
            let deed: Deed = record.withdrawn == nil ? .published : .withdrew
            work.note(line(harvester, deed, on: record.id.description))
            try await settle(record.id, in: &work)
        }
        if let thing { try work.put(thing, over: step.version) }
    }

    private func submit(
        _ record: Record, over revision: Int?, _ step: HarvestStep, _ harvester: Harvester, in work: inout Work
    ) throws -> Draft {
        let source = harvester.source
        var draft = Draft(
            id: Self.newID(), record: record, base: revision, organisation: source.organisation,
            author: HarvestSource.writer(source.id), origin: .harvest(source: source.id), at: now)
        draft.why = why(step, source)
        draft.state = .submitted
        draft.steps = [self.step(.submitted, harvester, words: draft.why)]
        try work.put(draft)
        try work.put(save(draft, version: 1, by: harvester))
        work.note(line(harvester, .submitted, on: draft.id, detail: record.id.description))
        return draft
    }

    private func drop(_ kept: Kept<Draft>, _ harvester: Harvester, in work: inout Work) throws {
        var draft = kept
        draft.value.state = .dropped
        draft.value.changed = now
        draft.value.steps.append(step(.droppedDraft, harvester, words: ""))
        try work.put(draft)
        work.note(line(harvester, .droppedDraft, on: draft.value.id, detail: draft.value.record.id.description))
    }

    private func step(_ deed: Deed, _ harvester: Harvester, words: String) -> Draft.Step {
        Draft.Step(deed: deed, by: harvester.name, organisation: harvester.organisation, at: now, words: words)
    }

    private func save(_ draft: Draft, version: Int, by harvester: Harvester) -> DraftSave {
        DraftSave(draft: draft.id, version: version, record: draft.record, by: harvester.name, at: now)
    }

    /// For the history of the record: where it was read.
    private func why(_ step: HarvestStep, _ source: HarvestSource) -> String {
        String("\(source.name): \(step.page ?? step.key)".prefix(Importing.longestWhy))
    }
}

/// A source at work.
struct Harvester: Doer {
    let source: HarvestSource

    init(_ source: HarvestSource) { self.source = source }

    var name: String { source.author }
    var accountID: String? { nil }
    var organisation: RecordID? { source.organisation }

    func may(_ action: Action, on owner: RecordID?) -> Bool { false }
}

extension HarvestStep {
    fileprivate var changesSomething: Bool {
        if case .nothing = deed { thing != nil } else { true }
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
