import Foundation
import HTTPTypes
import NIOCore

/// A finished answer as it goes over the wire, in one coding: all but its first lines, which every answer has and which
/// hold the time (``AnswerBeginnings``).
struct ReadyBytes: Sendable {
    /// The headers, the empty line, and the body.
    let whole: ByteBuffer
    /// How much of ``whole`` comes before the body.
    private let headSize: Int
    /// How much of it are the headers that go with an answer without its body, too.
    private let sharedSize: Int
    private let entityTag: String?
    private let modified: Date?
    let framing: Framing

    init(headers: HTTPFields, body: ByteBuffer, entityTag: String?, modified: Date?, framing: Framing) {
        let length = HTTPField(name: .contentLength, value: String(body.readableBytes))
        var bytes = ByteBuffer()
        bytes.reserveCapacity(
            (headers + [length]).reduce(2 + body.readableBytes) {
                $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4
            })
        // The rule for frames stands among the first lines.
        let lines = headers.filter { $0.name != .contentSecurityPolicy }
        for field in lines where !field.name.isOfBody { bytes.write(field) }
        sharedSize = bytes.readableBytes
        for field in lines where field.name.isOfBody { bytes.write(field) }
        bytes.write(length)
        bytes.writeStaticString("\r\n")
        headSize = bytes.readableBytes
        bytes.writeImmutableBuffer(body)
        whole = bytes
        self.entityTag = entityTag
        self.modified = modified
        self.framing = framing
    }

    /// What is sent for HEAD.
    var head: ByteBuffer { whole.getSlice(at: whole.readerIndex, length: headSize) ?? ByteBuffer() }

    /// The same bytes as those in ``whole``, not a copy.
    var body: ByteBuffer {
        whole.getSlice(at: whole.readerIndex + headSize, length: whole.readableBytes - headSize) ?? ByteBuffer()
    }

    /// The headers for who has it already (RFC 9110, section 15.4.5), and the empty line.
    var unchanged: ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(sharedSize + 2)
        if var lines = whole.getSlice(at: whole.readerIndex, length: sharedSize) { bytes.writeBuffer(&lines) }
        bytes.writeStaticString("\r\n")
        return bytes
    }

    /// Whether a reader has it already.
    func isKnown(ifNoneMatch: String?, ifModifiedSince: String?) -> Bool {
        guard ifNoneMatch != nil || ifModifiedSince != nil, let entityTag else { return false }
        return Revalidation(ifNoneMatch: ifNoneMatch, ifModifiedSince: ifModifiedSince)
            .matches(tag: entityTag, modified: modified)
    }
}

extension ByteBuffer {
    fileprivate mutating func write(_ field: HTTPField) {
        writeString(field.name.rawName)
        writeStaticString(": ")
        writeString(field.value)
        writeStaticString("\r\n")
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

extension HTTPField.Name {
    /// Whether it speaks of the body only, and goes with an answer without it no more.
    fileprivate var isOfBody: Bool { self == .contentType || self == .contentEncoding || self == .contentDisposition }
}

extension HTTPFields {
    /// Those of them that go with an answer without its body, for who has that already.
    var unchanged: HTTPFields { HTTPFields(filter { !$0.name.isOfBody }) }
}
