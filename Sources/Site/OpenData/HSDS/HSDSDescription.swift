import Exchange

/// The description of `/hsds` for programs (OpenAPI 3.1). The shapes of the answers are those of the standard.
struct HSDSDescription: Sendable {
    let site: String

    private static let schemas = "https://raw.githubusercontent.com/openreferral/specification/3.1/schema"

    var json: JSON {
        let licence = Licence.data
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Betternet: human services data", "version": "1",
                "summary": "Help and training for a better internet for children in Belgium, as HSDS 3.1",
                "description": .text(Self.about),
                "license": ["name": .text(licence.name), "identifier": .text(licence.spdx)],
            ],
            "servers": [["url": .text(site + "/hsds")]],
            "paths": .object(paths),
            "components": ["schemas": ["Page": Self.page, "Problem": Self.problem]],
        ]
    }

    private static let about = """
        Open to everybody, without a key. Filters are cumulative. Lists are told in the order in which things were published \
        first; ‘next’ leads to the next page without skipping anything when things come or go meanwhile. With \
        ‘modified_after’ what was withdrawn is told, too, as ‘defunct’.
        """

    private var paths: [JSON.Field] {
        let things = [
            ("services", "service", "compiled/service_list.json", "compiled/service.json"),
            ("organizations", "organization", "compiled/organization_list.json", "compiled/organization.json"),
            (
                "service_at_locations", "service at a location", "compiled/service_at_location_list.json",
                "compiled/service_at_location.json"
            ),
            ("taxonomies", "taxonomy", "taxonomy.json", "taxonomy.json"),
            ("taxonomy_terms", "taxonomy term", "taxonomy_term.json", "taxonomy_term.json"),
        ]
        let root = JSON.Field(
            "/",
            [
                "get": Self.operation(
                    "getRoot", "What this is, and where it is described", parameters: [], Self.rootShape)
            ])
        return [root]
            + things.flatMap { name, thing, list, full in
                let known = HSDSRoutes.parameters.first { $0.key == name }?.value ?? []
                // Known, and refused with a reason: no coordinates.
                let parameters = (known.filter { $0 != .proximity } + [.language]).map(Self.parameter)
                let id: JSON = [
                    "name": "id", "in": "path", "required": true,
                    "schema": ["type": "string", "format": "uuid"],
                ]
                let more = name == "organizations" ? [Self.parameter(.fullService)] : []
                return [
                    JSON.Field(
                        "/\(name)",
                        [
                            "get": Self.operation(
                                "list_\(name)", "A page of the list: \(name)", parameters: parameters,
                                Self.listShape(list))
                        ]),
                    JSON.Field(
                        "/\(name)/{id}",
                        [
                            "get": Self.operation(
                                "get_\(name)", "One \(thing) with all that is known of it",
                                parameters: [id] + more + [Self.parameter(.language)],
                                ["$ref": .text("\(Self.schemas)/\(full)")], canMiss: true)
                        ]),
                ]
            }
    }

    private static func operation(
        _ id: String, _ summary: String, parameters: [JSON], _ shape: JSON, canMiss: Bool = false
    ) -> JSON {
        let fault: JSON = [
            "description": "What is wrong, and what to do",
            "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
        ]
        let answer: JSON = [
            "description": "The answer", "content": ["application/json": ["schema": shape]],
        ]
        return .fields([
            "operationId": .text(id), "summary": .text(summary), "parameters": .filled(parameters),
            "responses": .fields([
                "200": answer, "304": ["description": "Nothing changed since"], "400": parameters.isEmpty ? nil : fault,
                "404": canMiss ? fault : nil,
            ]),
        ])
    }

    private static func listShape(_ item: String) -> JSON {
        [
            "allOf": [["$ref": "#/components/schemas/Page"]], "type": "object", "required": ["contents"],
            "properties": ["contents": ["type": "array", "items": ["$ref": .text("\(schemas)/\(item)")]]],
        ]
    }

    private static func parameter(_ name: HSDSQuery.Parameter) -> JSON {
        let shape: JSON =
            switch name {
            case .page: ["type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1]
            case .perPage:
                [
                    "type": "integer", "minimum": 1, "maximum": .number(HSDSQuery.mostPerPage),
                    "default": .number(HSDSQuery.usualPerPage),
                ]
            case .format: ["type": "string", "enum": ["json", "ndjson"], "default": "json"]
            case .minimal, .full, .fullService, .topOnly: ["type": "boolean", "default": false]
            case .term, .taxonomy, .organisation, .parent, .after: ["type": "string", "format": "uuid"]
            case .modifiedAfter: ["type": "string", "format": "date-time"]
            case .postcode: ["type": "string", "pattern": "^[1-9][0-9]{3}$"]
            case .language: ["type": "string", "enum": ["nl", "fr", "de", "en"]]
            case .search, .proximity: ["type": "string"]
            }
        return ["name": .text(name.rawValue), "in": "query", "required": false, "schema": shape]
    }

    private static let rootShape: JSON = [
        "type": "object", "required": ["version", "profile", "openapi_url"],
        "properties": [
            "version": ["type": "string"], "profile": ["type": "string", "format": "uri"],
            "openapi_url": ["type": "string", "format": "uri"],
        ],
    ]

    private static let page: JSON = [
        "type": "object",
        "required": [
            "total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty",
        ],
        "properties": [
            "total_items": ["type": "integer"], "total_pages": ["type": "integer"],
            "page_number": ["type": "integer"], "size": ["type": "integer"], "first_page": ["type": "boolean"],
            "last_page": ["type": "boolean"], "empty": ["type": "boolean"],
            "next": ["type": "string", "format": "uri"],
        ],
    ]

    private static let problem: JSON = [
        "type": "object", "required": ["title", "status"],
        "properties": [
            "title": ["type": "string"], "status": ["type": "integer"], "detail": ["type": "string"],
        ],
    ]
}
