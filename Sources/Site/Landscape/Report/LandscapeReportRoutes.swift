import Catalogue
import Editorial
import Hummingbird
import Logging
import Mapping

/// The report of the landscape: the present one, older ones, and two beside each other.
///
/// The present one comes from the snapshot alone. What is older comes from the store; while that is away, a page says so.
struct LandscapeReportRoutes: Sendable {
    let site: SiteEnvironment
    private let shelf = LandscapeReportShelf()

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/landscape/report", use: present)
        router.get(":lang/landscape/reports", use: choose)
        router.get(":lang/landscape/reports/:from", use: past)
        router.get(":lang/landscape/reports/:from/:to") { request, context in
            let to = try context.step("to")
            guard to.hasSuffix(ReportTable.ending) else { return try await compare(request, context, to: to) }
            return try await table(request, context, file: to)
        }
        router.get(":lang/landscape/reports/:from/:to/:table") { request, context in
            try await compare(request, context, to: try context.step("to"), file: try context.step("table"))
        }
    }

    @Sendable private func present(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let page = try page(request, context, .report(revision: nil))
        return site.answer(LandscapeReportPage(context: page, report: present(page), isPresent: true), to: request)
    }

    @Sendable private func past(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let text = try context.step("from")
        let page = try page(request, context, .report(revision: Int(text)))
        return try await unlessAway(request, page) {
            switch try await find(text, page) {
            case .report(let report):
                site.answer(LandscapeReportPage(context: page, report: report, isPresent: false), to: request)
            case .nearest(let revision):
                site.redirect(toNearest: .landscape(.report(revision: revision)), page)
            }
        }
    }

    private func table(_ request: Request, _ context: SiteRequestContext, file: String) async throws -> Response {
        guard let table = ReportTable(file: file) else { throw HTTPError(.notFound) }
        let text = try context.step("from")
        let page = try page(request, context, .reportTable(table, revision: Int(text) ?? 0))
        return try await unlessAway(request, page) {
            switch try await find(text, page) {
            case .report(let report):
                let sections = ReportWriter(report: report, words: ReportWords(report, page)).sections
                return try answer(table, of: sections, page, to: request)
            case .nearest(let revision):
                return site.redirect(toNearest: .landscape(.reportTable(table, revision: revision)), page)
            }
        }
    }

    /// Two reports; one table of them if a file is asked for.
    private func compare(
        _ request: Request, _ context: SiteRequestContext, to: String, file: String? = nil
    ) async throws -> Response {
        let table = try file.map { file in
            guard let table = ReportTable(file: file) else { throw HTTPError(.notFound) }
            return table
        }
        let from = try context.step("from")
        func address(_ from: Int, _ to: Int) -> LandscapeAddress {
            table.map { .comparisonTable($0, from: from, to: to) } ?? .comparison(from: from, to: to)
        }
        let page = try page(request, context, address(Int(from) ?? 0, Int(to) ?? 0))
        return try await unlessAway(request, page) {
            let (first, second) = (try await find(from, page), try await find(to, page))
            guard case .report(let before) = first, case .report(let after) = second else {
                return site.redirect(toNearest: .landscape(address(first.revision, second.revision)), page)
            }
            guard before.revision <= after.revision else {
                let turned = address(after.revision, before.revision)
                return .redirect(to: page.link(.landscape(turned)), type: .found)
            }
            let comparison = LandscapeComparison(from: before, to: after)
            guard let table else {
                let begins = request.query.first(Self.begins) != nil
                return site.answer(
                    ComparisonPage(context: page, comparison: comparison, begins: begins), to: request)
            }
            let writer = ComparisonWriter(comparison: comparison, words: ReportWords(after, page))
            return try answer(table, of: writer.sections, page, to: request)
        }
    }

    /// Leads to the two reports of the days that a reader chose.
    @Sendable private func choose(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let page = try page(request, context, .comparing(from: nil, to: nil))
        let days = ReportDays(request.query, today: page.now.day)
        return try await unlessAway(request, page) {
            let (from, to) = (try await state(on: days.from, page), try await state(on: days.to, page))
            let address = Address.landscape(.comparison(from: from.revision, to: to.revision))
            if days.isNearest, !from.begins { return site.redirect(toNearest: address, page) }
            var location = page.link(address)
            if from.begins { location += (location.contains("?") ? "&" : "?") + Self.begins + "=1" }
            return .redirect(to: location, type: .found)
        }
    }

    /// Says on the comparison that history begins later than was asked for.
    private static let begins = "begins"

    // MARK: Finding

    /// What stands at the revision of an address.
    private enum Found {
        case report(LandscapeReport)
        case nearest(Int)

        var revision: Int {
            switch self {
            case .report(let report): report.revision
            case .nearest(let revision): revision
            }
        }
    }

    private func find(_ text: String, _ page: PageContext) async throws -> Found {
        let newest = page.snapshot.revision
        guard let number = Int(text), number <= newest else { return .nearest(newest) }
        let isPlain = text == String(number)
        if number == newest { return isPlain ? .report(present(page)) : .nearest(newest) }
        if number > 0, let report = try await shelf.report(at: number, from: site.store) {
            return isPlain && report.revision == number ? .report(report) : .nearest(report.revision)
        }
        return .nearest(try await first(page))
    }

    private func present(_ page: PageContext) -> LandscapeReport {
        shelf.report(of: page.snapshot, today: page.now.day)
    }

    /// The revision that readers saw at the end of a day, and whether history begins later only.
    private func state(on day: CivilDay, _ page: PageContext) async throws -> (revision: Int, begins: Bool) {
        let newest = page.snapshot.revision
        if day >= page.now.day { return (newest, false) }
        if let found = try await site.store.revision(on: day) { return (min(found.number, newest), false) }
        return (try await first(page), true)
    }

    /// The state with which the first day of the history ended.
    private func first(_ page: PageContext) async throws -> Int {
        let newest = page.snapshot.revision
        guard let first = try await site.store.firstRevision() else { return newest }
        let day = BrusselsTime(first.madeAt).day
        return min(try await site.store.revision(on: day)?.number ?? newest, newest)
    }

    // MARK: Answering

    private func answer(
        _ table: ReportTable, of sections: [ReportSection], _ page: PageContext, to request: Request
    ) throws -> Response {
        guard let found = sections.lazy.flatMap(\.tables).first(where: { $0.file == table }) else {
            throw HTTPError(.notFound)
        }
        return site.answer(
            csvResponse(found.figures, language: page.language), to: request, keeping: true, context: page)
    }

    private func page(
        _ request: Request, _ context: SiteRequestContext, _ address: LandscapeAddress
    ) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: .landscape(address))
    }

    /// The answer, or a page that says that the store is away.
    private func unlessAway(
        _ request: Request, _ page: PageContext, _ work: () async throws -> Response
    ) async throws -> Response {
        do { return try await work() } catch let error as HTTPError { throw error } catch {
            site.logger.warning("an older report can't be read: \(error)")
            return site.answer(LandscapeReportAwayPage(context: page), to: request, status: .serviceUnavailable)
        }
    }
}
