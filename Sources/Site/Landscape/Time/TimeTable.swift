import Catalogue
import Mapping

/// The figures of all years, for pictures and tables.
struct TimeTable {
    /// What is stacked in one picture.
    struct Stack: Sendable {
        let id: String
        let title: TextKey
        let description: TextKey
        /// What the parts are called.
        let series: [String]
        /// One count for each part.
        let values: @Sendable (Timeline.Tally) -> [Int]
    }

    private let timelines: Timelines
    private let context: PageContext

    init(_ timelines: Timelines, context: PageContext) {
        self.timelines = timelines
        self.context = context
    }

    var pillars: Stack {
        let ids = context.catalogue[.pillars].concepts.map(\.id)
        return Stack(
            id: "pillars", title: .timePillarsTitle, description: .timePillarsDescription,
            series: ids.map { context.label($0, in: .pillars) }
        ) { tally in ids.map { tally.pillars[$0] ?? 0 } }
    }

    var communities: Stack {
        let names = Timeline.Community.allCases.map { community in
            community.concept.map { context.label($0, in: .territories) } ?? community.rawValue
        }
        return Stack(
            id: "communities", title: .timeCommunitiesTitle, description: .timeCommunitiesDescription,
            series: names + [context.texts(.timeOutside)]
        ) { tally in Timeline.Community.allCases.map { tally.communities[$0] ?? 0 } + [tally.outside] }
    }

    /// The columns of a picture. They are too narrow to be touched on a phone; the list of all years leads to each.
    func columns(of stack: Stack) -> [TimeLine.Year] {
        timelines.offers.years.map { TimeLine.Year($0.year, values: stack.values($0.active)) }
    }

    /// What one picture shows: the newest year first, because that is the one that most look for.
    func table(of stack: Stack) -> FigureTable {
        FigureTable(
            caption: context.texts(stack.title),
            header: [context.texts(.timeColumnYear)] + stack.series + [context.texts(.timeColumnActive)],
            rows: timelines.offers.years.reversed().map { year in
                [.text(String(year.year))] + stack.values(year.active).map { .number($0) } + [.number(year.active.all)]
            })
    }

    /// Everything, from the first year on: for spreadsheets.
    var figures: FigureTable {
        let stacks = [pillars, communities]
        let counts: [TextKey] = [
            .timeColumnBegan, .timeColumnEnded, .timeColumnReplaced, .timeColumnActive, .timeColumnUnsure,
        ]
        return FigureTable(
            file: .time, caption: context.texts(.timeTableCaption),
            header: [context.texts(.timeColumnYear)] + counts.map { context.texts($0) } + stacks.flatMap(\.series)
                + counts.map { "\(context.texts(.timeColumnOrganisations)): \(context.texts($0))" },
            rows: timelines.years.map { number in
                let offers = timelines.offers[number] ?? Timeline.Year(number)
                let organisations = timelines.organisations[number] ?? Timeline.Year(number)
                let parts = stacks.flatMap { $0.values(offers.active) }
                return [.text(String(number))]
                    + (Self.counts(offers) + parts + Self.counts(organisations)).map { .number($0) }
            })
    }

    private static func counts(_ year: Timeline.Year) -> [Int] {
        [year.began.count, year.ended.count, year.replaced.count, year.active.all, year.unsure.all]
    }
}
