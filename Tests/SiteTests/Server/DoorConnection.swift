import Foundation
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Site

/// A connection to a site without a network, up to its door: what is answered there comes out, what is handed on can be
/// looked at, and answered by hand.
struct DoorConnection {
    let channel = EmbeddedChannel()

    init(_ site: Site, bodyLimit: Int = 1_000, peer: String = "192.0.2.9") throws {
        var listening = Listening()
        listening.limits.body = bodyLimit
        let environment = site.environment
        let setup = SiteChannel(
            listening: listening, proxies: environment.settings.proxies, certificate: nil,
            connections: environment.connections, desk: ReadyDesk(site: environment), responder: { _, _, _ in })
        let address = try SocketAddress(ipAddress: peer, port: 4_711)
        channel.remoteAddress = address
        try channel.connect(to: address).wait()
        let watch = ConnectionWatch(ConnectionClock.Deadlines(listening.deadlines))
        try channel.pipeline.syncOperations.addHandler(watch)
        try setup.addHandlers(to: channel, watch)
    }

    func send(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

    /// What came out since the last time.
    func sent() throws -> String {
        var bytes = ByteBuffer()
        while var part = try channel.readOutbound(as: ByteBuffer.self) { bytes.writeBuffer(&part) }
        return String(buffer: bytes)
    }

    func ask(_ text: String) throws -> String {
        try send(text)
        return try sent()
    }

    /// The addresses of the requests that were handed on since the last time.
    func passed() throws -> [String] {
        var addresses: [String] = []
        while let part = try channel.readInbound(as: HTTPServerRequestPart.self) {
            if case .head(let head) = part { addresses.append(head.uri) }
        }
        return addresses
    }

    /// Answers a request that was handed on.
    func answer(_ body: String, headers: HTTPHeaders = [:], hasLength: Bool = true) throws {
        var head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
        if hasLength { head.headers.add(name: "Content-Length", value: "\(body.utf8.count)") }
        try channel.writeOutbound(HTTPServerResponsePart.head(head))
        try channel.writeOutbound(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: body))))
        try channel.writeOutbound(HTTPServerResponsePart.end(nil))
    }

    func leave() { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }

    var isOpen: Bool { channel.isActive }
}

/// The head of an answer, as it stands in its bytes.
struct SentHead {
    let line: String
    let fields: [String: String]
    let body: String

    init(_ text: String) throws {
        let parts = text.components(separatedBy: "\r\n\r\n")
        let lines = try #require(parts.first).components(separatedBy: "\r\n")
        line = lines[0]
        fields = Dictionary(
            lines.dropFirst().compactMap { line in
                line.firstIndex(of: ":").map {
                    (line[..<$0].lowercased(), line[line.index(after: $0)...].trimmingCharacters(in: .whitespaces))
                }
            }, uniquingKeysWith: { "\($0), \($1)" })
        body = parts.dropFirst().joined(separator: "\r\n\r\n")
    }
}
