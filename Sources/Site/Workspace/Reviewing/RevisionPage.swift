import Catalogue
import Editorial
import HTML

/// One revision of an entry: what it changed, what changed since, and the way to make it the present one again.
struct RevisionPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let step: HistoryStep
    /// What readers see now says otherwise.
    let since: [FieldChange]
    let mayRestore: Bool

    private var revision: Revision { step.revision }
    private var name: String {
        revision.record.title.text(for: context.edition)?.text ?? revision.record.id.description
    }

    var title: String {
        context.texts(.revisionTitle, name, context.wording.moment(revision.madeAt))
    }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) {
            context.texts(
                .revisionBy, "\(revision.id)", revision.author, context.wording.moment(revision.madeAt))
        }
        if !revision.why.isEmpty { p { context.texts(.reviewWhy, revision.why) } }
        p { HistoryWords(step: step, context: context).words }
        h2 { context.texts(step.before == nil ? .reviewWhole : .revisionChanged) }
        if step.before == nil { p { context.texts(.revisionFirst) } }
        DifferenceView(changes: step.changes, context: context, isWhole: step.before == nil)
        h2 { context.texts(.revisionSince) }
        if revision.isPublished {
            p { context.texts(.revisionIsPublished) }
        } else if since.isEmpty {
            p { context.texts(.revisionSame) }
        } else {
            DifferenceView(changes: since, context: context)
        }
        if mayRestore {
            WorkspaceForm(.revision(revision.record.id, revision.id), visit: visit, context: context) {
                p { context.texts(.revisionRestoreHint) }
                button(.type("submit")) { context.texts(.revisionRestore) }
            }
        }
        p { a(.href(context.link(.workspace(.entry(revision.record.id))))) { context.texts(.backToRecord) } }
    }
}
