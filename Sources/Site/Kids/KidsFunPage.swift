import Catalogue
import HTML

/// Something fun: what others made, and what one can do oneself.
struct KidsFunPage: SitePage {
    private static let mostRecords = 9

    var context: PageContext
    let fun: KidsFun

    var title: String { context.texts(fun.label) }
    var freshness: ReadyPage.Freshness { .minute }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        let records = Array(fun.records(in: context.catalogue, for: context.language).prefix(Self.mostRecords))
        div(.class("kids")) {
            KidsBack(context: context)
            h1 {
                Icon(fun.icon)
                title
            }
            if !records.isEmpty {
                div(.class("cards")) {
                    for record in records { KidsCard(record: record, context: context) }
                }
            }
            section(.class("note"), .ariaLabelledBy("ideas")) {
                h2(.id("ideas")) { context.texts(.kidsIdeas) }
                ul(.class("ideas")) { for idea in fun.ideas { li { context.texts(idea) } } }
            }
            KidsHelp(context: context)
        }
    }
}

/// Something to do, with one large button.
private struct KidsCard: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        article(.class("card")) {
            h2 { Localised(record.title, context, isName: true) }
            p { firstSentence }
            if let link {
                a(.class("button"), .href(link.description), .rel("noopener")) {
                    Icon("next")
                    context.texts(.kidsGo)
                    span(.class("away")) { ": " + (record.title.text(for: context.edition)?.text ?? "") }
                }
            }
            " "
            a(.href(context.link(.record(record.kind, record.id)))) {
                context.texts(.kidsMore)
                span(.class("away")) { ": " + (record.title.text(for: context.edition)?.text ?? "") }
            }
        }
    }

    private var link: WebAddress? {
        let pages = record.links.filter { !$0.address.isDownload }
        return (pages.first { $0.language == context.language } ?? pages.first)?.address
    }

    /// Few words: the rest is a tap away.
    private var firstSentence: String {
        let text = record.summary.text(for: context.edition)?.text ?? ""
        guard let end = text.firstRange(of: ". ") else { return text }
        return String(text[..<end.lowerBound]) + "."
    }
}
