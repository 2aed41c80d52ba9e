import Catalogue
import HTML

/// One page in two editions: every paragraph, heading and point of a list holds both, so that a helper and the person
/// helped read the same line. What stands in one of them alone stands alone.
struct SideBySide {
    let first: Edition
    let second: Edition

    func merge(_ left: HTMLTree, _ right: HTMLTree) -> HTMLTree {
        HTMLTree(merge(Part.parts(of: left.nodes), Part.parts(of: right.nodes)))
    }

    /// In the order of the first; what only the second has follows what it follows there.
    private func merge(_ left: [Part], _ right: [Part]) -> [HTMLTree.Node] {
        var partners: [Int?] = []
        var free = Set(right.indices)
        for part in left {
            let partner = free.filter { right[$0].mark == part.mark }.min()
            if let partner { free.remove(partner) }
            partners.append(partner)
        }
        var nodes: [HTMLTree.Node] = []
        func addLonely(after place: Int) {
            var next = place + 1
            while free.remove(next) != nil {
                nodes += alone(right[next], in: second)
                next += 1
            }
        }
        addLonely(after: -1)
        for (part, partner) in zip(left, partners) {
            if let partner {
                nodes += both(part, right[partner])
                addLonely(after: partner)
            } else {
                nodes += alone(part, in: first)
            }
        }
        for place in free.sorted() { nodes += alone(right[place], in: second) }
        return nodes
    }

    private func both(_ left: Part, _ right: Part) -> [HTMLTree.Node] {
        switch (left, right) {
        case (.run(let left), .run(let right)): return pair(left, right)
        case (.block(var left), .block(let right)):
            guard !Part.isWhole(left) else { return [.element(left)] }
            if Part.isUnequalList(left, right) { return [beside(left, right)] }
            if Part.isBlocky(left) || Part.isBlocky(right) {
                left.children = merge(Part.parts(of: left.children), Part.parts(of: right.children))
            } else {
                left.children = pair(left.children, right.children)
            }
            return [.element(left)]
        default: return alone(left, in: first) + alone(right, in: second)
        }
    }

    /// Two runs of text as two columns; one where they say the same.
    private func pair(_ left: [HTMLTree.Node], _ right: [HTMLTree.Node]) -> [HTMLTree.Node] {
        func words(_ nodes: [HTMLTree.Node]) -> String { nodes.map(\.text).joined().filter { !$0.isWhitespace } }
        guard words(left) != words(right) else { return left }
        return [.element(.init("span", [("class", "both")], children: [column(left, first), column(right, second)]))]
    }

    /// Two lists of other lengths, whole: point by point they would say different things on one line.
    private func beside(_ left: HTMLTree.Element, _ right: HTMLTree.Element) -> HTMLTree.Node {
        var columns = [left, Self.nameless(.element(right)).element ?? right]
        columns[0]["lang"] = first.description
        columns[1]["lang"] = second.description
        return .element(.init("div", [("class", "both")], children: columns.map { .element($0) }))
    }

    private func alone(_ part: Part, in edition: Edition) -> [HTMLTree.Node] {
        switch part {
        case .run(let nodes):
            guard !nodes.map(\.text).joined().allSatisfy(\.isWhitespace) else { return nodes }
            let empty = HTMLTree.Node.element(.init("span"))
            let column = column(nodes, edition)
            let columns = edition == first ? [column, empty] : [empty, column]
            return [.element(.init("span", [("class", "both")], children: columns))]
        case .block(var element):
            if Part.isWhole(element) { return edition == first ? [.element(element)] : [] }
            if edition == second { element = Self.named(element) }
            if Part.isBlocky(element) {
                // A whole card or list that one of them has: it needs no second column.
                element["lang"] = edition.description
            } else {
                element.children = alone(.run(element.children), in: edition)
            }
            return [.element(element)]
        }
    }

    private func column(_ nodes: [HTMLTree.Node], _ edition: Edition) -> HTMLTree.Node {
        .element(
            .init(
                "span", [("lang", edition.description), ("dir", "auto")],
                children: edition == second ? nodes.map(Self.nameless) : nodes))
    }

    /// The second copy of something must not bear the name of the first.
    private static func nameless(_ node: HTMLTree.Node) -> HTMLTree.Node {
        guard var element = node.element else { return node }
        element["id"] = nil
        element.children = element.children.map(nameless)
        return .element(element)
    }

    /// A block that only the second has keeps its names under other names.
    private static func named(_ element: HTMLTree.Element) -> HTMLTree.Element {
        var element = element
        for name in ["id", "aria-labelledby", "aria-describedby", "for"] {
            if let value = element[name] { element[name] = "second-" + value }
        }
        element.children = element.children.map { $0.element.map { .element(named($0)) } ?? $0 }
        return element
    }
}

/// What stands beside one another inside an element: a block, or a run of text and what flows with it.
private enum Part {
    case run([HTMLTree.Node])
    case block(HTMLTree.Element)

    static func parts(of nodes: [HTMLTree.Node]) -> [Part] {
        var parts: [Part] = []
        var run: [HTMLTree.Node] = []
        func close() {
            if !run.isEmpty { parts.append(.run(run)) }
            run = []
        }
        for node in nodes {
            if let element = node.element, blocks.contains(element.name) || isBlocky(element) || isWhole(element) {
                close()
                parts.append(.block(element))
            } else {
                run.append(node)
            }
        }
        close()
        return parts
    }

    /// What two parts have in common that say the same in two languages: what they are, and where they lead.
    var mark: String {
        switch self {
        case .run: return "run"
        case .block(let element):
            let name = element["id"] ?? ""
            let kind = element["class"] ?? ""
            // Where a whole section leads first depends on the language; where a card or a point leads doesn't.
            let goal = Self.single.contains(element.name) ? Self.goal(of: element) ?? "" : ""
            return "\(element.name).\(kind)#\(name)>\(goal)"
        }
    }

    /// The first address that an element leads to, without its language.
    private static func goal(of element: HTMLTree.Element) -> String? {
        if let address = element["href"] {
            guard address.hasPrefix("/") else { return address }
            return address.split(separator: "?")[0].split(separator: "/").dropFirst().joined(separator: "/")
        }
        for child in element.children.compactMap(\.element) {
            if let goal = goal(of: child) { return goal }
        }
        return nil
    }

    static func isBlocky(_ element: HTMLTree.Element) -> Bool {
        element.children.contains {
            $0.element.map { blocks.contains($0.name) || isBlocky($0) || isField($0) } ?? false
        }
    }

    /// Shown once: what is filled in, drawn or run, and what is the same in every language.
    static func isWhole(_ element: HTMLTree.Element) -> Bool {
        isField(element) || element["translate"] == "no" || ["svg", "script", "img", "br"].contains(element.name)
    }

    /// Whether two lists of points that lead nowhere have another number of them.
    static func isUnequalList(_ left: HTMLTree.Element, _ right: HTMLTree.Element) -> Bool {
        guard ["ul", "ol"].contains(left.name), goal(of: left) == nil || goal(of: left)?.hasPrefix("#") ?? false else {
            return false
        }
        return left.children.compactMap(\.element).count != right.children.compactMap(\.element).count
    }

    private static func isField(_ element: HTMLTree.Element) -> Bool {
        ["input", "select", "textarea", "button"].contains(element.name)
    }

    private static let single: Set<String> = ["li", "article", "tr", "a"]

    private static let blocks: Set<String> = [
        "div", "section", "article", "nav", "ul", "ol", "li", "dl", "dt", "dd", "p", "h1", "h2", "h3", "h4", "table",
        "thead",
        "tbody", "tr", "td", "th", "caption", "form", "fieldset", "legend", "label", "details", "summary", "header",
        "footer", "aside", "figure", "blockquote",
    ]
}
