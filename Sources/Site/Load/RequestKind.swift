import Catalogue
import Hummingbird

/// What somebody asks for, as far as the address tells: for counting, and for the order in which the site gives way.
enum RequestKind: String, CaseIterable, Sendable {
    /// Ways out of trouble: guides, channels, pages for children, what works offline.
    case help
    /// Reports, and how those who sent them come back to them.
    case report
    /// What people with an account do, in the browser or with a program.
    case workspace
    /// Forms for everybody, and what the store is asked for them.
    case form
    case page, search, landscape
    case api, feed
    /// What is large and made for one who asks.
    case download
    case asset
    /// What keepers and crawlers ask: health, figures, rules.
    case machine

    init(_ request: Request) {
        self.init(path: request.uri.path, isSent: request.method == .post, wantsLines: request.wantsLines)
    }

    /// - Parameters:
    ///   - path: with or without the query.
    ///   - isSent: whether it is a form or the like that is sent.
    ///   - wantsLines: whether a program wants all there is, record by record.
    init(path: String, isSent: Bool, wantsLines: Bool = false) {
        // In bytes, because ready pages, which are answered in microseconds, are counted too.
        let end = path.utf8.firstIndex(of: UInt8(ascii: "?")) ?? path.endIndex
        let steps = path.utf8[..<end].split(separator: UInt8(ascii: "/"), maxSplits: 3).map { Substring($0) }
        guard let first = steps.first else {
            self = .page
            return
        }
        let second = steps.count > 1 ? steps[1] : ""
        let third = steps.count > 2 ? steps[2] : ""
        if Edition(first) != nil {
            self = Self.page(second, third, steps.count > 3 ? steps[3] : "", isSent: isSent)
            return
        }
        switch first {
        case "api": self = Self.program(third, wantsLines: wantsLines)
        case "hsds": self = second == "datapackage.zip" || wantsLines ? .download : .api
        case "data", "amb.ndjson": self = .download
        case "oai", "amb", "records", "vocabularies": self = .api
        case "assets", "favicon.ico", "worker.js": self = .asset
        case "sitemap.xml", "sitemaps", "opensearch.xml": self = .feed
        case "health", "metrics", "robots.txt", ".well-known", "accessibility.json", "conformance.json":
            self = .machine
        default: self = first.hasPrefix("vocabulary.") || first.hasPrefix("dataset") ? .api : .page
        }
    }

    private static func page(_ first: Substring, _ second: Substring, _ rest: Substring, isSent: Bool) -> RequestKind {
        switch first {
        case "help", "kids", "channels", "offline", "guides": .help
        case "report": .report
        case "offline.pack", "offline.zip": .download
        case "workspace": .workspace
        case "search", "search.atom": .search
        case "landscape":
            // Older reports, and how far actions and labs have come, are in the store.
            second == "reports" || second.hasPrefix("actions") || second.hasPrefix("labs") ? .form : .landscape
        case "events" where rest == "registration" || rest == "action": .form
        default:
            if isSent {
                .form
            } else {
                first.hasSuffix(".atom") || first.hasSuffix(".ics") || second.hasSuffix(".atom")
                    || second.hasSuffix(".ics") ? .feed : .page
            }
        }
    }

    private static func program(_ what: Substring, wantsLines: Bool) -> RequestKind {
        switch what {
        case "search": .search
        case "drafts": .workspace
        default: wantsLines ? .download : .api
        }
    }

    /// Where it is let in; nil: always. What is sent waits for the store, whatever it is about.
    func room(isSent: Bool) -> Room? {
        switch self {
        case .help, .report: isSent ? .writing : .help
        case .workspace, .form: .writing
        case .page, .search, .landscape, .api, .feed: .reading
        case .download: .bulk
        case .asset, .machine: nil
        }
    }

    /// Whether one answer that is not ready is so much work that one source may not ask for any number of them.
    var isCostly: Bool { self == .search || self == .landscape || self == .download }
}
