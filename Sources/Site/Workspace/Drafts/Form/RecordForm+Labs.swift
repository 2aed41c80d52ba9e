import Catalogue

// The texts of labs and campaigns. What came to a lab later is added from the coordinator's page of labs; sessions and
// what a finding led to are set up with the entry.

extension RecordForm {
    static func lab(_ record: Record) -> [any FormPart] {
        guard let lab = record.lab else { return [] }
        let question = TextsPart(
            fields: [.text("lab-question", .field(.fieldText), in: \.lab, at: \.question)],
            heading: .field(.fieldLabQuestion), id: "lab-question")
        let testimonies = lab.testimonies.indices.map { place in
            let name = "lab-testimony-\(place + 1)"
            return TextsPart(
                fields: [.text(name + "-text", .field(.fieldText), in: \.lab, at: \.testimonies[place].text)],
                heading: .element(.fieldTestimony, "\(place + 1)"), id: name)
        }
        let findings = lab.findings.enumerated().map { place, finding in
            let name = "lab-finding-\(finding.id)"
            return TextsPart(
                fields: [.text(name + "-text", .field(.fieldText), in: \.lab, at: \.findings[place].text)],
                heading: .element(.fieldFinding, "\(finding.id)"), id: name)
        }
        return [question] + testimonies + findings
    }

    static func campaign(_ record: Record) -> [any FormPart] {
        guard let campaign = record.campaign else { return [] }
        let goals = TextsPart(
            fields: [.points("campaign-goals", .field(.fieldText), in: \.campaign, at: \.goals)],
            heading: .field(.fieldGoals), id: "campaign-goals")
        return [goals]
            + campaign.actions.enumerated().map { place, action in
                let name = "campaign-action-\(action.id)"
                return TextsPart(
                    fields: [
                        .text(name + "-title", .field(.fieldTitle), .line, in: \.campaign, at: \.actions[place].title),
                        .points(name + "-needs", .field(.fieldNeeded), in: \.campaign, at: \.actions[place].needs),
                        .points(name + "-steps", .field(.fieldSteps), in: \.campaign, at: \.actions[place].steps),
                    ], heading: .element(.fieldAction, "\(action.id)", titled: action.title), id: name)
            }
    }
}
