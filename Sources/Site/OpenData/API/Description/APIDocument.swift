import Catalogue
import Exchange
import HTTPTypes

/// The description of the API for programs (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.0).
struct APIDocument: Sendable {
    let context: PageContext

    var json: JSON {
        let texts = context.texts
        return .fields([
            "openapi": "3.1.0",
            "info": [
                "title": .text("\(texts(.siteName)): \(texts(.apiTitle))"), "version": "1",
                "description": .text(texts(.apiLead)),
                "license": ["name": .text(Licence.data.name), "identifier": .text(Licence.data.spdx)],
            ],
            "servers": [["url": .text(context.settings.publicAddress)]],
            "externalDocs": [
                "url": .text(context.settings.publicAddress + Address.openData(.api).print(in: context.edition))
            ],
            "paths": .object(paths),
            "components": [
                "schemas": .object(APISchema.all.map { JSON.Field($0, $1) }),
                "securitySchemes": ["key": ["type": "http", "scheme": "bearer"]],
            ],
        ])
    }

    private var paths: [JSON.Field] {
        API.all.map { operation in
            JSON.Field(
                operation.path,
                .object([JSON.Field(operation.method.rawValue.lowercased(), description(of: operation))]))
        }
    }

    private func description(of operation: APIOperation) -> JSON {
        .fields([
            "operationId": .text(operation.id), "summary": .text(context.texts(operation.says)),
            "security": operation.needsKey ? [["key": []]] : [],
            "parameters": .list(operation.parameters.map { $0.description(in: context.texts) }),
            "requestBody": operation.takes.map { name in
                ["required": true, "content": ["application/json": ["schema": APISchema.ref(name)]]]
            },
            "responses": .object(successes(of: operation) + problems(of: operation)),
        ])
    }

    private func successes(of operation: APIOperation) -> [JSON.Field] {
        var content = [JSON.Field("application/json", ["schema": operation.gives])]
        if operation.lines != nil {
            // A line of it is a ``APIOperation/lines``; OpenAPI 3.1 has no words for that.
            content.append(JSON.Field(RecordsAPI.linesType, ["schema": ["type": "string"]]))
        }
        return operation.successes.map { status in
            JSON.Field(
                "\(status.code)",
                .fields([
                    "description": .text(status.reasonPhrase), "headers": headers(of: operation),
                    "content": .object(content),
                ]))
        }
    }

    private func headers(of operation: APIOperation) -> JSON? {
        guard !operation.needsKey else { return nil }
        let tag = JSON.Field("ETag", ["required": true, "schema": ["type": "string"]])
        let link = JSON.Field("Link", ["schema": ["type": "string"]])
        return .object(operation.hasPages ? [tag, link] : [tag])
    }

    private func problems(of operation: APIOperation) -> [JSON.Field] {
        let usual: [HTTPResponse.Status] = operation.needsKey ? [.unauthorized, .tooManyRequests] : []
        let statuses = Set([.badRequest, .uriTooLong] + usual + operation.problems)
        return statuses.sorted { $0.code < $1.code }.map { status in
            JSON.Field(
                "\(status.code)",
                [
                    "description": .text(status.reasonPhrase),
                    "content": ["application/problem+json": ["schema": APISchema.ref("Problem")]],
                ])
        }
    }
}
