import Catalogue
import Exchange
import HTTPTypes
import Hummingbird

/// Why a question to the API can't be answered; it becomes a problem in the language of whoever asked.
struct APIFault: Error, Sendable {
    var status = HTTPResponse.Status.badRequest
    let key: TextKey
    var values: [String] = []
    /// Which parameter is wrong, where one is.
    var parameter: String?
}

extension SiteEnvironment {
    func problem(_ fault: APIFault, to request: Request) -> Response {
        problem(
            fault, members: fault.parameter.map { [JSON.Field("parameter", .text($0))] } ?? [], to: request)
    }

    /// - Parameter members: what programs may act on, beside the words.
    func problem(_ fault: APIFault, members: [JSON.Field], to request: Request) -> Response {
        let language = request.problemLanguage
        var problem = Problem(
            status: fault.status, detail: Texts.of(language)(fault.key, filling: fault.values), language: language)
        problem.members = members
        return problem.response
    }
}

extension Request {
    /// The language in which its sender wants to hear what is wrong.
    var problemLanguage: Language {
        query.first("lang").flatMap { Language(rawValue: $0) } ?? .preferred(in: headers[.acceptLanguage])
    }
}
