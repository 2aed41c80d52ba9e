import Catalogue
import Foundation
import HTML

/// Finds the hard words of a page in the glossary: the first time a word comes up it leads to its explanation at the end
/// of the page, and from there back. It works without script and on paper.
struct HardWords {
    /// More explanations would be a page of their own.
    private static let most = 6

    let glossary: Glossary
    let context: PageContext

    func explain(_ tree: HTMLTree) -> HTMLTree {
        var found: [Concept] = []
        let nodes = tree.nodes.map { mark($0, inText: false, &found) }
        guard !found.isEmpty else { return tree }
        return HTMLTree(nodes + HTMLTree(Explanations(concepts: found, context: context)).nodes)
    }

    private func mark(_ node: HTMLTree.Node, inText: Bool, _ found: inout [Concept]) -> HTMLTree.Node {
        guard case .element(var element) = node else { return node }
        // A link in a link, a heading or a button would be in the way.
        guard !Self.left.contains(element.name), isInReadersLanguage(element),
            Self.leftClasses.isDisjoint(with: element.classes.map(String.init))
        else { return node }
        let isText = inText || ["p", "li", "dd"].contains(element.name)
        element.children = element.children.flatMap { child -> [HTMLTree.Node] in
            if isText, case .text(let text) = child { return links(in: text, &found) }
            return [mark(child, inText: isText, &found)]
        }
        return .element(element)
    }

    private func isInReadersLanguage(_ element: HTMLTree.Element) -> Bool {
        element["lang"].map { Edition($0)?.language == context.language } ?? true
    }

    private func links(in text: String, _ found: inout [Concept]) -> [HTMLTree.Node] {
        guard found.count < Self.most,
            let match = glossary.firstWord(in: text, language: context.language, except: Set(found.map(\.id)))
        else { return [.text(text)] }
        found.append(match.concept)
        let link = HTMLTree.Element(
            "a", [("class", "term"), ("href", "#word-\(match.concept.id)"), ("id", "use-\(match.concept.id)")],
            children: [.text(String(text[match.range]))])
        return [.text(String(text[..<match.range.lowerBound])), .element(link)]
            + links(in: String(text[match.range.upperBound...]), &found)
    }

    private static let left: Set<String> = [
        "a", "h1", "h2", "h3", "button", "label", "summary", "svg", "script", "form", "nav",
    ]
    /// What is not on the screen can't lead anywhere, and a link within what is copied would be copied too.
    private static let leftClasses: Set<String> = ["only-in-print", "copied"]
}

/// The words at the end of a page.
private struct Explanations: HTML {
    let concepts: [Concept]
    let context: PageContext

    var body: some HTML {
        section(.class("words-meant"), .ariaLabelledBy("words-meant")) {
            h2(.id("words-meant")) { context.texts(.glossaryOnPage) }
            dl {
                for concept in concepts {
                    dt(.id("word-\(concept.id)")) {
                        context.label(concept.id, in: .glossary) + " "
                        a(.class("back"), .href("#use-\(concept.id)"), .ariaLabel(context.texts(.glossaryBack))) { "↑" }
                    }
                    dd { Localised(concept.definition, context) }
                }
            }
        }
    }
}
