import Catalogue

extension HelpTree {
    var keptJSON: JSON {
        .fields([
            "start": .text(start.description), "questions": .list(questions.map(\.keptJSON)),
            "ends": .list(ends.map(\.keptJSON)), "childDoor": childDoor?.keptJSON,
        ])
    }
}

extension HelpTree.Question {
    fileprivate var keptJSON: JSON {
        [
            "id": .text(id.description), "text": text.keptJSON,
            "answers": .list(
                answers.map { ["label": $0.label.keptJSON, "leadsTo": .text($0.leadsTo.description)] }),
        ]
    }
}

extension HelpTree.End {
    fileprivate var keptJSON: JSON {
        .fields([
            "id": .text(id.description), "audience": .text(audience.description), "isUrgent": .bool(isUrgent),
            "title": title.keptJSON, "lead": lead.keptJSON, "channels": channels.keptJSON, "first": first.keptJSON,
            "keep": keep.keptJSON, "never": never.keptJSON, "next": next.keptJSON, "records": records.keptJSON,
        ])
    }
}

extension Route {
    var keptJSON: JSON { ["stops": .list(stops.map(\.keptJSON))] }
}

extension Route.Stop {
    fileprivate var keptJSON: JSON {
        .fields([
            "title": title.keptJSON, "text": text.keptJSON, "together": together.keptJSON,
            "records": records.keptJSON, "minutes": .number(minutes),
        ])
    }
}
