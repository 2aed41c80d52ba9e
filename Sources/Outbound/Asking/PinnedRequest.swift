import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// One request to one machine whose address was checked. Follows no redirect, looks up no name, keeps no connection.
struct PinnedRequest: Sendable {
    enum Method: Sendable {
        case head, get
    }

    struct Answer: Sendable {
        let status: Int
        let location: String?
        let retryAfter: String?
        let mediaType: String?
        let contentEncoding: String?
        /// `ETag`.
        let tag: String?
        /// The first bytes of the body, as many as were asked for.
        let body: [UInt8]
    }

    let method: Method
    let destination: Destination
    let machine: PublicAddress
    let agent: String
    /// Bytes of the body that are read; with 0 the connection is closed after the head of the answer.
    let bodyLimit: Int
    /// Further fields of the request.
    var fields: [(name: String, value: String)] = []

    /// Throws whatever AsyncHTTPClient does.
    func send(_ manners: Manners) async throws -> Answer {
        var request = HTTPClientRequest(url: destination.url.absoluteString)
        request.method = method == .head ? .HEAD : .GET
        request.headers.add(name: "User-Agent", value: agent)
        for (name, value) in fields.isEmpty ? [("Accept", "*/*")] : fields {
            request.headers.add(name: name, value: value)
        }
        let ready = request
        // A client for each request: its one setting that pins names to machines is for all that it does.
        return try await HTTPClient.withHTTPClient(configuration: configuration(manners)) { client in
            let response = try await client.execute(ready, timeout: TimeAmount(manners.patience))
            var body: [UInt8] = []
            if bodyLimit > 0 {
                for try await part in response.body {
                    body += part.readableBytesView.prefix(bodyLimit - body.count)
                    if body.count >= bodyLimit { break }
                }
            }
            return Answer(
                status: Int(response.status.code), location: response.headers.first(name: "Location"),
                retryAfter: response.headers.first(name: "Retry-After"),
                mediaType: response.headers.first(name: "Content-Type"),
                contentEncoding: response.headers.first(name: "Content-Encoding"),
                tag: response.headers.first(name: "ETag"), body: body)
        }
    }

    private func configuration(_ manners: Manners) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(manners.connecting), read: TimeAmount(manners.patience)),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        if case .name(let name) = destination.host {
            configuration.dnsOverride = [name: machine.address.description]
        }
        // Should the name ever be looked up again in spite of that: no request goes to another machine. The hook is
        // meant for debugging, but the connection isn't used before it is done.
        let expected = machine.address
        configuration.http1_1ConnectionDebugInitializer = { channel in
            let reached = channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) }
            return reached == expected
                ? channel.eventLoop.makeSucceededVoidFuture()
                : channel.eventLoop.makeFailedFuture(Refusal.unreadable)
        }
        return configuration
    }
}
