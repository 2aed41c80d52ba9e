import Catalogue
import Exchange
import Hummingbird

/// `/dataset`, which says what data there are, and the data as whole files under `/data/`.
struct DatasetRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("dataset") { request, _ in
            site.lead(from: "/dataset", to: .openData(.overview), request)
        }
        for form in GraphForm.allCases {
            router.get("dataset.\(form.rawValue)") { request, _ in
                let page = page(request)
                return site.answer(page.dcat.graph, as: form, to: request, page)
            }
        }
        router.get("data/records.csv") { request, _ in table(.programs, "betternet-records.csv", request) }
        router.get("data/records-excel.csv") { request, _ in table(.excel, "betternet-records-excel.csv", request) }
        router.get("data/records.jsonl") { request, _ in
            let page = page(request)
            return site.stream(
                DataFiles.linesType, fileName: "betternet-records.jsonl", to: request, context: page
            ) {
                DataFiles(page).lines
            }
            .stating(.data)
        }
        router.get("data/dictionary.json") { request, _ in
            let page = page(request)
            return site.open(
                DictionaryFile(page).json.bytes, "application/json", to: request, context: page,
                link: Licence.data.link)
        }
        router.get(":lang/open-data/dictionary") { request, context in
            let page = site.context(for: request, edition: try context.edition, address: .openData(.dictionary))
            return site.answer(DictionaryPage(context: page), to: request)
        }
    }

    private func table(_ dialect: RecordTable.Dialect, _ fileName: String, _ request: Request) -> Response {
        let page = page(request)
        return site.stream("text/csv; charset=utf-8; header=present", fileName: fileName, to: request, context: page) {
            DataFiles(page).table(dialect).rows
        }
        .stating(.data)
    }

    private func page(_ request: Request) -> PageContext {
        site.context(for: request, edition: Edition(.en), address: .openData(.overview))
    }
}
