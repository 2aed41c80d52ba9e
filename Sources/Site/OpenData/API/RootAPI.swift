import Catalogue
import Exchange
import Hummingbird

/// `/api/v1` and `/api/v1/openapi.json`: what there is, and how to ask for it.
struct RootAPI: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        API.root.addRoute(to: router, site, root)
        API.description.addRoute(to: router, site) { question in
            site.open(
                APIDocument(context: Self.english(question)).json.bytes, "application/json", to: question.request,
                context: question.page)
        }
    }

    @Sendable private func root(_ question: APIQuestion) -> Response {
        let page = Self.english(question)
        let site = page.settings.publicAddress
        let operations = API.all.map { operation in
            JSON.fields([
                "id": .text(operation.id), "method": .text(operation.method.rawValue),
                "address": .text(site + operation.path), "says": .text(page.texts(operation.says)),
            ])
        }
        let body = JSON.fields([
            "title": .text("\(page.texts(.siteName)): \(page.texts(.apiTitle))"), "version": "1",
            "licence": .text(Licence.data.address),
            "documentation": .text(site + Address.openData(.api).print(in: page.edition)),
            "description": .text(site + API.description.path), "operations": .list(operations),
        ])
        return self.site.open(body.bytes, "application/json", to: question.request, context: page)
    }

    /// Who writes programs reads English, unless another language is asked for.
    private static func english(_ question: APIQuestion) -> PageContext {
        question.first("lang") == nil ? question.page.reading(Edition(.en)) : question.page
    }
}
