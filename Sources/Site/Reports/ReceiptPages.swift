import Catalogue
import HTML
import Intake

/// The receipt, once: to write down, to print, to save.
struct ReceiptPage: SitePage {
    var context: PageContext
    let inbox: Inbox
    let number: CaseNumber
    let receipt: Receipt

    var title: String { context.texts(.receiptTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.receiptLead) }
        div(.class("receipt")) {
            p(.class("heading")) { context.texts(.receiptNumber) }
            p(.class("number")) { number.shown }
            p(.class("heading")) { context.texts(.receiptWords, "\(Receipt.wordCount)") }
            ol(.class("words")) { for word in words { li { word } } }
        }
        p { context.texts(.receiptWays) }
        form(.method("post"), .action(context.link(.reportReceiptFile)), .class("away-in-print")) {
            input(.type("hidden"), .name("number"), .value(number.description))
            input(.type("hidden"), .name("words"), .value(words.joined(separator: " ")))
            button(.type("submit"), .class("quietly")) {
                Icon("download")
                context.texts(.receiptSave)
            }
        }
        p { context.texts(.receiptReaders, context.name(of: inbox.organisation)) }
        p(.class("only-in-print")) {
            context.settings.publicAddress + Address.reportReturn.print(in: context.edition)
        }
        p(.class("away-in-print")) {
            a(.class("button"), .href(context.link(.reportReturn))) { context.texts(.receiptKept) }
        }
        HistoryNote(context: context)
    }

    private var words: [String] { receipt.words(in: context.language) }
}

/// Number and words, to come back with from any device.
struct ReturnPage: SitePage {
    var context: PageContext
    var number = ""
    var words = ""
    /// What was to be added to the report.
    var message = ""
    var isWrong = false
    var isTooOften = false

    var title: String { context.texts(.returnTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { isWrong || isTooOften ? .never : .snapshot }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.returnLead, "\(Receipt.wordCount)") }
        if isWrong || isTooOften {
            div(.class("danger"), .role("alert")) { p { context.texts(isTooOften ? .returnTooOften : .returnWrong) } }
        }
        TypedText(text: message, context: context)
        form(.class("report"), .method("post"), .action(context.link(.reportReturn))) {
            div(.class("group")) {
                label(.for("number")) { context.texts(.receiptNumber) }
                input(
                    .type("text"), .id("number"), .name("number"), .value(number), .inputmode("numeric"),
                    .autocomplete("off"), .maxlength(20))
            }
            div(.class("group")) {
                label(.for("words")) { context.texts(.receiptWords, "\(Receipt.wordCount)") }
                textarea(.id("words"), .name("words"), .rows(3), .maxlength(400), .autocomplete("off")) { "\n" + words }
            }
            button(.type("submit")) { context.texts(.returnOpen) }
        }
        HistoryNote(context: context)
    }
}

/// A report as whoever sent it sees it: how far it is, what was said, room to say more.
struct DialoguePage: SitePage {
    struct Line: Sendable {
        /// The organisation that answered; nil: whoever reads this.
        let author: RecordID?
        let text: String
        let sentAt: String
    }

    var context: PageContext
    let report: ReportCase
    let words: String
    let lines: [Line]
    var fault: String?
    var typed = ""
    var ticket = ""

    var title: String { context.texts(.dialogueTitle, report.number.shown) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) {
            span(.class("state open")) { context.texts(report.status.label(closing: report.closing)) }
            " " + context.name(of: report.inbox)
        }
        ol(.class("dialogue")) {
            for line in lines {
                li(.class(line.author == nil ? "mine" : "theirs")) {
                    p(.class("quiet")) {
                        (line.author.map(context.name(of:)) ?? context.texts(.dialogueYou)) + " · "
                            + context.wording.moment(line.sentAt)
                    }
                    for paragraph in line.text.split(separator: "\n") { p { String(paragraph) } }
                }
            }
        }
        if let fault { div(.class("danger"), .role("alert")) { p { fault } } }
        if report.status == .closed {
            TypedText(text: typed, context: context)
        } else {
            form(.class("report"), .method("post"), .action(context.link(.reportReturn))) {
                Hidden(number: report.number, words: words)
                input(.type("hidden"), .name("ticket"), .value(ticket))
                div(.class("group")) {
                    label(.for("message")) { context.texts(.dialogueAdd) }
                    textarea(
                        .id("message"), .name("message"), .rows(5), .maxlength(DialogueMessage.longestText),
                        .autocomplete("off")
                    ) { "\n" + typed }
                }
                button(.type("submit")) { context.texts(.reportSend) }
            }
        }
        WithdrawForm(number: report.number, words: words, context: context)
        p(.class("quiet")) { context.texts(.reportWiped, "\(context.settings.keepsClosedDays)") }
        HistoryNote(context: context)
    }
}

/// The way to take a report back; the form is closed until it is wanted.
private struct WithdrawForm: HTML {
    let number: CaseNumber
    let words: String
    let context: PageContext

    var body: some HTML {
        details(.class("change")) {
            summary { context.texts(.dialogueWithdraw) }
            p { context.texts(.dialogueWithdrawText) }
            form(.method("post"), .action(context.link(.reportReturn))) {
                Hidden(number: number, words: words)
                input(.type("hidden"), .name("withdraw"), .value("yes"))
                button(.type("submit"), .class("quietly")) { context.texts(.dialogueWithdraw) }
            }
        }
    }
}

/// What opens the case again travels in the page; there is no cookie.
private struct Hidden: HTML {
    let number: CaseNumber
    let words: String

    var body: some HTML {
        input(.type("hidden"), .name("number"), .value(number.description))
        input(.type("hidden"), .name("words"), .value(words))
    }
}

/// The report has been wiped.
struct WithdrawnPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.withdrawnTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.withdrawnText) }
        p { a(.href(context.link(.help))) { context.texts(.helpAll) } }
    }
}

extension ReportCase.Status {
    func label(closing: ReportCase.Closing?) -> TextKey {
        switch self {
        case .new: .statusNew
        case .open: .statusOpen
        case .answered: .statusAnswered
        case .closed: closing?.label ?? .statusClosed
        }
    }
}

extension ReportCase.Closing {
    var label: TextKey {
        switch self {
        case .helped: .closingHelped
        case .passedOn: .closingPassedOn
        case .noAnswer: .closingNoAnswer
        case .notForUs: .closingNotForUs
        case .withdrawn: .closingWithdrawn
        }
    }
}
