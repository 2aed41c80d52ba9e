import Catalogue

extension Lab {
    var keptJSON: JSON {
        .fields([
            "question": question.keptJSON, "sectors": .list(sectors.map(\.keptJSON)),
            "sessions": .list(sessions.map(\.keptJSON)),
            "registrationUntil": .text(registrationUntil?.description),
            "testimonies": .list(
                testimonies.map { ["sector": .text($0.sector.description), "text": $0.text.keptJSON] }),
            "findings": .list(findings.map(\.keptJSON)),
        ])
    }
}

extension Lab.Sector {
    fileprivate var keptJSON: JSON { .fields(["id": .text(id.description), "name": name?.keptJSON]) }
}

extension Lab.Session {
    fileprivate var keptJSON: JSON {
        .fields([
            "id": .text(id.description), "day": .text(day.description), "from": .number(from),
            "until": .number(until), "place": place?.keptJSON, "languages": languages.keptJSON,
            "seats": .number(seats),
        ])
    }
}

extension Lab.Finding {
    fileprivate var keptJSON: JSON {
        [
            "id": .text(id.description), "text": text.keptJSON,
            "leadsTo": .list(
                leadsTo.map { outcome in
                    .fields([
                        "publication": .text(outcome.publication.description),
                        "recommendation": .text(outcome.recommendation?.description),
                    ])
                }),
        ]
    }
}

extension Campaign {
    var keptJSON: JSON { ["goals": goals.keptJSON, "actions": .list(actions.map(\.keptJSON))] }
}

extension Campaign.Action {
    fileprivate var keptJSON: JSON {
        .fields([
            "id": .text(id.description), "setting": .text(setting.rawValue), "title": title.keptJSON,
            "minutes": .number(minutes), "ages": ages.keptJSON, "needs": needs.keptJSON, "steps": steps.keptJSON,
            "material": material.keptJSON,
        ])
    }
}
