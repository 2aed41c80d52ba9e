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
        /// Until the clock moves on, and whenever it is sent a search is counted.
        case known(KnownSearch)
        /// For ever: its address changes with its content.
        case forever
        /// Not to be kept by anybody.
        case never

        var cacheControl: String {
            switch self {
            case .forever: "public, max-age=31536000, immutable"
            case .snapshot: "public, max-age=60, must-revalidate"
            case .minute: "public, max-age=20, must-revalidate"
            case .personal, .known: "private, max-age=20"
            case .never: "no-store"
            }
        }

        fileprivate var isKept: Bool { if case .never = self { false } else { true } }

        fileprivate var isOfTheMinute: Bool {
            switch self {
            case .minute, .known: true
            case .snapshot, .personal, .forever, .never: false
            }
        }
    }

    let status: HTTPResponse.Status
    let mediaType: String
    let language: String?
    private(set) var body: ByteBuffer
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
        var body: ByteBuffer
        let isPacked: Bool
        /// Nil where nobody may keep the answer: a tag would say something of what it holds.
        let entityTag: String?
        /// As it goes over the wire; nil until it is ready to be sent often.
        var bytes: ReadyBytes?

        var size: Int { (bytes?.whole.storageCapacity ?? body.readableBytes) + Self.overhead }

        /// Bytes of headers and of what holds them, counted rather too high.
        private static let overhead = 1_536
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

    /// Bytes of memory that it takes: of each finished form, and of the body where none of those holds it.
    var size: Int {
        let isHeld = forms.values.contains { !$0.isPacked }
        return forms.values.reduce(isHeld ? 0 : body.readableBytes) { $0 + $1.size }
    }

    /// The same answer with the form for `coding` finished, so that sending it costs next to nothing.
    func prepared(for coding: ContentCoding?, thoroughly: Bool = false) -> ReadyPage {
        var form = form(coding, thoroughly: thoroughly)
        let bytes = ReadyBytes(
            headers: form.headers, body: form.body, entityTag: form.entityTag, modified: modified, framing: framing)
        form.bytes = bytes
        form.body = bytes.body
        var copy = self
        copy.forms[coding] = form
        // Once in memory is enough.
        if !form.isPacked { copy.body = bytes.body }
        return copy
    }

    /// The bytes to send to who accepts `coding`, where they are ready.
    func bytes(accepting coding: ContentCoding?) -> ReadyBytes? { forms[self.coding(accepting: coding)]?.bytes }

    func isPrepared(for coding: ContentCoding?) -> Bool { forms[coding] != nil }

    /// The coding in which a request gets this answer.
    func coding(for request: Request) -> ContentCoding? {
        isWorthPacking ? ContentCoding.best(in: request.headers[.acceptEncoding]) : nil
    }

    func coding(accepting coding: ContentCoding?) -> ContentCoding? { isWorthPacking ? coding : nil }

    private var isWorthPacking: Bool { body.readableBytes >= Self.leastPacked && !isPacked }

    /// The response to one request: packed as it accepts, or 304 where it has this already.
    func response(to request: Request) -> Response {
        let coding = coding(for: request)
        let form = forms[coding] ?? form(coding, thoroughly: false)
        if status == .ok, let tag = form.entityTag, request.has(tag: tag, modified: modified) {
            return Response(status: .notModified, headers: form.headers.unchanged)
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
        return Form(headers: headers, body: packed ?? body, isPacked: packed != nil, entityTag: entityTag)
    }
}

extension Request {
    /// Whether its sender has this already.
    func has(tag: String, modified: Date?) -> Bool {
        guard method == .get || method == .head else { return false }
        return Revalidation(ifNoneMatch: headers[.ifNoneMatch], ifModifiedSince: headers[.ifModifiedSince])
            .matches(tag: tag, modified: modified)
    }
}

/// Finished pages of the current snapshot, by address, in bounded memory: when there are too many, those go that nobody
/// asked for since the last time there were.
final class ReadyPages: Sendable {
    /// Bytes of pages in all their forms, with what holds them.
    static let capacity = 96 << 20

    private struct Pages {
        var byAddress: [String: (page: ReadyPage, minute: Int)] = [:]
        var size = 0

        mutating func take(_ address: String) -> (page: ReadyPage, minute: Int)? {
            guard let entry = byAddress.removeValue(forKey: address) else { return nil }
            size -= entry.page.size
            return entry
        }
    }

    private struct Shelf {
        var revision = -1
        /// Kept or asked for of late.
        var young = Pages()
        var old = Pages()

        mutating func put(_ page: ReadyPage, at address: String, minute: Int) {
            _ = young.take(address)
            _ = old.take(address)
            // At first a larger part of the room is filled before anything goes: a site that fits in stays.
            if young.size + page.size > ReadyPages.capacity * 2 / 3
                || young.size + old.size + page.size > ReadyPages.capacity
            {
                old = young
                young = Pages()
            }
            young.byAddress[address] = (page, minute)
            young.size += page.size
        }
    }

    private let shelf = Mutex(Shelf())

    /// How many pages are held, and how many bytes.
    var held: (count: Int, bytes: Int) {
        shelf.withLock { ($0.young.byAddress.count + $0.old.byAddress.count, $0.young.size + $0.old.size) }
    }

    /// The finished page at an address, if it is one of this snapshot and still true at this minute.
    func page(at address: String, revision: Int, minute: Int) -> ReadyPage? {
        shelf.withLock { shelf in
            guard shelf.revision == revision else { return nil }
            if shelf.young.byAddress[address] == nil, let entry = shelf.old.byAddress[address] {
                shelf.put(entry.page, at: address, minute: entry.minute)
            }
            guard let entry = shelf.young.byAddress[address] else { return nil }
            if entry.page.freshness.isOfTheMinute, entry.minute != minute { return nil }
            // The print-out of every page says its day. Midnight in Belgium, in summer an hour after it.
            guard (entry.minute + 60) / 1_440 == (minute + 60) / 1_440 else { return nil }
            return entry.page
        }
    }

    /// What was ready is true no more.
    func forget() { shelf.withLock { $0 = Shelf() } }

    func keep(_ page: ReadyPage, at address: String, revision: Int, minute: Int) {
        // What nearly fills the shelf keeps nothing else on it.
        guard page.size <= Self.capacity / 4 else { return }
        shelf.withLock { shelf in
            if shelf.revision != revision { shelf = Shelf(revision: revision) }
            shelf.put(page, at: address, minute: minute)
        }
    }
}
