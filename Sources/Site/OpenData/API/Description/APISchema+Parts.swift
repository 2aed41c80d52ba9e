import Catalogue
import Exchange

extension APISchema {
    static let contact = object(
        required: ["phones", "emails"],
        [
            "phones": list(ref("Phone")), "emails": list(ref("Email")), "chat": address, "form": address,
            "address": text, "addressRemark": text, "hours": ref("Hours"),
        ])
    static let phone = object(required: ["number"], ["number": text, "note": ref("Texts"), "remark": text])
    static let email = object(required: ["address"], ["address": text, "note": ref("Texts"), "remark": text])
    static let hours = object(
        "Opening hours on the clocks of Belgium. Without the certainty ‘stated’ nobody knows them.",
        required: ["certainty", "always", "weekly", "holidays", "exceptions"],
        [
            "certainty": choice(Hours.Certainty.allCases.map(\.rawValue)), "seen": partialDate,
            "applies": choice(Hours.Applies.allCases.map(\.rawValue)), "always": truth, "weekly": list(ref("Span")),
            "holidays": choice(Hours.OnHolidays.allCases.map(\.rawValue)),
            "exceptions": list(whole(["day": partialDate, "spans": list(ref("Span"))])), "asFound": text,
            "remark": text,
        ])
    static let span = whole(
        "Open on these days; in minutes since midnight.",
        ["days": list(choice(Weekday.allCases.map(\.rawValue))), "opens": integer, "closes": integer])
    static let service = object(
        required: ["contact", "can", "cannot"],
        [
            "isAnonymous": truth, "contact": ref("Texts"), "can": ref("TextLists"), "cannot": ref("TextLists"),
        ])

    static let guide = object(
        "Questions whose answers lead to ends.", required: ["start", "questions", "ends"],
        [
            "start": identifier,
            "questions": list(
                whole([
                    "id": identifier, "text": ref("Texts"),
                    "answers": list(whole(["label": ref("Texts"), "leadsTo": identifier])),
                ])),
            "ends": list(
                whole([
                    "id": identifier, "audience": identifier, "isUrgent": truth, "title": ref("Texts"),
                    "lead": ref("Texts"), "channels": identifiers, "first": ref("TextLists"),
                    "keep": ref("TextLists"), "never": ref("TextLists"), "next": ref("TextLists"),
                    "records": identifiers,
                ])),
            "childDoor": ref("Texts"),
        ])
    static let route = whole([
        "stops": list(
            whole([
                "title": ref("Texts"), "text": ref("Texts"), "together": ref("Texts"), "records": identifiers,
                "minutes": integer,
            ]))
    ])

    private static let states = choice(RecommendationState.allCases.map(\.rawValue))
    static let recommendation = object(
        required: ["id", "text", "source", "to", "themes", "measures", "evidence"],
        [
            "id": identifier, "text": ref("Texts"), "asked": partialDate, "source": address, "to": ref("Addressees"),
            "themes": identifiers, "measures": list(ref("Measure")), "evidence": list(ref("Evidence")),
            "nextCheck": partialDate,
        ])
    static let measure = object(
        required: ["id", "text", "state", "responsible", "evidence"],
        [
            "id": identifier, "text": ref("Texts"), "state": states, "responsible": ref("Addressees"),
            "nextCheck": partialDate, "evidence": list(ref("Evidence")),
        ])
    static let evidence = object(
        required: ["says", "source", "state"],
        ["on": partialDate, "says": ref("Texts"), "source": address, "state": states])
    static let addressees = whole(["organisations": identifiers, "others": list(ref("Texts"))])

    static let lab = object(
        required: ["question", "sectors", "sessions", "testimonies", "findings"],
        [
            "question": ref("Texts"),
            "sectors": list(object(required: ["id"], ["id": identifier, "name": ref("Texts")])),
            "sessions": list(
                object(
                    required: ["id", "day", "languages"],
                    [
                        "id": identifier, "day": partialDate, "from": integer, "until": integer, "place": ref("Texts"),
                        "languages": list(languageTag), "seats": integer,
                    ])),
            "registrationUntil": partialDate,
            "testimonies": list(whole(["sector": identifier, "text": ref("Texts")])),
            "findings": list(
                whole([
                    "id": identifier, "text": ref("Texts"),
                    "leadsTo": list(
                        object(
                            required: ["publication"], ["publication": identifier, "recommendation": identifier])),
                ])),
        ])
    static let campaign = whole([
        "goals": ref("TextLists"),
        "actions": list(
            whole([
                "id": identifier, "setting": choice(Campaign.Setting.allCases.map(\.rawValue)),
                "title": ref("Texts"), "minutes": integer, "ages": ref("Ages"), "needs": ref("TextLists"),
                "steps": ref("TextLists"), "material": identifiers,
            ])),
    ])
}
