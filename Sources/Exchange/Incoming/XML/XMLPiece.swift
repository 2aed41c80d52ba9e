/// An element of XML that was received, with everything in it.
struct XMLPiece: Sendable {
    enum Content: Sendable {
        case text(String)
        case element(XMLPiece)
    }

    /// Without prefix.
    let name: String
    /// The address of its name space; empty: none.
    let space: String
    let attributes: [String: String]
    /// The language of its texts, as the nearest `xml:lang` says it.
    let language: String?
    var content: [Content] = []

    var children: [XMLPiece] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// All text in it, in the order of the document.
    var text: String {
        content.reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .element(let element): text += element.text
            }
        }
    }

    func first(_ name: String) -> XMLPiece? { children.first { $0.name == name } }

    func all(_ name: String) -> [XMLPiece] { children.filter { $0.name == name } }

    /// The text of the first child of a name, trimmed; nil where there is none.
    func word(_ name: String) -> String? {
        guard let text = first(name)?.text.trimmed, !text.isEmpty else { return nil }
        return text
    }

    subscript(attribute: String) -> String? { attributes[attribute] }
}
