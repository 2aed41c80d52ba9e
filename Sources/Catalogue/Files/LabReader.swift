/// Reads what makes an event a lab, and checks that its days, groups and findings hang together.
struct LabReader {
    /// Where groups without a name of their own must be.
    let audiences: Vocabulary?
    private(set) var references: [Reference] = []

    init(audiences: Vocabulary?) { self.audiences = audiences }

    mutating func read(_ fields: Fields) -> Lab? {
        var fields = fields
        let question = fields.localised("question")
        let sectors = fields.list("sectors").compactMap(sector)
        let sessions = fields.list("sessions").compactMap(session)
        let until = fields.day("registration_until")
        let testimonies = fields.list("testimonies").compactMap { testimony($0, of: sectors.map(\.value.id)) }
        var findings: [Located<Lab.Finding>] = []
        for entry in fields.list("findings") {
            if let finding = finding(entry) { findings.append(finding) }
        }
        fields.finish()
        fields.log.checkNames(sectors.map { $0.map(\.id) }, in: "this lab")
        fields.log.checkNames(sessions.map { $0.map(\.id) }, in: "this lab")
        fields.log.checkNames(findings.map { $0.map(\.id) }, in: "this lab")
        check(until, sessions.map(\.value), fields)
        guard let question else { return nil }
        var lab = Lab(question: question)
        lab.sectors = sectors.map(\.value)
        lab.sessions = sessions.map(\.value)
        lab.registrationUntil = until
        lab.testimonies = testimonies
        lab.findings = findings.map(\.value)
        return lab
    }

    private func check(_ until: PartialDate?, _ sessions: [Lab.Session], _ fields: Fields) {
        guard let until else { return }
        guard let last = sessions.map(\.day).max() else {
            fields.log.add(
                fields.place, "people can register until \(until), but there is no session",
                "add ‘sessions:’, or take ‘registration_until’ away")
            return
        }
        if last < until {
            fields.log.add(
                fields.place, "people can register until \(until), after the last session (\(last))",
                "correct one of the dates")
        }
    }

    // MARK: Parts

    private func sector(_ fields: Fields) -> Located<Lab.Sector>? {
        var fields = fields
        let id = fields.text("id", required: true)
        let name = fields.localised("name", required: false)
        fields.finish()
        guard let id else { return nil }
        guard let identifier = Identifier(id.value) else {
            fields.log.add(id.place, "‘\(id.value)’ in ‘id’ is not right", "write \(identifierRule)")
            return nil
        }
        if name == nil, audiences?[identifier] == nil {
            let known = audiences?.concepts.map(\.id.description) ?? []
            fields.log.add(
                id.place, "‘\(identifier)’ is no concept of the vocabulary audiences and has no name of its own",
                nearest(to: id.value, among: known).map { "did you mean ‘\($0)’?" } ?? "add ‘name:’ in four languages")
        }
        return Located(value: Lab.Sector(id: identifier, name: name), place: fields.place)
    }

    private func session(_ fields: Fields) -> Located<Lab.Session>? {
        var fields = fields
        let id = fields.value("id", required: true, expected: identifierRule) { Identifier($0) }
        let day = fields.day("day", required: true)
        let from = fields.clock("from", required: false)
        let until = fields.clock("until", required: false)
        let place = fields.localised("place", required: false)
        let languages = fields.values("languages", expected: "a language tag such as nl, fr, de, en or ar") {
            LanguageTag($0)
        }
        let seats = fields.value("seats", expected: "how many people can take part, from 1 to 10000") {
            Int($0).flatMap { (1...10_000).contains($0) ? $0 : nil }
        }
        fields.finish()
        if let from, let until, until <= from {
            fields.log.add(fields.place, "the session ends before it begins", "correct ‘from’ or ‘until’")
        }
        guard let id, let day else { return nil }
        var session = Lab.Session(id: id, day: day)
        session.from = from
        session.until = until
        session.place = place
        session.languages = languages
        session.seats = seats
        return Located(value: session, place: fields.place)
    }

    private func testimony(_ fields: Fields, of sectors: [Identifier]) -> Lab.Testimony? {
        var fields = fields
        let sector = fields.text("sector", required: true)
        let text = fields.localised("text")
        fields.finish()
        guard let sector, let text else { return nil }
        guard let id = sectors.first(where: { $0.description == sector.value }) else {
            fields.log.add(
                sector.place, "‘\(sector.value)’ in ‘sector’ is no group of this lab",
                nearest(to: sector.value, among: sectors.map(\.description)).map { "did you mean ‘\($0)’?" }
                    ?? "add it to ‘sectors’ first")
            return nil
        }
        return Lab.Testimony(sector: id, text: text)
    }

    private mutating func finding(_ fields: Fields) -> Located<Lab.Finding>? {
        var fields = fields
        let id = fields.value("id", required: true, expected: identifierRule) { Identifier($0) }
        let text = fields.localised("text")
        var outcomes: [Lab.Outcome] = []
        for entry in fields.list("leads_to") {
            var entry = entry
            let publication = entry.text("publication", required: true)
            let recommendation = entry.text("recommendation")
            entry.finish()
            guard let publication else { continue }
            references.append(Reference(id: publication, kind: .publication, recommendation: recommendation))
            guard let target = RecordID(publication.value) else { continue }
            outcomes.append(
                Lab.Outcome(
                    publication: target, recommendation: recommendation.flatMap { Identifier($0.value) }))
        }
        fields.finish()
        guard let id, let text else { return nil }
        return Located(value: Lab.Finding(id: id, text: text, leadsTo: outcomes), place: fields.place)
    }
}

extension Fields {
    /// A date that is exact to the day.
    fileprivate mutating func day(_ key: String, required: Bool = false) -> PartialDate? {
        value(key, required: required, expected: "a day as 2026-12-24") { text in
            PartialDate(text).flatMap { $0.civilDay == nil ? nil : $0 }
        }
    }
}

extension Located {
    func map<Other>(_ change: (Value) -> Other) -> Located<Other> { Located<Other>(value: change(value), place: place) }
}

extension FaultLog {
    /// Reports ids that stand twice.
    func checkNames(_ names: [Located<Identifier>], in whole: String) {
        var lines: [Identifier: Int] = [:]
        for name in names {
            if let line = lines[name.value] {
                add(
                    name.place, "the id ‘\(name.value)’ stands twice in \(whole) (also in line \(line))",
                    "give each an id of its own")
            } else {
                lines[name.value] = name.place.line
            }
        }
    }
}
