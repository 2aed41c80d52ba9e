import Catalogue
import Exchange
import HTML

/// One question of a guide.
struct QuestionPage: SitePage {
    var context: PageContext
    let guide: Record
    let tree: HelpTree
    let question: HelpTree.Question

    var title: String { guide.title.text(for: context.edition)?.text ?? guide.id.description }
    var summary: String? { guide.summary.text(for: context.edition)?.text }
    var hasQuickExit: Bool { true }
    var explainsWords: Bool { true }
    var linkedData: [JSON] { isStart ? [context.schema.record(guide)] : [] }
    var otherForms: [OtherForm] { isStart ? context.otherForms(of: guide) : [] }

    /// Whether this is the page of the guide itself.
    private var isStart: Bool { question.id == tree.start }

    var content: some HTML {
        GuideProgress(context: context, step: 2)
        h1 {
            Icon(guide.icon)
            Localised(guide.title, context)
        }
        h2(.id("question")) { Localised(question.text, context) }
        ul(.class("tiles answers")) {
            for answer in question.answers {
                li {
                    a(.href(context.link(.guide(guide.id, node: answer.leadsTo)))) {
                        Icon(icon(of: answer))
                        span { Localised(answer.label, context, isName: true) }
                    }
                }
            }
        }
        if tree.ends.contains(where: \.isUrgent) { DangerLine(context: context) }
        p { a(.href(context.link(.help))) { context.texts(.helpOther) } }
        if isStart { ReuseBox(record: guide, context: context) }
        HistoryNote(context: context)
    }

    private func icon(of answer: HelpTree.Answer) -> String {
        if case .end(let end) = tree[answer.leadsTo] { "audience-\(end.audience)" } else { "next" }
    }
}

/// Where one is between "what happened" and "this is what you can do".
struct GuideProgress: HTML {
    let context: PageContext
    /// 1 to ``HelpTree/mostScreens``.
    let step: Int

    var body: some HTML {
        nav(.class("progress"), .ariaLabel(context.texts(.progressLabel))) {
            a(.href(context.link(.help))) {
                Icon("back")
                context.texts(.helpTitle)
            }
            span(.class("stones"), .translate("no")) {
                for stone in 1...HelpTree.mostScreens {
                    span(.class(stone < step ? "stone past" : stone == step ? "stone here" : "stone")) { "\(stone)" }
                        .attributes(.ariaCurrent("step"), when: stone == step)
                }
            }
        }
    }
}
