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
        p { context.texts(.suggestionHint) }
        form(.action(context.link(context.address)), .method("post")) {
            div(.class("group")) {
                label(.for("message")) { context.texts(.suggestionMessage) }
                textarea(
                    .id("message"), .name("message"), .rows(6), .required, .maxlength(Suggestion.longestMessage)
                ) { message }
                .attributes(.ariaDescribedBy("fault"), when: fault != nil)
            }
            div(.class("group")) {
                label(.for("contact")) { context.texts(.suggestionContact) }
                input(
                    .type("text"), .id("contact"), .name("contact"), .value(contact), .autocomplete("email"),
                    .maxlength(Suggestion.longestContact))
            }
            // A trap for programs that fill in every field; people don't see it.
            div(.class("trap"), .ariaHidden) {
                label(.for("website")) { context.texts(.leaveEmpty) }
                input(.type("text"), .id("website"), .name("website"), .autocomplete("off"), .tabindex(-1))
            }
            button(.class("button"), .type("submit")) { context.texts(.send) }
        }
    }
}

/// Thanks, with the code of the suggestion.
struct SuggestionThanksPage: SitePage {
    var context: PageContext
    let subject: SuggestionSubject
    let code: String

    var title: String { context.texts(.suggestionThanks) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.suggestionThanksText) }
        p {
            context.texts(.suggestionCode) + " "
            strong { code }
        }
        p {
            a(.class("button"), .href(context.link(subject.address))) { context.texts(.backToRecord) }
        }
    }
}
