/// Writes statements as Turtle (https://www.w3.org/TR/turtle/).
package struct TurtleWriter: Sendable {
    package static let mediaType = "text/turtle; charset=utf-8"

    private var text = ""

    package static func bytes(of graph: RDFGraph) -> [UInt8] {
        var writer = TurtleWriter()
        for vocabulary in graph.vocabularies {
            writer.text += "@prefix \(vocabulary.rawValue): <\(vocabulary.address)> .\n"
        }
        for thing in graph.things {
            writer.text += "\n"
            writer.write(thing, indent: 1)
            writer.text += " .\n"
        }
        return Array(writer.text.utf8)
    }

    private mutating func write(_ thing: RDFThing, indent: Int) {
        if let address = thing.address { text += Self.reference(address) }
        var lines = thing.statements.map { ($0.about.description, $0.values) }[...]
        var isFirst = true
        if !thing.types.isEmpty {
            text += (thing.address == nil ? "" : " ") + "a " + thing.types.map(\.description).joined(separator: ", ")
            isFirst = false
        }
        while let (about, values) = lines.popFirst() {
            if !isFirst { text += " ;\n" + String(repeating: "    ", count: indent) }
            if isFirst, thing.address != nil { text += " " }
            isFirst = false
            text += about + " "
            for (place, value) in values.enumerated() {
                if place > 0 { text += ",\n" + String(repeating: "    ", count: indent + 1) }
                write(value, indent: indent)
            }
        }
    }

    private mutating func write(_ value: RDFValue, indent: Int) {
        switch value {
        case .address(let address): text += Self.reference(address)
        case .text(let value, let language):
            text += Self.quoted(value)
            if let language { text += "@" + language }
        case .value(let value, let kind): text += Self.quoted(value) + "^^" + kind.description
        case .thing(let thing) where thing.address != nil: text += Self.reference(thing.address ?? "")
        case .thing(let thing):
            text += "[ "
            write(thing, indent: indent + 1)
            text += " ]"
        }
    }

    /// `<…>`: what an IRIREF may not hold is written as a percent code, which leaves the address the same (RFC 3986).
    static func reference(_ address: String) -> String {
        var result = "<"
        for scalar in address.unicodeScalars {
            switch scalar {
            case "\u{0}"..."\u{20}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\":
                for byte in scalar.utf8 {
                    result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + ">"
    }

    /// A STRING_LITERAL_QUOTE, in which quotes, backslashes and ends of lines are escaped. What else no letter is, is
    /// written by its number, so that it can be seen.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
