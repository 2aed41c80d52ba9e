import Catalogue

/// An ordered plan made of catalogue records only, with the reason for each.
package struct Plan: Sendable {
    /// What a step is in the plan; also the order of the steps.
    package enum Part: Int, Comparable, Sendable {
        /// Something to play or watch: it opens the subject.
        case spark
        /// The work itself: a lesson, a workshop, a toolkit.
        case work
        /// To read, hang up or keep going with.
        case keep

        package static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
    }

    /// Why a record is in the plan.
    package enum Reason: Hashable, Sendable {
        case about([ConceptID])
        case audience(ConceptID)
        case ages(AgeRange)
        case language(Language)
        case place(ConceptID)
        case free
        case need(PlanRequest.Need)
        /// No other step is of this format.
        case variety(ConceptID)
    }

    package struct Step: Sendable {
        package let record: Record
        package let part: Part
        package let reasons: [Reason]
    }

    /// Why a record that is about the subject is not in the plan.
    package enum Obstacle: Hashable, Sendable {
        case ended
        case otherLanguage([LanguageTag])
        case otherAges(AgeRange)
        case otherPlace([ConceptID])
        case notFree
    }

    package struct Skipped: Sendable {
        package let record: Record
        package let obstacle: Obstacle
    }

    /// What was asked and dropped, because otherwise there would have been nothing.
    package enum Concession: CaseIterable, Sendable {
        case needs, place, ages, language, themes
    }

    package struct Question: Hashable, Sendable {
        package let theme: ConceptID
        /// The place of the question among those of its theme.
        package let number: Int
    }

    package let steps: [Step]
    /// Things to talk about.
    package let talk: [Question]
    package let skipped: [Skipped]
    package let concessions: [Concession]
}
