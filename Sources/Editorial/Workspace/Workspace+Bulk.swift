import Catalogue
import Foundation

extension Workspace {
    // MARK: Looking

    /// The imports of the own organisation, newest first.
    package func imports(for actor: Actor) async throws -> [Importing] {
        guard actor.mayEver(.importRecords) else { return [] }
        return try await store.all(Importing.self).map(\.value)
            .filter { actor.may(.importRecords, on: $0.organisation) }.reversed()
    }

    /// The imports of others in which something waits for a review by this actor, with how much.
    package func importsToReview(for actor: Actor) async throws -> [(importing: Importing, drafts: Int)] {
        guard isMember(actor.organisation), actor.mayEver(.review) else { return [] }
        var counts: [String: Int] = [:]
        for draft in try await store.all(Draft.self).map(\.value) {
            guard case .importing(let id) = draft.origin, draft.state == .submitted, mayReview(draft, actor) else {
                continue
            }
            counts[id, default: 0] += 1
        }
        guard !counts.isEmpty else { return [] }
        return try await store.all(Importing.self).compactMap { kept in
            counts[kept.value.id].map { (kept.value, $0) }
        }
    }

    /// An import for those who may import for its organisation, and once it was sent for those who may review it.
    package func importing(_ id: String, for actor: Actor) async throws -> Importing {
        let importing = try await existing(Importing.self, id).value
        let isTheirs =
            importing.sent != nil && actor.may(.review, on: importing.organisation) && isMember(actor.organisation)
        guard actor.may(.importRecords, on: importing.organisation) || isTheirs else { throw WorkspaceError.notFound }
        return importing
    }

    /// The table of an import for those who may import for its organisation.
    package func table(of id: String, for actor: Actor) async throws -> Data {
        _ = try await ownImport(id, actor)
        return try await existing(ImportTable.self, id).value.bytes
    }

    /// The drafts that were made of an import, in the order of its rows.
    package func drafts(of importing: Importing) async throws -> [Kept<Draft>] {
        guard importing.sent != nil else { return [] }
        return try await store.all(Draft.self).filter { $0.value.origin == .importing(importing.id) }
    }

    /// The names of records that drafts are to make.
    package func reservedNames() async throws -> Set<RecordID> {
        Set(
            try await store.all(Draft.self).filter { $0.value.state.isOpen && $0.value.base == nil }.map(
                \.value.record.id))
    }

    /// The columns that the actor's organisation chose for such a table before.
    package func rememberedColumns(of fingerprint: String, for actor: Actor) async throws -> [String: String]? {
        try await store.find(KeptMapping.self, KeptMapping.id(actor.organisation, fingerprint))?.value.columns
    }

    /// The records to write into a table, as ``Catalogue/forTables(_:of:)`` finds them.
    package func export(_ kind: Kind?, of organisation: RecordID?, for actor: Actor) throws -> [Record] {
        try actor.require(.exportRecords, on: organisation)
        return catalogue.forTables(kind, of: organisation)
    }

    // MARK: Preparing

    /// Keeps a table.
    package func beginImport(
        of table: Data, named name: String, columns: [String: String], isRemembered: Bool, by actor: Actor
    ) async throws -> Importing {
        try actor.require(.importRecords, on: actor.organisation)
        guard !name.isEmpty else { throw WorkspaceError.faulty }
        var importing = Importing(
            id: Self.newID(), name: String(name.prefix(Importing.longestName)), author: actor, madeOn: today,
            columns: columns)
        importing.isRemembered = isRemembered
        var work = Work(by: actor.name, at: now)
        try work.put(importing)
        try work.put(ImportTable(id: importing.id, bytes: table))
        try await commit(work)
        return importing
    }

    /// Says what the columns hold, and remembers it for the next table with such headers.
    package func choose(
        _ columns: [String: String], of fingerprint: String, for id: String, by actor: Actor
    ) async throws {
        var kept = try await ownImport(id, actor)
        guard kept.value.sent == nil else { throw WorkspaceError.notNow }
        kept.value.columns = columns
        kept.value.isRemembered = false
        kept.value.state = .previewed
        let organisation = kept.value.organisation
        let old = try await store.find(KeptMapping.self, KeptMapping.id(organisation, fingerprint))
        var work = Work(by: actor.name, at: now)
        try work.put(kept)
        try work.put(
            KeptMapping(organisation: organisation, fingerprint: fingerprint, columns: columns), over: old?.version)
        try await commit(work)
    }

    /// Goes back to the choice of the columns.
    package func chooseAnew(_ id: String, by actor: Actor) async throws {
        var kept = try await ownImport(id, actor)
        guard kept.value.sent == nil else { throw WorkspaceError.notNow }
        kept.value.state = .mapping
        var work = Work(by: actor.name, at: now)
        try work.put(kept)
        try await commit(work)
    }

    /// Throws a table away that was not sent.
    package func forget(_ id: String, by actor: Actor) async throws {
        let kept = try await ownImport(id, actor)
        guard kept.value.sent == nil else { throw WorkspaceError.notNow }
        var work = Work(by: actor.name, at: now)
        work.remove(kept.value)
        work.remove(ImportTable(id: id, bytes: Data()))
        try await commit(work)
    }

    /// Throws away what nobody sent in time, and what was left out of what was sent.
    package func wipeTables() async throws {
        var work = Work(by: "", at: now)
        for var kept in try await store.all(Importing.self) where kept.value.hasTable {
            guard today.daysSinceEpoch - kept.value.madeOn.daysSinceEpoch > Importing.days else { continue }
            work.remove(ImportTable(id: kept.value.id, bytes: Data()))
            if kept.value.sent == nil {
                work.remove(kept.value)
            } else {
                kept.value.hasTable = false
                try work.put(kept)
            }
        }
        guard !work.removals.isEmpty else { return }
        try await commit(work)
    }

    func ownImport(_ id: String, _ actor: Actor) async throws -> Kept<Importing> {
        let kept = try await existing(Importing.self, id)
        guard actor.may(.importRecords, on: kept.value.organisation) else { throw WorkspaceError.notFound }
        return kept
    }
}

extension Catalogue {
    /// What is written into tables: what readers see, and what was set aside and wants to be mended. Nil: of all kinds, of
    /// all organisations.
    package func forTables(_ kind: Kind?, of organisation: RecordID?) -> [Record] {
        (records + away.values.filter { $0.withdrawn == nil })
            .filter { kind == nil || $0.kind == kind }
            .filter { record in organisation.map { record.owners.contains($0) } ?? true }
            .sorted { $0.id < $1.id }
    }
}
