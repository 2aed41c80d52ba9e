import Yams

/// Gathers the fields of one mapping of a YAML file, in the order in which they are written. What is empty is left out.
struct FieldsWriter {
    private var pairs: [(Node, Node)] = []

    var node: Node { Node(pairs) }
    var isEmpty: Bool { pairs.isEmpty }

    mutating func node(_ key: String, _ node: Node) { pairs.append((Node(key), node)) }

    // MARK: Texts

    mutating func text(_ key: String, _ text: String?) {
        if let text { node(key, Self.scalar(text)) }
    }

    /// In one line: `[one, two]`.
    mutating func texts(_ key: String, _ texts: [String]) {
        if !texts.isEmpty { node(key, Self.row(texts.map(Self.scalar))) }
    }

    mutating func names(_ key: String, _ names: [Identifier]) { texts(key, names.map(\.description)) }

    mutating func localised(_ key: String, _ text: LocalisedText?) {
        guard let text, !text.isEmpty else { return }
        var fields = FieldsWriter()
        for edition in Edition.allCases { fields.text(edition.description, text[edition]) }
        node(key, fields.node)
    }

    mutating func localisedList(_ key: String, _ list: LocalisedList) {
        guard !list.isEmpty else { return }
        var fields = FieldsWriter()
        for edition in Edition.allCases where list.has(edition) {
            fields.node(edition.description, Node(list[edition].map(Self.scalar)))
        }
        node(key, fields.node)
    }

    // MARK: Values

    /// Something whose text no reader of YAML takes for anything else, or may.
    mutating func value(_ key: String, _ value: (some CustomStringConvertible)?) {
        if let value { node(key, Node(value.description, Tag(.implicit), .plain)) }
    }

    /// Only where it is true, which it usually isn't.
    mutating func flag(_ key: String, _ flag: Bool) { if flag { value(key, flag) } }

    mutating func ages(_ key: String, _ ages: AgeRange?) {
        if let ages { node(key, Self.row([ages.from, ages.to].map { Node("\($0)", Tag(.implicit), .plain) })) }
    }

    /// Minutes since midnight, as `09:30`. In quotes: there are readers of YAML that take `12:30` for a number to the
    /// base of 60.
    mutating func clock(_ key: String, _ minutes: Int?) {
        if let minutes {
            node(key, Node("\((minutes / 60).twoDigits):\((minutes % 60).twoDigits)", Tag(.implicit), .doubleQuoted))
        }
    }

    // MARK: Nesting

    mutating func fields(_ key: String, _ write: (inout FieldsWriter) -> Void) {
        var fields = FieldsWriter()
        write(&fields)
        node(key, fields.node)
    }

    mutating func list<Element>(
        _ key: String, _ elements: [Element], _ write: (Element, inout FieldsWriter) -> Void
    ) {
        guard !elements.isEmpty else { return }
        node(
            key,
            Node(
                elements.map { element in
                    var fields = FieldsWriter()
                    write(element, &fields)
                    return fields.node
                }))
    }

    private static func row(_ nodes: [Node]) -> Node { Node(nodes, Tag(.implicit), .flow) }

    /// In quotes where it looks like a number, a date or a yes; lines stay lines.
    private static func scalar(_ text: String) -> Node {
        let node = Node(text)
        if text.contains("\n") { return Node(text, Tag(.implicit), .literal) }
        return node.tag == Tag(.str) ? node : Node(text, Tag(.implicit), .doubleQuoted)
    }
}
