import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOSSL
import NIOTLS

/// How a connection is set up, and how it is served: HTTP/1.1 with its door for ready answers, and with a certificate
/// HTTP/2 beside it.
struct SiteChannel: HTTPChannelHandler {
    typealias Old = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    /// A connection, before it is known which version of HTTP it speaks.
    enum Value: ServerChildChannelValue {
        case old(Old)
        case secure(EventLoopFuture<NIONegotiatedHTTPVersion<Old, HTTP2Channel.Value>>, any Channel)

        var channel: any Channel {
            switch self {
            case .old(let connection): connection.channel
            case .secure(_, let channel): channel
            }
        }
    }

    let responder: Responder
    let desk: ReadyDesk?
    let listening: Listening
    let proxies: TrustedProxies
    let certificate: ServerCertificate?
    let connections: Connections
    private let deadlines: ConnectionClock.Deadlines
    private let streams: HTTP2Channel

    init(
        listening: Listening, proxies: TrustedProxies, certificate: ServerCertificate?, connections: Connections,
        desk: ReadyDesk?, responder: @escaping Responder
    ) {
        self.listening = listening
        self.proxies = proxies
        self.certificate = certificate
        self.connections = connections
        self.desk = desk
        self.responder = responder
        deadlines = ConnectionClock.Deadlines(listening.deadlines)
        let limits = StreamWatch.Limits(
            deadlines: deadlines, whole: TimeAmount(listening.deadlines.stream), body: listening.limits.body)
        streams = HTTP2Channel(
            responder: responder,
            configuration: .init(
                idleTimeout: listening.deadlines.idle, gracefulCloseTimeout: listening.deadlines.farewell,
                streamConfiguration: .init(
                    additionalChannelHandlers: [StreamWatch(limits, connections: connections)])))
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        do {
            let watch = ConnectionWatch(deadlines)
            try channel.pipeline.syncOperations.addHandler(watch)
            guard let certificate else {
                return channel.eventLoop.makeSucceededFuture(.old(try setUpOld(channel, watch)))
            }
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificate.context))
            let door = NIOLoopBound(watch, eventLoop: channel.eventLoop)
            return channel.configureHTTP2AsyncSecureUpgrade(
                http1ConnectionInitializer: { channel in
                    channel.eventLoop.makeCompletedFuture { try setUpOld(channel, door.value) }
                },
                http2ConnectionInitializer: { channel in
                    door.value.speaksStreams()
                    return streams.setup(channel: channel, logger: logger).map { value in
                        connections.greet(channel)
                        return value
                    }
                }
            ).map { .secure($0, channel) }
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
    }

    private func setUpOld(_ channel: any Channel, _ watch: ConnectionWatch) throws -> Old {
        try addHandlers(to: channel, watch)
        try channel.pipeline.syncOperations.addHandler(HTTP1ToHTTPServerCodec(secure: certificate != nil))
        let connection = try Old(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        connections.greet(channel)
        return connection
    }

    /// The reader and writer of HTTP/1.1, and the door.
    func addHandlers(to channel: any Channel, _ watch: ConnectionWatch) throws {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 8 * 1_024
        limits.maxHeaderListSize = 16 * 1_024
        limits.maxHeaderFieldCount = 100
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(
            // The order is kept by the door, errors are answered there, and headers can't hold anything else by their type.
            withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
        try pipeline.addHandler(
            RequestDoor(
                desk: desk, watch: watch, bodyLimit: listening.limits.body,
                asksForScheme: (desk?.site.security.isSecure ?? false)
                    && proxies.trust(channel.remoteAddress?.ipAddress)))
    }

    func handle(value: Value, logger: Logger) async {
        switch value {
        case .old(let connection): await handleHTTP(asyncChannel: connection, logger: logger)
        case .secure(let negotiated, _):
            // Whoever never comes so far has gone away, or was sent away.
            guard let version = try? await negotiated.get() else { return }
            switch version {
            case .http1_1(let connection): await handleHTTP(asyncChannel: connection, logger: logger)
            case .http2(let connection): await streams.handle(value: connection, logger: logger)
            }
        }
    }
}
