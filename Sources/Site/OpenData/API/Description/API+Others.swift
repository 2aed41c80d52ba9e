import Catalogue
import Exchange
import HTTPTypes
import Mapping

// MARK: Finding

extension API {
    static let search = APIOperation(
        id: "search", path: "/api/v1/search", says: .apiOpSearch,
        parameters: [APIParameter(name: "q", says: .apiInQ, values: .text)] + facets + [
            APIParameter(name: "age", says: .apiInAge, values: .ages),
            APIParameter(name: "open", says: .apiInOpen, values: .choice(["now"])),
            APIParameter(
                name: "sort", says: .apiInSort, values: .choice(SearchRequest.Order.allCases.map(\.rawValue))),
            APIParameter(
                name: "limit", says: .apiInLimit, values: .number(0...SearchAPI.mostResults),
                usual: String(SearchRequest.pageLength)),
            APIParameter(name: "offset", says: .apiInOffset, values: .number(0...1_000_000), usual: "0"),
            APIParameter(
                name: "facets", says: .apiInFacets, values: .list(SearchRequest.Facet.allCases.map(\.rawValue))),
            reader,
        ],
        gives: APISchema.ref("SearchAnswer"))

    static let suggest = APIOperation(
        id: "suggest", path: "/api/v1/suggest", says: .apiOpSuggest,
        parameters: [APIParameter(name: "q", says: .apiInQ, values: .text), reader],
        gives: APISchema.ref("Suggestions"))

    private static let reader = APIParameter(
        name: "lang", says: .apiInReader, values: .choice(Language.allCases.map(\.rawValue)), usual: "nl")

    private static let facets = SearchRequest.Facet.allCases.map { facet in
        let (says, values): (TextKey, APIParameter.Values) =
            switch facet {
            case .kind: (.apiInKind, .choice(Kind.allCases.map(\.rawValue)))
            case .need: (.apiInNeed, .concept(.needs))
            case .theme: (.apiInTheme, .concept(.themes))
            case .audience: (.apiInAudience, .concept(.audiences))
            case .territory: (.apiInTerritory, .concept(.territories))
            case .language: (.apiInLanguage, .languageTag)
            case .format: (.apiInFormat, .concept(.formats))
            case .cost: (.apiInCost, .concept(.costs))
            }
        return APIParameter(name: facet.rawValue, says: says, values: values, isRepeatable: true)
    }
}

// MARK: The landscape

extension API {
    static let landscape = APIOperation(
        id: "landscape", path: "/api/v1/landscape", says: .apiOpLandscape, parameters: [language],
        gives: APISchema.ref("Landscape"))

    static let coverage = APIOperation(
        id: "coverage", path: "/api/v1/landscape/coverage", says: .apiOpCoverage,
        parameters: [
            APIParameter(
                name: "rows", says: .apiInRows, values: .choice(Axis.allCases.map(\.rawValue)),
                usual: CoverageRequest().rows.rawValue),
            APIParameter(
                name: "columns", says: .apiInColumns, values: .choice(Axis.allCases.map(\.rawValue)),
                usual: CoverageRequest().columns.rawValue),
            APIParameter(name: "in", says: .apiInMissing, values: .choice(Language.allCases.map(\.rawValue))),
        ]
            + Axis.allCases.map {
                APIParameter(name: $0.rawValue, says: .apiInAxis, values: .axis($0), isRepeatable: true)
            } + [language],
        gives: APISchema.ref("Coverage"))

    static let gaps = APIOperation(
        id: "gaps", path: "/api/v1/landscape/gaps", says: .apiOpGaps,
        parameters: [
            APIParameter(name: "theme", says: .apiInTheme, values: .concept(.themes)),
            APIParameter(name: "audience", says: .apiInAudience, values: .concept(.audiences)),
            APIParameter(name: "territory", says: .apiInTerritory, values: .concept(.territories)),
            APIParameter(
                name: "language", says: .apiInMissing, values: .choice(Language.allCases.map(\.rawValue))),
        ]
            + (GapRequest.needDials + GapRequest.worthDials).map {
                APIParameter(name: $0.name, says: .apiInDial, values: .number(0...$0.most))
            } + [
                APIParameter(
                    name: "limit", says: .apiInLimit, values: .number(0...LandscapeAPI.mostGaps),
                    usual: String(GapRequest.pageLength)),
                APIParameter(name: "offset", says: .apiInOffset, values: .number(0...1_000_000), usual: "0"),
                language,
            ],
        gives: APISchema.ref("Gaps"))
}

// MARK: Drafts of members

extension API {
    static let sendDraft = APIOperation(
        id: "sendDraft", method: .post, path: "/api/v1/drafts", says: .apiOpSend,
        parameters: [
            APIParameter(name: "submit", says: .apiInSubmit, values: .choice(["true", "false"]), usual: "false"),
            language,
        ],
        takes: "SentRecord", gives: APISchema.ref("DraftAnswer"), successes: [.ok, .created],
        problems: [.forbidden, .notFound, .conflict, .contentTooLarge, .unsupportedMediaType, .unprocessableContent],
        needsKey: true)

    static let lookAtDraft = APIOperation(
        id: "draft", path: "/api/v1/drafts/{id}", says: .apiOpLook,
        parameters: [
            APIParameter(name: "id", says: .apiInDraft, values: .text).inPath(example: "k7mp2qxdh3ab"), language,
        ],
        gives: APISchema.ref("DraftAnswer"), problems: [.forbidden, .notFound], needsKey: true)
}
