import NIOCore

/// Stands where the bytes of a connection come in, keeps its ``ConnectionClock``, and closes it when its time is over.
final class ConnectionWatch: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private var clock: ConnectionClock
    private let deadlines: ConnectionClock.Deadlines
    private var context: ChannelHandlerContext?
    private var timer: Scheduled<Void>?
    /// Bytes of answers that wait in streams of HTTP/2 until the reader lets them go.
    private(set) var owed = 0

    init(_ deadlines: ConnectionClock.Deadlines) {
        self.deadlines = deadlines
        clock = ConnectionClock(deadlines, at: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        look()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        clock.bytesCame(unwrapInboundIn(data).readableBytes, at: .now())
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        clock.bytesSent(unwrapOutboundIn(data).readableBytes)
        context.write(data, promise: promise)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Whoever wants more asks for it now; if nobody does, the pause is ours.
        clock.pause(at: .now())
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        clock.resume(at: .now())
        context.read()
    }

    func headCame() { clock.headCame(at: .now()) }

    func requestEnded(isAnswered: Bool) { clock.requestEnded(isAnswered: isAnswered, at: .now()) }

    func answered() { clock.answered(at: .now()) }

    func speaksStreams() { clock.speaksStreams(at: .now()) }

    func streamBegan() { clock.streamBegan() }

    func streamEnded() { clock.streamEnded(at: .now()) }

    func owe(_ bytes: Int) { owed += bytes }

    func sayFarewell() {
        clock.sayFarewell(at: .now())
        look()
    }

    func hurry() {
        clock.hurry(at: .now())
        look()
    }

    /// Closes the connection if its time is over, or else looks again when it may be.
    private func look() {
        guard let context else { return }
        timer?.cancel()
        let unread = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
        switch clock.verdict(at: .now(), unread: unread ?? 0) {
        case .over:
            timer = nil
            context.close(promise: nil)
        case .look(let moment):
            timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: moment) { self.look() }
        }
    }
}
