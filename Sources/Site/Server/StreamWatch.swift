import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Stands where a stream of HTTP/2 comes in, and keeps a ``ConnectionClock`` for it, as ``ConnectionWatch`` does for a
/// connection. Ends a stream that takes too long, or whose body is larger than any the site takes, and a connection that has
/// the site hold more than there is room for.
final class StreamWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    struct Limits: Sendable {
        let deadlines: ConnectionClock.Deadlines
        /// No honest stream takes longer.
        let whole: TimeAmount
        /// Bytes of a request.
        let body: Int
    }

    private let limits: Limits
    private let connections: Connections
    private var clock: ConnectionClock
    private let end: NIODeadline
    private var bodyBytes = 0
    /// Bytes of the answer that the reader has not let go.
    private var owed = 0
    private var context: ChannelHandlerContext?
    /// That of the connection.
    private var watch: ConnectionWatch?
    private var timer: Scheduled<Void>?

    init(_ limits: Limits, connections: Connections) {
        self.limits = limits
        self.connections = connections
        clock = ConnectionClock(limits.deadlines, at: .now())
        end = .now() + limits.whole
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        watch = try? context.channel.parent?.pipeline.syncOperations.handler(type: ConnectionWatch.self)
        watch?.streamBegan()
        look()
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    private func leave() {
        guard context != nil else { return }
        timer?.cancel()
        watch?.streamEnded()
        context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: clock.headCame(at: .now())
        case .body(let bytes):
            clock.bytesCame(bytes.readableBytes, at: .now())
            bodyBytes += bytes.readableBytes
        case .end: clock.requestEnded(isAnswered: false, at: .now())
        }
        guard bodyBytes <= limits.body else { return context.close(promise: nil) }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        clock.pause(at: .now())
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        clock.resume(at: .now())
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .body(let bytes) = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let count = bytes.readableBytes
        let taken = promise ?? context.eventLoop.makePromise()
        owe(count)
        taken.futureResult.assumeIsolated().whenComplete { _ in self.owe(-count) }
        context.write(data, promise: taken)
        if connections.owesTooMuch(watch?.owed ?? 0) { context.channel.parent?.close(promise: nil) }
    }

    private func owe(_ count: Int) {
        owed += count
        clock.bytesSent(max(0, count))
        watch?.owe(count)
        connections.owe(count)
    }

    /// Ends the stream if its time is over, or else looks again when it may be.
    private func look() {
        guard let context else { return }
        timer?.cancel()
        let now = NIODeadline.now()
        guard now < end, case .look(let moment) = clock.verdict(at: now, unread: owed) else {
            return context.close(promise: nil)
        }
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: min(moment, end)) { self.look() }
    }
}
