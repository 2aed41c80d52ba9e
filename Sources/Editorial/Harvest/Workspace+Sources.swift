import Catalogue
import Foundation

/// Looking after the sources that records are fetched from.
extension Workspace {
    /// Those that the actor may look after, by name.
    package func sources(for actor: Actor) async throws -> [HarvestSource] {
        guard actor.mayEver(.harvest) else { throw WorkspaceError.notAllowed(.harvest) }
        return try await store.all(HarvestSource.self).map(\.value)
            .filter { actor.may(.harvest, on: $0.organisation) }
            .sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    package func source(_ id: String, for actor: Actor) async throws -> HarvestSource {
        guard actor.mayEver(.harvest) else { throw WorkspaceError.notAllowed(.harvest) }
        let source = try await existing(HarvestSource.self, id).value
        guard actor.may(.harvest, on: source.organisation) else { throw WorkspaceError.notFound }
        return source
    }

    /// A source in which nothing stands yet.
    package func newSource(for organisation: RecordID?, in language: Language, by doer: some Doer) throws
        -> HarvestSource
    {
        try doer.require(.harvest, on: organisation)
        return HarvestSource(
            id: Self.newID(), name: "", address: "", format: .betternet,
            mapping: IncomingMapping(kind: .resource, language: language, organisation: organisation),
            organisation: organisation)
    }

    /// Keeps what somebody set about a source. What its runs found stays as it is.
    package func keep(_ source: HarvestSource, by doer: some Doer) async throws {
        try doer.require(.harvest, on: source.organisation)
        guard source.faults.isEmpty,
            areOrganisations([source.organisation, source.mapping.organisation].compactMap { $0 })
        else { throw WorkspaceError.faulty }
        let known = try await store.find(HarvestSource.self, source.id)
        if let known { try doer.require(.harvest, on: known.value.organisation) }
        // Whoever lets a source publish by itself answers for all of the site.
        if source.isTrusted != known?.value.isTrusted ?? false { try doer.require(.harvest, on: nil) }
        var kept = source
        kept.last = known?.value.last
        kept.trial = known?.value.trial
        kept.wish = known?.value.wish
        kept.running = known?.value.running
        kept.begun = known?.value.begun
        guard kept != known?.value else { return }
        var work = work(of: doer, .changedSource, on: source.id, detail: source.name)
        try work.put(kept, over: known?.version)
        try await commit(work)
    }

    /// Asks for a run; a program that is allowed to reach other sites takes it up within seconds.
    package func ask(_ id: String, isTrial: Bool, believesVanished: Bool = false, by actor: Actor) async throws {
        _ = try await source(id, for: actor)
        var kept = try await existing(HarvestSource.self, id)
        guard !kept.value.isRunning(at: now) else { throw WorkspaceError.notNow }
        kept.value.wish = HarvestWish(
            isTrial: isTrial, believesVanished: believesVanished, by: actor.name, at: now)
        var work = work(of: actor, .harvested, on: id, detail: kept.value.name)
        try work.put(kept)
        try await commit(work)
    }

    /// What there is to do for one source.
    package struct HarvestTask: Sendable {
        package let source: HarvestSource
        package let isTrial: Bool
        package let believesVanished: Bool
    }

    /// Takes up a run that somebody asked for, or whose day has come. Of several programs that ask at once, one gets it.
    package func takeHarvest() async throws -> HarvestTask? {
        let sources = try await store.all(HarvestSource.self)
        let free = sources.filter { !$0.value.isRunning(at: now) }
        guard var kept = free.first(where: { $0.value.wish != nil }) ?? free.first(where: { $0.value.isDue(at: now) })
        else { return nil }
        let wish = kept.value.wish
        kept.value.wish = nil
        kept.value.running = now
        if wish?.isTrial != true { kept.value.begun = now }
        var work = Work(by: kept.value.author, at: now)
        try work.put(kept)
        do { _ = try await store.commit(work) } catch is WorkConflict { return nil }
        return HarvestTask(
            source: kept.value, isTrial: wish?.isTrial ?? false, believesVanished: wish?.believesVanished ?? false)
    }

    /// Notes what a run did, or would have done.
    package func note(_ run: HarvestRun, of id: String, isTrial: Bool) async throws {
        try await change(id) { source in
            source.running = nil
            if isTrial {
                source.trial = run
            } else {
                source.last = run
                source.trial = nil
                source.begun = source.begun ?? run.at
            }
        }
    }

    /// That a run was cut off, so that its day is still to come.
    package func abandonHarvest(of id: String) async throws {
        try await change(id) { source in
            source.running = nil
            source.begun = source.last?.at
        }
    }

    /// The source that stands for a file or an address that is read now and then, by hand.
    package func occasionalSource(
        at address: String, named name: String, _ format: IncomingFormat, mapping: IncomingMapping,
        organisation: RecordID?, by doer: some Doer
    ) async throws -> HarvestSource {
        try doer.require(.harvest, on: organisation)
        let known = try await store.all(HarvestSource.self).map(\.value)
            .first { $0.address == address && $0.format == format && $0.organisation == organisation }
        var source =
            known
            ?? HarvestSource(
                id: Self.newID(), name: String(name.prefix(HarvestSource.longestName)), address: address,
                format: format, mapping: mapping, organisation: organisation)
        source.mapping = mapping
        if known == nil { source.isOn = false }
        return source
    }

    /// Keeps a source that was read by hand, unless it is there.
    package func remember(_ source: HarvestSource, by doer: some Doer) async throws {
        let known = try await store.find(HarvestSource.self, source.id)
        guard known?.value != source else { return }
        var work = work(of: doer, .changedSource, on: source.id, detail: source.name)
        try work.put(source, over: known?.version)
        try await commit(work)
    }

    /// Somebody may change what is set about it at the same time.
    private func change(_ id: String, _ change: (inout HarvestSource) -> Void) async throws {
        for _ in 0..<10 {
            guard var kept = try await store.find(HarvestSource.self, id) else { return }
            change(&kept.value)
            var work = Work(by: kept.value.author, at: now)
            try work.put(kept)
            do {
                _ = try await store.commit(work)
                return
            } catch is WorkConflict { continue }
        }
        throw WorkspaceError.changedMeanwhile
    }

    // MARK: What came of it

    /// What a source brought of a record, with the source; nothing for what was written here.
    package struct Provenance: Sendable {
        package let source: HarvestSource
        package let thing: HarvestedThing
        package let fields: [FieldProvenance]
    }

    package func provenance(of record: Record) async throws -> [Provenance] {
        var found: [Provenance] = []
        for kept in try await store.all(HarvestedThing.self, key: record.id.description) {
            guard let source = try await store.find(HarvestSource.self, kept.value.source)?.value else { continue }
            let draft = try await draft(of: kept.value)
            let thing = kept.value.settled(by: draft)
            guard thing.record == record.id else { continue }
            let fields = try thing.provenance(of: record)
            if !fields.isEmpty { found.append(Provenance(source: source, thing: thing, fields: fields)) }
        }
        return found
    }

    private func draft(of thing: HarvestedThing) async throws -> Draft? {
        guard let id = thing.draft else { return nil }
        return try await store.find(Draft.self, id)?.value
    }
}
