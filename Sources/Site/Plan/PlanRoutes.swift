import Catalogue
import Exchange
import Foundation
import Guidance
import Hummingbird

/// Plans: the questions, the plan, and the plan as a calendar. Nothing is kept: all of it is in the address.
struct PlanRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/plan", use: plan)
        router.get(":lang/plan.ics", use: calendar)
    }

    @Sendable private func plan(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let reading = PlanReading(request.query, in: site.snapshots.current.catalogue)
        let page = site.context(for: request, edition: try context.edition, address: .plan(reading.request))
        return site.answer(PlanPage(context: page, reading: reading), to: request)
    }

    @Sendable private func calendar(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let reading = PlanReading(request.query, in: site.snapshots.current.catalogue)
        let page = site.context(for: request, edition: try context.edition, address: .plan(reading.request))
        guard let wanted = reading.request else { return site.redirect(toNearest: .plan(nil), page) }
        let plan = Planner(page.catalogue, reader: page.language).plan(for: wanted)
        let calendar = PlanCalendar(plan: plan, request: wanted, context: page)
        var response = site.answer(
            ReadyPage(
                mediaType: ICalendar.mediaType, language: page.language.rawValue, bytes: Array(calendar.text.utf8),
                freshness: .personal), to: request, keeping: false, context: page)
        response.headers[.contentDisposition] = "attachment; filename=\"plan.ics\""
        return response
    }
}

/// A plan as a calendar: a day for each step.
struct PlanCalendar {
    let plan: Plan
    let request: PlanRequest
    let context: PageContext

    var text: String {
        ICalendar(
            name: context.texts(.planTitle), events: plan.steps.enumerated().map(event), made: context.now.day
        ).text
    }

    /// The day of a step; the first is the chosen one, or the next Monday.
    static func day(of place: Int, _ request: PlanRequest, today: CivilDay) -> CivilDay {
        let weekday = Weekday.allCases.firstIndex(of: today.weekday) ?? 0
        return (request.start ?? today.adding(days: 7 - weekday)).adding(days: place * request.time.daysBetween)
    }

    private func event(_ place: Int, _ step: Plan.Step) -> ICalendar.Event {
        let day = Self.day(of: place, request, today: context.now.day)
        let address =
            context.settings.publicAddress
            + Address.record(step.record.kind, step.record.id).print(in: context.edition)
        let reasons = PlanWords(context: context).sentence(step.reasons)
        return ICalendar.Event(
            id: "\(step.record.id)-\(day)@betternet", first: day, last: day,
            title: step.record.title.text(for: context.edition)?.text ?? step.record.id.description,
            text: [step.record.summary.text(for: context.edition)?.text, reasons, address].compactMap { $0 }
                .joined(separator: "\n"),
            address: address)
    }
}
