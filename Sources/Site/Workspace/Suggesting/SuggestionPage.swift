import Catalogue
import Editorial
import HTML

/// One suggestion: what was sent, what came of it, and the answer for its sender.
struct SuggestionPage: WorkspacePage {
    static let words = "words"

    var context: PageContext
    let visit: Workspace.Visit
    let standing: SuggestionStanding
    /// What the catalogue has that may be what is suggested.
    var doubles: [LikelyDouble] = []
    /// The answer as it was typed.
    var typed = ""
    var fault: String?
    /// Whether it was answered a moment ago.
    var isKept = false

    private var suggestion: Suggestion { standing.suggestion }
    var title: String { context.name(of: suggestion) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        p(.class("eyebrow")) {
            context.texts(suggestion.kind) + " "
            span(.class("badge")) { context.texts(suggestion.state.label) }
        }
        h1 { title }
        if isKept { p(.class("notice"), .role("status")) { context.texts(.suggestingKept) } }
        FaultList(title: context.texts(.draftFaults), faults: fault.map { [(Self.words, $0)] } ?? [])
        SentView(suggestion: suggestion, context: context)
        if suggestion.isOpen { DoublesNotice(doubles: doubles, context: context) }
        DraftOfIt(standing: standing, visit: visit, context: context)
        if suggestion.isOpen {
            AnswerForm(page: self)
        } else {
            GivenAnswer(suggestion: suggestion, context: context)
        }
        p { a(.href(context.link(.workspace(.suggestions)))) { context.texts(.suggestingBack) } }
    }
}

/// The draft that was made of it, or the way to one.
private struct DraftOfIt: HTML {
    let standing: SuggestionStanding
    let visit: Workspace.Visit
    let context: PageContext
    private var code: String { standing.suggestion.code }

    var body: some HTML {
        if let draft = standing.draft {
            p {
                a(.href(context.link(.workspace(.draft(draft.id))))) { context.texts(.suggestingDraft) }
                " "
                span(.class("badge")) { context.texts(draft.state.label) }
            }
            if draft.state == .published, standing.suggestion.isOpen {
                p(.class("notice")) { context.texts(.suggestingDraftPublished) }
            }
        }
        if standing.isTakeable {
            WorkspaceForm(.suggestion(code), visit: visit, context: context) {
                input(.type("hidden"), .name("action"), .value("take"))
                if standing.suggestion.survey != nil {
                    p(.class("quiet")) { context.texts(.suggestingMakeHint) }
                }
                button(.type("submit")) { context.texts(.suggestingMake) }
            }
        }
    }
}

private struct AnswerForm: HTML {
    let page: SuggestionPage
    private var context: PageContext { page.context }
    private var suggestion: Suggestion { page.standing.suggestion }

    var body: some HTML {
        section(.ariaLabelledBy("answering")) {
            h2(.id("answering")) { context.texts(.suggestingAnswerTitle) }
            WorkspaceForm(.suggestion(suggestion.code), visit: page.visit, context: context) {
                FormField(
                    name: SuggestionPage.words, words: context.texts(.suggestingAnswer), value: page.typed,
                    hint: context.texts(.suggestingAnswerHint, language), fault: page.fault, shape: .lines(5),
                    isRequired: true, longest: Suggestion.longestAnswer, language: suggestion.language)
                if let address = suggestion.address {
                    p { context.texts(.suggestingAnswerMail, address.description) }
                }
                for state in [Suggestion.State.done, .declined] {
                    button(.type("submit"), .name("action"), .value(state.rawValue)) {
                        context.texts(state == .done ? .suggestingDone : .suggestingDeclined)
                    }
                    .attributes(.class("quietly"), when: state == .declined)
                }
            }
        }
    }

    private var language: String { context.wording.name(of: LanguageTag(suggestion.language)) }
}

private struct GivenAnswer: HTML {
    let suggestion: Suggestion
    let context: PageContext

    var body: some HTML {
        if let answer = suggestion.answer {
            section(.class("note"), .ariaLabelledBy("answered")) {
                h2(.id("answered")) { context.texts(.suggestionAnswer) }
                div(.lang(suggestion.language.rawValue)) { RunningText(text: answer) }
                if let day = suggestion.answeredOn {
                    p(.class("quiet")) { context.texts(.suggestionAnsweredOn) + " " + context.wording.date(day) }
                }
            }
        }
    }
}
