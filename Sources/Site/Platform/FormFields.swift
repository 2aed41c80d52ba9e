import HTTPTypes
import Hummingbird

extension Request {
    /// The first `most` fields of a sent form of at most `limit` bytes; nil where they are not text. Forms of other sites and files are refused.
    func formFields(upTo limit: Int, most: Int = QueryItems.usualMost) async throws -> QueryItems? {
        guard isFromThisSite else { throw HTTPError(.forbidden) }
        guard headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false else {
            throw HTTPError(.unsupportedMediaType)
        }
        var request = self
        let body = try await request.collectBody(upTo: limit)
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

extension String {
    /// Without control characters (line ends kept) and without space at the ends.
    var tidied: String {
        let kept = replacing("\r\n", with: "\n").unicodeScalars.filter {
            $0 == "\n" || $0.properties.generalCategory != .control
        }
        let start = String(String.UnicodeScalarView(kept)).drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
