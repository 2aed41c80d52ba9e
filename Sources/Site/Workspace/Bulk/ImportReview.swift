import Catalogue
import Editorial
import HTML

/// The review of several drafts of one import at once.
struct ImportReview: Sendable {
    static let field = "draft"

    let matters: [ReviewMatter]
    /// Of the drafts to review, from 1.
    let page: Int
    /// The ids of the drafts that are ticked.
    var ticked: Set<String>
    var form = ReviewForm()
    var faults: [ReviewForm.Fault] = []
    var tickFault: TextKey?
    /// How many were decided on just now, and those for which it didn't work.
    var decided = 0
    var failed: [(title: String, error: WorkspaceError)] = []

    /// At first all are ticked that can be published.
    init(matters: [ReviewMatter], page: Int) {
        self.matters = matters
        self.page = page
        ticked = Set(matters.filter { $0.obstacles(among: matters).isEmpty }.map(\.draft.id))
    }
}

extension ReviewMatter {
    /// What keeps it from being published together with the others: a new organisation among them will be there by then.
    func obstacles(among matters: [ReviewMatter]) -> [DraftFault] {
        let coming = Set(matters.filter { $0.draft.record.kind == .organisation }.map(\.draft.record.id))
        return faults.filter { fault in
            if case .unknownOrganisation(let id) = fault { !coming.contains(id) } else { true }
        }
    }
}

struct ImportReviewView: HTML {
    let review: ImportReview
    let importing: Importing
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        if review.decided > 0 {
            p(.class("notice"), .role("status")) { context.texts(.bulkDecided, count: review.decided) }
        }
        if !review.failed.isEmpty {
            div(.class("danger"), .role("alert")) {
                p { context.texts(.bulkNotDecided) }
                ul { for failure in review.failed { li { failure.title + ": " + context.texts(failure.error.words) } } }
            }
        }
        FaultList(
            title: context.texts(.reviewFix),
            faults: (review.tickFault.map { [(field: ImportReview.field, words: context.texts($0))] } ?? [])
                + review.faults.map { (field: $0.field, words: $0.words(in: context)) })
        h2 { context.texts(.bulkReview) }
        p { context.texts(.bulkReviewText) }
        WorkspaceForm(.importing(importing.id), visit: visit, context: context, style: "work review") {
            input(.type("hidden"), .name("page"), .value("\(review.page)"))
            fieldset(.class(review.tickFault == nil ? "ticks drafts" : "ticks drafts wrong"), .id(ImportReview.field)) {
                legend { context.texts(.bulkTicked) }
                if let fault = review.tickFault { p(.class("fault")) { context.texts(fault) } }
                for matter in review.matters { ticks(matter) }
            }
            ReviewFields(form: review.form, faults: review.faults, context: context)
            button(.type("submit"), .name("do"), .value("review")) { context.texts(.reviewSend) }
        }
    }

    @HTMLBuilder private func ticks(_ matter: ReviewMatter) -> HTMLFragment {
        div(.class("draft")) {
            label(.class("choice")) {
                input(.type("checkbox"), .name(ImportReview.field), .value(matter.draft.id))
                    .attributes(.checked, when: review.ticked.contains(matter.draft.id))
                span {
                    strong { matter.title(in: context) }
                    " · " + what(matter)
                }
            }
            details {
                summary { context.texts(matter.isNew ? .reviewWhole : .reviewChanges) }
                for fault in matter.obstacles(among: review.matters) { p(.class("fault")) { fault.words(in: context) } }
                DifferenceView(changes: matter.changes, context: context, isWhole: matter.isNew)
                p {
                    a(.href(context.link(.workspace(.review(matter.draft.id))))) { context.texts(.bulkLookCloser) }
                }
            }
        }
    }

    private func what(_ matter: ReviewMatter) -> String {
        let fields = matter.changes.map { FieldNames.words(for: $0.path, in: context) }
        let words =
            matter.isNew
            ? context.texts(.bulkRowNew) + ", " + context.label(matter.draft.record.kind)
            : context.texts(.bulkChanges, fields.joined(separator: ", "))
        let isReady = matter.conflicts.isEmpty && matter.obstacles(among: review.matters).isEmpty
        return isReady ? words : words + " · " + context.texts(.bulkNotYet)
    }
}

extension ReviewMatter {
    func title(in context: PageContext) -> String {
        draft.record.title.text(for: context.edition)?.text ?? draft.record.id.description
    }
}

extension WorkspaceError {
    /// Why it was not done, in a sentence.
    fileprivate var words: TextKey {
        switch self {
        case .notAllowed: .refusedText
        case .notFound: .refusedNotFound
        case .changedMeanwhile: .refusedChanged
        case .notNow: .refusedNotNow
        case .busy: .refusedBusy
        case .faulty: .refusedFaulty
        }
    }
}
