import Catalogue
import Exchange

extension APISchema {
    static let texts = table(text).adding([
        "description": "A text by language: nl, fr, de, en; in easy words nl-simple and so on."
    ])
    static let textLists = whole(
        "Several texts by language.", ["lists": table(list(text))])
    static let ages = whole("Ages in whole years, both included.", ["from": integer, "to": integer])
    static let link = object(required: ["address"], ["address": address, "language": language])
    static let source = object(
        "What a fact rests on.", required: ["address", "says"],
        ["address": address, "says": text, "seen": partialDate])
    static let eventDate = object(required: ["start"], ["start": partialDate, "end": partialDate])
    static let recurrence = whole(
        "A day of every year, such as the second Tuesday of February.",
        ["ordinal": integer, "weekday": choice(Weekday.allCases.map(\.rawValue)), "month": integer])
    static let verification = object(
        "Who checked it against its source, and when.", required: ["on", "by"],
        ["on": partialDate, "organisation": identifier, "by": choice(["letter", "workspace", "review"])])

    /// The fields that every record has, whatever its kind.
    static let requiredOfRecord = [
        "id", "kind", "title", "ownNames", "summary", "organisations", "languages", "themes", "audiences",
        "territories", "pillars", "formats", "status", "dates", "yearly", "member", "links", "sources",
    ]

    static let record = object("A record as it is kept.", required: requiredOfRecord, recordFields)

    /// All fields of a record.
    static let recordFields: KeyValuePairs<String, JSON> = [
        "id": identifier, "kind": choice(Kind.allCases.map(\.rawValue)), "title": ref("Texts"),
        "ownNames": list(language), "summary": ref("Texts"), "organisations": identifiers,
        "languages": list(languageTag), "themes": identifiers, "audiences": identifiers, "ages": ref("Ages"),
        "territories": identifiers, "pillars": identifiers, "formats": identifiers, "cost": identifier,
        "status": choice(Status.allCases.map(\.rawValue)), "founded": integer, "ended": integer,
        "dates": list(ref("EventDate")), "yearly": truth, "recurrence": ref("Recurrence"), "lab": ref("Lab"),
        "campaign": ref("Campaign"), "member": truth, "links": list(ref("Link")), "contact": ref("Contact"),
        "service": ref("Service"), "guide": ref("Guide"), "route": ref("Route"),
        "recommendations": list(ref("Recommendation")), "announced": integer, "sources": list(ref("Source")),
        "withdrawn": partialDate, "successor": identifier, "isMerged": truth, "setAside": partialDate,
        "verified": ref("Verification"),
        "translations": table(choice(TranslationState.allCases.map(\.rawValue))), "home": text,
    ]

    static let openRecord: JSON = [
        "description": "A record with its place on the web.",
        "allOf": [
            ref("Record"),
            object(
                required: ["uri", "url", "modified", "revision", "licence"],
                ["uri": address, "url": address, "modified": moment, "revision": integer, "licence": address]),
        ],
    ]

    static let trace = whole(
        "What is left of a record that was withdrawn, merged or set aside: take it out of a copy.",
        [
            "id": identifier, "deleted": ["const": true], "on": orNull(partialDate), "successor": orNull(identifier),
            "uri": address, "modified": moment, "revision": integer,
        ])

    static let recordEntry: JSON = ["anyOf": [ref("OpenRecord"), ref("Trace")]]

    static let recordPage = whole([
        "records": list(ref("RecordEntry")),
        "next": orNull(address).adding(["description": "Where the next page is; null: this is the last."]),
        "changes": orNull(address).adding([
            "description": "On the last page: where to ask later for what changed since, with what was withdrawn."
        ]),
        "revision": integer, "licence": address,
    ])
}
