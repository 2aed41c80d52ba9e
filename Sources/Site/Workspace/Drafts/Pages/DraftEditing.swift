import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// A writer at work on one draft.
struct DraftEditing: Sendable {
    /// So many times somebody else may be faster before a writer hears of it.
    private static let attempts = 4

    let site: SiteEnvironment
    let work: WorkspaceRequest
    let id: String

    private var workspace: Workspace { site.workspace }
    private var page: PageContext { work.page }

    init(site: SiteEnvironment, work: WorkspaceRequest) throws {
        self.site = site
        self.work = work
        id = try work.step("id")
    }

    /// What was sent, read over the version of the draft that its writer saw.
    struct Sent: Sendable {
        let version: Int
        let form: RecordForm
        /// As its writer saw it.
        let then: Record
        let writing: Workspace.Writing
    }

    enum Outcome: Sendable {
        case kept(Kept<Draft>, DraftPage.Notice)
        case conflict(Conflict)
    }

    // MARK: Reading and keeping

    /// Keeps what was sent. Where somebody else keeps the draft in the same moment, it is tried again over theirs.
    func save() async throws -> Outcome {
        for _ in 1..<Self.attempts {
            do { return try await saveOnce() } catch WorkspaceError.changedMeanwhile { continue }
        }
        return try await saveOnce()
    }

    private func saveOnce() async throws -> Outcome {
        let sent = try await read(work.fields)
        return try await keep(sent.writing, from: sent.version, fields: work.fields)
    }

    private func read(_ fields: QueryItems) async throws -> Sent {
        guard let version = fields.first(DraftFields.version).flatMap({ Int($0) }),
            fields.first(DraftFields.whole) != nil
        else { throw WorkspaceError.faulty }
        let (save, now) = try await workspace.draft(id, version: version, for: work.actor)
        let then = save.record
        let form = RecordForm(for: then, in: page.catalogue, language: page.language)
        let values = FormValues(fields)
        let reading = form.read(values, over: then)
        var record = reading.record
        record.translations = Translations.states(
            from: nil, to: record, stated: record.translations ?? [:], isSmall: true)
        var writing = Workspace.Writing(
            record: record, typed: reading.typed, isSmall: !values[DraftFields.small].isEmpty,
            why: String(values[DraftFields.why].prefix(DraftFields.longestWhy)), stated: record.translations ?? [:])
        if now.version != version {
            // Beside the record too, what only the other changed stays.
            writing.typed.merge(form.untouched(now.value.typed, in: values, over: then)) { mine, _ in mine }
            if values[DraftFields.why] == values[DraftFields.whyBefore] { writing.why = now.value.why }
            if values[DraftFields.small] == values[DraftFields.smallBefore] { writing.isSmall = now.value.isSmall }
        }
        return Sent(version: version, form: form, then: then, writing: writing)
    }

    private func keep(
        _ writing: Workspace.Writing, from version: Int, fields: @autoclosure () -> QueryItems
    ) async throws -> Outcome {
        switch try await workspace.keep(writing, in: id, from: version, by: work.actor) {
        case .kept(let kept): return .kept(kept, .kept)
        case .merged(let kept, let theirs, let by):
            // What both wrote alike is no news, such as what one sent twice.
            let mine = try Tree(writing.record)
            let news = theirs.filter { mine[$0.path] != $0.after }
            return .kept(kept, news.isEmpty ? .kept : .merged(theirs: news, by: by))
        case .conflict(let merge, let current, let by):
            return .conflict(
                Conflict(
                    merge: merge, by: by, over: .draft(version: version, theirs: current.version), fields: fields()))
        }
    }

    // MARK: Choosing

    /// Keeps what was sent with the sides that were chosen; asks again where one is missing, or where somebody was faster
    /// once more.
    func resolve(over theirs: Int) async throws -> (outcome: Outcome, missing: [FieldPath]) {
        let sent = try await read(work.fields)
        let other = try await workspace.draft(id, version: theirs, for: work.actor).then
        let merge = FieldMerge(
            base: try Tree(sent.then), mine: try Tree(sent.writing.record), theirs: try Tree(other.record))
        let choices = Conflict.choices(in: work.fields)
        let conflict = Conflict(
            merge: merge, by: other.by, over: .draft(version: sent.version, theirs: theirs), fields: work.fields)
        let missing = conflict.undecided(choices)
        guard missing.isEmpty else { return (.conflict(conflict), missing) }
        var writing = sent.writing
        writing.record = try merge.resolved(choices).decoded(as: Record.self)
        writing.stated = writing.record.translations ?? [:]
        let chosen = sent.form.values(of: writing.record, typed: writing.typed).items
        let beside = work.fields.items.filter { DraftFields.beside.contains($0.name) }
        return (try await keep(writing, from: theirs, fields: QueryItems(chosen + beside)), [])
    }

    // MARK: The page

    /// The form of a draft as it is kept, with what is wrong with it. `lacking`: what a review would miss.
    func form(
        of kept: Kept<Draft>, notice: DraftPage.Notice? = nil, lacking: [DraftFault] = []
    ) -> DraftPage {
        let draft = kept.value
        let form = RecordForm(for: draft.record, in: page.catalogue, language: page.language)
        let values = form.values(of: draft.record, typed: draft.typed)
        var faults = form.read(values, over: draft.record).faults.map { ($0.field, $0.words(in: page)) }
        for fault in lacking {
            // What can't be read was said already, and how it is written well.
            if case .unread = fault { continue }
            faults.append((fault.field, fault.words(in: page)))
        }
        var state = FormState(context: page, record: draft.record, values: values)
        state.faults = Dictionary(faults, uniquingKeysWith: { first, _ in first })
        state.outdated = outdated(by: draft)
        return DraftPage(
            context: page, visit: work.visit, draft: draft, version: kept.version, form: form, state: state,
            faults: faults.map { (field: $0.0, words: $0.1) }, notice: notice, doubles: doubles(of: draft))
    }

    /// Records that something new may be a double of.
    func doubles(of draft: Draft) -> [LikelyDouble] {
        guard draft.base == nil else { return [] }
        return site.desk.doubles.finder(for: page.snapshot).likely(for: draft.record)
    }

    /// The languages whose texts would be called outdated if the draft were published now.
    private func outdated(by draft: Draft) -> Set<Language> {
        guard draft.base != nil, let published = page.catalogue.any(draft.record.id) else { return [] }
        let states = Translations.states(
            from: published, to: draft.record, stated: Translations.stated(from: published, to: draft.record),
            isSmall: draft.isSmall)
        return Set(Language.allCases.filter { states?[$0] == .outdated && draft.record.translations?[$0] != .outdated })
    }
}

extension RecordForm {
    /// What somebody else typed that can't be read, in fields that a writer left as they were. Rows have no names of their
    /// own, so those are never taken for changed.
    fileprivate func untouched(_ typed: [String: String], in values: FormValues, over base: Record) -> [String: String]
    {
        let before = self.values(of: base)
        let rows = parts.compactMap { ($0 as? any RowsPart)?.name }
        return typed.filter { field, _ in
            values.all(field) == before.all(field) || rows.contains { field.hasPrefix($0 + "-") }
        }
    }
}
