import Catalogue
import Exchange
import Mapping

extension APISchema {
    static let root = whole([
        "title": text, "version": text, "licence": address, "documentation": address, "description": address,
        "operations": list(whole(["id": text, "method": text, "address": text, "says": text])),
    ])

    static let channels = whole([
        "at": moment.adding(["description": "The moment of which ‘open’ and ‘next’ speak."]),
        "channels": list(ref("Channel")), "licence": address,
    ])

    static let channel = object(
        "Somewhere to ask for help or to report.",
        required: [
            "id", "uri", "url", "title", "summary", "open", "next", "state", "speaks", "phones", "emails", "languages",
            "themes", "audiences", "territories", "organisations", "modified", "revision",
        ],
        [
            "id": identifier, "uri": address, "url": address, "title": text, "summary": text,
            "open": ["type": ["boolean", "null"], "description": "null: nobody knows."],
            "next": orNull(moment).adding(["description": "When ‘open’ changes next; null: never, or nobody knows."]),
            "state": choice(["always", "open", "closed", "holiday", "unverified"]),
            "speaks": ["type": "boolean", "description": "Whether it is known to speak the language of the reader."],
            "phones": list(
                object(required: ["number", "dialled"], ["number": text, "dialled": text, "note": text])),
            "emails": list(text), "chat": address, "form": address, "languages": list(languageTag),
            "cost": identifier, "anonymous": truth, "themes": identifiers, "audiences": identifiers,
            "ages": ref("Ages"), "territories": identifiers, "organisations": identifiers, "hours": ref("Hours"),
            "verified": ref("Verification"), "modified": moment, "revision": integer,
        ])

    static let vocabularies = whole([
        "vocabularies": list(whole(["name": text, "uri": address, "address": address, "concepts": integer])),
        "licence": address,
    ])

    static let vocabulary = whole([
        "name": text, "uri": address, "concepts": list(ref("Concept")), "licence": address,
    ])

    static let concept = object(
        "A term, shaped as in SKOS.", required: ["id", "uri", "label", "broader", "narrower"],
        [
            "id": identifier, "uri": address, "label": ref("Texts"), "plural": ref("Texts"),
            "alternatives": ref("TextLists"), "hidden": ref("TextLists"), "definition": ref("Texts"),
            "broader": identifiers, "narrower": identifiers, "coveredBy": identifiers, "type": text,
            "speech": list(language), "place": ref("Texts"), "population": ref("Population"), "weight": integer,
            "ages": ref("Ages"), "caresFor": ref("Ages"), "audiences": identifiers, "includes": identifiers,
            "formats": identifiers, "channels": identifiers, "cues": ref("TextLists"), "opportunity": ref("Texts"),
            "risk": ref("Texts"), "firstSteps": ref("TextLists"), "talk": ref("TextLists"), "guides": identifiers,
        ])
    static let population = whole([
        "on": partialDate, "source": address, "says": text,
        "bands": list(whole(["ages": ref("Ages"), "people": integer])),
    ])

    static let searchAnswer = whole([
        "total": integer,
        "results": list(
            whole([
                "id": identifier, "kind": choice(Kind.allCases.map(\.rawValue)), "title": text, "summary": text,
                "url": address, "score": number, "why": list(text),
            ])),
        "facets": table(table(integer)), "suggestion": ["type": ["string", "null"]],
    ])
    static let suggestions = whole([
        "suggestions": list(whole(["text": text, "kind": text, "id": text]))
    ])

    static let sentRecord: JSON = [
        "type": "object",
        "description": "Fields of a record. What isn't sent stays as it is; null empties it.",
        "properties": .object(
            recordFields.map { name, schema in JSON.Field(name, name == "id" ? schema : orNull(schema)) }),
    ]
    static let draftAnswer = object(
        required: ["draft", "record", "state", "faults", "conflicts"],
        [
            "draft": text, "record": text, "state": text, "faults": list(whole(["field": text, "what": text])),
            "conflicts": list(text), "reasons": text,
        ])

    static let problem = object(
        "What is wrong and what to do (RFC 9457).", required: ["title", "status", "detail"],
        [
            "title": text, "status": integer, "detail": text,
            "parameter": ["type": "string", "description": "The parameter that is wrong."],
            "id": identifier, "deleted": truth, "on": orNull(partialDate), "successor": orNull(identifier),
            "uri": address,
        ])
}

// MARK: The landscape

extension APISchema {
    private static let axes = choice(Axis.allCases.map(\.rawValue))

    static let coverage = object(
        required: ["rows", "columns", "total", "unplaced", "cells"],
        [
            "rows": axes, "columns": axes, "total": integer, "unplaced": integer, "language": language,
            "cells": list(
                whole([
                    "row": text, "column": text, "count": integer, "direct": integer, "inherited": integer,
                    "inPart": integer, "languages": table(integer), "mark": text,
                ])),
        ])
    static let gaps = whole(["total": integer, "gaps": list(ref("Gap"))])
    static let gap = object(
        required: [
            "rank", "theme", "audience", "territory", "language", "score", "need", "supply", "offers", "verified",
            "free", "offline", "searches", "walks", "stays", "nearest",
        ],
        [
            "rank": integer, "theme": identifier, "audience": identifier, "territory": identifier, "language": language,
            "score": number, "need": number, "supply": number, "offers": integer, "verified": integer, "free": integer,
            "offline": integer, "people": integer, "searches": integer, "walks": integer, "stays": number,
            "nearest": list(whole(["id": identifier, "lacks": ["type": "array"]])),
        ])
    static let landscape = whole([
        "version": integer, "offers": integer, "records": table(integer), "axes": table(table(integer)),
        "gaps": ref("Gaps"),
        "alike": list(
            whole([
                "offers": identifiers, "kind": text, "likeness": number, "themes": identifiers,
                "missing": list(language), "suggestions": ["type": "array"],
            ])),
        "network": whole(["communities": list(identifiers), "alone": identifiers]),
    ])
}
