import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// What can be done with an import once its rows are drafts: looking, reviewing together, taking it back.
struct SentImport {
    let site: SiteEnvironment
    let work: WorkspaceRequest
    let importing: Importing

    private var workspace: Workspace { site.workspace }

    func page() async throws -> SentImportPage {
        let drafts = try await workspace.drafts(of: importing).map(\.value)
        let number = max(1, (work.fields.first("page") ?? work.query.first("page")).flatMap { Int($0) } ?? 1)
        // Organisations first: what names a new one can't be published before it.
        let waiting = drafts.filter { $0.state == .submitted && workspace.mayReview($0, work.actor) }
        let ordered =
            waiting.filter { $0.record.kind == .organisation } + waiting.filter { $0.record.kind != .organisation }
        guard waiting.isEmpty else {
            var matters: [ReviewMatter] = []
            for draft in shown(ordered, number) {
                matters.append(try await workspace.reviewMatter(draft.id, for: work.actor))
            }
            return SentImportPage(
                context: work.page, visit: work.visit, importing: importing, drafts: [], count: ordered.count,
                page: number, review: ImportReview(matters: matters, page: number))
        }
        let isOwner = work.actor.may(.importRecords, on: importing.organisation)
        let mine = isOwner ? drafts : drafts.filter { workspace.mayReview($0, work.actor) }
        return SentImportPage(
            context: work.page, visit: work.visit, importing: importing, drafts: shown(mine, number), count: mine.count,
            restoring: isOwner ? try await restoring() : [], page: number)
    }

    private func shown(_ drafts: [Draft], _ page: Int) -> [Draft] {
        Array(drafts.dropFirst((page - 1) * SentImportPage.length).prefix(SentImportPage.length))
    }

    // MARK: Taking back

    private func restoring() async throws -> [Draft] {
        var drafts: [Draft] = []
        for id in (importing.undone?.restoring ?? []).prefix(SentImportPage.length) {
            if let kept = try await workspace.store.find(Draft.self, id) { drafts.append(kept.value) }
        }
        return drafts
    }

    func undo() async throws -> Response {
        let why = work.text("why")
        guard !why.isEmpty, why.count <= Importing.longestWhy else {
            var page = try await page()
            page.undoWhy = why
            page.faults = FormFaults(
                "why",
                why.isEmpty
                    ? work.page.texts(.bulkUndoWhyMissing)
                    : work.page.texts(.reviewFaultLong, "\(Importing.longestWhy)"))
            return site.answer(page, to: work.request, status: .unprocessableContent)
        }
        try await workspace.undoImport(importing.id, why: why, by: work.actor)
        await Housekeeping(site: site).refresh()
        return .redirect(to: work.link(.importing(importing.id)), type: .normal)
    }

    // MARK: Reviewing together

    func decide() async throws -> Response {
        var page = try await page()
        guard var review = page.review else { throw WorkspaceError.notNow }
        review.ticked = Set(work.fields.all(ImportReview.field))
        review.form = ReviewForm(work.fields)
        let ticked = review.matters.filter { review.ticked.contains($0.draft.id) }
        review.faults = review.form.faults(mayBePublished: true)
        review.tickFault = ticked.isEmpty ? .bulkNothingTicked : nil
        guard let decision = review.form.decision, !ticked.isEmpty else {
            page.review = review
            return site.answer(page, to: work.request, status: .unprocessableContent)
        }
        let failed = try await decide(decision, on: ticked)
        guard !failed.isEmpty else {
            return .redirect(to: work.link(.importing(importing.id)), type: .normal)
        }
        // What is left is looked at anew; what was typed stays.
        var rest = try await self.page()
        rest.review?.form = review.form
        rest.review?.ticked = review.ticked
        rest.review?.decided = ticked.count - failed.count
        rest.review?.failed = failed
        return site.answer(rest, to: work.request, status: .conflict)
    }

    /// Decides on new organisations first, and shows them, so that what names them can follow.
    private func decide(
        _ decision: Workspace.Decision, on matters: [ReviewMatter]
    ) async throws -> [(title: String, error: WorkspaceError)] {
        var failed: [(title: String, error: WorkspaceError)] = []
        for isOrganisation in [true, false] {
            let part = matters.filter { ($0.draft.record.kind == .organisation) == isOrganisation }
            let titles = Dictionary(
                part.map { ($0.draft.id, $0.title(in: work.page)) }, uniquingKeysWith: { first, _ in first })
            let answers = try await workspace.decide(decision, onAll: part.map(\.draft.id), by: work.actor)
            failed += answers.compactMap { id, error in error.map { (titles[id] ?? id, $0) } }
            if !part.isEmpty { await Housekeeping(site: site).refresh() }
        }
        return failed
    }
}
