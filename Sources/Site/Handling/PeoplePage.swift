import Catalogue
import HTML
import Intake

/// Who can open the reports, and what was done.
struct PeoplePage: SitePage {
    var context: PageContext
    let session: HandlerSessions.Session
    let handlers: [Handler]
    let actions: [HandlerAction]
    var fault: TextKey?

    var title: String { context.texts(.peopleTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        HandlerBar(session: session, context: context)
        h1 { title }
        p(.class("note")) { context.texts(.peopleLost) }
        if let fault { div(.class("danger"), .role("alert")) { p { context.texts(fault) } } }
        ul(.class("cases")) {
            for handler in handlers {
                li {
                    strong { handler.name }
                    " " + context.wording.date(handler.addedOn)
                    if handlers.count > 1, handler.name != session.handler {
                        form(.method("post"), .action(context.link(.handlingPeople))) {
                            input(.type("hidden"), .name("code"), .value(session.formCode))
                            input(.type("hidden"), .name("action"), .value("remove"))
                            input(.type("hidden"), .name("name"), .value(handler.name))
                            button(.type("submit"), .class("quietly")) {
                                context.texts(.peopleRemove)
                                span(.class("away")) { ": " + handler.name }
                            }
                        }
                    }
                }
            }
        }
        section(.ariaLabelledBy("add")) {
            h2(.id("add")) { context.texts(.peopleAdd) }
            p { context.texts(.peopleAddText) }
            form(.class("report"), .method("post"), .action(context.link(.handlingPeople))) {
                input(.type("hidden"), .name("code"), .value(session.formCode))
                div(.class("group")) {
                    label(.for("name")) { context.texts(.handlingName) }
                    input(
                        .type("text"), .id("name"), .name("name"), .autocomplete("off"),
                        .maxlength(Handler.longestName))
                }
                div(.class("group")) {
                    label(.for("passphrase")) { context.texts(.peoplePassphrase) }
                    input(
                        .type("password"), .id("passphrase"), .name("passphrase"), .autocomplete("new-password"),
                        .maxlength(200))
                }
                button(.type("submit")) { context.texts(.peopleAdd) }
            }
        }
        section(.ariaLabelledBy("log")) {
            h2(.id("log")) { context.texts(.peopleLog) }
            ul(.class("cases")) { for action in actions { li { line(action) } } }
        }
    }

    private func line(_ action: HandlerAction) -> String {
        let when =
            context.wording.date(action.on) + ", "
            + context.wording.clock(action.minute)
        return [when, action.handler, context.texts(action.what.label), action.number?.shown]
            .compactMap { $0 }.joined(separator: " · ")
    }
}

extension HandlerAction.What {
    var label: TextKey {
        switch self {
        case .opened: .didOpen
        case .answered: .didAnswer
        case .exported: .didExport
        case .handedOver: .didHandOver
        case .closed: .didClose
        case .addedHandler: .didAdd
        case .removedHandler: .didRemove
        case .signedIn: .didSignIn
        case .switchedOn: .didSwitchOn
        case .switchedOff: .didSwitchOff
        case .changedInbox: .didChangeInbox
        case .rescued: .didRescue
        }
    }
}
