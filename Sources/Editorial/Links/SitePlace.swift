import Catalogue

/// A site, or a part of it, as people write it: `childfocus.be`, `https://www.childfocus.be/nl`.
package struct SitePlace: Hashable, Codable, Sendable, CustomStringConvertible {
    /// Why a text is no site.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case unreadable(String)
        case notADomain(String)

        package var description: String {
            switch self {
            case .unreadable(let text):
                "‘\(text)’ is no site: write a domain, and perhaps the beginning of a path: www.example.be/nl"
            case .notADomain(let host): "‘\(host)’ is no domain of a public site: write it as in www.childfocus.be"
            }
        }
    }

    /// Nil for http and https alike.
    package let scheme: String?
    /// In small letters, with the port if it has one.
    package let host: String
    /// Empty, or steps with a `/` before each: `/nl/help`.
    package let path: String

    package init(_ text: String) throws(Fault) {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true || rest.last == "/" { rest.removeLast() }
        var scheme: String?
        for candidate in ["https", "http"] where rest.lowercased().hasPrefix(candidate + "://") {
            scheme = candidate
            rest = rest.dropFirst(candidate.count + 3)
            break
        }
        self.scheme = scheme
        let authority = rest.prefix { $0 != "/" }
        host = authority.lowercased()
        path = String(rest.dropFirst(authority.count))
        guard !path.contains("//"), !path.contains("?"), !path.contains("#"), !host.contains("@") else {
            throw .unreadable(text)
        }
        guard Self.isPublicDomain(host) else { throw .notADomain(String(authority)) }
        guard WebAddress("https://\(host)\(path)") != nil else { throw .unreadable(text) }
    }

    package var description: String { (scheme.map { $0 + "://" } ?? "") + host + path }

    /// What follows the place in the address; nil if the address is elsewhere. `/nl` holds `/nl/help`, not `/nlx`.
    func remainder(of address: WebAddress) -> (scheme: String, rest: Substring)? {
        let text = address.description
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let addressScheme = text[..<colon].lowercased()
        let afterScheme = text[colon...].dropFirst(3)
        let authority = afterScheme.prefix { !"/?#".contains($0) }
        guard scheme == nil || scheme == addressScheme, authority.lowercased() == host else { return nil }
        let rest = afterScheme.dropFirst(authority.count)
        guard rest.hasPrefix(path) else { return nil }
        let remainder = rest.dropFirst(path.count)
        guard remainder.isEmpty || path.isEmpty || "/?#".contains(remainder.first ?? "/") else { return nil }
        return (addressScheme, remainder)
    }
}

extension SitePlace {
    /// A name with a known shape under a top-level domain that is not set aside for other uses
    /// (https://www.iana.org/assignments/special-use-domain-names), with or without a port.
    private static func isPublicDomain(_ host: String) -> Bool {
        let parts = host.split(separator: ":", omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2, name.utf8.count <= 253 else { return false }
        if parts.count == 2 {
            guard let port = Int(parts[1]), (1...65_535).contains(port), String(port) == parts[1] else { return false }
        }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last, last.utf8.count >= 2,
            last.hasPrefix("xn--") || last.allSatisfy({ $0.isLetter })
        else { return false }
        return !setAside.contains(String(last))
    }

    private static func isLabel(_ text: Substring) -> Bool {
        (1...63).contains(text.utf8.count) && text.first != "-" && text.last != "-"
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    private static let setAside: Set<String> = [
        "alt", "arpa", "example", "internal", "invalid", "lan", "local", "localhost", "onion", "test",
    ]
}
