import Catalogue
import HTML
import Mapping

/// Groups of offers that are alike: what could be translated, merged or done together.
struct SynergiesPage: LandscapePage {
    var context: PageContext
    let request: SynergyRequest

    var title: String { context.texts(.synergyTitle) }
    var summary: String? { context.texts(.synergyLead) }
    var isListed: Bool { request == SynergyRequest() }

    var content: some HTML {
        let synergies = context.snapshot.landscape.synergies
        let groups = request.groups(of: synergies)
        let first = (request.page - 1) * SynergyRequest.pageLength
        let shown = Array(groups.dropFirst(first).prefix(SynergyRequest.pageLength))
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.synergyLead) }
        SynergyForm(request: request, synergies: synergies, context: context)
        h2 { context.texts(.synergyTotal, count: groups.count) }
        p(.class("quiet")) { context.texts(.synergyCompared, count: synergies.compared) }
        if groups.isEmpty {
            p(.class("notice")) { context.texts(.synergyNone) }
        } else {
            for entry in shown { SynergyCard(number: entry.number, group: entry.group, context: context) }
            Pager(
                context: context, page: request.page, total: groups.count, length: SynergyRequest.pageLength
            ) { context.link(.landscape(.synergies(request.at(page: $0)))) }
            if !shown.isEmpty { SynergyTableView(table: SynergyTable(groups: shown, context: context)) }
            p(.class("as-csv")) {
                a(
                    .href(context.link(.landscape(.table(.synergies, of: .synergies(request.at(page: 1)))))),
                    .ariaLabel(context.texts(.landscapeCsvOf, title))
                ) {
                    Icon("download")
                    context.texts(.landscapeAsCSV)
                }
            }
        }
        SynergyMethod(context: context)
    }
}

/// The groups of the page once more, as a table.
private struct SynergyTableView: HTML {
    let table: SynergyTable

    var body: some HTML {
        details(.class("as-table")) {
            summary { table.context.texts(.synergyTable) }
            FigureTableView(table.shown, context: table.context)
        }
    }
}
