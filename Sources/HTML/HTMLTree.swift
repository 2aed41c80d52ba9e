/// Markup that has been written, read back to be changed as a whole: shown in two languages, explained, mirrored.
///
/// It reads what this module writes and nothing else: every element is closed, and entities stay as they are.
package struct HTMLTree: HTMLPrimitive {
    package var nodes: [Node]

    package enum Node: Sendable {
        /// Escaped, as it was written.
        case text(String)
        case element(Element)
    }

    package struct Element: Sendable {
        package var name: String
        package var attributes: [(name: String, value: String?)]
        package var children: [Node]

        package init(_ name: String, _ attributes: [(name: String, value: String?)] = [], children: [Node] = []) {
            self.name = name
            self.attributes = attributes
            self.children = children
        }

        /// The value of an attribute, escaped as it was written; setting nil takes it away.
        package subscript(attribute: String) -> String? {
            get { attributes.first { $0.name == attribute }?.value }
            set {
                if let place = attributes.firstIndex(where: { $0.name == attribute }) {
                    if let newValue { attributes[place].value = newValue } else { attributes.remove(at: place) }
                } else if let newValue {
                    attributes.append((attribute, newValue))
                }
            }
        }

        package var classes: [Substring] { self["class"]?.split(separator: " ") ?? [] }
    }

    package init(_ nodes: [Node]) { self.nodes = nodes }

    package init(_ markup: some HTML) {
        var reader = Reader(markup.renderBytes())
        nodes = reader.nodes(until: nil)
    }

    package func _render(into output: inout HTMLOutput) {
        for node in nodes { Self.write(node, into: &output) }
    }

    /// Elements that have no content and no end.
    fileprivate static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta", "wbr"]

    private static func write(_ node: Node, into output: inout HTMLOutput) {
        switch node {
        case .text(let text): output.write(raw: text)
        case .element(let element):
            output.write(raw: "<" + element.name)
            for (name, value) in element.attributes {
                output.write(raw: value.map { " \(name)=\"\($0)\"" } ?? " " + name)
            }
            output.write(markup: ">")
            guard !void.contains(element.name) else { return }
            for child in element.children { write(child, into: &output) }
            output.write(raw: "</" + element.name + ">")
        }
    }
}

extension HTMLTree.Node {
    /// The text without markup, escaped as it was written.
    package var text: String {
        switch self {
        case .text(let text): text
        case .element(let element): element.children.map(\.text).joined()
        }
    }

    package var element: HTMLTree.Element? { if case .element(let element) = self { element } else { nil } }
}

private struct Reader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The nodes up to the end of the element `name`, which is passed over.
    mutating func nodes(until name: String?) -> [HTMLTree.Node] {
        var nodes: [HTMLTree.Node] = []
        while place < bytes.count {
            if bytes[place] != UInt8(ascii: "<") {
                nodes.append(.text(take { $0 != UInt8(ascii: "<") }))
            } else if bytes.dropFirst(place + 1).first == UInt8(ascii: "/") {
                _ = take { $0 != UInt8(ascii: ">") }
                place += 1
                return nodes
            } else if bytes.dropFirst(place + 1).first == UInt8(ascii: "!") {
                // The document type.
                nodes.append(.text(take { $0 != UInt8(ascii: ">") } + ">"))
                place += 1
            } else {
                nodes.append(.element(element()))
            }
        }
        return nodes
    }

    private mutating func element() -> HTMLTree.Element {
        place += 1
        var element = HTMLTree.Element(take { Self.isName($0) })
        var isClosed = false
        while place < bytes.count {
            _ = take { $0 <= UInt8(ascii: " ") }
            guard place < bytes.count else { break }
            if bytes[place] == UInt8(ascii: "/") {
                isClosed = true
                place += 1
            } else if bytes[place] == UInt8(ascii: ">") {
                place += 1
                break
            } else {
                element.attributes.append(attribute())
            }
        }
        if !isClosed, !HTMLTree.void.contains(element.name) { element.children = nodes(until: element.name) }
        return element
    }

    private mutating func attribute() -> (name: String, value: String?) {
        let name = take { Self.isName($0) }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return (name, nil) }
        place += 1
        guard bytes[place] == UInt8(ascii: "\"") else { return (name, take { Self.isName($0) }) }
        place += 1
        let value = take { $0 != UInt8(ascii: "\"") }
        place += 1
        return (name, value)
    }

    private mutating func take(while isWanted: (UInt8) -> Bool) -> String {
        let start = place
        while place < bytes.count, isWanted(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte > UInt8(ascii: " ") && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
}
