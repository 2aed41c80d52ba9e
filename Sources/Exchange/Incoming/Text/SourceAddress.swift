import Foundation

/// The address of a source, whose parameters are set one by one.
struct SourceAddress {
    private var components: URLComponents
    private(set) var parameters: [(name: String, value: String)]

    /// Nil for what is no address of the web, such as the path of a file.
    init?(_ text: String) {
        guard text.utf8.count <= 8_000, let components = URLComponents(string: text.trimmed),
            let scheme = components.scheme?.lowercased(), ["http", "https"].contains(scheme),
            components.host?.isEmpty == false
        else { return nil }
        self.components = components
        parameters = (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }
    }

    var path: String {
        get { components.percentEncodedPath }
        // `URLComponents` stops the program at what is not encoded; paths are made here out of parts of itself.
        set { components.path = newValue.removingPercentEncoding ?? newValue }
    }

    var host: String { (components.host ?? "").lowercased() + ":" + (components.port.map { "\($0)" } ?? "") }

    subscript(name: String) -> String? {
        get { parameters.first { $0.name == name }?.value }
        set {
            let place = parameters.firstIndex { $0.name == name }
            parameters.removeAll { $0.name == name }
            guard let newValue else { return }
            parameters.insert((name, newValue), at: min(place ?? parameters.count, parameters.count))
        }
    }

    /// - Parameter steps: beginning with a slash.
    mutating func append(_ steps: String) {
        path = String(path.reversed().drop { $0 == "/" }.reversed()) + steps
    }

    mutating func replaceParameters(_ other: [(name: String, value: String)]) { parameters = other }

    var text: String {
        var bare = components
        bare.percentEncodedQuery = nil
        bare.percentEncodedFragment = nil
        let query = parameters.map { Self.encode($0.name) + "=" + Self.encode($0.value) }.joined(separator: "&")
        return (bare.string ?? "") + (query.isEmpty ? "" : "?" + query)
    }

    /// A whole address out of one that may be relative to this; nil where it is none of the web.
    func resolve(_ text: String) -> String? {
        guard text.utf8.count <= 2_000, !text.isEmpty, let base = URL(string: self.text),
            let url = URL(string: text.trimmed, relativeTo: base)
        else { return nil }
        return SourceAddress(url.absoluteString) == nil ? nil : url.absoluteString
    }

    /// Everything is encoded that may be: tokens hold `+`, `/` and `=`.
    private static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
