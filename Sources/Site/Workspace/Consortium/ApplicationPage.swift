import Catalogue
import Editorial
import HTML

/// One application: what the applicant says, who stands up for it, the votes, the decision.
struct ApplicationPage: WorkspacePage {
    /// What a form of this page asks for.
    enum Deed: String { case sponsor, unsponsor, vote, decide, entry }

    static let names: [String: TextKey] = [
        "support": .consortiumSponsorWords, "vote": .consortiumVotesTitle, "ground": .consortiumVoteWords,
        "ruling": .consortiumRuling, "on": .consortiumDecidedOn, "answer": .consortiumAnswer,
        "record": .consortiumRecord, "despite": .consortiumDespite,
    ]

    var context: PageContext
    let visit: Workspace.Visit
    let application: Application
    let support: Application.Support
    let may: Rights
    /// The draft of its entry, if one was made.
    var draft: Draft?
    /// The form that was sent and came back.
    var form: ConsortiumForm

    /// What its reader may do with it.
    struct Rights: Sendable {
        let sponsor: Bool
        let vote: Bool
        let decide: Bool
    }

    var title: String { application.statement.organisation }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        ConsortiumTabs(context: context)
        p {
            span(.class("badge")) { context.texts(application.state.label) }
            " " + context.texts(.joinSentOn, context.wording.date(application.receivedOn))
        }
        form.faultList
        if application.state != .open { ApplicationDecision(application: application, context: context) }
        StatementView(application: application, context: context)
        section(.ariaLabelledBy("sponsors")) {
            h2(.id("sponsors")) { context.texts(.joinSponsors, count: support.sponsors) }
            p(.class("quiet")) { context.texts(.joinNeeded, "\(Application.sponsorsNeeded)") }
            ul(.class("entries")) {
                for sponsor in application.sponsors {
                    SaidLine(
                        organisation: sponsor.organisation, mark: nil, on: sponsor.on, words: sponsor.words,
                        context: context)
                }
            }
            if may.sponsor, isOpen { SponsorForm(page: self) }
        }
        section(.ariaLabelledBy("votes")) {
            h2(.id("votes")) { context.texts(.consortiumVotesTitle) }
            p(.class("quiet")) {
                context.texts(.consortiumVotes, "\(support.votesFor)", "\(support.votesAgainst)")
            }
            ul(.class("entries")) {
                for vote in application.votes {
                    SaidLine(
                        organisation: vote.organisation,
                        mark: context.texts(vote.isFor ? .consortiumFor : .consortiumAgainst), on: vote.on,
                        words: vote.words, context: context)
                }
            }
            if may.vote, isOpen { VoteForm(page: self) }
        }
        if may.decide, isOpen { DecisionForm(page: self) }
    }

    private var isOpen: Bool { application.state == .open }
}

/// What a member said of it. A vote of an organisation that left doesn't count any more, and says so by having no link.
private struct SaidLine: HTML {
    let organisation: RecordID
    let mark: String?
    let on: CivilDay
    let words: String
    let context: PageContext

    var body: some HTML {
        li {
            p {
                context.memberLink(organisation)
                if let mark { span(.class("badge")) { mark } }
                span(.class("quiet")) {
                    " · "
                    context.day(on)
                }
            }
            if !words.isEmpty { RunningText(text: words) }
        }
    }
}

/// What the applicant wrote, as text.
private struct StatementView: HTML {
    let application: Application
    let context: PageContext

    var body: some HTML {
        let statement = application.statement
        let tongue = application.language.rawValue
        dl(.class("facts")) {
            Fact(context.texts(.consortiumAppliedAbout)) { div(.lang(tongue)) { RunningText(text: statement.about) } }
            Fact(context.texts(.consortiumAppliedPurpose)) {
                div(.lang(tongue)) { RunningText(text: statement.purpose) }
            }
            Fact(context.texts(.joinWebsite)) {
                if let address = statement.address {
                    a(.href(address.description), .rel("noopener nofollow")) { statement.website }
                } else {
                    statement.website
                }
            }
            Fact(context.texts(.consortiumAppliedContact)) {
                statement.contact + " · "
                MailTo(address: statement.email)
            }
            if !statement.knownTo.isEmpty {
                Fact(context.texts(.consortiumKnownTo)) {
                    statement.knownTo.map(context.name(of:)).joined(separator: ", ")
                }
            }
        }
    }
}

/// What was decided, when and why.
private struct ApplicationDecision: HTML {
    let application: Application
    let context: PageContext

    var body: some HTML {
        div(.class("note")) {
            p(.class("heading")) {
                context.texts(application.state.label)
                if let day = application.decidedOn { " · " + context.wording.date(day) }
                if !application.decidedBy.isEmpty { " · " + application.decidedBy }
            }
            if !application.answer.isEmpty { RunningText(text: application.answer) }
            if !application.despite.isEmpty {
                p { context.texts(.consortiumDespiteWas) }
                RunningText(text: application.despite)
            }
            if let record = application.record { p { context.memberLink(record) } }
        }
    }
}
