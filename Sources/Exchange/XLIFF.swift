import Foundation
import FoundationXML

/// Texts on their way to a translator and back, in XLIFF 1.2 (https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html),
/// the form in which String Catalogs travel too.
package struct XLIFF: Equatable, Sendable {
    package struct Unit: Equatable, Sendable {
        package var id: String
        package var source: String
        /// What is written so far; nil: nothing.
        package var target: String?
        /// Whether ``target`` is to be looked at again, because its source changed.
        package var needsReview: Bool
        package var note: String?

        package init(id: String, source: String, target: String?, needsReview: Bool = false, note: String? = nil) {
            self.id = id
            self.source = source
            self.target = target
            self.needsReview = needsReview
            self.note = note
        }
    }

    package enum Fault: Error, Equatable {
        /// Not XLIFF, with what is wrong.
        case unreadable(String)
    }

    /// BCP 47.
    package var sourceLanguage: String
    package var targetLanguage: String
    /// The file that the texts are from.
    package var original: String
    package var units: [Unit]

    package init(sourceLanguage: String, targetLanguage: String, original: String, units: [Unit]) {
        self.sourceLanguage = sourceLanguage
        self.targetLanguage = targetLanguage
        self.original = original
        self.units = units
    }

    // MARK: Writing

    package func written() -> Data {
        let body = XMLElement(name: "body")
        for unit in units { body.addChild(Self.element(unit)) }
        let file = Self.element(
            "file",
            [
                "original": original, "datatype": "plaintext", "source-language": sourceLanguage,
                "target-language": targetLanguage,
            ])
        file.addChild(body)
        let root = Self.element("xliff", ["version": "1.2"])
        root.addNamespace(Self.namespace)
        root.addChild(file)
        let document = XMLDocument(rootElement: root)
        document.version = "1.0"
        document.characterEncoding = "UTF-8"
        return document.xmlData(options: .nodePrettyPrint)
    }

    private static func element(_ unit: Unit) -> XMLElement {
        let element = element("trans-unit", ["id": unit.id, "xml:space": "preserve"])
        element.addChild(text("source", unit.source))
        if let target = unit.target {
            let child = text("target", target)
            child.addAttribute(attribute("state", unit.needsReview ? "needs-review-translation" : "translated"))
            element.addChild(child)
        }
        if let note = unit.note { element.addChild(text("note", note)) }
        return element
    }

    private static func element(_ name: String, _ attributes: [String: String]) -> XMLElement {
        let element = XMLElement(name: name)
        for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
            element.addAttribute(attribute(name, value))
        }
        return element
    }

    private static func attribute(_ name: String, _ value: String) -> XMLNode {
        let attribute = XMLNode(kind: .attribute)
        attribute.name = name
        attribute.stringValue = value
        return attribute
    }

    private static func text(_ name: String, _ value: String) -> XMLElement {
        let element = XMLElement(name: name)
        element.stringValue = value
        return element
    }

    private static var namespace: XMLNode {
        let namespace = XMLNode(kind: .namespace)
        namespace.name = ""
        namespace.stringValue = "urn:oasis:names:tc:xliff:document:1.2"
        return namespace
    }

    // MARK: Reading

    /// Throws ``Fault``. Documents with a document type are refused: they could name other files or swell without end.
    package init(reading data: Data) throws {
        guard data.range(of: Data("<!DOCTYPE".utf8)) == nil else {
            throw Fault.unreadable("a document type is not allowed")
        }
        let bytes: Data
        do { bytes = try ReceivedXML.bytes(of: data, mediaType: nil) } catch { throw Fault.unreadable(error.what) }
        let reader = Reader()
        let parser = XMLParser(data: bytes)
        parser.delegate = reader
        guard parser.parse(), parser.parserError == nil else {
            throw Fault.unreadable("this is not XML (line \(parser.lineNumber))")
        }
        guard reader.isXLIFF else { throw Fault.unreadable("this is XML, but not XLIFF") }
        guard let source = reader.file["source-language"], let target = reader.file["target-language"] else {
            throw Fault.unreadable("‘file’ with source-language and target-language is missing")
        }
        self.init(
            sourceLanguage: source, targetLanguage: target, original: reader.file["original"] ?? "", units: reader.units
        )
    }
}

/// Gathers the units as the parser meets them.
private final class Reader: NSObject, XMLParserDelegate {
    var isXLIFF = false
    var file: [String: String] = [:]
    var units: [XLIFF.Unit] = []
    private var text = ""
    /// Inside what a tool proposes, which is nobody's translation.
    private var isProposal = false

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        // Text inside a text, such as a marked placeholder, belongs to it.
        if ["source", "target", "note"].contains(name) { text = "" }
        switch name {
        case "alt-trans": isProposal = true
        case "xliff": isXLIFF = true
        case "file": file = attributes
        case "trans-unit": units.append(XLIFF.Unit(id: attributes["id"] ?? "", source: "", target: nil))
        case "target" where !units.isEmpty && !isProposal:
            let state = attributes["state"] ?? "translated"
            units[units.count - 1].needsReview = state.hasPrefix("needs-") || state == "new"
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "alt-trans" { isProposal = false }
        guard !units.isEmpty, !isProposal else { return }
        switch name {
        case "source": units[units.count - 1].source = text
        case "target": units[units.count - 1].target = text.isEmpty ? nil : text
        case "note": units[units.count - 1].note = text
        default: break
        }
    }
}
