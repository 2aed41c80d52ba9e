/// What many do together around an event, such as Safer Internet Day: goals, and actions that anybody can do.
package struct Campaign: Hashable, Codable, Sendable {
    /// Where an action is done.
    package enum Setting: String, CaseIterable, Codable, Sendable {
        case school
        case youthHouse = "youth-house"
        case library
        case sportsClub = "sports-club"
        case home
    }

    /// Something to do, ready to use.
    package struct Action: Hashable, Codable, Sendable, Identifiable {
        /// Unique in its campaign.
        package var id: Identifier
        package var setting: Setting
        package var title: LocalisedText
        /// How long it takes.
        package var minutes: Int
        package var ages: AgeRange
        package var needs: LocalisedList
        package var steps: LocalisedList
        /// What the catalogue has for it, best first.
        package var material: [RecordID]

        package init(
            id: Identifier, setting: Setting, title: LocalisedText, minutes: Int, ages: AgeRange,
            needs: LocalisedList = LocalisedList(), steps: LocalisedList, material: [RecordID] = []
        ) {
            self.id = id
            self.setting = setting
            self.title = title
            self.minutes = minutes
            self.ages = ages
            self.needs = needs
            self.steps = steps
            self.material = material
        }
    }

    package var goals: LocalisedList
    package var actions: [Action]

    package init(goals: LocalisedList, actions: [Action]) {
        self.goals = goals
        self.actions = actions
    }

    /// The actions of one setting, in the order of the kit.
    package func actions(in setting: Setting) -> [Action] { actions.filter { $0.setting == setting } }
}

extension Catalogue {
    /// The events with a campaign, in the order of their ids.
    package var campaigns: [(event: Record, campaign: Campaign)] {
        records.compactMap { record in record.campaign.map { (record, $0) } }
    }
}
