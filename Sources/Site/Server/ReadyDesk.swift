import Catalogue
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Hands finished answers to the connections, before the router and all that is around it are asked.
struct ReadyDesk: Sendable {
    let site: SiteEnvironment
    let beginnings: AnswerBeginnings

    init(site: SiteEnvironment) {
        self.site = site
        beginnings = AnswerBeginnings(security: site.security)
    }

    /// The finished answer at an address, in the coding that is accepted, if there is one that is still true.
    func answer(at address: String, accepting coding: ContentCoding?) -> ReadyBytes? {
        guard
            let page = site.assets.page(at: address) ?? site.readyPage(at: address)
                ?? site.quickRecord(at: address, accepting: coding)
        else { return nil }
        guard let bytes = page.bytes(accepting: coding) else { return nil }
        site.countSearch(of: page)
        return bytes
    }

    /// Counts what was answered, as ``SiteResponder`` counts the others.
    func note(_ head: HTTPRequestHead, isUnchanged: Bool, from begin: ContinuousClock.Instant) {
        site.times.note(from: begin)
        site.note(
            RequestKind(path: head.uri, isSent: false), status: isUnchanged ? 304 : 200, from: begin, isReady: true)
        guard head.method == .GET, GuideStep.mayBeStep(head.uri),
            let request = try? HTTPRequest(head, secure: true, splitCookie: false)
        else { return }
        site.walks.note(
            Request(head: request, body: .init(buffer: ByteBuffer())), answered: isUnchanged ? .notModified : .ok,
            in: site.snapshots.current.catalogue, on: BrusselsTime(site.clock()).day)
    }

    /// Adds what every answer carries to one that the site did not make.
    func complete(_ head: inout HTTPResponseHead) {
        var headers = HTTPFields()
        headers[.date] = beginnings.date
        headers[.cacheControl] = "no-store"
        site.security.add(to: &headers)
        for field in headers { head.headers.replaceOrAdd(name: field.name.rawName, value: field.value) }
    }

    /// A short answer to what is no request that could be answered otherwise. The connection is closed behind it.
    func refusal(_ status: HTTPResponse.Status) -> ByteBuffer {
        var headers = HTTPFields()
        headers[.date] = beginnings.date
        headers[.contentType] = "text/plain; charset=utf-8"
        headers[.cacheControl] = "no-store"
        headers[.connection] = "close"
        site.security.add(to: &headers)
        let body = "\(status.code) \(status.reasonPhrase)\n"
        let lines = headers.map { "\($0.name.rawName): \($0.value)\r\n" }.joined()
        return ByteBuffer(
            string:
                "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n\(lines)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
    }
}
