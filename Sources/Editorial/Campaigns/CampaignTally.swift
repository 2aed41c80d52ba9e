import Catalogue

/// What was done in one edition of a campaign, counted. Only approved actions count.
package struct CampaignTally: Hashable, Sendable {
    /// What everybody may read about an action whose group may be named.
    package struct Named: Hashable, Sendable {
        package let group: String
        package let setting: Campaign.Setting
        package let territory: ConceptID
        package let place: String
        package let what: String
        package let day: CivilDay
        package let language: Language
        /// What went well, where that was approved.
        package let wentWell: String?
    }

    /// How much there was somewhere.
    package struct Count: Hashable, Sendable {
        package fileprivate(set) var actions = 0
        /// As far as results were told and approved.
        package fileprivate(set) var people = 0

        fileprivate mutating func add(_ signUp: CampaignSignUp) {
            actions += 1
            people += signUp.people ?? 0
        }
    }

    package let campaign: RecordID
    package let year: Int
    package private(set) var all = Count()
    package private(set) var byTerritory: [ConceptID: Count] = [:]
    package private(set) var bySetting: [Campaign.Setting: Count] = [:]
    /// By day, then by name.
    package private(set) var named: [Named] = []

    init(_ campaign: RecordID, year: Int, _ signUps: [CampaignSignUp]) {
        self.campaign = campaign
        self.year = year
        for signUp in signUps where signUp.state == .approved {
            all.add(signUp)
            byTerritory[signUp.territory, default: Count()].add(signUp)
            bySetting[signUp.setting, default: Count()].add(signUp)
            if signUp.mayBeNamed { named.append(Named(signUp)) }
        }
        named.sort { ($0.day, $0.group) < ($1.day, $1.group) }
    }

    /// An edition for each year in which something was approved, newest first.
    package static func editions(of campaign: RecordID, in signUps: [CampaignSignUp]) -> [CampaignTally] {
        let approved = signUps.filter { $0.campaign == campaign && $0.state == .approved }
        return Dictionary(grouping: approved, by: \.year).map { CampaignTally(campaign, year: $0, $1) }
            .sorted { $0.year > $1.year }
    }
}

extension CampaignTally.Named {
    fileprivate init(_ signUp: CampaignSignUp) {
        group = signUp.group
        setting = signUp.setting
        territory = signUp.territory
        place = signUp.place
        what = signUp.what
        day = signUp.day
        language = signUp.language
        wentWell = signUp.result.flatMap { $0.state == .approved && !$0.words.isEmpty ? $0.words : nil }
    }
}
