import Catalogue
import Foundation

extension Workspace {
    /// What became of an attempt to keep a draft.
    package enum Saving: Sendable {
        case kept(Kept<Draft>)
        /// Somebody else kept the draft meanwhile, in other fields: both are in it now.
        case merged(Kept<Draft>, theirs: [FieldChange], by: String)
        /// Both changed the same fields. Nothing was kept; whoever comes second chooses.
        case conflict(FieldMerge, current: Kept<Draft>, by: String)
    }

    /// What a writer sends.
    package struct Writing: Sendable {
        package var record: Record
        package var typed: [String: String]
        package var isSmall: Bool
        package var why: String
        package var stated: [Language: TranslationState]

        package init(
            record: Record, typed: [String: String] = [:], isSmall: Bool = false, why: String = "",
            stated: [Language: TranslationState] = [:]
        ) {
            self.record = record
            self.typed = typed
            self.isSmall = isSmall
            self.why = why
            self.stated = stated
        }
    }

    // MARK: Beginning

    /// What is kept together with a new draft: both, or neither.
    package typealias Alongside = (Draft, inout Work) throws -> Void

    /// A new draft of something that the catalogue does not have. Its name follows from its title later.
    package func begin(
        _ kind: Kind, by actor: Actor, origin: Draft.Origin = .form, record: Record? = nil,
        alongside: Alongside = { _, _ in }
    ) async throws -> Kept<Draft> {
        let organisation = actor.organisation
        try actor.require(.write, on: organisation)
        let id = Self.newID()
        // A new record is called after its draft until it has a title.
        guard let name = RecordID("new-\(id)") else { throw WorkspaceError.faulty }
        var fresh =
            record ?? Record(id: name, kind: kind, title: LocalisedText(), summary: LocalisedText(), status: .active)
        if record == nil, kind != .organisation, let organisation { fresh.organisations = [organisation] }
        return try await keepNew(
            Draft(
                id: id, record: fresh, base: nil, organisation: organisation, author: actor.account, origin: origin,
                at: now),
            by: actor, alongside: alongside)
    }

    /// A draft that changes what is published; the open one of the same organisation, if there is one.
    package func edit(
        _ id: RecordID, by actor: Actor, origin: Draft.Origin = .form,
        changing change: (inout Record) -> Void = { _ in },
        alongside: Alongside = { _, _ in }
    ) async throws -> Kept<Draft> {
        guard let published = try await store.revisions(of: id).first(where: \.isPublished),
            published.record.withdrawn == nil
        else { throw WorkspaceError.notFound }
        try actor.require(.write, on: published.record.owners)
        if origin == .form, let open = try await openDraft(of: id, organisation: actor.organisation) { return open }
        var record = published.record
        change(&record)
        return try await keepNew(
            Draft(
                id: Self.newID(), record: record, base: published.id, organisation: actor.organisation,
                author: actor.account, origin: origin, at: now),
            by: actor, alongside: alongside)
    }

    private func openDraft(of id: RecordID, organisation: RecordID?) async throws -> Kept<Draft>? {
        try await store.all(Draft.self, key: id.description).first {
            $0.value.state.isWritable && $0.value.organisation == organisation
        }
    }

    private func keepNew(_ draft: Draft, by actor: Actor, alongside: Alongside) async throws -> Kept<Draft> {
        var work = work(of: actor, .beganDraft, on: draft.id, detail: draft.record.id.description)
        try work.put(draft)
        try work.put(save(draft, version: 1, by: actor))
        try alongside(draft, &work)
        try await commit(work)
        return Kept(draft, version: 1)
    }

    private func save(_ draft: Draft, version: Int, by actor: Actor) -> DraftSave {
        DraftSave(draft: draft.id, version: version, record: draft.record, by: actor.name, at: now)
    }

    // MARK: Writing

    /// A draft for those who may write in it or look at it.
    package func draft(_ id: String, for actor: Actor) async throws -> Kept<Draft> {
        let kept = try await existing(Draft.self, id)
        guard actor.may(.write, on: kept.value.owners) || actor.may(.review, on: kept.value.owners) else {
            throw WorkspaceError.notFound
        }
        return kept
    }

    /// Keeps what was written on the `version` of a draft that the writer saw.
    package func keep(
        _ writing: Writing, in id: String, from version: Int, by actor: Actor
    ) async throws -> Saving {
        // Whoever is overtaken between looking and keeping looks again: nobody has to send a form twice for that.
        for _ in 1..<Self.mostTries {
            do { return try await keepOnce(writing, in: id, from: version, by: actor) } catch WorkspaceError
                .changedMeanwhile
            { continue }
        }
        return try await keepOnce(writing, in: id, from: version, by: actor)
    }

    private static let mostTries = 20

    private func keepOnce(
        _ writing: Writing, in id: String, from version: Int, by actor: Actor
    ) async throws -> Saving {
        var current = try await draft(id, for: actor)
        try actor.require(.write, on: current.value.owners)
        guard current.value.state.isWritable else { throw WorkspaceError.notNow }
        var mine = writing.record
        // What a form never changes.
        mine.id = current.value.record.id
        mine.kind = current.value.record.kind
        mine.translations = Translations.states(
            from: nil, to: mine, stated: writing.stated, isSmall: true)
        guard version != current.version else {
            return .kept(try await put(writing, record: mine, over: &current, by: actor))
        }
        guard let base = try await store.find(DraftSave.self, "\(id).\(version)")?.value else {
            throw WorkspaceError.changedMeanwhile
        }
        let other = try await store.find(DraftSave.self, "\(id).\(current.version)")?.value.by ?? ""
        let theirs = try Tree(current.value.record)
        let merge = FieldMerge(base: try Tree(base.record), mine: try Tree(mine), theirs: theirs)
        guard merge.conflicts.isEmpty else { return .conflict(merge, current: current, by: other) }
        let changes = Difference(from: try Tree(base.record), to: theirs).changes
        let merged = try merge.merged.decoded(as: Record.self)
        let kept = try await put(writing, record: merged, over: &current, by: actor)
        return changes.isEmpty ? .kept(kept) : .merged(kept, theirs: changes, by: other)
    }

    private func put(
        _ writing: Writing, record: Record, over current: inout Kept<Draft>, by actor: Actor
    ) async throws -> Kept<Draft> {
        var draft = current.value
        draft.record = record
        draft.typed = writing.typed
        draft.isSmall = writing.isSmall
        draft.why = writing.why
        if draft.base == nil, draft.origin.isNamedByTitle, let name = name(for: draft) { draft.record.id = name }
        // An autosave without a change leaves no trace.
        if draft == current.value { return current }
        draft.changed = now
        draft.writers.insert(actor.account)
        var work = Work(by: actor.name, at: now)
        try work.put(draft, over: current.version)
        try work.put(save(draft, version: current.version + 1, by: actor))
        try await commit(work)
        return Kept(draft, version: current.version + 1)
    }

    /// The name of a new record, after its title.
    private func name(for draft: Draft) -> RecordID? {
        let titles = Language.allCases.compactMap { draft.record.title[$0] }
        guard let name = titles.lazy.compactMap({ RecordID(title: $0) }).first else { return nil }
        let catalogue = catalogue
        return name.made { catalogue.any($0) != nil }
    }

    /// Takes an open draft away; its saves stay.
    package func drop(_ id: String, by actor: Actor) async throws {
        var kept = try await draft(id, for: actor)
        try actor.require(.write, on: kept.value.owners)
        guard kept.value.state.isOpen else { throw WorkspaceError.notNow }
        kept.value.state = .dropped
        kept.value.steps.append(step(.droppedDraft, by: actor))
        var work = work(of: actor, .droppedDraft, on: id, detail: kept.value.record.id.description)
        try work.put(kept)
        try await commit(work)
    }

    func step(_ deed: Deed, by actor: Actor, words: String = "") -> Draft.Step {
        Draft.Step(deed: deed, by: actor.name, organisation: actor.organisation, at: now, words: words)
    }
}

extension Record {
    /// The organisations to which it belongs: an organisation belongs to itself.
    package var owners: [RecordID] { kind == .organisation ? organisations + [id] : organisations }
}
