import Catalogue
import Exchange

/// JSON Schema (draft 2020-12) of what the API gives, put together from small parts.
enum APISchema {
    static func ref(_ name: String) -> JSON { ["$ref": .text("#/components/schemas/\(name)")] }

    /// An object. Fields that are not required are left out where there is nothing to say.
    static func object(_ says: String? = nil, required: [String], _ fields: KeyValuePairs<String, JSON>) -> JSON {
        .fields([
            "type": "object", "description": .text(says),
            "required": required.isEmpty ? nil : .list(required.map { .text($0) }),
            "properties": .object(fields.map { JSON.Field($0, $1) }),
        ])
    }

    /// An object of which every field is always there.
    static func whole(_ fields: KeyValuePairs<String, JSON>) -> JSON {
        object(required: fields.map(\.key), fields)
    }

    static func whole(_ says: String, _ fields: KeyValuePairs<String, JSON>) -> JSON {
        object(says, required: fields.map(\.key), fields)
    }

    static func list(_ element: JSON) -> JSON { ["type": "array", "items": element] }

    /// An object from any name to values of one sort.
    static func table(_ element: JSON) -> JSON { ["type": "object", "additionalProperties": element] }

    static func choice(_ values: some Sequence<String>) -> JSON {
        ["type": "string", "enum": .list(values.map { .text($0) })]
    }

    /// The same, or null.
    static func orNull(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

    static let text: JSON = ["type": "string"]
    static let integer: JSON = ["type": "integer"]
    static let number: JSON = ["type": "number"]
    static let truth: JSON = ["type": "boolean"]
    /// Some owners have letters with accents in their addresses (RFC 3987).
    static let address: JSON = ["type": "string", "format": "iri"]
    static let moment: JSON = ["type": "string", "format": "date-time"]
    static let identifier: JSON = ["type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 100]
    static let identifiers = list(identifier)
    static let languageTag: JSON = ["type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"]
    static let language = choice(Language.allCases.map(\.rawValue))
    /// `2024`, `2024-11` or `2024-11-27`.
    static let partialDate: JSON = ["type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"]

    /// Every named schema.
    static let all: KeyValuePairs<String, JSON> = [
        "Root": root, "RecordPage": recordPage, "RecordEntry": recordEntry, "OpenRecord": openRecord, "Trace": trace,
        "Record": record, "Texts": texts, "TextLists": textLists, "Ages": ages, "Link": link, "Source": source,
        "EventDate": eventDate, "Recurrence": recurrence, "Contact": contact, "Phone": phone, "Email": email,
        "Hours": hours, "Span": span, "Service": service, "Verification": verification, "Guide": guide,
        "Route": route, "Recommendation": recommendation, "Measure": measure, "Evidence": evidence,
        "Addressees": addressees, "Lab": lab, "Campaign": campaign, "Channels": channels, "Channel": channel,
        "Vocabularies": vocabularies, "Vocabulary": vocabulary, "Concept": concept, "Population": population,
        "SearchAnswer": searchAnswer, "Suggestions": suggestions, "Landscape": landscape, "Coverage": coverage,
        "Gaps": gaps, "Gap": gap, "SentRecord": sentRecord, "DraftAnswer": draftAnswer, "Problem": problem,
    ]
}
