import HTTPTypes
import Hummingbird

extension Request {
    /// The first `most` fields of a sent form of at most `limit` bytes; nil where they are not text. Forms of other sites and files are refused.
    func formFields(upTo limit: Int, most: Int = QueryItems.usualMost) async throws -> QueryItems? {
        guard isFromThisSite else { throw HTTPError(.forbidden) }
        guard headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false else {
            throw HTTPError(.unsupportedMediaType)
        }
        let body = try await body(upTo: limit)
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else { return nil }
        return QueryItems(parsing: text, most: most)
    }

    /// Whether a form came from a page of this site: browsers say so in `Sec-Fetch-Site`, older ones in `Origin`.
    /// A request with neither is not from a browser's cross-site form.
    var isFromThisSite: Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = headers[.origin] else { return true }
        guard let host = head.authority else { return false }
        return origin == "https://\(host)" || origin == "http://\(host)"
    }
}
