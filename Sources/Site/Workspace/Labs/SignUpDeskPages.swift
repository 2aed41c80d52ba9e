import Catalogue
import Editorial
import HTML

/// What groups do in campaigns, for the coordinator: what waits first.
struct SignUpsPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let signUps: [CampaignSignUp]

    var title: String { context.texts(.labDeskActions) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        LabTabs(context: context)
        p(.class("lead")) { context.texts(.labDeskActionsLead) }
        if signUps.isEmpty { p { context.texts(.labDeskActionsNone) } }
        ul(.class("tasks")) {
            for signUp in signUps.filter(\.isWaiting) + signUps.filter({ !$0.isWaiting }).reversed() {
                li {
                    a(.href(context.link(.workspace(.signUp(signUp.code)))), .lang(signUp.language.rawValue)) {
                        signUp.group
                    }
                    " "
                    span(.class("badge")) {
                        context.texts(signUp.isWaiting ? .labDeskWaiting : signUp.state.deskLabel)
                    }
                    p(.class("quiet")) {
                        [
                            context.name(of: signUp.campaign), context.wording.date(signUp.day),
                            context.label(signUp.territory, in: .territories),
                        ].joined(separator: " · ")
                    }
                }
            }
        }
    }
}

/// One action: what its group tells, and the decision about it or about its result.
struct SignUpDecisionPage: WorkspacePage {
    static let words = "words"
    static let decision = "decision"

    var context: PageContext
    let visit: Workspace.Visit
    let signUp: CampaignSignUp
    /// The answer as it was typed.
    var typed = ""
    var fault: String?

    var title: String { signUp.group }
    private var texts: Texts { context.texts }
    private var tongue: String { signUp.language.rawValue }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        p(.class("eyebrow")) {
            context.name(of: signUp.campaign) + " "
            span(.class("badge")) { texts(signUp.state.deskLabel) }
        }
        h1 { span(.lang(tongue)) { title } }
        FaultList(title: texts(.draftFaults), faults: fault.map { [(Self.words, $0)] } ?? [])
        facts
        if let answer = signUp.answer { GivenAnswer(words: answer, language: signUp.language, context: context) }
        if let result = signUp.result {
            section(.ariaLabelledBy("result")) {
                h2(.id("result")) { texts(.labDeskResult) }
                p {
                    texts(.campaignReached, count: result.people) + " "
                    span(.class("badge")) { texts(result.state.deskLabel) }
                }
                div(.lang(tongue)) { RunningText(text: result.words) }
                if let answer = result.answer {
                    GivenAnswer(words: answer, language: signUp.language, context: context)
                }
            }
        }
        if signUp.isWaiting { decision }
        p { a(.href(context.link(.workspace(.signUps)))) { texts(.labDeskBack) } }
    }

    private var facts: some HTML {
        dl(.class("facts")) {
            Fact(texts(.campaignFormWhat)) { div(.lang(tongue)) { RunningText(text: signUp.what) } }
            Fact(texts(.labDeskDay)) { context.day(signUp.day) }
            Fact(texts(.campaignPlace)) {
                [
                    texts(signUp.setting.label), signUp.place, context.label(signUp.territory, in: .territories),
                ].filter { !$0.isEmpty }.joined(separator: " · ")
            }
            if let ages = signUp.ages {
                Fact(texts(.labDeskAges)) { texts(.agesLong, "\(ages.from)", "\(ages.to)") }
            }
            Fact(texts(.labDeskNameShown)) { texts(signUp.mayBeNamed ? .differenceYes : .differenceNo) }
            Fact(texts(.labDeskContact)) {
                if let contact = signUp.contact { MailTo(address: contact) } else { texts(.labDeskNoContact) }
            }
        }
    }

    private var decision: some HTML {
        WorkspaceForm(.signUp(signUp.code), visit: visit, context: context) {
            FormField(
                name: Self.words, words: texts(.labDeskAnswer), value: typed,
                hint: texts(.labDeskAnswerHint, signUp.language.ownName), fault: fault, shape: .lines(4),
                longest: Suggestion.longestAnswer, language: signUp.language)
            button(.type("submit"), .name(Self.decision), .value("approve")) { texts(.labDeskApprove) }
            button(.type("submit"), .class("quietly"), .name(Self.decision), .value("decline")) {
                texts(.labDeskDecline)
            }
        }
    }
}

private struct GivenAnswer: HTML {
    let words: String
    let language: Language
    let context: PageContext

    var body: some HTML {
        div(.class("note")) {
            p(.class("heading")) { context.texts(.labDeskAnswer) }
            div(.lang(language.rawValue)) { RunningText(text: words) }
        }
    }
}
