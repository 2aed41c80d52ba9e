import Foundation
import Testing

/// A page taken apart: a strict reader of the HTML that the shop writes. Anything unbalanced, unquoted or unescaped
/// is an error, so text that got out of its place is found.
struct Markup {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// Text inside it, its own and that of what it holds.
        var text = ""
    }

    struct Malformed: Error, CustomStringConvertible { let description: String }

    private(set) var elements: [Element] = []
    private static let void: Set = ["meta", "link", "input", "br", "hr", "img"]

    init(_ page: String) throws {
        var rest = page[...]
        guard rest.hasPrefix("<!DOCTYPE html>") else { throw Malformed(description: "no doctype") }
        rest = rest.dropFirst("<!DOCTYPE html>".count)
        var open: [(name: String, element: Int)] = []
        while let start = rest.firstIndex(of: "<") {
            let text = rest[..<start]
            if text.contains(">") { throw Malformed(description: "a bare > in ‘\(text.prefix(80))’") }
            for entry in open { elements[entry.element].text += text }
            rest = rest[rest.index(after: start)...]
            if rest.hasPrefix("/") {
                guard let end = rest.firstIndex(of: ">") else { throw Malformed(description: "an end tag without end") }
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                guard let last = open.popLast(), last.name == name else {
                    throw Malformed(description: "</\(name)> closes <\(open.last?.name ?? "nothing")>")
                }
                rest = rest[rest.index(after: end)...]
            } else {
                let (element, closed, after) = try Self.startTag(rest)
                rest = after
                elements.append(element)
                if !closed, !Self.void.contains(element.name) { open.append((element.name, elements.count - 1)) }
            }
        }
        guard open.isEmpty else { throw Malformed(description: "<\(open.last?.name ?? "")> is not closed") }
    }

    private static func startTag(_ text: Substring) throws -> (Element, closed: Bool, Substring) {
        let isName: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        let name = text.prefix(while: isName)
        guard !name.isEmpty else { throw Malformed(description: "a bare < before ‘\(text.prefix(60))’") }
        var rest = text[name.endIndex...]
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop(while: { $0 == " " })
            if rest.hasPrefix("/>") {
                return (Element(name: String(name), attributes: attributes), true, rest.dropFirst(2))
            }
            if rest.hasPrefix(">") {
                return (Element(name: String(name), attributes: attributes), false, rest.dropFirst())
            }
            let key = rest.prefix { isName($0) || $0 == ":" }
            guard !key.isEmpty else { throw Malformed(description: "in <\(name)>: ‘\(rest.prefix(60))’") }
            rest = rest[key.endIndex...]
            var value = ""
            if rest.hasPrefix("=\"") {
                rest = rest.dropFirst(2)
                guard let end = rest.firstIndex(of: "\"") else {
                    throw Malformed(description: "a quote is open in <\(name)>")
                }
                value = String(rest[..<end])
                guard !value.contains("<") else { throw Malformed(description: "a < in an attribute of <\(name)>") }
                rest = rest[rest.index(after: end)...]
            } else if rest.hasPrefix("=") {
                // Only the icons, which come with the program, leave quotes out.
                rest = rest.dropFirst()
                let bare = rest.prefix(while: isName)
                guard name == "svg", !bare.isEmpty else { throw Malformed(description: "no quotes in <\(name)>") }
                value = String(bare)
                rest = rest[bare.endIndex...]
            }
            guard attributes.updateValue(value, forKey: String(key)) == nil else {
                throw Malformed(description: "\(key) twice in <\(name)>")
            }
        }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// Addresses on this site that the page leads to.
    var localLinks: Set<String> {
        let targets = elements.filter { ["a", "link", "form"].contains($0.name) }
            .compactMap { $0.attributes["href"] ?? $0.attributes["action"] }
        return Set(targets.filter { $0.hasPrefix("/") }.map { $0.replacingOccurrences(of: "&amp;", with: "&") })
    }
}

extension Markup.Element {
    /// The one picture that pages have: the code for the print-out, from this site.
    var isOwnCode: Bool { attributes["src"]?.wholeMatch(of: #/\/[a-z]{2}(-simple)?\/qr\.svg\?of=.*/#) != nil }

    /// Data for programs: no browser runs it, and nothing in it can begin or end an element.
    var isData: Bool {
        name == "script" && attributes == ["type": "application/ld+json"] && !text.contains { "<>&".contains($0) }
    }
}
