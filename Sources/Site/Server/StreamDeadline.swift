import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends a stream of HTTP/2 that takes longer than any honest one, or whose body is larger than any the site takes.
final class StreamDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let limit: TimeAmount
    private let bodyLimit: Int
    private var bodyBytes = 0
    private var timer: Scheduled<Void>?

    init(_ limit: TimeAmount, bodyLimit: Int) {
        self.limit = limit
        self.bodyLimit = bodyLimit
    }

    func handlerAdded(context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { context.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .body(let bytes) = unwrapInboundIn(data) { bodyBytes += bytes.readableBytes }
        guard bodyBytes <= bodyLimit else { return context.close(promise: nil) }
        context.fireChannelRead(data)
    }
}
