import Catalogue
import Exchange
import HTTPTypes
import Hummingbird

/// One thing that can be asked of the API. Its route, its description for programs and its part of the page for people
/// are made of this, so that they can't drift apart.
struct APIOperation: Sendable {
    /// Its name in the description.
    let id: String
    var method = HTTPRequest.Method.get
    /// `/api/v1/records/{id}`.
    let path: String
    let says: TextKey
    var parameters: [APIParameter] = []
    /// The name of the schema of what is sent, if anything is.
    var takes: String?
    /// The schema of the answer.
    let gives: JSON
    /// The media type of another form of the answer, if there is one, and the schema of a line of it.
    var lines: JSON?
    /// Statuses of success.
    var successes: [HTTPResponse.Status] = [.ok]
    /// Statuses of problems, beside those that any question may have.
    var problems: [HTTPResponse.Status] = []
    /// Whether the answer says in `Link` where the next page is.
    var hasPages = false
    /// Whether only programs of members may ask.
    var needsKey = false

    /// What was asked, checked.
    /// - Parameter found: the parameter in the path, by its name.
    func read(
        _ query: QueryItems, path found: (String) -> String?, in snapshot: Snapshot
    ) throws(APIFault) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for item in query.items { values[item.name, default: []].append(item.value) }
        let known = parameters.filter { !$0.isInPath }
        for name in values.keys.sorted() where !known.contains(where: { $0.name == name }) {
            let shown = String(name.prefix(60))
            guard !known.isEmpty else { throw APIFault(key: .problemNoParameters, values: [shown], parameter: shown) }
            throw APIFault(
                key: .problemUnknownParameter, values: [shown, known.map(\.name).joined(separator: ", ")],
                parameter: shown)
        }
        for parameter in parameters where parameter.isInPath {
            values[parameter.name] = found(parameter.name).map { [$0] }
        }
        for parameter in known {
            let given = values[parameter.name] ?? []
            if given.count > 1, !parameter.isRepeatable {
                throw APIFault(key: .problemRepeated, values: [parameter.name], parameter: parameter.name)
            }
            for value in given { try parameter.check(value, in: snapshot) }
        }
        return values
    }

    /// Adds its route.
    func addRoute(
        to router: SiteRouter, _ site: SiteEnvironment, _ answer: @escaping @Sendable (APIQuestion) throws -> Response
    ) {
        router.on(RouterPath(routerPath), method: method) { request, context in
            let language = request.query.first("lang").flatMap { Language(rawValue: $0) } ?? .nl
            let page = site.context(for: request, edition: Edition(language), address: .home)
            do {
                let values = try read(request.query, path: { context.parameters.get($0) }, in: page.snapshot)
                return try answer(APIQuestion(request: request, page: page, values: values))
            } catch let fault as APIFault { return site.problem(fault, to: request) }
        }
    }

    /// As the router writes it: `api/v1/records/:id`.
    private var routerPath: String {
        path.dropFirst().split(separator: "/").map { step in
            step.hasPrefix("{") ? ":\(step.dropFirst().dropLast())" : String(step)
        }.joined(separator: "/")
    }

    /// Whether a path is one of its.
    func matches(_ steps: [Substring]) -> Bool {
        let own = path.split(separator: "/")
        return own.count == steps.count && zip(own, steps).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
}

/// A question to the API, as it was understood.
struct APIQuestion: Sendable {
    let request: Request
    let page: PageContext
    let values: [String: [String]]

    func first(_ name: String) -> String? { values[name]?.first }
    func all(_ name: String) -> [String] { values[name] ?? [] }
    func number(_ name: String) -> Int? { first(name).flatMap { Int($0) } }
    func moment(_ name: String) -> AskedMoment? { first(name).flatMap { AskedMoment($0) } }
}
