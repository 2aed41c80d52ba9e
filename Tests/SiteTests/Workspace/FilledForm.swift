import Foundation
import Testing

@testable import Site

/// A form as a browser would send it: what stands in its fields, with what a person changes in them.
struct FilledForm {
    private(set) var fields: [(String, String)] = []

    /// The first form of a page whose class has this word.
    init(_ body: String, style: String = "record-form") throws {
        let elements = try Markup(body).elements
        let start = try #require(
            elements.firstIndex {
                $0.name == "form" && ($0.attributes["class"] ?? "").split(separator: " ").contains(Substring(style))
            })
        var select: String?
        var options: [(value: String, isSelected: Bool)] = []
        func chosen() -> (String, String)? {
            guard let select, let option = options.first(where: \.isSelected) ?? options.first else { return nil }
            return (select, option.value)
        }
        for element in elements[(start + 1)...] {
            if element.name == "form" { break }
            if element.name != "option", let field = chosen() {
                fields.append(field)
                (select, options) = (nil, [])
            }
            let name = element.attributes["name"].map(ReportSite.unescaped) ?? ""
            let value = ReportSite.unescaped(element.attributes["value"] ?? "")
            switch element.name {
            case "input" where ["checkbox", "radio"].contains(element.attributes["type"]):
                if element.attributes["checked"] != nil { fields.append((name, value)) }
            case "input": fields.append((name, value))
            case "textarea": fields.append((name, ReportSite.unescaped(String(element.text.drop { $0 == "\n" }))))
            case "select": select = name
            case "option": options.append((value, element.attributes["selected"] != nil))
            default: break
            }
        }
        if let field = chosen() { fields.append(field) }
        fields.removeAll { $0.0 == FormCode.field }
    }

    subscript(name: String) -> String? { fields.first { $0.0 == name }?.1 }

    func all(_ name: String) -> [String] { fields.filter { $0.0 == name }.map(\.1) }

    var names: Set<String> { Set(fields.map(\.0)) }

    /// Writes something into a field.
    mutating func write(_ name: String, _ value: String) {
        if let place = fields.firstIndex(where: { $0.0 == name }) {
            fields[place].1 = value
        } else {
            fields.append((name, value))
        }
    }

    mutating func tick(_ name: String, _ value: String) {
        if !all(name).contains(value) { fields.append((name, value)) }
    }

    mutating func untick(_ name: String, _ value: String) { fields.removeAll { $0.0 == name && $0.1 == value } }

    func pressing(_ action: String) -> [(String, String)] { fields + [(DraftFields.action, action)] }
}
