/// Reads the kit of a campaign.
struct CampaignReader {
    private(set) var references: [Reference] = []

    mutating func read(_ fields: Fields) -> Campaign? {
        var fields = fields
        let goals = fields.localisedList("goals", complete: true)
        var actions: [Located<Campaign.Action>] = []
        for entry in fields.list("actions") {
            if let action = action(entry) { actions.append(Located(value: action, place: entry.place)) }
        }
        if !fields.has("actions") { fields.log.add(fields.place, "the campaign has no actions", "add ‘actions:’") }
        fields.finish()
        fields.log.checkNames(actions.map { $0.map(\.id) }, in: "this campaign")
        return Campaign(goals: goals, actions: actions.map(\.value))
    }

    private mutating func action(_ fields: Fields) -> Campaign.Action? {
        var fields = fields
        let id = fields.value("id", required: true, expected: identifierRule) { Identifier($0) }
        let setting = fields.choice("setting", required: true, Campaign.Setting.self)
        let title = fields.localised("title")
        let minutes = fields.value("minutes", required: true, expected: "minutes, from 5 to 600") {
            Int($0).flatMap { (5...600).contains($0) ? $0 : nil }
        }
        if !fields.has("ages") { fields.log.add(fields.place, "the field ‘ages’ is missing", "add it") }
        let ages = fields.ages("ages")
        let needs = fields.localisedList("needs")
        let steps = fields.localisedList("steps", complete: true)
        let material = fields.texts("material")
        references += material.map { Reference(id: $0, kind: nil) }
        fields.finish()
        guard let id, let setting, let title, let minutes, let ages else { return nil }
        return Campaign.Action(
            id: id, setting: setting, title: title, minutes: minutes, ages: ages, needs: needs, steps: steps,
            material: material.compactMap { RecordID($0.value) })
    }
}
