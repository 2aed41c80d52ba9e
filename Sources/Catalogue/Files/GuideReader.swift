/// Reads the help tree of a guide, and checks that every end is reached, soon enough, and nothing goes in circles.
struct GuideReader {
    let audiences: Vocabulary?
    private(set) var references: [Reference] = []

    init(audiences: Vocabulary?) { self.audiences = audiences }

    mutating func read(_ fields: Fields, childDoor: LocalisedText?) -> HelpTree? {
        var fields = fields
        let start = fields.text("start", required: true)
        var questions: [Located<HelpTree.Question>] = []
        var steps: [Step] = []
        for entry in fields.list("questions") {
            guard let question = question(entry, &steps) else { continue }
            questions.append(question)
        }
        var ends: [Located<HelpTree.End>] = []
        for entry in fields.list("ends") {
            if let end = end(entry) { ends.append(end) }
        }
        if !fields.has("ends") { fields.log.add(fields.place, "the guide has no ends", "add ‘ends:’") }
        fields.finish()
        guard let start, let first = Identifier(start.value) else { return nil }
        steps.append(Step(from: nil, to: first, place: start.place))
        let tree = HelpTree(
            start: first, questions: questions.map(\.value), ends: ends.map(\.value), childDoor: childDoor)
        let places = questions.map { ($0.value.id, $0.place) } + ends.map { ($0.value.id, $0.place) }
        TreeCheck(tree: tree, steps: steps, places: places, log: fields.log).run()
        let child = ConceptID("children").flatMap { tree.end(for: $0) }
        if childDoor != nil, child == nil {
            fields.log.add(
                fields.place, "‘child_door’ leads nowhere", "add an end with ‘audience: children’, or take it away")
        }
        return tree
    }

    // MARK: Parts

    private func question(_ fields: Fields, _ steps: inout [Step]) -> Located<HelpTree.Question>? {
        var fields = fields
        let id = fields.value("id", required: true, expected: identifierRule) { Identifier($0) }
        let text = fields.localised("text")
        var answers: [HelpTree.Answer] = []
        for entry in fields.list("answers") {
            var entry = entry
            let label = entry.localised("label")
            let to = entry.text("to", required: true)
            entry.finish()
            guard let label, let to, let next = Identifier(to.value) else { continue }
            if let id { steps.append(Step(from: id, to: next, place: to.place)) }
            answers.append(HelpTree.Answer(label: label, leadsTo: next))
        }
        if answers.count < 2 {
            fields.log.add(
                fields.place, "a question needs two answers or more", "add ‘answers:’, or take the question away")
        }
        fields.finish()
        guard let id, let text else { return nil }
        return Located(value: HelpTree.Question(id: id, text: text, answers: answers), place: fields.place)
    }

    private mutating func end(_ fields: Fields) -> Located<HelpTree.End>? {
        var fields = fields
        let place = fields.place
        let id = fields.value("id", required: true, expected: identifierRule) { Identifier($0) }
        let audience = fields.value("audience", required: true, expected: "a concept of vocabularies/audiences.yaml") {
            ConceptID($0).flatMap { audiences?[$0] == nil ? nil : $0 }
        }
        let title = fields.localised("title")
        let lead = fields.localised("lead")
        let isUrgent = fields.flag("urgent")
        let channels = fields.texts("channels")
        let records = fields.texts("records")
        references += channels.map { Reference(id: $0, kind: .channel) }
        references += records.map { Reference(id: $0, kind: nil) }
        if channels.isEmpty { fields.log.add(place, "nobody to talk to at this end", "add ‘channels:’, best first") }
        let end = HelpTree.End(
            id: id ?? .unreadable, audience: audience ?? .unreadable, isUrgent: isUrgent,
            title: title ?? LocalisedText(), lead: lead ?? LocalisedText(),
            channels: channels.compactMap { RecordID($0.value) },
            first: fields.localisedList("first", complete: true), keep: fields.localisedList("keep"),
            never: fields.localisedList("never"), next: fields.localisedList("next", complete: true),
            records: records.compactMap { RecordID($0.value) })
        fields.finish()
        guard id != nil, audience != nil, title != nil, lead != nil else { return nil }
        return Located(value: end, place: place)
    }
}

/// From a question (nil: the help page) to what an answer leads to, and where that is written.
private struct Step {
    let from: Identifier?
    let to: Identifier
    let place: FilePlace
}

/// The shape of a tree: every step leads somewhere, every node is reached, no way is too long or comes back.
private struct TreeCheck {
    let tree: HelpTree
    let steps: [Step]
    let places: [(id: Identifier, place: FilePlace)]
    let log: FaultLog

    func run() {
        var seen: Set<Identifier> = []
        for (id, place) in places where !seen.insert(id).inserted {
            log.add(place, "‘\(id)’ stands twice in this guide", "give each question and end an id of its own")
        }
        for step in steps where tree[step.to] == nil {
            log.add(
                step.place, "there is no question or end ‘\(step.to)’ in this guide",
                nearest(to: step.to.description, among: seen.map(\.description)).map { "did you mean ‘\($0)’?" }
                    ?? "add it, or correct the name")
        }
        var reached: Set<Identifier> = []
        walk(from: tree.start, way: [], reached: &reached)
        for (id, place) in places where !reached.contains(id) {
            log.add(place, "nothing leads to ‘\(id)’", "add an answer that leads to it, or take it away")
        }
    }

    private func walk(from id: Identifier, way: [Identifier], reached: inout Set<Identifier>) {
        let place = places.first { $0.id == id }?.place ?? FilePlace(file: "", line: 1)
        guard !way.contains(id) else {
            log.add(place, "the guide comes back to ‘\(id)’", "let every answer lead on, never back")
            return
        }
        reached.insert(id)
        switch tree[id] {
        case .question(let question):
            for answer in question.answers { walk(from: answer.leadsTo, way: way + [id], reached: &reached) }
        case .end:
            // The help page, the questions on the way, and this end.
            if way.count + 2 > HelpTree.mostScreens {
                log.add(
                    place, "‘\(id)’ is more than \(HelpTree.mostScreens) screens from the help page",
                    "ask fewer questions before it")
            }
        case nil: break
        }
    }
}
