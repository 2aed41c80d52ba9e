import Catalogue
import Editorial
import HTML

/// Both values of every field that two changed, side by side, to choose from. Everything else that was written comes
/// along.
struct ConflictPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let draft: Draft
    let conflict: Conflict
    /// Fields of which nothing was chosen, where a choice was sent.
    var missing: [FieldPath] = []

    var title: String { context.texts(.draftConflictTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        p(.class("eyebrow")) { draft.record.title.text(for: context.edition)?.text ?? draft.record.id.description }
        h1 { title }
        FaultList(
            title: context.texts(.draftConflictChoose),
            faults: missing.map { (field: anchor($0), words: FieldNames.words(for: $0, in: context)) })
        p(.class("lead")) { context.texts(lead, conflict.by) }
        WorkspaceForm(.draftConflict(draft.id), visit: visit, context: context) {
            for item in carried { input(.type("hidden"), .name(item.name), .value(item.value)) }
            for one in conflict.merge.conflicts {
                fieldset(.class("choose"), .id(anchor(one.path))) {
                    legend { FieldNames.words(for: one.path, in: context).sentenceCase }
                    div(.class("both-texts")) {
                        side(.mine, of: one, called: context.texts(.draftConflictMine))
                        side(.theirs, of: one, called: context.texts(.draftConflictTheirs, conflict.by))
                    }
                }
            }
            button(.type("submit")) { context.texts(.draftConflictKeep) }
        }
    }

    private var lead: TextKey {
        if case .published = conflict.over { .draftConflictPublished } else { .draftConflictDraft }
    }

    private func anchor(_ path: FieldPath) -> String { "at-" + path.steps.joined(separator: "-") }

    /// What was sent, without what the page asks anew.
    private var carried: [QueryItem] {
        let own = [FormCode.field, DraftFields.version, Conflict.theirs, DraftFields.autosave]
        let kept = conflict.fields.items.filter { item in
            !own.contains(item.name) && !Conflict.isChoice(item.name) && !item.value.isEmpty
        }
        switch conflict.over {
        case .draft(let version, let theirs):
            return kept + [
                QueryItem(DraftFields.version, "\(version)"), QueryItem(Conflict.theirs, "\(theirs)"),
            ]
        case .published(let version):
            return [QueryItem(DraftFields.version, "\(version)")]
        }
    }

    @HTMLBuilder private func side(
        _ side: FieldMerge.Side, of one: FieldMerge.Conflict, called name: String
    ) -> HTMLFragment {
        div(.class("one-text")) {
            label(.class("choice")) {
                input(
                    .type("radio"), .name(Conflict.field(of: one.path)), .value(side.rawValue))
                span { name }
            }
            let lines = FieldValues(context: context).lines(one[side], at: one.path)
            if lines.isEmpty {
                p(.class("quiet")) { context.texts(.draftConflictNothing) }
            } else {
                ValueList(
                    added: lines, context: context, isMarked: false, language: one.path.edition?.description)
            }
        }
    }
}
