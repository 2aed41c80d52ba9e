import Catalogue

extension Recommendation {
    var keptJSON: JSON {
        .fields([
            "id": .text(id.description), "text": text.keptJSON, "asked": .text(asked?.description),
            "source": .text(source.description), "to": to.keptJSON, "themes": themes.keptJSON,
            "measures": .list(measures.map(\.keptJSON)), "evidence": .list(evidence.map(\.keptJSON)),
            "nextCheck": .text(nextCheck?.description),
        ])
    }
}

extension Measure {
    fileprivate var keptJSON: JSON {
        .fields([
            "id": .text(id.description), "text": text.keptJSON, "state": .text(state.rawValue),
            "responsible": responsible.keptJSON, "nextCheck": .text(nextCheck?.description),
            "evidence": .list(evidence.map(\.keptJSON)),
        ])
    }
}

extension Evidence {
    fileprivate var keptJSON: JSON {
        .fields([
            "on": .text(on?.description), "says": says.keptJSON, "source": .text(source.description),
            "state": .text(state.rawValue),
        ])
    }
}

extension Addressees {
    fileprivate var keptJSON: JSON {
        ["organisations": organisations.keptJSON, "others": .list(others.map(\.keptJSON))]
    }
}
