import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Testing

@testable import Outbound

/// A request as the server of a test saw it.
struct Asked: Sendable, Equatable {
    let method: String
    let host: String
    let target: String
    let agent: String
    /// All fields of the request, by their names in small letters.
    var fields: [String: String] = [:]
}

/// What the server of a test answers.
struct Reply: Sendable {
    var status = 200
    var headers: [String: String] = [:]
    var body = ""
    /// The body never ends.
    var isEndless = false
    /// The body never ends either, but comes in single bytes with this pause between two.
    var drip: Duration?
    /// The connection is closed instead of an answer.
    var hangsUp = false

    static let page = Reply(body: "hello")
    static func status(_ status: Int, _ headers: [String: String] = [:]) -> Reply {
        Reply(status: status, headers: headers)
    }
    static func redirect(_ status: Int = 302, to location: String) -> Reply {
        Reply(status: status, headers: ["Location": location])
    }
}

/// A real server on an address of this machine, which stands for the public internet in tests.
final class TestServer: Sendable {
    /// Any of 127.0.0.0/8 is this machine; the usual one stays forbidden.
    static let usualHost = "127.0.0.2"

    let port: Int
    private let seen = Mutex<[Asked]>([])
    private let respond: @Sendable (Asked) async -> Reply

    /// All that it was asked, in order, without questions for `robots.txt`.
    var asked: [Asked] { all.filter { $0.target != "/robots.txt" } }
    var all: [Asked] { seen.withLock { $0 } }

    private init(port: Int, respond: @escaping @Sendable (Asked) async -> Reply) {
        self.port = port
        self.respond = respond
    }

    typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    /// Runs a server while `body` runs.
    static func run(
        on host: String = usualHost, _ respond: @escaping @Sendable (Asked) async -> Reply,
        _ body: (TestServer) async throws -> Void
    ) async throws {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(
            host: host, port: 0
        ) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                return try Connection(wrappingChannelSynchronously: channel)
            }
        }
        let server = TestServer(port: listener.channel.localAddress?.port ?? 0, respond: respond)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await listener.executeThenClose { connections in
                    try await withThrowingDiscardingTaskGroup { clients in
                        for try await connection in connections {
                            clients.addTask { await server.serve(connection) }
                        }
                    }
                }
            }
            defer { group.cancelAll() }
            try await body(server)
        }
    }

    private func serve(_ connection: Connection) async {
        // A client that goes away ends it; that is no fault of the test.
        try? await connection.executeThenClose { inbound, outbound in
            for try await case .head(let head) in inbound {
                let asked = Asked(
                    method: head.method.rawValue, host: head.headers.first(name: "Host") ?? "", target: head.uri,
                    agent: head.headers.first(name: "User-Agent") ?? "",
                    fields: Dictionary(
                        head.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }))
                seen.withLock { $0.append(asked) }
                let reply = await respond(asked)
                guard !reply.hangsUp else { return }
                try await write(reply, to: outbound, isHead: head.method == .HEAD)
            }
        }
    }

    private func write(
        _ reply: Reply, to outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>, isHead: Bool
    ) async throws {
        var headers = HTTPHeaders(reply.headers.map { ($0, $1) })
        if !reply.isEndless, reply.drip == nil {
            headers.add(name: "Content-Length", value: "\(reply.body.utf8.count)")
        }
        try await outbound.write(
            .head(HTTPResponseHead(version: .http1_1, status: .init(statusCode: reply.status), headers: headers)))
        if let drip = reply.drip {
            while !Task.isCancelled {
                try await outbound.write(.body(.byteBuffer(ByteBuffer(string: "x"))))
                try await Task.sleep(for: drip)
            }
        }
        if reply.isEndless {
            let part = ByteBuffer(repeating: UInt8(ascii: "x"), count: 65_536)
            while !Task.isCancelled { try await outbound.write(.body(.byteBuffer(part))) }
        }
        if !isHead { try await outbound.write(.body(.byteBuffer(ByteBuffer(string: reply.body)))) }
        try await outbound.write(.end(nil))
    }
}
