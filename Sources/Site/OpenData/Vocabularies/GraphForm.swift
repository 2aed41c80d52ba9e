import Catalogue
import Exchange
import HTTPTypes
import Hummingbird

/// The forms in which statements can be had, by the end of their address.
enum GraphForm: String, CaseIterable, Sendable {
    case turtle = "ttl"
    case json = "jsonld"

    var mediaType: String {
        switch self {
        case .turtle: TurtleWriter.mediaType
        case .json: RDFGraph.jsonMediaType
        }
    }

    func bytes(of graph: RDFGraph) -> [UInt8] {
        switch self {
        case .turtle: TurtleWriter.bytes(of: graph)
        case .json: graph.json.bytes
        }
    }

    /// A name and the form that stands behind its last point, if any: `themes.ttl`.
    static func split(_ step: String) -> (name: String, form: GraphForm?) {
        for form in allCases where step.hasSuffix("." + form.rawValue) {
            return (String(step.dropLast(form.rawValue.count + 1)), form)
        }
        return (step, nil)
    }

    /// What a request asks for; nil: a page for people.
    static func asked(by request: Request) -> GraphForm? {
        switch MediaChoice.best(of: offers, in: request.headers[.accept]) {
        case "text/turtle": .turtle
        case RDFGraph.jsonMediaType, "application/json": .json
        default: nil
        }
    }

    private static let offers = ["text/html", "text/turtle", RDFGraph.jsonMediaType, "application/json"]
}

extension SiteEnvironment {
    /// Leads from the name of something to a page about it, or to statements.
    /// - Parameters:
    ///   - name: the path of its name, behind which the end of a form makes a file.
    ///   - address: that of the page.
    func lead(from name: String, to address: Address, _ request: Request) -> Response {
        let language = Language.preferred(in: request.headers[.acceptLanguage])
        let location = GraphForm.asked(by: request).map { "\(name).\($0.rawValue)" } ?? address.print(in: language)
        return Response(
            status: .seeOther,
            headers: [
                .location: location, .vary: "Accept, Accept-Language",
                .cacheControl: ReadyPage.Freshness.snapshot.cacheControl, .accessControlAllowOrigin: "*",
            ])
    }

    /// Statements as a file.
    func answer(_ graph: RDFGraph, as form: GraphForm, to request: Request, _ page: PageContext) -> Response {
        open(form.bytes(of: graph), form.mediaType, to: request, context: page, link: Licence.data.link)
    }
}

extension Licence {
    /// As it stands in a header (RFC 8288, and `license` of RFC 4946).
    var link: String { "<\(address)>; rel=\"license\"" }
}

extension Response {
    /// The same with its licence in the header.
    func stating(_ licence: Licence) -> Response {
        guard let name = HTTPField.Name("Link") else { return self }
        var copy = self
        copy.headers[values: name].append(licence.link)
        return copy
    }
}
