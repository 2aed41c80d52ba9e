import Catalogue
import Hummingbird
import Mapping

/// What there was in each year, and the same as a table.
struct TimeRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape/time", use: page)
        router.get(":lang/landscape/time.csv", use: table)
    }

    @Sendable private func page(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let asked = request.query.first("year")
        let year = asked.flatMap { Int($0) }
        let page = site.context(
            for: request, edition: try context.edition, address: .landscape(.time(year: year)))
        let timelines = Timelines(page)
        guard let asked else { return site.answer(TimePage(context: page, timelines: timelines), to: request) }
        // A year that there isn't, or no year at all, leads to the nearest; one way of writing it is enough.
        let nearest = timelines.nearest(to: year ?? page.now.day.year)
        guard String(nearest) == asked else {
            return site.redirect(toNearest: .landscape(.time(year: nearest)), page)
        }
        return site.answer(TimePage(context: page, timelines: timelines, asked: nearest), to: request)
    }

    @Sendable private func table(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = site.context(
            for: request, edition: try context.edition, address: .landscape(.table(.time, of: .time(year: nil))))
        let table = TimeTable(Timelines(page), context: page).figures
        return site.answer(csvResponse(table, language: page.language), to: request, keeping: true, context: page)
    }
}
