import Catalogue
import Editorial
import HTML

/// A form of an application, for one deed.
private struct ApplicationForm<Content: HTML>: HTML {
    let page: ApplicationPage
    let deed: ApplicationPage.Deed
    let content: Content

    init(page: ApplicationPage, deed: ApplicationPage.Deed, @HTMLBuilder content: () -> Content) {
        self.page = page
        self.deed = deed
        self.content = content()
    }

    var body: some HTML {
        WorkspaceForm(.application(page.application.id), visit: page.visit, context: page.context) {
            input(.type("hidden"), .name("deed"), .value(deed.rawValue))
            content
        }
    }
}

/// Stands up for the applicant in the name of the own organisation.
struct SponsorForm: HTML {
    let page: ApplicationPage
    private var context: PageContext { page.context }

    var body: some HTML {
        let own = page.application.sponsor(of: page.actor.organisation)
        ApplicationForm(page: page, deed: .sponsor) {
            page.form.line(
                "support", context.texts(.consortiumSponsorWords), hint: context.texts(.consortiumSponsorHint),
                shape: .lines(3), longest: Application.longestWords)
            button(.type("submit")) {
                context.texts(own == nil ? .consortiumSponsor : .consortiumSponsorChange)
            }
        }
        if own != nil {
            ApplicationForm(page: page, deed: .unsponsor) {
                button(.type("submit"), .class("quietly")) { context.texts(.consortiumUnsponsor) }
            }
        }
    }
}

/// The vote of the own organisation.
struct VoteForm: HTML {
    let page: ApplicationPage
    private var context: PageContext { page.context }

    var body: some HTML {
        let own = page.application.vote(of: page.actor.organisation)
        ApplicationForm(page: page, deed: .vote) {
            PickRadio(
                name: "vote", words: context.texts(.consortiumVoteAs, context.keeper(page.actor.organisation)),
                options: [
                    PickOption("for", context.texts(.consortiumFor)),
                    PickOption("against", context.texts(.consortiumAgainst)),
                ], chosen: page.form["vote"], fault: page.form.faults["vote"])
            page.form.line(
                "ground", context.texts(.consortiumVoteWords), hint: context.texts(.consortiumVoteHint),
                shape: .lines(3), longest: Application.longestWords)
            button(.type("submit")) {
                context.texts(own == nil ? .consortiumVote : .consortiumVoteChange)
            }
        }
    }
}

/// What the coordinator decides.
struct DecisionForm: HTML {
    let page: ApplicationPage
    private var context: PageContext { page.context }
    private var form: ConsortiumForm { page.form }

    var body: some HTML {
        section(.ariaLabelledBy("decision")) {
            h2(.id("decision")) { context.texts(.consortiumDecide) }
            if !page.support.isEnough {
                p(.class("notice")) {
                    context.texts(.consortiumNotEnough, "\(Application.sponsorsNeeded)")
                }
            }
            entry
            ApplicationForm(page: page, deed: .decide) {
                PickRadio(
                    name: "ruling", words: context.texts(.consortiumRuling),
                    options: [
                        PickOption("admit", context.texts(.consortiumAdmit)),
                        PickOption("refuse", context.texts(.consortiumRefuse)),
                    ], chosen: form["ruling"], fault: form.faults["ruling"])
                form.line("on", context.texts(.consortiumDecidedOn), shape: .date)
                form.line(
                    "answer", context.texts(.consortiumAnswer), hint: context.texts(.consortiumAnswerHint),
                    shape: .lines(6), longest: Application.longestAnswer, language: page.application.language)
                form.line(
                    "record", context.texts(.consortiumRecord), hint: context.texts(.consortiumRecordHint),
                    list: NameChoices.organisations)
                if !page.support.isEnough {
                    form.line(
                        "despite", context.texts(.consortiumDespite), hint: context.texts(.consortiumDespiteHint),
                        shape: .lines(3), longest: Application.longestWords)
                }
                button(.type("submit")) { context.texts(.consortiumDecideIt) }
            }
            NameChoices(id: NameChoices.organisations, names: RecordNames.candidates(in: context))
        }
    }

    @HTMLBuilder private var entry: HTMLFragment {
        if let draft = page.draft {
            p {
                a(.href(context.link(.workspace(.draft(draft.id))))) { context.texts(.consortiumEntryDraft) }
            }
        } else {
            ApplicationForm(page: page, deed: .entry) {
                p { context.texts(.consortiumEntryHint) }
                button(.type("submit"), .class("quietly")) { context.texts(.consortiumEntryBegin) }
            }
        }
    }
}

extension RecordNames {
    /// Organisations that are no members yet.
    static func candidates(in context: PageContext) -> RecordNames {
        RecordNames(context.catalogue, for: context.language) { $0.kind == .organisation && !$0.member }
    }

    static func organisations(in context: PageContext) -> RecordNames {
        RecordNames(context.catalogue, for: context.language) { $0.kind == .organisation }
    }
}

/// One choice out of very few, all of them in sight.
struct PickRadio: HTML {
    let name: String
    let words: String
    let options: [PickOption]
    var chosen = ""
    var fault: String?

    var body: some HTML {
        fieldset(.class(fault == nil ? "ticks" : "ticks wrong"), .id(name)) {
            legend { words }
            if let fault { p(.class("fault")) { fault } }
            for choice in options {
                label(.class("choice")) {
                    input(.type("radio"), .name(name), .value(choice.value))
                        .attributes(.checked, when: choice.value == chosen)
                    span { choice.words }
                }
            }
        }
    }
}
