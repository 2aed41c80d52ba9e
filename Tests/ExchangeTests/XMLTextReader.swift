import Foundation
import FoundationXML

/// All text of an XML document without its line ends, read by somebody else's parser; throws where it is not well formed.
final class XMLTextReader: NSObject, XMLParserDelegate {
    private var text = ""

    static func read(_ data: Data) throws -> String {
        let reader = XMLTextReader()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
        return reader.text.filter { $0 != "\n" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
