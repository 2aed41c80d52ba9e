import Catalogue
import Exchange
import Foundation
import Hummingbird

/// `/api/v1/vocabularies`: the concepts by which records are ordered, as they are kept.
struct VocabulariesAPI: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        API.vocabularies.addRoute(to: router, site, all)
        API.vocabulary.addRoute(to: router, site, one)
    }

    @Sendable private func all(_ question: APIQuestion) -> Response {
        let page = question.page
        let vocabularies = VocabularyName.allCases.map { name in
            JSON.fields([
                "name": .text(name.rawValue), "uri": .text(page.addresses.vocabulary(name)),
                "address": .text("\(page.settings.publicAddress)\(API.vocabularies.path)/\(name.rawValue)"),
                "concepts": .number(page.catalogue[name].concepts.count),
            ])
        }
        let body = JSON.fields([
            "vocabularies": .list(vocabularies), "licence": .text(Licence.data.address),
        ])
        return site.open(body.bytes, "application/json", to: question.request, context: page)
    }

    @Sendable private func one(_ question: APIQuestion) throws -> Response {
        let page = question.page
        let asked = question.first("name") ?? ""
        guard let name = VocabularyName(rawValue: asked) else {
            throw APIFault(
                status: .notFound, key: .problemNoVocabulary,
                values: [
                    String(asked.prefix(100)), VocabularyName.allCases.map(\.rawValue).joined(separator: ", "),
                ], parameter: "name")
        }
        let vocabulary = page.catalogue[name]
        let body = JSON.fields([
            "name": .text(name.rawValue), "uri": .text(page.addresses.vocabulary(name)),
            "concepts": .list(try vocabulary.concepts.map { try json($0, in: vocabulary, page) }),
            "licence": .text(Licence.data.address),
        ])
        return site.open(body.bytes, "application/json", to: question.request, context: page)
    }

    private func json(_ concept: Concept, in vocabulary: Vocabulary, _ page: PageContext) throws -> JSON {
        try JSON(reading: try JSONEncoder().encode(concept)).adding([
            "uri": .text(page.addresses.concept(concept.id, in: vocabulary.name)),
            "narrower": .list(vocabulary.narrower(concept.id).map { .text($0.id.description) }),
        ])
    }
}
