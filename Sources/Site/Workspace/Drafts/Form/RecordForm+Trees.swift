import Catalogue

// The texts of guides and routes. How questions, answers and stops hang together is not asked.

extension RecordForm {
    static func guide(_ record: Record) -> [any FormPart] {
        guard let guide = record.guide else { return [] }
        return [door] + guide.questions.enumerated().map { question($1, at: $0) }
            + guide.ends.enumerated().map { end($1, at: $0) }
    }

    /// The door for children is there only where it has words.
    private static let door = TextsPart(
        fields: [
            TextField(
                name: "guide-door", label: .field(.fieldText), shape: .line, hint: .draftChildDoorHint,
                get: { record, edition in record.guide?.childDoor?[edition] },
                set: { record, edition, text in
                    var door = record.guide?.childDoor ?? LocalisedText()
                    door[edition] = text
                    record.guide?.childDoor = door.isEmpty ? nil : door
                })
        ], heading: .field(.fieldChildDoor), id: "guide-door")

    private static func question(_ question: HelpTree.Question, at place: Int) -> TextsPart {
        let name = "guide-question-\(question.id)"
        let answers = question.answers.indices.map { answer in
            TextField.text(
                "\(name)-answer-\(answer + 1)", .element(.fieldAnswer, "\(answer + 1)"), .line, in: \.guide,
                at: \.questions[place].answers[answer].label)
        }
        return TextsPart(
            fields: [.text("\(name)-text", .field(.fieldText), .line, in: \.guide, at: \.questions[place].text)]
                + answers,
            heading: .element(.fieldQuestion, "\(question.id)", titled: question.text), id: name)
    }

    private static func end(_ end: HelpTree.End, at place: Int) -> TextsPart {
        let name = "guide-end-\(end.id)"
        return TextsPart(
            fields: [
                .text(name + "-title", .field(.fieldTitle), .line, in: \.guide, at: \.ends[place].title),
                .text(name + "-lead", .field(.fieldLead), in: \.guide, at: \.ends[place].lead),
                .points(name + "-first", .field(.fieldFirst), in: \.guide, at: \.ends[place].first),
                .points(name + "-keep", .field(.fieldKeep), in: \.guide, at: \.ends[place].keep),
                .points(name + "-never", .field(.fieldNever), in: \.guide, at: \.ends[place].never),
                .points(name + "-next", .field(.fieldNext), in: \.guide, at: \.ends[place].next),
            ], heading: .element(.fieldEnd, "\(end.id)", titled: end.title), id: name)
    }

    static func route(_ record: Record) -> [any FormPart] {
        (record.route?.stops ?? []).enumerated().map { place, stop in
            let name = "stop-\(place + 1)"
            return TextsPart(
                fields: [
                    .text(name + "-title", .field(.fieldTitle), .line, in: \.route, at: \.stops[place].title),
                    .text(name + "-text", .field(.fieldText), in: \.route, at: \.stops[place].text),
                    .text(name + "-together", .field(.fieldTogether), in: \.route, at: \.stops[place].together),
                ], heading: .element(.fieldStop, "\(place + 1)", titled: stop.title), id: name)
        }
    }
}
