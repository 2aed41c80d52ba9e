import Catalogue
import HTML

/// The content of a page as its reader wants it: in easy lines, beside a second language, with its hard words explained.
struct MainContent<Page: SitePage>: HTML {
    let page: Page

    var body: some HTML {
        if isAsItStands { page.content } else { tree }
    }

    private var context: PageContext { page.context }

    private var isAsItStands: Bool { !context.edition.isSimple && second == nil && !page.explainsWords }

    private var second: Edition? { context.carried.beside }

    private var tree: HTMLTree {
        let first = content(in: context.edition)
        guard let second else { return explained(first) }
        return explained(SideBySide(first: context.edition, second: second).merge(first, content(in: second)))
    }

    private func content(in edition: Edition) -> HTMLTree {
        let content = HTMLTree(edition == context.edition ? page.content : page.reading(edition).content)
        return edition.isSimple ? SentenceLines.apply(to: content) : content
    }

    private func explained(_ tree: HTMLTree) -> HTMLTree {
        guard page.explainsWords else { return tree }
        return HardWords(glossary: context.snapshot.glossary, context: context).explain(tree)
    }
}
