import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers that anybody may read from anywhere, also the scripts of other sites.
extension SiteEnvironment {
    /// What is made of one snapshot and small enough to be held: kept ready, compressed and with its tag.
    /// - Parameters:
    ///   - fileName: under which a browser saves it; nil: it shows it.
    ///   - link: of the header `Link`.
    ///   - varies: whether another answer stands at its address for those who accept other media types.
    func open(
        _ bytes: [UInt8], _ mediaType: String, to request: Request, context: PageContext, language: String? = nil,
        fileName: String? = nil, freshness: ReadyPage.Freshness = .snapshot, link: String? = nil, varies: Bool = false
    ) -> Response {
        let ready = ReadyPage(
            mediaType: mediaType, language: language, bytes: bytes, freshness: freshness, isShared: true,
            fileName: fileName, modified: context.snapshot.madeAt, link: link, varies: varies)
        return answer(ready, to: request, keeping: true, context: context)
    }

    /// What is too large to be held: made piece by piece while it is sent.
    func stream(
        _ mediaType: String, fileName: String? = nil, to request: Request, context: PageContext,
        _ pieces: @escaping @Sendable () -> some Sequence<[UInt8]>
    ) -> Response {
        var headers = HTTPFields()
        // Weak: the snapshot, not the bytes, makes it the same.
        let tag = "W/\"\(context.snapshot.revision)-\(Fingerprint(Array("\(mediaType) \(request.uri.string)".utf8)))\""
        headers[.contentType] = mediaType
        headers[.eTag] = tag
        headers[.cacheControl] = ReadyPage.Freshness.snapshot.cacheControl
        headers[.accessControlAllowOrigin] = "*"
        headers[.accessControlExposeHeaders] = ReadyPage.exposed
        headers[.lastModified] = context.snapshot.madeAt?.httpDate
        headers[.contentDisposition] = fileName.map { "attachment; filename=\"\($0)\"" }
        if request.has(tag: tag, modified: context.snapshot.madeAt) {
            headers[.contentType] = nil
            headers[.contentDisposition] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                var buffer = ByteBuffer()
                buffer.reserveCapacity(Self.chunk)
                for piece in pieces() {
                    buffer.writeBytes(piece)
                    guard buffer.readableBytes >= Self.chunk else { continue }
                    try await writer.write(buffer)
                    // Whoever reads fast must not keep others from their pages.
                    await Task.yield()
                    buffer = ByteBuffer()
                    buffer.reserveCapacity(Self.chunk)
                }
                if buffer.readableBytes > 0 { try await writer.write(buffer) }
                try await writer.finish(nil)
            })
    }

    /// Bytes that are written at once.
    private static let chunk = 64 << 10

    /// An error of the API in the language that was asked for.
    func problem(
        _ status: HTTPResponse.Status, _ key: TextKey, _ values: String..., to request: Request
    ) -> Response {
        let language =
            request.query.first("lang").flatMap { Language(rawValue: $0) }
            ?? .preferred(in: request.headers[.acceptLanguage])
        return Problem(status: status, detail: Texts.of(Edition(language))(key, filling: values), language: language)
            .response
    }
}

extension SiteSettings {
    /// Where this site shows what.
    package var addresses: PublicAddresses {
        PublicAddresses(site: publicAddress) { kind, id, language in
            Address.record(kind, id).print(in: Edition(language))
        }
    }
}

extension PageContext {
    var addresses: PublicAddresses { settings.addresses }
}
