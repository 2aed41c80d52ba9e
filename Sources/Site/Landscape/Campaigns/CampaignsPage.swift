import Catalogue
import Editorial
import Guidance
import HTML

/// All campaigns: when they are, where people do something, and how it went.
struct CampaignsPage: LandscapePage {
    var context: PageContext
    let tallies: [RecordID: [CampaignTally]]

    var title: String { context.texts(.campaignTitle) }
    var summary: String? { context.texts(.campaignLead) }
    // What was approved since is no part of the snapshot.
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        let campaigns = context.catalogue.campaigns
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.campaignLead) }
        if campaigns.isEmpty { p { context.texts(.campaignNone) } }
        for (event, _) in campaigns {
            section(.ariaLabelledBy("campaign-\(event.id)")) {
                h2(.id("campaign-\(event.id)")) {
                    a(.href(context.link(.record(.event, event.id)))) { Localised(event.title, context, isName: true) }
                }
                if let next = EventCalendar(context.catalogue).next(of: event, after: context.now.day) {
                    p(.class("eyebrow")) { context.wording.dates(next.date) }
                }
                p {
                    a(.class("button"), .href(context.link(.campaignSignUp(event.id))), .rel("nofollow")) {
                        context.texts(.campaignSignUp)
                    }
                }
                let editions = tallies[event.id] ?? []
                if editions.isEmpty { p(.class("notice")) { context.texts(.campaignNoneYet) } }
                for edition in editions { EditionView(tally: edition, csv: csv, context: context) }
            }
        }
    }

    private var csv: String { context.link(.landscape(.table(.actions, of: .campaigns))) }
}

/// One edition: how much there was, where, and by whom.
private struct EditionView: HTML {
    let tally: CampaignTally
    let csv: String
    let context: PageContext
    private var texts: Texts { context.texts }

    var body: some HTML {
        h3 { "\(tally.year): " + texts(.campaignCount, count: tally.all.actions) }
        if tally.all.people > 0 { p { texts(.campaignReached, count: tally.all.people) } }
        let map = FigureName(
            id: "map-\(tally.campaign)-\(tally.year)", title: texts(.campaignMap, "\(tally.year)"),
            description: texts(.campaignMapText))
        Figure(map, table: CampaignTable(tallies: [tally], context: context).figures, csv: csv, context: context) {
            TileMap(map, values: tally.byTerritory.mapValues { TileMap.Value(count: $0.actions) }, context: context)
        }
        if !tally.named.isEmpty {
            h4 { texts(.campaignWho) }
            ul { for action in tally.named { li { NamedAction(action: action, context: context) } } }
        }
    }
}

private struct NamedAction: HTML {
    let action: CampaignTally.Named
    let context: PageContext

    var body: some HTML {
        p {
            strong(.lang(action.language.rawValue)) { action.group }
            " · "
            [
                context.wording.date(action.day), context.texts(action.setting.label),
                action.place.isEmpty ? nil : action.place, context.label(action.territory, in: .territories),
            ].compactMap { $0 }.joined(separator: " · ")
        }
        div(.lang(action.language.rawValue)) { RunningText(text: action.what) }
        if let words = action.wentWell {
            p(.class("heading")) { context.texts(.campaignWentWell) }
            div(.lang(action.language.rawValue)) { RunningText(text: words) }
        }
    }
}

/// Actions by campaign, year and territory.
struct CampaignTable: Sendable {
    let tallies: [CampaignTally]
    let context: PageContext

    var figures: FigureTable {
        FigureTable(
            file: .actions, caption: context.texts(.campaignTitle),
            header: [
                TextKey.campaignPlace, .campaignName, .campaignYear, .campaignActions, .campaignPeople,
            ].map { context.texts($0) },
            rows: tallies.flatMap { rows(of: $0) })
    }

    private func rows(of tally: CampaignTally) -> [[FigureCell]] {
        tally.byTerritory.map { (context.label($0.key, in: .territories), $0.value) }.sorted { $0.0 < $1.0 }
            .map { place, count in
                [
                    .text(place), .text(context.title(of: tally.campaign)), .text("\(tally.year)"),
                    .number(count.actions), count.people == 0 ? .none : .number(count.people),
                ]
            }
    }
}
