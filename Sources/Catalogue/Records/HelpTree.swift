/// What a guide holds: questions whose answers lead to ends, and at each end who to talk to and what to do.
package struct HelpTree: Hashable, Codable, Sendable {
    /// Screens from the help page to an end, both counted.
    package static let mostScreens = 3

    package struct Question: Hashable, Codable, Sendable, Identifiable {
        package var id: Identifier
        package var text: LocalisedText
        package var answers: [Answer]
    }

    package struct Answer: Hashable, Codable, Sendable {
        package var label: LocalisedText
        /// The question or the end that comes next.
        package var leadsTo: Identifier
    }

    package struct End: Hashable, Codable, Sendable, Identifiable {
        package var id: Identifier
        /// Who is spoken to, in the words of that person.
        package var audience: ConceptID
        /// Whether it can't wait until tomorrow: then somebody must answer at every hour.
        package var isUrgent: Bool
        package var title: LocalisedText
        package var lead: LocalisedText
        /// In the right order, if all answered now.
        package var channels: [RecordID]
        /// What to do first.
        package var first: LocalisedList
        /// What to keep as evidence, and how.
        package var keep: LocalisedList
        package var never: LocalisedList
        package var next: LocalisedList
        /// What the catalogue has for afterwards.
        package var records: [RecordID]
    }

    /// A question or an end.
    package enum Node: Sendable {
        case question(Question)
        case end(End)
    }

    /// The first question, or the only end.
    package var start: Identifier
    package var questions: [Question]
    package var ends: [End]
    /// For children of 8 to 12: the words on the button that leads to their end.
    package var childDoor: LocalisedText?

    package subscript(id: Identifier) -> Node? {
        if let question = questions.first(where: { $0.id == id }) { return .question(question) }
        return ends.first { $0.id == id }.map(Node.end)
    }

    package func end(for audience: ConceptID) -> End? { ends.first { $0.audience == audience } }
}
