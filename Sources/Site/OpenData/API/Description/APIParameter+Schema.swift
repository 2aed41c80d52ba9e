import Catalogue
import Exchange
import Mapping

extension APIParameter {
    /// As OpenAPI describes it.
    func description(in texts: Texts) -> JSON {
        .fields([
            "name": .text(name), "in": .text(isInPath ? "path" : "query"), "description": .text(texts(says)),
            "required": isInPath ? true : nil,
            "style": isList ? "form" : nil, "explode": isList ? .bool(isRepeatable) : nil,
            "schema": schema, "example": example.map { .text($0) },
        ])
    }

    private var isList: Bool {
        if case .list = values { return true }
        return isRepeatable
    }

    private var schema: JSON {
        if isRepeatable { return ["type": "array", "items": valueSchema] }
        guard case .list(let choices) = values else {
            return valueSchema.adding(["default": usualValue])
        }
        return ["type": "array", "items": ["type": "string", "enum": .list(choices.map { .text($0) })]]
    }

    private var usualValue: JSON? {
        guard let usual else { return nil }
        if case .number = values { return .number(Int(usual)) }
        return .text(usual)
    }

    private var valueSchema: JSON {
        switch values {
        case .text, .axis: ["type": "string"]
        case .id, .concept, .organisation: APISchema.identifier
        case .choice(let choices): ["type": "string", "enum": .list(choices.map { .text($0) })]
        case .number(let range):
            ["type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
        case .ages: ["type": "string", "pattern": "^[0-9]{1,3}(-[0-9]{1,3})?$"]
        case .languageTag: APISchema.languageTag
        case .moment:
            [
                "type": "string",
                "pattern":
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$",
            ]
        case .cursor: ["type": "string", "pattern": "^r[0-9a-z]{1,12}$"]
        case .list: ["type": "string"]
        }
    }

    /// The values in words, for the page for people; the second is where they are listed.
    func values(in texts: Texts) -> (words: String, list: String?) {
        switch values {
        case .text: (texts(.apiValuesText), nil)
        case .id: (texts(.apiValuesID), nil)
        case .choice(let choices), .list(let choices): (choices.joined(separator: ", "), nil)
        case .number(let range): (texts(.apiValuesNumber, "\(range.lowerBound)", "\(range.upperBound)"), nil)
        case .concept(let name): (texts(.apiValuesFrom, name.rawValue), "/api/v1/vocabularies/\(name.rawValue)")
        case .organisation: (texts(.apiValuesID), "/api/v1/records?kind=organisation")
        case .ages: ("14, 12-16", nil)
        case .languageTag: ("nl, fr, de, en, ar …", nil)
        case .moment: ("2026-11-27, 2026-11-27T13:00:00Z", nil)
        case .cursor: ("r…", nil)
        case .axis: (texts(.apiValuesText), "/api/v1/landscape")
        }
    }
}
