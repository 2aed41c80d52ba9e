import Catalogue

/// Something that members do together, or want to.
package struct Project: Item, Hashable {
    package static let shelf = Shelf.project
    /// In characters.
    package static let longestTitle = 160
    package static let longestSummary = 4_000
    package static let longestRole = 200
    package static let longestNeed = 300
    package static let mostPartners = 30
    package static let mostNeeds = 15
    package static let mostRecords = 40

    package enum State: String, CaseIterable, Codable, Sendable {
        case idea, preparing, running, done, stopped

        /// Whether something is still to come of it.
        package var isAlive: Bool { self == .idea || self == .preparing || self == .running }
    }

    package struct Partner: Hashable, Codable, Sendable {
        package var organisation: RecordID
        /// What it does in it, in a few words.
        package var role: String

        package init(organisation: RecordID, role: String) {
            self.organisation = organisation
            self.role = role
        }
    }

    /// What is looked for: "a German-speaking partner".
    package struct Need: Hashable, Codable, Sendable {
        package enum What: String, CaseIterable, Codable, Sendable {
            case partner, money, translation, place, expertise
        }
        package var what: What
        /// The language that is wanted, of a partner or a translation.
        package var language: Language?
        package var words: String

        package init(what: What, language: Language?, words: String) {
            self.what = what
            self.language = language
            self.words = words
        }
    }

    package let id: String
    /// The organisation that keeps this page; nil: the coordinator.
    package let organisation: RecordID?
    /// The language in which it is written.
    package var language: Language
    package var title: String
    package var summary: String
    package var state: State
    package var partners: [Partner]
    package var needs: [Need]
    /// What of the catalogue it is about.
    package var records: [RecordID]
    package var changedOn: CivilDay

    package var key: String? { organisation?.description }

    package init(
        id: String, organisation: RecordID?, language: Language, title: String = "", summary: String = "",
        state: State = .idea, partners: [Partner] = [], needs: [Need] = [], records: [RecordID] = [],
        changedOn: CivilDay
    ) {
        self.id = id
        self.organisation = organisation
        self.language = language
        self.title = title
        self.summary = summary
        self.state = state
        self.partners = partners
        self.needs = needs
        self.records = records
        self.changedOn = changedOn
    }
}

extension Project {
    /// The organisations that do it: the one that keeps the page, then its partners.
    package var participants: [RecordID] {
        let partners = partners.map(\.organisation)
        guard let organisation, !partners.contains(organisation) else { return partners }
        return [organisation] + partners
    }

    /// What is looked for at the moment: nothing any more for what is done or stopped.
    package var openNeeds: [Need] { state.isAlive ? needs : [] }

    /// What keeps it from being kept, in the order of the form.
    package var faults: [FieldFault] {
        var check = FieldCheck()
        check.text(title, "title", most: Self.longestTitle)
        check.text(summary, "summary", most: Self.longestSummary)
        check.that(partners.count <= Self.mostPartners, "partner", .tooMany(most: Self.mostPartners))
        for (place, partner) in partners.enumerated() {
            check.text(partner.role, "partner-\(place + 1)-role", most: Self.longestRole, isNeeded: false)
        }
        check.that(needs.count <= Self.mostNeeds, "need", .tooMany(most: Self.mostNeeds))
        for (place, need) in needs.enumerated() {
            check.text(need.words, "need-\(place + 1)-words", most: Self.longestNeed)
        }
        check.that(records.count <= Self.mostRecords, "record", .tooMany(most: Self.mostRecords))
        return check.faults
    }

    /// Which projects to show: those that look for something.
    package struct Filter: Hashable, Sendable {
        package var need: Need.What?
        package var language: Language?

        package init(need: Need.What? = nil, language: Language? = nil) {
            self.need = need
            self.language = language
        }

        package var isEmpty: Bool { self == Filter() }

        package func lets(_ project: Project) -> Bool {
            isEmpty
                || project.openNeeds.contains {
                    (need == nil || $0.what == need) && (language == nil || $0.language == language)
                }
        }
    }
}
