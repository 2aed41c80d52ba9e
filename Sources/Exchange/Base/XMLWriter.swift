/// Writes XML 1.0 piece by piece, well formed by its shape: text and attributes are escaped, and letters that no XML may
/// hold are left out (https://www.w3.org/TR/xml/#charsets).
package struct XMLWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init(declaring: Bool = true) {
        if declaring { bytes.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) }
    }

    package typealias Attributes = KeyValuePairs<String, String?>

    /// An element with others in it. Attributes without a value are left out.
    package mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout XMLWriter) -> Void)
    {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// An element with a text in it, or with nothing.
    package mutating func element(_ name: String, _ attributes: Attributes = [:], _ text: String? = nil) {
        guard let text else {
            start(name, attributes)
            return bytes.append(contentsOf: "/>".utf8)
        }
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// Only the beginning of an element: for lists that are too long to be held.
    package mutating func open(_ name: String, _ attributes: Attributes = [:]) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
    }

    package mutating func close(_ name: String) {
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: ">\n".utf8)
    }

    package mutating func text(_ text: String) { write(text, isAttribute: false) }

    /// What was written so far, which is then no longer here.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func start(_ name: String, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        for (name, value) in attributes {
            guard let value else { continue }
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: name.utf8)
            bytes.append(contentsOf: "=\"".utf8)
            write(value, isAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func write(_ text: String, isAttribute: Bool) {
        // Most texts hold nothing to escape, and are taken as they are.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { letters in letters.allSatisfy(Self.isPlain) }
        guard isPlain != true else { return bytes.append(contentsOf: text.utf8) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"" where isAttribute: bytes.append(contentsOf: "&quot;".utf8)
            case "\n" where isAttribute: bytes.append(contentsOf: "&#10;".utf8)
            case "\t", "\n": bytes.append(contentsOf: scalar.utf8)
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": break
            default: bytes.append(contentsOf: scalar.utf8)
            }
        }
    }

    /// Whether a byte stands for itself everywhere. 0xEF may begin one of the two letters that are left out.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF: false
        default: true
        }
    }
}
