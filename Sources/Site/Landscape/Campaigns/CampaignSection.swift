import Catalogue
import Guidance
import HTML

/// What the page of an event says of its campaign: the goals, and what anybody can do, ready to use.
struct CampaignSection: HTML {
    let record: Record
    let campaign: Campaign
    let context: PageContext

    var body: some HTML {
        section(.id("campaign"), .ariaLabelledBy("campaign-title")) {
            h2(.id("campaign-title")) { context.texts(.campaignKit) }
            if !goals.isEmpty {
                h3 { context.texts(.campaignGoals) }
                ul { for goal in goals { li { goal } } }
            }
            p(.class("actions")) {
                a(.class("button"), .href(context.link(.campaignSignUp(record.id))), .rel("nofollow")) {
                    context.texts(.campaignSignUp)
                }
                a(.href(context.link(.landscape(.campaigns)))) { context.texts(.campaignAll) }
            }
            h3 { context.texts(.campaignIdeas) }
            for setting in Campaign.Setting.allCases {
                for action in campaign.actions(in: setting) { ActionView(action: action, context: context) }
            }
        }
    }

    private var goals: [String] { campaign.goals[context.edition] }
}

private struct ActionView: HTML {
    let action: Campaign.Action
    let context: PageContext

    var body: some HTML {
        h4 { Localised(action.title, context, isName: true) }
        p(.class("quiet")) {
            [
                context.texts(action.setting.label), context.wording.duration(action.minutes, context.texts),
                context.texts(.agesLong, "\(action.ages.from)", "\(action.ages.to)"),
            ].joined(separator: " · ")
        }
        if !needs.isEmpty { p { context.texts(.campaignNeeds) + ": " + needs.joined(separator: ", ") } }
        ol { for step in action.steps[context.edition] { li { step } } }
        if !material.isEmpty {
            p(.class("heading")) { context.texts(.campaignMaterial) }
            RecordLinks(records: material, context: context)
        }
    }

    private var needs: [String] { action.needs[context.edition] }

    /// What is in the reader's language first.
    private var material: [Record] {
        let all = action.material.compactMap { context.catalogue[$0] }
        return all.filter { $0.speaks(context.language) } + all.filter { !$0.speaks(context.language) }
    }
}

extension Campaign.Setting {
    var label: TextKey {
        switch self {
        case .school: .campaignSchool
        case .youthHouse: .campaignYouthHouse
        case .library: .campaignLibrary
        case .sportsClub: .campaignSportsClub
        case .home: .campaignHome
        }
    }
}
