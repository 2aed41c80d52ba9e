import Catalogue
import Editorial
import HTML

/// The form of a draft.
struct DraftPage: WorkspacePage {
    /// What is said above the form.
    enum Notice: Sendable {
        case kept
        /// Somebody else kept the draft meanwhile, in other fields.
        case merged(theirs: [FieldChange], by: String)
    }

    var context: PageContext
    let visit: Workspace.Visit
    let draft: Draft
    let version: Int
    let form: RecordForm
    let state: FormState
    /// What is wrong, in the order of the form.
    let faults: [(field: String, words: String)]
    var notice: Notice?
    var doubles: [LikelyDouble] = []

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
        FaultList(title: context.texts(.draftFaults), faults: faults)
        NoticeView(notice: notice, draft: draft, context: context)
        ReviewNotice(draft: draft, context: context)
        if case .suggestion(let code) = draft.origin, mayReadSuggestion {
            p { a(.href(context.link(.workspace(.suggestion(code))))) { context.texts(.suggestingFromReader) } }
        }
        div(
            .id("doubles"), .data("data-heading", context.texts(.draftDoubles)),
            .data("data-text", context.texts(.draftDoublesText))
        ) { DoublesNotice(doubles: doubles, context: context) }
        nav(.class("on-page"), .ariaLabel(context.texts(.draftOnPage))) {
            ul { for section in form.sections { li { a(.href("#\(section.id)")) { words(section.title) } } } }
        }
        WorkspaceForm(.draft(draft.id), visit: visit, context: context, style: "work record-form") {
            input(.type("hidden"), .name(DraftFields.version), .value("\(version)"))
            for section in form.sections {
                FormSection(section: section, state: state)
            }
            HistoryFields(draft: draft, context: context)
            SaveBar(draft: draft, context: context)
            // The last of all fields: where it is missing, others are.
            input(.type("hidden"), .name(DraftFields.whole), .value("1"))
        }
        if !form.organisations.isEmpty { OrganisationChoices(choices: form.organisations) }
        DropForm(draft: draft, visit: visit, context: context)
    }

    /// What is about no entry is for the coordinator alone.
    private var mayReadSuggestion: Bool {
        actor.may(.handleSuggestion, on: draft.base == nil ? [] : draft.record.owners)
    }

    private func words(_ key: TextKey) -> String { context.texts(key).sentenceCase }
}

/// The names of the fields beside those of the record.
enum DraftFields {
    static let version = "version"
    static let whole = "whole"
    static let action = "action"
    static let autosave = "autosave"
    static let small = "small"
    static let why = "why"
    /// What stood in the two above when the form was made.
    static let smallBefore = "small-before"
    static let whyBefore = "why-before"

    /// Those that are kept with the draft beside its record.
    static let beside: Set = [whole, small, why, smallBefore, whyBefore]

    static let longestWhy = 500
}

extension Draft.State {
    var label: TextKey {
        switch self {
        case .writing: .draftWriting
        case .submitted: .draftSubmitted
        case .returned: .draftReturned
        case .published: .draftPublished
        case .declined: .draftDeclined
        case .dropped: .draftDropped
        }
    }
}

private struct FormSection: HTML {
    let section: RecordForm.Section
    let state: FormState

    var body: some HTML {
        HTMLElement<HTMLTag.section>(.id(section.id), .ariaLabelledBy("\(section.id)-heading")) {
            h2(.id("\(section.id)-heading")) { state.words(section.title) }
            for part in section.parts { part.content(in: state) }
        }
    }
}

/// What is kept of the change itself: why it was made, and whether translations stay valid.
private struct HistoryFields: HTML {
    let draft: Draft
    let context: PageContext

    var body: some HTML {
        section(.id("part-why"), .ariaLabelledBy("part-why-heading")) {
            h2(.id("part-why-heading")) { context.texts(.draftPartWhy) }
            input(.type("hidden"), .name(DraftFields.smallBefore), .value(draft.isSmall ? "yes" : ""))
            input(.type("hidden"), .name(DraftFields.whyBefore), .value(draft.why))
            if draft.base != nil {
                label(.class("choice")) {
                    input(.type("checkbox"), .name(DraftFields.small), .value("yes"))
                        .attributes(.checked, when: draft.isSmall)
                    span { context.texts(.draftSmall) }
                }
            }
            FormField(
                name: DraftFields.why, words: context.texts(.draftWhy), value: draft.why,
                hint: context.texts(.draftWhyHint), longest: DraftFields.longestWhy)
        }
    }
}

/// The buttons, always in sight, and what became of the last change.
private struct SaveBar: HTML {
    let draft: Draft
    let context: PageContext
    private var texts: Texts { context.texts }

    var body: some HTML {
        div(.class("savebar")) {
            p(
                .id("autosave"), .role("status"), .data("data-unsaved", texts(.draftUnsaved)),
                .data("data-offline", texts(.draftOffline)), .data("data-signed-out", texts(.draftSignedOut)),
                .data("data-restored", texts(.draftRestored)), .data("data-failed", texts(.draftNotKept)),
                .data("data-conflict", texts(.draftConflictMeanwhile))
            ) { NoticeView.kept(draft, in: context) }
            button(.type("submit"), .name(DraftFields.action), .value("save")) { texts(.draftSave) }
            button(.type("submit"), .class("quietly"), .name(DraftFields.action), .value("preview")) {
                texts(.draftLook)
            }
            button(.type("submit"), .class("quietly"), .name(DraftFields.action), .value("submit")) {
                texts(.draftSubmit)
            }
        }
    }
}

/// The way to take a draft away, with a word before.
struct DropForm: HTML {
    let draft: Draft
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        details(.class("drop")) {
            summary { context.texts(.draftDrop) }
            p { context.texts(draft.base == nil ? .draftDropNew : .draftDropChange) }
            WorkspaceForm(.draft(draft.id), visit: visit, context: context) {
                input(.type("hidden"), .name(DraftFields.action), .value("drop"))
                button(.type("submit"), .class("quietly")) { context.texts(.draftDropIt) }
            }
        }
    }
}
