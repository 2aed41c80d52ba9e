/// Reads the recommendations of a publication, and checks that no state is claimed without evidence.
struct RecommendationReader {
    /// Reads what recommendations share with records.
    let records: RecordReader
    private(set) var references: [Reference] = []

    init(records: RecordReader) { self.records = records }

    mutating func read(_ fields: inout Fields, into record: inout Record) {
        record.announced = fields.value("announced", expected: "a whole number from 1 to 500") {
            Int($0).flatMap { (1...500).contains($0) ? $0 : nil }
        }
        guard fields.has("recommendations") else { return }
        var found: [Located<Recommendation>] = []
        for entry in fields.list("recommendations") {
            if let recommendation = recommendation(entry) {
                found.append(Located(value: recommendation, place: entry.place))
            }
        }
        fields.log.checkNames(found.map { $0.map(\.id) }, in: "this publication")
        if let announced = record.announced, found.count > announced {
            fields.log.add(
                fields.place, "\(found.count) recommendations, though the publication announces \(announced)",
                "correct ‘announced’, or take away what it does not ask")
        }
        record.recommendations = found.map(\.value)
    }

    // MARK: Parts

    private mutating func recommendation(_ fields: Fields) -> Recommendation? {
        var fields = fields
        let id = fields.value("id", required: true, expected: identifierRule) { Identifier($0) }
        let text = fields.localised("text")
        let asked = fields.date("asked")
        let source = fields.webAddress("source", required: true)
        let to = addressees("to", "to_others", &fields)
        if to.isEmpty {
            fields.log.add(
                fields.place, "the recommendation does not say whom it asks",
                "add ‘to:’ with organisations of the catalogue, or ‘to_others:’ with a name for each other")
        }
        let themes = records.concepts("themes", in: .themes, &fields)
        let evidence = self.evidence(&fields, since: asked)
        let nextCheck = nextCheck(&fields, after: evidence)
        let measures = measures(&fields, since: asked)
        fields.finish()
        guard let id, let text, let source else { return nil }
        var recommendation = Recommendation(id: id, text: text, source: source, to: to)
        recommendation.asked = asked
        recommendation.themes = themes
        recommendation.measures = measures
        recommendation.evidence = evidence
        recommendation.nextCheck = nextCheck
        return recommendation
    }

    private mutating func measures(_ fields: inout Fields, since asked: PartialDate?) -> [Measure] {
        var found: [Located<Measure>] = []
        for entry in fields.list("measures") {
            if let measure = measure(entry, since: asked) { found.append(Located(value: measure, place: entry.place)) }
        }
        fields.log.checkNames(found.map { $0.map(\.id) }, in: "this recommendation")
        return found.map(\.value)
    }

    private mutating func measure(_ fields: Fields, since asked: PartialDate?) -> Measure? {
        var fields = fields
        let id = fields.value("id", required: true, expected: identifierRule) { Identifier($0) }
        let text = fields.localised("text")
        let state = fields.choice("state", required: true, RecommendationState.self)
        let responsible = addressees("responsible", "responsible_others", &fields)
        let evidence = self.evidence(&fields, since: asked)
        let nextCheck = nextCheck(&fields, after: evidence)
        fields.finish()
        guard let id, let text, let state else { return nil }
        check(state, against: evidence, fields)
        return Measure(
            id: id, text: text, state: state, responsible: responsible, nextCheck: nextCheck, evidence: evidence)
    }

    private mutating func addressees(_ key: String, _ othersKey: String, _ fields: inout Fields) -> Addressees {
        let organisations = fields.texts(key)
        references += organisations.map { Reference(id: $0, kind: .organisation) }
        let others = fields.list(othersKey).compactMap { entry -> LocalisedText? in
            var entry = entry
            let name = entry.localised("name")
            entry.finish()
            return name
        }
        return Addressees(organisations: organisations.compactMap { RecordID($0.value) }, others: others)
    }

    private func evidence(_ fields: inout Fields, since asked: PartialDate?) -> [Evidence] {
        fields.list("evidence").compactMap { entry in
            var entry = entry
            let on = entry.date("on")
            let says = entry.localised("says")
            let source = entry.webAddress("source", required: true)
            let state = entry.choice("state", required: true, RecommendationState.self)
            entry.finish()
            if let on, let asked, on.lastDay < asked.firstDay {
                entry.log.add(
                    entry.place, "this evidence (\(on)) is older than the recommendation (\(asked))",
                    "correct one of the dates")
            }
            guard let says, let source, let state else { return nil }
            return Evidence(on: on, says: says, source: source, state: state)
        }
    }

    private func nextCheck(_ fields: inout Fields, after evidence: [Evidence]) -> PartialDate? {
        guard let check = fields.date("next_check") else { return nil }
        if let newest = evidence.compactMap(\.on).map(\.firstDay).max(), check.lastDay < newest {
            fields.log.add(
                fields.place, "the next check (\(check)) is before the newest evidence",
                "set ‘next_check’ to a day after \(newest)")
        }
        return check
    }

    // MARK: Checks

    private func check(_ state: RecommendationState, against evidence: [Evidence], _ fields: Fields) {
        guard let newest = evidence.newest() else {
            if state != .open {
                fields.log.add(
                    fields.place, "the state ‘\(state.rawValue)’ has no evidence",
                    "add ‘evidence:’ with the page that shows it, or write ‘state: open’")
            }
            return
        }
        guard newest.state != state else { return }
        fields.log.add(
            fields.place, "the state ‘\(state.rawValue)’ is not that of the newest evidence (\(newest.state.rawValue))",
            "write ‘state: \(newest.state.rawValue)’, or add the evidence for ‘\(state.rawValue)’")
    }
}

extension PartialDate {
    /// The first day that it may mean.
    fileprivate var firstDay: CivilDay { CivilDay(year: year, month: month ?? 1, day: day ?? 1) }
}
