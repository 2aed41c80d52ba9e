import Catalogue
import Editorial
import HTML

/// An import whose rows are drafts: what became of them, the way back, and for others the review of all at once.
struct SentImportPage: WorkspacePage {
    static let length = 50

    var context: PageContext
    let visit: Workspace.Visit
    let importing: Importing
    /// Of this page.
    let drafts: [Draft]
    /// Of all pages.
    let count: Int
    /// The drafts that put records back, for those who made them.
    var restoring: [Draft] = []
    /// From 1.
    var page = 1
    /// Nil: there is nothing to review for this reader.
    var review: ImportReview?
    var undoWhy = ""
    var faults = FormFaults()

    var title: String { importing.name }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        FaultList(title: context.texts(.bulkFaults), faults: faults.all)
        p(.class("eyebrow")) { context.texts(importing.state.label) }
        h1 { title }
        p(.class("lead")) { importing.maker(in: context) }
        if let sent = importing.sent {
            p { context.texts(.bulkSentTally, "\(sent.new)", "\(sent.changed)", "\(sent.same)", "\(sent.wrong)") }
        }
        if let undone = importing.undone { UndoneView(undone: undone, restoring: restoring, context: context) }
        if let review {
            ImportReviewView(review: review, importing: importing, visit: visit, context: context)
        } else {
            h2 { context.texts(.bulkDrafts) }
            DraftList(drafts: drafts, context: context) { isOwner ? .draft($0) : .review($0) }
        }
        Pager(context: context, page: page, total: count, length: Self.length, link: link)
        if isOwner { owning }
    }

    private var isOwner: Bool { actor.may(.importRecords, on: importing.organisation) }

    private var link: @Sendable (Int) -> String {
        let (context, id) = (context, importing.id)
        return { context.link(.importing(id), asking: [QueryItem("page", "\($0)")]) }
    }

    @HTMLBuilder private var owning: some HTML {
        if importing.hasTable {
            p { a(.href(context.link(.workspace(.wrongRows(importing.id))))) { context.texts(.bulkFetchWrong) } }
        }
        if importing.state == .sent {
            UndoForm(importing: importing, visit: visit, context: context, why: undoWhy, fault: faults["why"])
        }
    }
}

private struct DraftList: HTML {
    let drafts: [Draft]
    let context: PageContext
    /// Where the one with this id is looked at.
    let address: @Sendable (String) -> WorkspaceAddress

    var body: some HTML {
        ul(.class("links")) {
            for draft in drafts {
                li {
                    a(.href(context.link(.workspace(address(draft.id))))) {
                        draft.record.title.text(for: context.edition)?.text ?? draft.record.id.description
                    }
                    " "
                    span(.class("badge")) { context.texts(draft.state.label) }
                }
            }
        }
    }
}

/// What became of an import that was taken back.
private struct UndoneView: HTML {
    let undone: Importing.Undoing
    let restoring: [Draft]
    let context: PageContext

    var body: some HTML {
        div(.class("note"), .role("status")) {
            p { context.texts(.bulkUndoneTally, "\(undone.dropped)", "\(undone.withdrawn.count)") }
            if !restoring.isEmpty {
                p { context.texts(.bulkUndoneRestoring) }
                DraftList(drafts: restoring, context: context) { .draft($0) }
            }
            if !undone.left.isEmpty {
                p { context.texts(.bulkUndoneLeft) }
                ul {
                    for id in undone.left {
                        li { a(.href(context.link(.workspace(.entry(id))))) { context.title(of: id) } }
                    }
                }
            }
        }
    }
}

private struct UndoForm: HTML {
    let importing: Importing
    let visit: Workspace.Visit
    let context: PageContext
    let why: String
    let fault: String?

    var body: some HTML {
        details {
            summary { context.texts(.bulkUndo) }
            p { context.texts(.bulkUndoText) }
            WorkspaceForm(.importing(importing.id), visit: visit, context: context) {
                FormField(
                    name: "why", words: context.texts(.bulkUndoWhy), value: why, hint: context.texts(.bulkWhyHint),
                    fault: fault, isRequired: true, longest: Importing.longestWhy)
                button(.type("submit"), .name("do"), .value("undo")) { context.texts(.bulkUndoIt) }
            }
        }
        .attributes(.open, when: fault != nil)
    }
}
