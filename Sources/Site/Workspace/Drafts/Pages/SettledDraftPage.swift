import Catalogue
import Editorial
import HTML

/// A draft in which nobody writes any more: it waits for its review, or it came to an end.
struct SettledDraftPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let draft: Draft
    /// Who began it, by name.
    let author: String

    var title: String {
        draft.record.title.text(for: context.edition)?.text
            ?? context.texts(.draftNew, context.label(draft.record.kind))
    }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        p(.class("eyebrow")) {
            Icon("kind-\(draft.record.kind.rawValue)")
            context.label(draft.record.kind)
            span(.class("badge")) { context.texts(draft.state.label) }
        }
        h1 { title }
        p(.class("lead"), .role("status")) { context.texts(meaning) }
        ReviewNotice(draft: draft, context: context)
        ul(.class("links")) {
            if draft.state == .submitted {
                li { a(.href(context.link(.workspace(.preview(draft.id))))) { context.texts(.draftPreviewLink) } }
            }
            if context.catalogue.any(draft.record.id) != nil {
                li { a(.href(context.link(.workspace(.entry(draft.record.id))))) { context.texts(.draftToEntry) } }
            }
            li { a(.href(context.link(.workspace(.home)))) { context.texts(.workList) } }
        }
        DraftSteps(draft: draft, author: author, context: context)
        if draft.state == .submitted { DropForm(draft: draft, visit: visit, context: context) }
    }

    private var meaning: TextKey {
        switch draft.state {
        case .writing, .returned, .submitted: .draftSubmittedText
        case .published: .draftPublishedText
        case .declined: .draftDeclinedText
        case .dropped: .draftDroppedText
        }
    }
}
