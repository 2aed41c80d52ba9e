import Catalogue

/// A group tells what it will do in a campaign, and afterwards how it went. Nobody else sees it before it is approved.
package struct CampaignSignUp: Item, Hashable {
    package static let shelf = Shelf.signUp
    /// In characters.
    package static let longestGroup = 120
    package static let longestPlace = 80
    package static let longestWords = 1_000
    /// So many days after the action what is not for everybody is wiped.
    package static let days = 90
    /// Actions are told of at most so many days after they were.
    package static let lateDays = 30

    package enum State: String, CaseIterable, Codable, Sendable { case new, approved, declined }

    /// How it went.
    package struct Result: Hashable, Codable, Sendable {
        /// How many may have taken part.
        package static let people = 1...100_000

        /// How many took part.
        package let people: Int
        package let words: String
        package let sentOn: CivilDay
        package internal(set) var state = State.new
        package internal(set) var answer: String?

        package init(people: Int, words: String, sentOn: CivilDay) {
            self.people = people
            self.words = words
            self.sentOn = sentOn
        }

        /// Whether it can be kept.
        package var isWhole: Bool { Self.people.contains(people) && words.count <= CampaignSignUp.longestWords }
    }

    /// The sender's handle on it, such as `K7MP-2QXD`.
    package let code: String
    /// The event that it belongs to.
    package let campaign: RecordID
    package let language: Language
    /// The name of the group or school.
    package let group: String
    /// Whether everybody may read the name of the group and its words; otherwise the action is counted only.
    package let mayBeNamed: Bool
    package let setting: Campaign.Setting
    /// A province, Brussels or the German-speaking Community.
    package let territory: ConceptID
    package let place: String
    package let what: String
    package let day: CivilDay
    package let ages: AgeRange?
    /// An e-mail address for the coordinator, never shown.
    package internal(set) var contact: String?
    package let receivedOn: CivilDay
    package internal(set) var state = State.new
    /// What the sender reads under the code.
    package internal(set) var answer: String?
    package internal(set) var result: Result?

    package var id: String { code }
    package var key: String? { campaign.description }
    /// The edition of a campaign that comes back every year.
    package var year: Int { day.year }

    package init(
        code: String, campaign: RecordID, language: Language, group: String, mayBeNamed: Bool,
        setting: Campaign.Setting, territory: ConceptID, place: String = "", what: String, day: CivilDay,
        ages: AgeRange? = nil, contact: String? = nil, receivedOn: CivilDay
    ) {
        self.code = code
        self.campaign = campaign
        self.language = language
        self.group = group
        self.mayBeNamed = mayBeNamed
        self.setting = setting
        self.territory = territory
        self.place = place
        self.what = what
        self.day = day
        self.ages = ages
        self.contact = contact
        self.receivedOn = receivedOn
    }

    /// The days on which an action may be that is told of today.
    package static func days(from today: CivilDay) -> ClosedRange<CivilDay> {
        today.adding(days: -lateDays)...today.adding(days: 366)
    }

    /// What keeps it from being kept, in the order of the form.
    package var faults: [FieldFault] { Self.faults(group: group, place: place, what: what, contact: contact) }

    package static func faults(group: String, place: String, what: String, contact: String?) -> [FieldFault] {
        var check = FieldCheck()
        check.text(group, "group", most: longestGroup)
        check.text(place, "place", most: longestPlace, isNeeded: false)
        check.text(what, "what", most: longestWords)
        check.email(contact ?? "", "contact", isNeeded: false)
        return check.faults
    }

    /// Whether a decision is due: about the action, or about its result.
    package var isWaiting: Bool { state == .new || (state == .approved && result?.state == .new) }

    /// Whether its sender may say how it went: once, after a result that was declined again.
    package func takesResult(on today: CivilDay) -> Bool {
        state == .approved && day <= today && (result == nil || result?.state == .declined)
    }

    /// How many took part, where that was approved.
    package var people: Int? { result.flatMap { state == .approved && $0.state == .approved ? $0.people : nil } }
}

extension Catalogue {
    /// Where an action can be: the provinces, Brussels and the German-speaking Community.
    package var actionTerritories: [ConceptID] {
        let named = Set(["brussels", "german-speaking-community"].compactMap { ConceptID($0) })
        return self[.territories].concepts.filter { $0.type == "province" || named.contains($0.id) }.map(\.id)
    }
}
