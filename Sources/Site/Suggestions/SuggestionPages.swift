import Catalogue
import Editorial
import HTML

/// "Something wrong here?": a form that anybody may send, without an account.
struct SuggestionFormPage: SitePage {
    var context: PageContext
    let subject: SuggestionSubject
    var message = ""
    var contact = ""
    /// What has to change before it can be kept.
    var fault: TextKey?
    var contactFault: String?

    var title: String { context.texts(.somethingWrong) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) {
            context.texts(.suggestionAbout) + " "
            a(.href(context.link(subject.address))) { Localised(subject.title, context, isName: true) }
        }
        if let fault {
            p(.class("danger"), .role("alert"), .id("fault")) {
                Icon("warning")
                context.texts(fault)
            }
        }
        FaultList(
            title: context.texts(.suggestionFaults), faults: contactFault.map { [(ContactField.name, $0)] } ?? [])
        p { context.texts(.suggestionHint) }
        form(.action(context.link(context.address)), .method("post")) {
            div(.class("group")) {
                label(.for("message")) { context.texts(.suggestionMessage) }
                textarea(
                    .id("message"), .name("message"), .rows(6), .required, .maxlength(Suggestion.longestMessage)
                ) { "\n" + message }
                .attributes(.ariaDescribedBy("fault"), when: fault != nil)
            }
            ContactField(context: context, value: contact, fault: contactFault)
            TrapField(context: context)
            button(.class("button"), .type("submit")) { context.texts(.send) }
        }
        p { a(.href(context.link(.suggestionAnswer))) { context.texts(.suggestionHaveCode) } }
    }
}

/// Thanks, with the code of the suggestion, and what it is good for.
struct SuggestionThanksPage: SitePage {
    var context: PageContext
    /// What it is about; nil: something that the catalogue does not have.
    var subject: SuggestionSubject?
    let code: String

    var title: String { context.texts(.suggestionThanks) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.suggestionThanksText) }
        div(.class("note")) {
            CodeWords(
                words: context.texts(.suggestionCode), code: code, keep: context.texts(.suggestionCodeKeep))
            p { a(.href(context.link(.suggestionAnswer))) { context.texts(.suggestionShow) } }
        }
        p {
            if let subject {
                a(.class("button"), .href(context.link(subject.address))) { context.texts(.backToRecord) }
            } else {
                a(.class("button"), .href(context.link(.home))) { context.texts(.toHome) }
            }
        }
    }
}
