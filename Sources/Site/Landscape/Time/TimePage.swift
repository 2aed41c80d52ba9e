import Catalogue
import HTML
import Mapping

/// The landscape in one year, and all years in pictures.
struct TimePage: LandscapePage {
    var context: PageContext
    private let timelines: Timelines
    private let year: Int
    // One page a year would be many with little on each.
    let isListed: Bool

    /// `asked`: one of the years of the time lines; nil: the present one.
    init(context: PageContext, timelines: Timelines, asked: Int? = nil) {
        self.context = context
        self.timelines = timelines
        year = asked ?? timelines.years.upperBound
        isListed = asked == nil
    }

    var title: String { context.texts(.timeTitle) }
    var summary: String? { context.texts(.timeLead) }
    // The present year is not for ever.
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.timeLead) }
        if timelines.offers.counted.isEmpty || timelines.offers.years.isEmpty {
            p { context.texts(.timeNoYears) }
        } else {
            unstated
        }
        YearChooser(year: year, years: timelines.years, context: context)
        section(.ariaLabelledBy("year")) {
            h2(.id("year")) { context.texts(.timeInYear, String(year)) }
            OffersOfYear(year: year, timeline: timelines.offers, context: context)
        }
        section(.ariaLabelledBy("organisations")) {
            h2(.id("organisations")) { context.texts(.timeOrganisations) }
            OrganisationsOfYear(year: year, timeline: timelines.organisations, context: context)
        }
        pictures
        method
    }

    private var unstated: some HTML {
        p {
            context.texts(
                .timeUnstated, context.wording.number(timelines.offers.beginningUnstated.count),
                context.wording.number(timelines.offers.counted.count))
            if !timelines.offers.endUnstated.isEmpty {
                " " + context.texts(.timeEndUnstated, count: timelines.offers.endUnstated.count)
            }
        }
    }

    @HTMLBuilder private var pictures: some HTML {
        let figures = TimeTable(timelines, context: context)
        if let first = timelines.offers.years.first?.year, let last = timelines.offers.years.last?.year {
            section(.ariaLabelledBy("years")) {
                h2(.id("years")) { context.texts(.timeAllYears) }
                for picture in [figures.pillars, figures.communities] {
                    let name = FigureName(
                        id: picture.id, title: context.texts(picture.title),
                        description: context.texts(picture.description, String(first), String(last)))
                    Figure(name, table: figures.table(of: picture), csv: csv, context: context) {
                        TimeLine(
                            name, series: picture.series, years: figures.columns(of: picture), marked: year,
                            context: context)
                    }
                }
            }
        }
    }

    private var csv: String { context.link(.landscape(.table(.time, of: .time(year: nil)))) }

    private var method: some HTML {
        section(.ariaLabelledBy("method")) {
            h2(.id("method")) { context.texts(.timeMethod) }
            ul {
                li { context.texts(.timeMethodOffers) }
                li { context.texts(.timeMethodActive) }
                li { context.texts(.timeMethodReplaced) }
            }
        }
    }
}
