import Catalogue
import Editorial
import Foundation
import HTML

/// A draft of another organisation: what would change for readers, and the form that decides about it.
struct ReviewPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let matter: ReviewMatter
    /// Who wrote it, by name.
    let author: String
    /// Entries that something new from another site may be a double of.
    var doubles: [LikelyDouble] = []
    var form = ReviewForm()
    var faults: [ReviewForm.Fault] = []

    private var draft: Draft { matter.draft }
    private var name: String { draft.record.title.text(for: context.edition)?.text ?? draft.record.id.description }

    var title: String { context.texts(.reviewTitle, name) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        FaultList(
            title: context.texts(.reviewFix), faults: faults.map { (field: $0.field, words: $0.words(in: context)) })
        p(.class("eyebrow")) {
            Icon("kind-\(draft.record.kind.rawValue)")
            context.label(draft.record.kind)
        }
        h1 { title }
        if draft.state == .submitted {
            lead
            Obstacles(matter: matter, context: context)
            h2 { context.texts(matter.isNew ? .reviewWhole : .reviewChanges) }
            if matter.changes.isEmpty { p { context.texts(.reviewNothing) } }
            DifferenceView(changes: matter.changes, context: context, isWhole: matter.isNew)
            DraftSteps(draft: draft, author: author, context: context)
            WorkspaceForm(.review(draft.id), visit: visit, context: context, style: "work review") {
                ReviewFields(form: form, faults: faults, context: context)
                button(.type("submit")) { context.texts(.reviewSend) }
            }
        } else {
            outcome
        }
    }

    @HTMLBuilder private var lead: some HTML {
        p(.class("lead")) { context.texts(.reviewLead, context.who(author, draft.organisation), sentOn) }
        if !draft.why.isEmpty { p { context.texts(.reviewWhy, draft.why) } }
        if draft.proposesWithdrawal {
            p(.class("note")) { context.texts(.harvestProposesWithdrawal) }
        } else if matter.isNew {
            p { context.texts(.reviewIsNew) }
        }
        DoublesNotice(doubles: doubles, context: context)
        if case .merging(let other) = draft.origin {
            p { context.texts(.reviewMerging, context.title(of: other)) }
        }
        ul(.class("links")) {
            li { a(.href(context.link(.workspace(.preview(draft.id))))) { context.texts(.reviewPreview) } }
            if let published = matter.published?.record, published.isShown {
                li { a(.href(context.link(.record(published.kind, published.id)))) { context.texts(.reviewPublished) } }
            }
        }
    }

    private var sentOn: String {
        context.wording.moment(draft.steps.last { $0.deed == .submitted }?.at ?? draft.changed)
    }

    /// What became of it, right after the decision and whenever somebody comes back.
    @HTMLBuilder private var outcome: some HTML {
        p(.class("notice"), .role("status")) { context.texts(done) }
        if draft.state == .published {
            p {
                a(.class("button"), .href(context.link(.record(draft.record.kind, draft.record.id)))) {
                    context.texts(.reviewPublished)
                }
            }
        }
        ReviewNotice(draft: draft, context: context, isForWriters: false)
        DraftSteps(draft: draft, author: author, context: context)
        p { a(.href(context.link(.workspace(.home)))) { context.texts(.workList) } }
    }

    private var done: TextKey {
        switch draft.state {
        case .returned: .reviewDoneReturned
        case .declined: .reviewDoneDeclined
        default: .reviewDonePublished
        }
    }
}

/// Why a draft can't be published as it is.
private struct Obstacles: HTML {
    let matter: ReviewMatter
    let context: PageContext

    var body: some HTML {
        if matter.isWithdrawn || !matter.faults.isEmpty {
            div(.class("danger")) {
                p { context.texts(.reviewCannot) }
                ul {
                    if matter.isWithdrawn { li { context.texts(.reviewWithdrawnMeanwhile) } }
                    for fault in matter.faults { li { fault.words(in: context) } }
                }
            }
        }
        if !matter.conflicts.isEmpty {
            section(.class("danger"), .ariaLabelledBy("conflicts")) {
                h2(.id("conflicts")) { context.texts(.reviewConflicts) }
                p { context.texts(.reviewConflictsText) }
                for conflict in matter.conflicts {
                    h3 { FieldNames.words(for: conflict.path, in: context).sentenceCase }
                    side(.reviewConflictPublished, conflict.theirs, conflict.path)
                    side(.reviewConflictDraft, conflict.mine, conflict.path)
                }
            }
        }
    }

    @HTMLBuilder private func side(_ heading: TextKey, _ value: Tree?, _ path: FieldPath) -> HTMLFragment {
        p(.class("heading")) { context.texts(heading) }
        ValueList(
            added: FieldValues(context: context).lines(value, at: path), context: context, isMarked: false,
            language: path.edition?.description)
    }
}
