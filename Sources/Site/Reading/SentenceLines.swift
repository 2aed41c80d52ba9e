import HTML
import Readability

/// Puts every sentence of running text on a line of its own, as the European easy-to-read rules want it.
enum SentenceLines {
    static func apply(to tree: HTMLTree) -> HTMLTree { HTMLTree(tree.nodes.flatMap { lines($0, inText: false) }) }

    private static func lines(_ node: HTMLTree.Node, inText: Bool) -> [HTMLTree.Node] {
        switch node {
        case .text(let text):
            guard inText else { return [node] }
            let sentences = Sentences.split(text)
            guard sentences.count > 1 else { return [node] }
            var nodes: [HTMLTree.Node] = []
            for (number, sentence) in sentences.enumerated() {
                if number > 0 { nodes.append(.element(.init("br"))) }
                nodes.append(.text(sentence))
            }
            // The space that joins the text to what stands beside it.
            if text.first?.isWhitespace == true { nodes.insert(.text(" "), at: 0) }
            if text.last?.isWhitespace == true { nodes.append(.text(" ")) }
            return nodes
        case .element(var element):
            let isText = inText || ["p", "li", "dd"].contains(element.name)
            element.children = element.children.flatMap { lines($0, inText: isText && element.name != "svg") }
            return [.element(element)]
        }
    }
}
