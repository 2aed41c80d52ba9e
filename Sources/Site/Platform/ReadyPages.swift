import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A finished answer that may be sent many times.
struct ReadyPage: Sendable {
    /// How long an answer stays true.
    enum Freshness: Sendable {
        /// As long as its snapshot.
        case snapshot
        /// Until the clock moves on: pages that say what is open now.
        case minute
        /// For its own reader only, because it holds what that reader typed: it is not kept ready for others.
        case personal
        /// For ever: its address changes with its content.
        case forever
        /// Not to be kept by anybody.
        case never

        var cacheControl: String {
            switch self {
            case .forever: "public, max-age=31536000, immutable"
            case .snapshot: "public, max-age=60, must-revalidate"
            case .minute: "public, max-age=20, must-revalidate"
            case .personal: "private, max-age=20"
            case .never: "no-store"
            }
        }

        fileprivate var isKept: Bool { if case .never = self { false } else { true } }
    }

    let status: HTTPResponse.Status
    let mediaType: String
    let language: String?
    let body: ByteBuffer
    let freshness: Freshness
    /// Whether scripts of other sites may read it.
    let isShared: Bool
    /// Whether the body is packed already.
    let isPacked: Bool
    /// Under which a browser saves it; nil: it shows it.
    let fileName: String?
    /// When what it says changed last, to the second; nil where nobody knows.
    let modified: Date?
    /// What its `Link` header says, such as where the next page is.
    let link: String?
    /// Whether another answer stands at its address for those who accept other media types.
    let varies: Bool
    let framing: Framing
    let tag: String
    /// The finished forms of the answer, by coding (nil: unpacked).
    private var forms: [ContentCoding?: Form] = [:]

    /// Headers and body in one coding.
    private struct Form: Sendable {
        let headers: HTTPFields
        let body: ByteBuffer
        /// Nil where nobody may keep the answer: a tag would say something of what it holds.
        let entityTag: String?
    }

    /// What scripts of other sites may read of the headers.
    static let exposed = "ETag, Last-Modified, Link, Retry-After"

    /// Bodies smaller than this are not worth packing.
    private static let leastPacked = 500

    init(
        status: HTTPResponse.Status = .ok, mediaType: String = "text/html; charset=utf-8", language: String? = nil,
        bytes: [UInt8], freshness: Freshness, isShared: Bool = false, isPacked: Bool = false, fileName: String? = nil,
        modified: Date? = nil, link: String? = nil, varies: Bool = false,
        framing: Framing = .none
    ) {
        self.status = status
        self.mediaType = mediaType
        self.language = language
        self.freshness = freshness
        self.isShared = isShared
        self.isPacked = isPacked
        self.fileName = fileName
        self.modified = modified
        self.link = link
        self.varies = varies
        self.framing = framing
        body = ByteBuffer(bytes: bytes)
        tag = Fingerprint(bytes).description
    }

    /// Bytes of all finished forms.
    var size: Int { forms.values.reduce(0) { $0 + $1.body.readableBytes } }

    /// The same answer with the form for `coding` finished, security headers included, so that sending it costs next
    /// to nothing.
    func prepared(for coding: ContentCoding?, thoroughly: Bool = false, security: SecurityHeaders) -> ReadyPage {
        let form = form(coding, thoroughly: thoroughly)
        var headers = form.headers
        security.add(to: &headers)
        var copy = self
        copy.forms[coding] = Form(headers: headers, body: form.body, entityTag: form.entityTag)
        return copy
    }

    func isPrepared(for coding: ContentCoding?) -> Bool { forms[coding] != nil }

    /// The coding in which a request gets this answer.
    func coding(for request: Request) -> ContentCoding? {
        body.readableBytes >= Self.leastPacked && !isPacked
            ? ContentCoding.best(in: request.headers[.acceptEncoding]) : nil
    }

    /// The response to one request: packed as it accepts, or 304 where it has this already.
    func response(to request: Request) -> Response {
        let coding = coding(for: request)
        let form = forms[coding] ?? form(coding, thoroughly: false)
        if status == .ok, let tag = form.entityTag, request.has(tag: tag, modified: modified) {
            var headers = form.headers
            headers[.contentType] = nil
            headers[.contentEncoding] = nil
            headers[.contentDisposition] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: status, headers: form.headers, body: .init(byteBuffer: form.body))
    }

    private func form(_ coding: ContentCoding?, thoroughly: Bool) -> Form {
        let packed = coding.flatMap { $0.pack(body, thoroughly: thoroughly) }
        let entityTag = freshness.isKept ? "\"\(tag)\(packed == nil ? "" : "-\(coding?.rawValue ?? "")")\"" : nil
        var headers = HTTPFields()
        headers[.contentType] = mediaType
        headers[.eTag] = entityTag
        headers[.vary] = varies ? "Accept, Accept-Encoding" : "Accept-Encoding"
        if let name = HTTPField.Name("Link") { headers[name] = link }
        headers[.cacheControl] = freshness.cacheControl
        if framing != .none { headers[.contentSecurityPolicy] = framing.policy }
        if let language { headers[.contentLanguage] = language }
        if isShared {
            headers[.accessControlAllowOrigin] = "*"
            headers[.accessControlExposeHeaders] = Self.exposed
        }
        headers[.contentDisposition] = fileName.map { "attachment; filename=\"\($0)\"" }
        if freshness.isKept { headers[.lastModified] = modified?.httpDate }
        if packed != nil { headers[.contentEncoding] = coding?.rawValue }
        return Form(headers: headers, body: packed ?? body, entityTag: entityTag)
    }
}

extension Request {
    /// Whether its sender has this already (RFC 9110, sections 13.1.2, with weak comparison, and 13.1.3).
    func has(tag: String, modified: Date?) -> Bool {
        guard method == .get || method == .head else { return false }
        if let header = headers[.ifNoneMatch] {
            if header == "*" { return true }
            let strong = tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
            return header.split(separator: ",").contains { part in
                let name = part.filter { !$0.isWhitespace }
                return name == strong || name == "W/" + strong
            }
        }
        guard let modified, let since = headers[.ifModifiedSince].flatMap({ Date(httpDate: $0) }) else { return false }
        return modified.timeIntervalSince1970.rounded(.down) <= since.timeIntervalSince1970
    }
}

/// Finished pages of the current snapshot, by address. Full, it starts anew.
final class ReadyPages: Sendable {
    /// Bytes of bodies, in all their forms.
    static let capacity = 96 << 20

    private struct Shelf {
        var revision = -1
        var pages: [String: (page: ReadyPage, minute: Int)] = [:]
        var size = 0
    }

    private let shelf = Mutex(Shelf())

    /// The finished page at an address, if it is one of this snapshot and still true at this minute.
    func page(at address: String, revision: Int, minute: Int) -> ReadyPage? {
        shelf.withLock { shelf in
            guard shelf.revision == revision, let entry = shelf.pages[address] else { return nil }
            if case .minute = entry.page.freshness, entry.minute != minute { return nil }
            // The print-out of every page says its day. Midnight in Belgium, in summer an hour after it.
            guard (entry.minute + 60) / 1_440 == (minute + 60) / 1_440 else { return nil }
            return entry.page
        }
    }

    func keep(_ page: ReadyPage, at address: String, revision: Int, minute: Int) {
        shelf.withLock { shelf in
            shelf.size -= shelf.pages.removeValue(forKey: address)?.page.size ?? 0
            if shelf.revision != revision || shelf.size + page.size > Self.capacity {
                shelf = Shelf(revision: revision)
            }
            shelf.pages[address] = (page, minute)
            shelf.size += page.size
        }
    }
}
