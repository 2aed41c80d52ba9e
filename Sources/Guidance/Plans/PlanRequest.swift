import Catalogue

/// What somebody wants a plan for.
package struct PlanRequest: Hashable, Sendable {
    /// For whom the plan is.
    package enum Setting: String, CaseIterable, Sendable {
        case family, lesson = "class", school, group, organisation
    }

    /// How much time there is.
    package enum Time: String, CaseIterable, Sendable {
        case hour, afternoon, month, year

        /// At most so many steps.
        package var steps: Int {
            switch self {
            case .hour: 2
            case .afternoon: 4
            case .month: 6
            case .year: 9
            }
        }

        /// Days from one step to the next: all on one day, weekly, or every four weeks.
        package var daysBetween: Int {
            switch self {
            case .hour, .afternoon: 0
            case .month: 7
            case .year: 28
            }
        }
    }

    /// What the plan has to take into account.
    package enum Need: String, CaseIterable, Sendable {
        /// For people who read little.
        case easy
        /// For people with a disability.
        case disability
        /// Without screens.
        case offline
        /// Without cost.
        case free
    }

    package static let mostThemes = 6
    /// At most so many picks can be left out by hand.
    package static let mostLeftOut = 40

    package var setting: Setting
    package var ages: AgeRange?
    package var themes: [ConceptID]
    package var time: Time
    /// The language of the offers; nil: the reader's.
    package var language: Language?
    package var territory: ConceptID?
    package var needs: Set<Need>
    /// Picks that the reader does not want.
    package var leftOut: [RecordID]
    /// The day of the first step, for a calendar.
    package var start: CivilDay?

    package init(
        setting: Setting, ages: AgeRange? = nil, themes: [ConceptID] = [], time: Time = .month,
        language: Language? = nil, territory: ConceptID? = nil, needs: Set<Need> = [], leftOut: [RecordID] = [],
        start: CivilDay? = nil
    ) {
        self.setting = setting
        self.ages = ages
        self.themes = themes
        self.time = time
        self.language = language
        self.territory = territory
        self.needs = needs
        self.leftOut = leftOut
        self.start = start
    }
}
