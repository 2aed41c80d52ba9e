import Catalogue
import Editorial
import Foundation
import HTML

/// What its writers see of a draft that came back or was declined: by whom, why, and which criteria it does not meet.
/// Nothing of any other draft.
struct ReviewNotice: HTML {
    let draft: Draft
    let context: PageContext
    /// Whether it says what to do now.
    var isForWriters = true

    var body: some HTML {
        if let review = draft.review, let step = lastWord, let key {
            section(.class("note"), .ariaLabelledBy("review-notice")) {
                h2(.id("review-notice")) {
                    context.texts(
                        key, context.who(step.by, step.organisation), context.wording.date(BrusselsTime(step.at).day))
                }
                RunningText(text: step.words)
                if isForWriters, draft.state == .returned { p { context.texts(.reviewMend) } }
                FindingList(
                    heading: context.texts(.reviewNotMet), style: "cannot",
                    findings: review.findings.filter { !$0.isMet }, context: context)
                FindingList(
                    heading: context.texts(.reviewMet), style: "can", findings: review.findings.filter(\.isMet),
                    context: context)
            }
        }
    }

    private var key: TextKey? {
        switch draft.state {
        case .returned: .reviewNoticeReturned
        case .declined: .reviewNoticeDeclined
        default: nil
        }
    }

    private var lastWord: Draft.Step? { draft.steps.last { $0.deed == .returned || $0.deed == .declined } }
}

private struct FindingList: HTML {
    let heading: String
    let style: String
    let findings: [Review.Finding]
    let context: PageContext

    var body: some HTML {
        if !findings.isEmpty {
            p(.class("heading")) { heading }
            ul(.class(style)) {
                for finding in findings {
                    li {
                        strong { context.texts(finding.criterion.label) }
                        " – " + finding.ground
                    }
                }
            }
        }
    }
}

/// Everything that happened to a draft, in words, oldest first.
struct DraftSteps: HTML {
    let draft: Draft
    /// Who began it, by name.
    let author: String
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("steps")) {
            h2(.id("steps")) { context.texts(.reviewHistory) }
            ol(.class("happened")) {
                line(.stepBegan, context.who(author, draft.organisation), draft.began, "")
                for step in draft.steps {
                    line(key(step.deed), context.who(step.by, step.organisation), step.at, step.words)
                }
            }
        }
    }

    @HTMLBuilder private func line(_ key: TextKey, _ who: String, _ date: Date, _ words: String) -> HTMLFragment {
        li {
            p {
                context.texts(key, who)
                " "
                span(.class("quiet")) { context.wording.moment(date) }
            }
            if !words.isEmpty { RunningText(text: words) }
        }
    }

    private func key(_ deed: Deed) -> TextKey {
        switch deed {
        case .submitted: .stepSubmitted
        case .returned: .stepReturned
        case .declined: .stepDeclined
        case .published: .stepPublished
        case .droppedDraft: .stepDropped
        default: .stepBegan
        }
    }
}

extension PageContext {
    /// Somebody with the organisation for which it was done.
    func who(_ name: String, _ organisation: RecordID?) -> String {
        "\(name) (\(organisation.map { title(of: $0) } ?? texts(.reviewCoordinator)))"
    }

    /// The page with the editorial charter, if the catalogue has it.
    var charter: Address? { catalogue.page("charter").map { .page($0.id) } }
}

extension Wording {
    /// `23 november 2026, 16.30 uur`, on the clocks of Belgium.
    func moment(_ date: Date) -> String {
        let moment = BrusselsTime(date)
        return "\(self.date(moment.day)), \(clock(moment.minute))"
    }
}
