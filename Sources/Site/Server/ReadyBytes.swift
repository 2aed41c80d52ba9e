import Foundation
import HTTPTypes
import NIOCore

/// A finished answer as it goes over the wire, in one coding: all but its first lines, which hold the time.
struct ReadyBytes: Sendable {
    /// The headers, the empty line, and the body.
    let whole: ByteBuffer
    /// How much of ``whole`` comes before the body.
    private let headSize: Int
    /// The headers for who has it already (RFC 9110, section 15.4.5), and the empty line.
    let unchanged: ByteBuffer
    private let entityTag: String?
    private let modified: Date?

    init(headers: HTTPFields, body: ByteBuffer, entityTag: String?, modified: Date?) {
        var bytes = Self.bytes(of: headers, with: body.readableBytes)
        headSize = bytes.readableBytes
        bytes.writeImmutableBuffer(body)
        whole = bytes
        unchanged = Self.bytes(of: headers.unchanged, with: nil)
        self.entityTag = entityTag
        self.modified = modified
    }

    /// What is sent for HEAD.
    var head: ByteBuffer { whole.getSlice(at: whole.readerIndex, length: headSize) ?? ByteBuffer() }

    /// The same bytes as those in ``whole``, not a copy.
    var body: ByteBuffer {
        whole.getSlice(at: whole.readerIndex + headSize, length: whole.readableBytes - headSize) ?? ByteBuffer()
    }

    /// Whether a reader has it already.
    func isKnown(ifNoneMatch: String?, ifModifiedSince: String?) -> Bool {
        guard ifNoneMatch != nil || ifModifiedSince != nil, let entityTag else { return false }
        return Revalidation(ifNoneMatch: ifNoneMatch, ifModifiedSince: ifModifiedSince)
            .matches(tag: entityTag, modified: modified)
    }

    private static func bytes(of headers: HTTPFields, with length: Int?) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(1_024 + (length ?? 0))
        for field in headers { bytes.writeString("\(field.name.rawName): \(field.value)\r\n") }
        if let length { bytes.writeString("\(HTTPField.Name.contentLength.rawName): \(length)\r\n") }
        bytes.writeStaticString("\r\n")
        return bytes
    }
}

/// What a request says of the answer that its sender has already.
struct Revalidation: Hashable, Sendable {
    let ifNoneMatch: String?
    let ifModifiedSince: String?

    /// RFC 9110, sections 13.1.2, with weak comparison, and 13.1.3.
    func matches(tag: String, modified: Date?) -> Bool {
        if let header = ifNoneMatch {
            if header == "*" || header == tag { return true }
            let strong = tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
            return header.split(separator: ",").contains { part in
                let name = part.filter { !$0.isWhitespace }
                return name == strong || name == "W/" + strong
            }
        }
        guard let modified, let since = ifModifiedSince.flatMap({ Date(httpDate: $0) }) else { return false }
        return modified.timeIntervalSince1970.rounded(.down) <= since.timeIntervalSince1970
    }
}

extension HTTPFields {
    /// Those of them that go with an answer without its body, for who has that already.
    var unchanged: HTTPFields {
        var headers = self
        headers[.contentType] = nil
        headers[.contentEncoding] = nil
        headers[.contentDisposition] = nil
        return headers
    }
}
