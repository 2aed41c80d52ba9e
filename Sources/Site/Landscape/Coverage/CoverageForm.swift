import Catalogue
import HTML
import Mapping

/// Which two axes, and which part of the offers.
struct CoverageForm: HTML {
    let request: CoverageRequest
    let census: Census
    let context: PageContext

    var body: some HTML {
        form(.class("choices"), .action(action), .method("get")) {
            PickOne(name: "rows", words: context.texts(.coverageRows), options: axes, chosen: request.rows.rawValue)
            PickOne(
                name: "columns", words: context.texts(.coverageColumns), options: axes,
                chosen: request.columns.rawValue)
            PickOne(
                name: "in", words: context.texts(.coverageMissedIn),
                options: Language.allCases.map { PickOption($0.rawValue, context.wording.name(of: LanguageTag($0))) },
                chosen: (request.language ?? context.language).rawValue)
            details(.class("more")) {
                summary { context.texts(.coverageFilters) }
                for axis in Axis.allCases { filter(axis) }
            }
            .attributes(.open, when: !request.filters.chosen.isEmpty)
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            p {
                button(.type("submit")) { context.texts(.coverageShow) }
                if !request.filters.chosen.isEmpty {
                    " "
                    a(.href(context.link(.landscape(.coverage(unfiltered))))) { context.texts(.coverageClear) }
                }
            }
        }
    }

    /// A value of one axis. What an address chose besides stays chosen.
    @HTMLBuilder private func filter(_ axis: Axis) -> some HTML {
        let chosen = request.filters.chosen[axis] ?? []
        let everything = PickOption("", context.texts(.coverageAll))
        PickOne(
            name: axis.rawValue, words: context.texts(axis.title),
            options: [everything] + census.values(of: axis).map { PickOption($0, context.label($0, on: axis)) },
            chosen: chosen.first ?? "")
        for value in chosen.dropFirst() { input(.type("hidden"), .name(axis.rawValue), .value(value)) }
    }

    private var unfiltered: CoverageRequest { CoverageRequest(rows: request.rows, columns: request.columns) }

    private var action: String { Address.landscape(.coverage(CoverageRequest())).print(in: context.edition) }

    private var axes: [PickOption] { Axis.allCases.map { PickOption($0.rawValue, context.texts($0.title)) } }
}
