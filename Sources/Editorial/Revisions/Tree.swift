import Catalogue
import Foundation

/// A record as plain values with names, so that revisions can be compared and merged without naming each field in code.
/// It has the shape of the JSON in which revisions are kept.
package enum Tree: Hashable, Sendable {
    case null
    case bool(Bool)
    /// Whole numbers are exact up to 2⁵³.
    case number(Double)
    case text(String)
    case list([Tree])
    case fields([String: Tree])

    package init(_ record: some Encodable) throws {
        self = try JSONDecoder().decode(Tree.self, from: JSONEncoder().encode(record))
    }

    /// Throws a `DecodingError` that names the field that doesn't fit.
    package func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(self))
    }

    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    package var elements: [Tree]? {
        guard case .list(let elements) = self else { return nil }
        return elements
    }
}

// MARK: Places

extension Tree {
    /// What is at `path`. Setting nil takes it away; missing fields on the way are made; an element that no list has stays
    /// missing.
    package subscript(path: FieldPath) -> Tree? {
        get { path.steps.reduce(Optional(self)) { $0?[step: $1] } }
        set { self = replacing(path.steps[...], with: newValue) ?? .null }
    }

    private func replacing(_ steps: ArraySlice<String>, with value: Tree?) -> Tree? {
        guard let step = steps.first else { return value }
        let child = self[step: step]
        if child == nil, value == nil { return self }
        var result = self
        result[step: step] = (child ?? .fields([:])).replacing(steps.dropFirst(), with: value)
        return result
    }

    /// A field by its name, or an element by its name among ``elementNames``.
    subscript(step step: String) -> Tree? {
        get {
            switch self {
            case .fields(let fields): fields[step]
            case .list(let elements): elementNames.firstIndex(of: step).map { elements[$0] }
            default: nil
            }
        }
        set {
            switch self {
            case .fields(var fields):
                fields[step] = newValue
                self = .fields(fields)
            case .list(var elements):
                guard let newValue, let place = elementNames.firstIndex(of: step) else { return }
                elements[place] = newValue
                self = .list(elements)
            default: break
            }
        }
    }

    /// The ids of the elements, such as those of the questions of a guide; where they have none of their own, their places
    /// from 0. Empty unless this is a list.
    var elementNames: [String] { ids ?? (elements ?? []).indices.map(String.init) }

    /// The ids of the elements; nil unless this is a list in which each has one of its own.
    var ids: [String]? {
        guard let elements else { return nil }
        let ids = elements.compactMap { $0[step: "id"]?.text }
        return ids.count == elements.count && Set(ids).count == ids.count ? ids : nil
    }
}

extension Tree: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let fields = try? container.decode([String: Tree].self) {
            self = .fields(fields)
        } else if let elements = try? container.decode([Tree].self) {
            self = .list(elements)
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let elements): try container.encode(elements)
        case .fields(let fields): try container.encode(fields)
        }
    }
}

// MARK: Paths

/// The place of a field in a record: `themes`, `title/nl-simple`, `contact/phones`, `guide/questions/who/text/fr`.
///
/// The steps are the names in the kept JSON, so lists of sentences have a step `lists`: `service/can/lists/nl`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let steps: [String]

    package init(_ steps: [String]) { self.steps = steps }

    /// Reads the steps between slashes; the empty text is ``root``.
    package init(_ text: String) { steps = text.split(separator: "/").map(String.init) }

    package init(stringLiteral text: String) { self.init(text) }

    /// The whole record.
    package static let root = FieldPath([])

    package func appending(_ step: String) -> FieldPath { FieldPath(steps + [step]) }

    package var description: String { steps.joined(separator: "/") }

    /// Whose text is there, if it is a text of one edition.
    package var edition: Edition? { steps.last.flatMap { Edition($0) } }
}

extension FieldPath: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension FieldPath: Comparable {
    /// In the order of a record's form, editions as in `Edition.allCases`, elements by place; what is unknown comes last.
    package static func < (left: FieldPath, right: FieldPath) -> Bool {
        for (left, right) in zip(left.steps, right.steps) where left != right { return precedes(left, right) }
        return left.steps.count < right.steps.count
    }

    static func precedes(_ left: String, _ right: String) -> Bool {
        (places[left] ?? .max, Int(left) ?? .max, left) < (places[right] ?? .max, Int(right) ?? .max, right)
    }

    static let places = Dictionary(
        zip(order + Edition.allCases.map(\.description), 0...), uniquingKeysWith: { first, _ in first })

    /// The names of all fields in the order in which people read them; `contact` and `service` share some.
    private static let order = [
        "id", "kind", "status", "title", "label", "text", "ownNames", "summary", "lead", "lists", "organisations",
        "languages", "themes", "audiences", "audience", "isUrgent", "ages", "territories", "pillars", "formats",
        "cost", "founded", "ended", "dates", "yearly", "recurrence", "member", "links", "phones", "emails", "chat",
        "form", "address", "addressRemark", "hours", "isAnonymous", "contact", "can", "cannot", "service", "start",
        "childDoor", "questions", "answers", "leadsTo", "ends", "channels", "first", "keep", "never", "next", "guide",
        "stops", "together", "records", "minutes", "route", "announced", "asked", "source", "to", "others", "state",
        "responsible", "evidence", "measures", "nextCheck", "recommendations", "question", "sector", "sectors", "day",
        "from", "until", "place", "seats", "sessions", "registrationUntil", "testimonies", "publication",
        "recommendation", "findings", "lab", "goals", "setting", "needs", "steps", "material", "actions", "campaign",
        "sources", "translations", "verified", "withdrawn", "successor", "isMerged", "setAside", "home",
    ]
}
