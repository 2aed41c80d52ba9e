import Catalogue
import Exchange
import HTTPTypes
import Mapping

/// All that can be asked of the API (DESIGN section 6).
enum API {
    static let root = APIOperation(
        id: "root", path: "/api/v1", says: .apiOpRoot, parameters: [language], gives: APISchema.ref("Root"))

    static let description = APIOperation(
        id: "description", path: "/api/v1/openapi.json", says: .apiOpDescription, parameters: [language],
        gives: ["type": "object"])

    static let records = APIOperation(
        id: "records", path: "/api/v1/records", says: .apiOpRecords,
        parameters: filters + [
            APIParameter(name: "modified_after", says: .apiInModified, values: .moment),
            APIParameter(name: "deleted", says: .apiInDeleted, values: .choice(["include", "exclude"])),
            APIParameter(
                name: "limit", says: .apiInLimit, values: .number(1...RecordList.mostAtOnce),
                usual: String(RecordList.usualLimit)),
            APIParameter(name: "cursor", says: .apiInCursor, values: .cursor),
            APIParameter(name: "format", says: .apiInForm, values: .choice(["json", "ndjson"]), usual: "json"),
            language,
        ],
        gives: APISchema.ref("RecordPage"), lines: APISchema.ref("RecordEntry"), hasPages: true)

    static let record = APIOperation(
        id: "record", path: "/api/v1/records/{id}", says: .apiOpRecord,
        parameters: [
            APIParameter(name: "id", says: .apiInID, values: .id).inPath(example: "awel-102"), language,
        ],
        gives: APISchema.ref("OpenRecord"), problems: [.movedPermanently, .notFound, .gone])

    static let channels = APIOperation(
        id: "channels", path: "/api/v1/channels", says: .apiOpChannels,
        parameters: filters.filter { $0.name != "kind" && $0.name != "status" } + [
            APIParameter(name: "at", says: .apiInAt, values: .moment),
            APIParameter(
                name: "lang", says: .apiInReader, values: .choice(Language.allCases.map(\.rawValue)), usual: "nl"),
        ],
        gives: APISchema.ref("Channels"))

    static let vocabularies = APIOperation(
        id: "vocabularies", path: "/api/v1/vocabularies", says: .apiOpVocabularies, parameters: [language],
        gives: APISchema.ref("Vocabularies"))

    static let vocabulary = APIOperation(
        id: "vocabulary", path: "/api/v1/vocabularies/{name}", says: .apiOpVocabulary,
        parameters: [
            APIParameter(name: "name", says: .apiInVocabulary, values: .id).inPath(example: "themes"), language,
        ],
        gives: APISchema.ref("Vocabulary"), problems: [.notFound])

    static let all = [
        root, description, records, record, channels, vocabularies, vocabulary, search, suggest, landscape, coverage,
        gaps, sendDraft, lookAtDraft,
    ]

    /// The methods that an address of the API knows; nil: it is none.
    static func methods(at path: String) -> [HTTPRequest.Method]? {
        let steps = path.split(separator: "/", omittingEmptySubsequences: true)
        let found = all.filter { $0.matches(steps) }.map(\.method)
        return found.isEmpty ? nil : found.flatMap { $0 == .get ? [.get, .head] : [$0] }
    }
}

// MARK: What several take

extension API {
    static let language = APIParameter(
        name: "lang", says: .apiInLang, values: .choice(Language.allCases.map(\.rawValue)))

    /// The ways to choose among records.
    static let filters = [
        APIParameter(
            name: "kind", says: .apiInKind, values: .choice(Kind.allCases.map(\.rawValue)), isRepeatable: true),
        APIParameter(name: "theme", says: .apiInTheme, values: .concept(.themes), isRepeatable: true),
        APIParameter(name: "audience", says: .apiInAudience, values: .concept(.audiences), isRepeatable: true),
        APIParameter(name: "age", says: .apiInAge, values: .ages),
        APIParameter(name: "territory", says: .apiInTerritory, values: .concept(.territories), isRepeatable: true),
        APIParameter(name: "language", says: .apiInLanguage, values: .languageTag, isRepeatable: true),
        APIParameter(name: "organisation", says: .apiInOrganisation, values: .organisation, isRepeatable: true),
        APIParameter(
            name: "status", says: .apiInStatus, values: .choice(Status.allCases.map(\.rawValue)), isRepeatable: true),
    ]
}
