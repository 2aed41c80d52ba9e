import Catalogue
import Editorial
import HTML

/// Claims and what became of them: all for the coordinator, who decides; for others those of their organisation.
struct ClaimsPage: WorkspacePage {
    /// What was done a moment ago. The raw value is in the address.
    enum Done: String, Sendable {
        case sent, granted, refused

        static let field = "done"

        fileprivate var words: TextKey {
            switch self {
            case .sent: .claimsSent
            case .granted: .claimsGranted
            case .refused: .claimsRefused
            }
        }
    }

    /// An answer that could not be taken.
    struct Refusal: Sendable {
        let claim: String
        let typed: String
        let fault: String
    }

    var context: PageContext
    let visit: Workspace.Visit
    let claims: [Claim]
    var done: Done?
    var refusal: Refusal?

    var title: String { context.texts(.claimsTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        if let done { p(.class("notice"), .role("status")) { context.texts(done.words) } }
        FaultList(
            title: context.texts(.draftFaults),
            faults: refusal.map { [(ClaimView.field(of: $0.claim), $0.fault)] } ?? [])
        p(.class("lead")) { context.texts(claims.isEmpty ? .claimsNone : .claimsLead) }
        ul(.class("tasks")) {
            for claim in claims {
                ClaimView(claim: claim, visit: visit, context: context, refusal: refusal)
            }
        }
    }
}

struct ClaimView: HTML {
    let claim: Claim
    let visit: Workspace.Visit
    let context: PageContext
    let refusal: ClaimsPage.Refusal?

    /// The name of the field for the answer: there may be many on the page.
    static func field(of claim: String) -> String { "answer-\(claim)" }

    var body: some HTML {
        li {
            p(.class("heading")) {
                a(.href(context.link(.workspace(.entry(claim.record))))) { context.title(of: claim.record) }
                " "
                span(.class("badge")) { context.texts(claim.state.label) }
            }
            p(.class("quiet")) {
                context.title(of: claim.organisation) + " · " + context.wording.date(claim.madeOn)
            }
            blockquote { RunningText(text: claim.words) }
            if !claim.answer.isEmpty { RunningText(text: claim.answer) }
            if claim.state == .open, visit.actor.may(.decideClaim, on: nil) { decision }
        }
    }

    private var decision: some HTML {
        WorkspaceForm(.claims, visit: visit, context: context) {
            input(.type("hidden"), .name("claim"), .value(claim.id))
            FormField(
                name: Self.field(of: claim.id), words: context.texts(.claimsAnswer), value: own?.typed ?? "",
                hint: context.texts(.claimsAnswerHint), fault: own?.fault, shape: .lines(3),
                longest: Claim.longestWords)
            button(.type("submit"), .name("action"), .value("grant")) { words(.claimsGrant) }
            button(.type("submit"), .class("quietly"), .name("action"), .value("refuse")) { words(.claimsRefuse) }
        }
    }

    /// With what it is about, for those who don't see the page.
    @HTMLBuilder private func words(_ key: TextKey) -> HTMLFragment {
        context.texts(key)
        span(.class("away")) { ": " + context.title(of: claim.record) }
    }

    private var own: ClaimsPage.Refusal? { refusal.flatMap { $0.claim == claim.id ? $0 : nil } }
}

extension Claim.State {
    fileprivate var label: TextKey {
        switch self {
        case .open: .claimsStateOpen
        case .granted: .claimsStateGranted
        case .refused: .claimsStateRefused
        }
    }
}
