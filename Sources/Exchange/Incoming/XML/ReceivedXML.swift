import Foundation
import FoundationXML

/// XML that somebody else wrote. A document with a DOCTYPE is refused before anything of it is read: with entities of
/// its own, a few lines become gigabytes, or files of this machine.
enum ReceivedXML {
    static let deepest = 64
    static let mostElements = 250_000
    static let mostAttributes = 100

    static func read(_ data: Data, mediaType: String?) throws(IncomingFault) -> XMLPiece {
        let tree = XMLTree()
        let parser = XMLParser(data: try bytes(of: data, mediaType: mediaType))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = tree
        let isWhole = parser.parse()
        if let what = tree.excess { throw IncomingFault(place: "the file", what: what) }
        guard isWhole, let root = tree.root else {
            throw IncomingFault(place: "line \(max(1, parser.lineNumber))", what: "this is no well-formed XML")
        }
        return root
    }

    /// What a parser may be given: UTF-8 whatever it came in, so that nothing hides from the check, and because Foundation
    /// stops the program at names that are no text.
    static func bytes(of data: Data, mediaType: String?) throws(IncomingFault) -> Data {
        Data(try checked(ReceivedText.decode(data, mediaType: mediaType)))
    }

    /// The bytes in UTF-8 without declaration and instructions, and with spaces for letters that no XML may hold. Throws where something
    /// is declared.
    private static func checked(_ text: String) throws(IncomingFault) -> [UInt8] {
        var bytes = CharacterReferences.spelled(Array(text.utf8))
        var place = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { bytes[place] = UInt8(ascii: " ") }
            let next = byte == UInt8(ascii: "<") && place + 1 < bytes.count ? bytes[place + 1] : 0
            switch next {
            case UInt8(ascii: "!"): place = try end(ofMarkAt: place, &bytes)
            case UInt8(ascii: "?"): place = blankInstruction(at: place, &bytes)
            default: place += 1
            }
        }
        // White space may stand before everything but a declaration, which is gone.
        return Array(bytes.drop { $0 <= 0x20 })
    }

    /// The declaration, and instructions for other programs: Foundation stops the program at one that holds nothing.
    private static func blankInstruction(at place: Int, _ bytes: inout [UInt8]) -> Int {
        // Some forget the second question mark of a declaration.
        let mayEndEarly = bytes[place...].starts(with: "<?xml".utf8)
        var end = place + 2
        while end < bytes.count,
            bytes[end] != UInt8(ascii: ">") || (!mayEndEarly && bytes[end - 1] != UInt8(ascii: "?"))
        { end += 1 }
        end = min(end + 1, bytes.count)
        for index in place..<end { bytes[index] = UInt8(ascii: " ") }
        return end
    }

    private static func end(ofMarkAt place: Int, _ bytes: inout [UInt8]) throws(IncomingFault) -> Int {
        let marks = [("<!--", "-->"), ("<![CDATA[", "]]>")].map { (Array($0.utf8), Array($1.utf8)) }
        for (start, end) in marks where bytes[place...].starts(with: start) {
            var index = place + start.count
            while index + end.count <= bytes.count {
                if bytes[index] == end[0], bytes[index...].starts(with: end) { return index + end.count }
                if bytes[index] < 0x20, bytes[index] != 0x09, bytes[index] != 0x0A, bytes[index] != 0x0D {
                    bytes[index] = UInt8(ascii: " ")
                }
                index += 1
            }
            return bytes.count
        }
        throw IncomingFault(
            place: "the file", what: "it declares a DOCTYPE or entities, which is not read here, whatever they say")
    }
}

/// Gathers what the parser tells. The parser and it live within one call, on one thread.
private final class XMLTree: NSObject, XMLParserDelegate {
    private(set) var root: XMLPiece?
    /// Why it was given up.
    private(set) var excess: String?
    private var open: [XMLPiece] = []
    private var count = 0

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        count += 1
        if open.count >= ReceivedXML.deepest {
            excess = "elements lie more than \(ReceivedXML.deepest) deep in each other"
        } else if count > ReceivedXML.mostElements {
            excess = "it has more than \(ReceivedXML.mostElements) elements"
        } else if attributes.count > ReceivedXML.mostAttributes {
            excess = "an element has more than \(ReceivedXML.mostAttributes) attributes"
        }
        guard excess == nil else { return parser.abortParsing() }
        let local = name.split(separator: ":").last.map(String.init) ?? name
        open.append(
            XMLPiece(
                name: local, space: namespaceURI ?? "", attributes: attributes,
                language: attributes["xml:lang"] ?? open.last?.language))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard let element = open.popLast() else { return }
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].content.append(.element(element))
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { add(text) }

    func parser(_ parser: XMLParser, foundCDATA data: Data) { add(String(decoding: data, as: UTF8.self)) }

    private func add(_ text: String) {
        guard excess == nil, !open.isEmpty else { return }
        open[open.count - 1].content.append(.text(text))
    }
}
