/// Markup as a value. Shape and names follow Elementary (https://github.com/elementary-swift/elementary), so that
/// moving to it stays a small change.
///
/// A page or a part of one is a struct with a `body`; what is put into it as `String` is text and is escaped.
package protocol HTML: Sendable {
    associatedtype Body: HTML
    @HTMLBuilder var body: Body { get }
    func _render(into output: inout HTMLOutput)
}

extension HTML {
    package func _render(into output: inout HTMLOutput) { body._render(into: &output) }

    /// The markup as UTF-8.
    package func renderBytes() -> [UInt8] {
        var output = HTMLOutput()
        _render(into: &output)
        return output.bytes
    }

    package func render() -> String { String(decoding: renderBytes(), as: UTF8.self) }
}

/// Markup that writes itself rather than by a `body` of other markup.
package protocol HTMLPrimitive: HTML {}

extension HTMLPrimitive {
    package var body: HTMLFragment {
        var fragment = HTMLFragment()
        _render(into: &fragment.output)
        return fragment
    }
}

/// Where markup is written.
package struct HTMLOutput: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// Room for a small element at once; larger ones grow.
    package init() { bytes.reserveCapacity(224) }

    /// Writes markup that is known to be right.
    mutating func write(markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func write(raw text: String) { bytes.append(contentsOf: text.utf8) }

    /// Writes JSON for a data block.
    mutating func write(json: [UInt8]) {
        var done = 0
        for (place, letter) in json.enumerated() {
            let escape: StaticString
            switch letter {
            case UInt8(ascii: "<"): escape = "\\u003c"
            case UInt8(ascii: ">"): escape = "\\u003e"
            case UInt8(ascii: "&"): escape = "\\u0026"
            default: continue
            }
            bytes.append(contentsOf: json[done..<place])
            write(markup: escape)
            done = place + 1
        }
        bytes.append(contentsOf: json[done...])
    }

    mutating func write(_ other: HTMLOutput) { bytes.append(contentsOf: other.bytes) }

    /// Writes text with `&`, `<` and `>` escaped.
    mutating func write(text: String) { write(text, escapingQuotes: false) }

    /// Writes text for between double quotes.
    mutating func write(attribute text: String) { write(text, escapingQuotes: true) }

    private mutating func write(_ text: String, escapingQuotes: Bool) {
        var text = text
        text.withUTF8 { letters in
            var done = 0
            for place in letters.indices {
                let entity: StaticString
                switch letters[place] {
                case UInt8(ascii: "&"): entity = "&amp;"
                case UInt8(ascii: "<"): entity = "&lt;"
                case UInt8(ascii: ">"): entity = "&gt;"
                case UInt8(ascii: "\"") where escapingQuotes: entity = "&quot;"
                case 0: entity = ""
                default: continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: letters[done..<place]))
                write(markup: entity)
                done = place + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: letters[done...]))
        }
    }
}
