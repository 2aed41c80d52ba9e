import Catalogue

/// The place of a page about the data of the shop, for those who use it elsewhere.
package enum OpenDataAddress: Hashable, Sendable {
    case overview
    case api
    /// What every field means.
    case dictionary
    case feeds
    /// The same page with the address of a feed that follows a search.
    case feed(SearchRequest)
    /// Where a webmaster composes a frame for another site.
    case embed
    /// The same page with something chosen.
    case composed(EmbedChoice)
    /// What stands in a frame of another site.
    case frame(EmbedFrame)
    /// What other people's tools say of ours.
    case conformance
    case vocabularies
    case vocabulary(VocabularyName)
    case concept(VocabularyName, ConceptID)

    /// The steps after the language.
    var path: String {
        switch self {
        case .overview: "open-data"
        case .api: "open-data/api"
        case .dictionary: "open-data/dictionary"
        case .feeds, .feed: "open-data/feeds"
        case .embed, .composed: "open-data/embed"
        case .frame(let frame): frame.path
        case .conformance: "open-data/conformance"
        case .vocabularies: "vocabularies"
        case .vocabulary(let name): "vocabularies/\(name.rawValue)"
        case .concept(let name, let id): "vocabularies/\(name.rawValue)/\(id)"
        }
    }

    var query: [QueryItem] {
        switch self {
        case .feed(let request): request.query
        case .composed(let choice): choice.query
        case .frame(let frame): frame.query
        default: []
        }
    }
}
