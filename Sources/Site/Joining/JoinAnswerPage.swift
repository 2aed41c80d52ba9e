import Catalogue
import Editorial
import HTML

/// Where an applicant reads what became of it. The code is typed and sent, so it stands in no address and no log.
struct JoinAnswerPage: SitePage {
    static let code = "code"
    static let withdraw = "withdraw"

    var context: PageContext
    var typed = ""
    var fault: String?
    /// What the code belongs to, and how many members stand up for it.
    var found: (application: Application, support: Application.Support)?

    var title: String { context.texts(.joinAnswerTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        if let found {
            AnswerView(application: found.application, support: found.support, context: context)
        } else {
            p(.class("lead")) { context.texts(.joinAnswerLead) }
            form(.class("report"), .action(context.link(.joinAnswer)), .method("post")) {
                FormField(
                    name: Self.code, words: context.texts(.joinCode), value: typed,
                    hint: context.texts(.joinCodeHint), fault: fault, isRequired: true, longest: 40)
                button(.class("button"), .type("submit")) { context.texts(.joinLook) }
            }
            p { a(.href(context.link(.join))) { context.texts(.joinTitle) } }
        }
    }
}

private struct AnswerView: HTML {
    let application: Application
    let support: Application.Support
    let context: PageContext

    var body: some HTML {
        p(.class("lead")) {
            strong { application.statement.organisation }
            ": " + context.texts(application.state.label)
        }
        dl(.class("facts")) {
            Fact(context.texts(.joinSent)) { context.day(application.receivedOn) }
            if application.state == .open {
                Fact(context.texts(.joinSupport)) {
                    context.texts(.joinSponsors, count: support.sponsors) + ". "
                        + context.texts(.joinNeeded, "\(Application.sponsorsNeeded)")
                }
            }
            if let day = application.decidedOn {
                Fact(context.texts(.joinDecided)) { context.day(day) }
            }
            if !application.answer.isEmpty {
                Fact(context.texts(.joinAnswer)) { RunningText(text: application.answer) }
            }
        }
        switch application.state {
        case .open: withdrawal
        case .admitted: p { context.texts(.joinWelcome) }
        case .refused, .withdrawn: p { a(.href(context.link(.join))) { context.texts(.joinAgain) } }
        }
    }

    @HTMLBuilder private var withdrawal: HTMLFragment {
        p { context.texts(.joinWait) }
        details {
            summary { context.texts(.joinWithdraw) }
            p { context.texts(.joinWithdrawText) }
            form(.class("report"), .action(context.link(.joinAnswer)), .method("post")) {
                input(.type("hidden"), .name(JoinAnswerPage.code), .value(application.code))
                input(.type("hidden"), .name(JoinAnswerPage.withdraw), .value("yes"))
                button(.type("submit"), .class("quietly")) { context.texts(.joinWithdraw) }
            }
        }
    }
}
