import Catalogue
import Editorial
import HTML

/// Where the sender of a suggestion reads what became of it. The code comes in a form and never in an address.
struct AnswerPage: SitePage {
    var context: PageContext
    /// As it was typed.
    var code = ""
    var fault: TextKey?
    /// What the code led to.
    var standing: SuggestionStanding?

    var title: String { context.texts(.suggestionAnswerTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        if let standing {
            AnswerFacts(standing: standing, context: context)
            p { a(.class("button"), .href(context.link(.home))) { context.texts(.toHome) } }
        } else {
            p(.class("lead")) { context.texts(.suggestionAnswerLead) }
            CodeForm(context: context, code: code, fault: fault, send: .suggestionShow)
        }
    }
}

private struct AnswerFacts: HTML {
    let standing: SuggestionStanding
    let context: PageContext
    private var suggestion: Suggestion { standing.suggestion }
    private var texts: Texts { context.texts }

    var body: some HTML {
        p(.class("lead")) { texts(state) }
        if let answer = suggestion.answer {
            section(.class("note"), .ariaLabelledBy("answer")) {
                h2(.id("answer")) { texts(.suggestionAnswer) }
                div(.lang(suggestion.language.rawValue)) { RunningText(text: answer) }
            }
        }
        dl(.class("facts")) {
            if let subject { Fact(texts(.suggestionSubject)) { subject } }
            Fact(texts(.suggestionReceivedOn)) { context.wording.date(suggestion.receivedOn) }
            if let day = suggestion.answeredOn {
                Fact(texts(.suggestionAnsweredOn)) { context.wording.date(day) }
            }
            if let record = standing.outcome {
                Fact(texts(.suggestionEntry)) {
                    a(.href(context.link(.record(record.kind, record.id)))) {
                        Localised(record.title, context, isName: true)
                    }
                }
            }
        }
    }

    /// What it is about, where that is something of this site.
    private var subject: String? {
        guard let id = suggestion.record, standing.outcome == nil else { return nil }
        let page = context.catalogue.page(id.description)
        return page?.title.text(for: context.edition)?.text ?? context.title(of: id)
    }

    private var state: TextKey {
        switch suggestion.state {
        case .new: .suggestionStateNew
        case .taken: .suggestionStateTaken
        case .done: .suggestionStateDone
        case .declined: .suggestionStateDeclined
        }
    }
}
