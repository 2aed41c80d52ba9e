import Catalogue
import Foundation

/// What a document says in the words of schema.org: the things in it, with what they refer to by name.
struct SchemaGraph: Sendable {
    /// More things of one document are not looked at.
    static let mostNodes = 20_000

    private let named: [String: JSON]
    /// Of texts that don't say it themselves; from the context.
    let language: String?
    /// The address of the document.
    let address: SourceAddress?
    private var found: [JSON] = []

    init(_ json: JSON, from address: SourceAddress?) {
        self.address = address
        language = Self.language(of: json)
        var named: [String: JSON] = [:]
        var count = 0
        Self.gather(json, into: &named, &count)
        self.named = named
        var left = Self.mostNodes
        var found: [JSON] = []
        Self.walk(json, into: &found, &left)
        self.found = found
    }

    /// Those of which records can be made, in the order of the document.
    var things: [SchemaNode] { found.map { SchemaNode($0, in: self) } }

    /// The thing itself where only its name is given.
    func resolved(_ json: JSON) -> JSON {
        guard case .object(let fields) = json, fields.count == 1, let id = json["@id"]?.text else { return json }
        return named[id] ?? json
    }

    private static func language(of json: JSON) -> String? {
        let documents = json.elements ?? [json]
        for document in documents {
            let contexts = document["@context"].map { $0.elements ?? [$0] } ?? []
            if let language = contexts.lazy.compactMap({ $0["@language"]?.text }).first { return language }
        }
        return nil
    }

    /// Everything that has a name and says more than it.
    private static func gather(_ json: JSON, into named: inout [String: JSON], _ count: inout Int) {
        switch json {
        case .list(let elements): for element in elements { gather(element, into: &named, &count) }
        case .object(let fields):
            if let id = json["@id"]?.text, fields.count > 1, named[id] == nil, count < mostNodes {
                named[id] = json
                count += 1
            }
            for field in fields where field.name != "@context" { gather(field.value, into: &named, &count) }
        default: break
        }
    }

    /// Things stand at the top, in a graph, or in lists that say that they are lists. What stands in a thing is a part
    /// of it.
    private static func walk(_ json: JSON, into found: inout [JSON], _ left: inout Int) {
        guard left > 0 else { return }
        switch json {
        case .list(let elements): for element in elements { walk(element, into: &found, &left) }
        case .object(let fields):
            left -= 1
            // A type and a name alone only point at something.
            if SchemaKind(types: SchemaNode.types(of: json)) != nil, fields.count > 2 { return found.append(json) }
            for field in fields where holders.contains(SchemaNode.local(field.name)) {
                walk(field.value, into: &found, &left)
            }
        default: break
        }
    }

    private static let holders: Set = [
        "@graph", "itemListElement", "item", "mainEntity", "hasPart", "dataFeedElement",
    ]
}

/// A thing, or a part of one.
struct SchemaNode: Sendable {
    let json: JSON
    let graph: SchemaGraph

    init(_ json: JSON, in graph: SchemaGraph) {
        self.json = json
        self.graph = graph
    }

    var types: [String] { Self.types(of: json) }

    /// Its name on the web; nil for those that count within the document only.
    var id: String? {
        guard let id = (json["@id"] ?? json["id"])?.text, !id.hasPrefix("_:"), !id.isEmpty else { return nil }
        return graph.address?.resolve(id) ?? id
    }

    /// All values of a property, one by one; what is only named is looked up in the document.
    subscript(name: String) -> [JSON] {
        guard case .object(let fields) = json else { return [] }
        return fields.filter { Self.local($0.name) == name }.flatMap { $0.value.elements ?? [$0.value] }
            .prefix(IncomingDraft.mostParts).map { graph.resolved($0) }
    }

    func nodes(_ name: String) -> [SchemaNode] { self[name].map { SchemaNode($0, in: graph) } }

    /// The texts of a property, with the language that each says.
    func texts(_ name: String) -> [(text: String, language: String?)] { self[name].flatMap { Self.texts($0) } }

    /// The first plain value of a property: a text, a number, or the address of what it points at.
    func word(_ name: String) -> String? {
        self[name].lazy.compactMap { value in
            switch value {
            case .text(let text): text
            case .number(let number): String(number)
            case .decimal(let number): "\(number)"
            case .bool(let flag): flag ? "true" : "false"
            default: value["@value"]?.text ?? value["@id"]?.text ?? value["url"]?.text
            }
        }.first
    }

    private static func texts(_ value: JSON) -> [(text: String, language: String?)] {
        switch value {
        case .text(let text): return [(text, nil)]
        case .object(let fields):
            if let text = value["@value"]?.text { return [(text, value["@language"]?.text)] }
            // A map from languages to texts.
            guard fields.allSatisfy({ ReceivedLanguage.tag($0.name) != nil }) else { return [] }
            return fields.flatMap { field in
                (field.value.elements ?? [field.value]).compactMap(\.text).map { ($0, field.name) }
            }
        default: return []
        }
    }

    static func types(of json: JSON) -> [String] {
        let value = json["@type"] ?? json["type"]
        return (value?.elements ?? value.map { [$0] } ?? []).compactMap(\.text).map(local)
    }

    /// `name` of `schema:name` and of `https://schema.org/name`.
    static func local(_ name: String) -> String {
        for prefix in ["schema:", "https://schema.org/", "http://schema.org/", "sdo:"] where name.hasPrefix(prefix) {
            return String(name.dropFirst(prefix.count))
        }
        return name
    }
}

/// What a type of schema.org is here.
enum SchemaKind: Hashable {
    case kind(Kind)
    /// The owner of the source says: an article may be anything.
    case any

    /// Nil for types that are no record: pages, crumbs, people, pictures.
    init?(types: [String]) {
        guard let found = types.lazy.compactMap({ Self.known[$0] ?? Self.guess($0) }).first else { return nil }
        self = found
    }

    private static func guess(_ type: String) -> SchemaKind? {
        if type.hasSuffix("Event") { return .kind(.event) }
        return type.hasSuffix("Organization") || type.hasSuffix("Organisation") ? .kind(.organisation) : nil
    }

    private static let known: [String: SchemaKind] = {
        let types: [(Kind, String)] = [
            (
                .resource,
                """
                LearningResource Quiz VideoObject Book VideoGame Game MobileApplication WebApplication
                SoftwareApplication PodcastSeries PodcastEpisode HowTo AudioObject PresentationDigitalDocument MediaObject
                """
            ),
            (.initiative, "Course CourseInstance EducationalOccupationalProgram Project ResearchProject"),
            (.event, "Event EventSeries Hackathon Festival"),
            (
                .organisation,
                """
                Organization NGO Corporation LocalBusiness School HighSchool ElementarySchool CollegeOrUniversity
                Library Museum
                """
            ),
            (.channel, "Service GovernmentService"),
            (.publication, "Report ScholarlyArticle Thesis Legislation TechArticle"),
        ]
        var known: [String: SchemaKind] = [:]
        for (kind, names) in types {
            for name in names.split(whereSeparator: \.isWhitespace) { known[String(name)] = .kind(kind) }
        }
        for name in ["CreativeWork", "Article", "NewsArticle", "BlogPosting", "DigitalDocument", "Thing"] {
            known[name] = .any
        }
        return known
    }()
}
