import HTTPTypes
import NIOCore
import NIOHTTP1

/// Stands behind the reader of requests on a connection of HTTP/1: answers what is ready at once, hands on the rest in
/// its order, refuses what is no request, and sees to how a connection ends.
///
/// What is ready may be answered here only while nothing that came before it waits for its answer, and while the reader
/// takes what is sent; otherwise it goes the long way, which waits (RFC 9112, section 9.3.2).
final class RequestDoor: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// A request that was handed on and is not answered yet.
    private struct Passed {
        /// Of HTTP/1.0.
        let isOld: Bool
        let keepsAlive: Bool
    }

    /// What becomes of the parts of the request that is coming in.
    private enum Incoming { case none, passed, ignored }

    private let desk: ReadyDesk?
    private let watch: ConnectionWatch
    private let bodyLimit: Int
    /// Whether what comes over plain HTTP to a proxy in front is to be sent on to the address of the site.
    private let asksForScheme: Bool

    private var passed = CircularBuffer<Passed>()
    private var incoming = Incoming.none
    private var bodyBytes = 0
    private var hasBegunAnswer = false
    /// The last answer of the connection is under way; what else comes in is not read.
    private var isEnding = false
    /// The answer that is being written is the last one.
    private var closesBehind = false
    /// The last answer is written.
    private var isOver = false
    private var isInputClosed = false
    /// The site closes.
    private var isLeaving = false
    private var hasUnflushed = false
    /// Bytes that need no more work are written from here.
    private var outlet: ChannelHandlerContext?
    /// The last header of this kind, with what it means: it is the same in every request of a connection.
    private var accepted: (header: String?, coding: ContentCoding?) = (nil, nil)

    init(desk: ReadyDesk?, watch: ConnectionWatch, bodyLimit: Int, asksForScheme: Bool) {
        self.desk = desk
        self.watch = watch
        self.bodyLimit = bodyLimit
        self.asksForScheme = asksForScheme
    }

    func handlerAdded(context: ChannelHandlerContext) {
        outlet = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
    }

    func handlerRemoved(context: ChannelHandlerContext) { outlet = nil }

    // MARK: What comes in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): take(head, context)
        case .body(let bytes):
            guard incoming == .passed else { return }
            bodyBytes += bytes.readableBytes
            guard bodyBytes <= bodyLimit else { return refuseBody(context) }
            context.fireChannelRead(data)
        case .end:
            let wasPassed = incoming == .passed
            incoming = .none
            watch.requestEnded(isAnswered: passed.isEmpty)
            if wasPassed { context.fireChannelRead(data) }
        }
    }

    private func take(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        // Behind a request that was to be the last one, nothing counts (RFC 9112, section 9.6).
        guard !isEnding else {
            incoming = .ignored
            return
        }
        watch.headCame()
        let traits = RequestTraits(head)
        let isOld = (head.version.major, head.version.minor) < (1, 1)
        // RFC 9112, section 3.2.
        guard traits.hosts == 1 || isOld && traits.hosts == 0 else { return refuse(.badRequest, context) }
        guard (traits.length ?? 0) <= bodyLimit else { return refuse(.contentTooLarge, context) }
        if answer(head, traits, isOld: isOld, context) {
            incoming = .ignored
        } else {
            pass(head, traits, isOld: isOld, context)
        }
    }

    /// Answers with what is ready; false where nothing is, or where it is not the time.
    private func answer(
        _ head: HTTPRequestHead, _ traits: RequestTraits, isOld: Bool, _ context: ChannelHandlerContext
    ) -> Bool {
        guard let desk, passed.isEmpty, head.method == .GET || head.method == .HEAD, !traits.hasBody, !traits.isUnusual,
            !asksForScheme || traits.forwardedScheme != "http", context.channel.isWritable
        else { return false }
        let begin = ContinuousClock.now
        guard let bytes = desk.answer(at: head.uri, accepting: coding(traits.acceptedCodings)) else { return false }
        let isKnown = bytes.isKnown(ifNoneMatch: traits.ifNoneMatch, ifModifiedSince: traits.ifModifiedSince)
        let keepsAlive = head.isKeepAlive && !isLeaving
        send(
            desk.beginnings.beginning(
                isKnown ? .notModified : .ok, keepsAlive ? (isOld ? .keptForOld : .usual) : .close, bytes.framing))
        send(isKnown ? bytes.unchanged : head.method == .HEAD ? bytes.head : bytes.whole)
        if !keepsAlive { isEnding = true }
        desk.note(head, isUnchanged: isKnown, from: begin)
        return true
    }

    private func coding(_ header: String?) -> ContentCoding? {
        if accepted.header != header { accepted = (header, ContentCoding.best(in: header)) }
        return accepted.coding
    }

    private func pass(
        _ head: HTTPRequestHead, _ traits: RequestTraits, isOld: Bool, _ context: ChannelHandlerContext
    ) {
        var head = head
        passed.append(Passed(isOld: isOld, keepsAlive: head.isKeepAlive))
        if !head.isKeepAlive {
            isEnding = true
            // As the server reads it: in these letters, and without the words that may stand beside it.
            head.headers.replaceOrAdd(name: "Connection", value: "close")
        }
        if traits.awaitsLeave, !isOld, passed.count == 1 {
            send(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n"))
        }
        bodyBytes = 0
        incoming = .passed
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if hasUnflushed {
            hasUnflushed = false
            outlet?.flush()
        }
        if isEnding, passed.isEmpty, !isOver { end(context, mode: .output, promise: nil) }
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Behind the last request nothing counts.
        guard !isOver, !isEnding || incoming == .passed else { return }
        // With answers on their way, whoever writes them also writes the one to this.
        guard let fault = error as? HTTPParserError, passed.isEmpty else { return context.fireErrorCaught(error) }
        refuse(fault == .headerOverflow ? .requestHeaderFieldsTooLarge : .badRequest, context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isLeaving = true
            watch.hurry()
            return
        }
        if let event = event as? ChannelEvent, event == .inputClosed { isInputClosed = true }
        context.fireUserInboundEventTriggered(event)
    }

    // MARK: What goes out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            hasBegunAnswer = true
            // Hummingbird's own answer to what is no request, behind others that were.
            if passed.isEmpty { desk?.complete(&head) }
            settleEnding(of: &head)
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .head, .body: context.write(data, promise: promise)
        case .end:
            hasBegunAnswer = false
            _ = passed.popFirst()
            context.write(data, promise: promise)
            if closesBehind || passed.isEmpty && (isEnding || isLeaving) {
                context.flush()
                end(context, mode: .output, promise: nil)
            } else if passed.isEmpty {
                watch.answered()
            }
        }
    }

    /// Says in the headers of an answer whether the connection stays open behind it.
    private func settleEnding(of head: inout HTTPResponseHead) {
        let request = passed.first ?? Passed(isOld: false, keepsAlive: true)
        // What is left of a request that was answered early is not read.
        let isEarly = passed.count == 1 && incoming == .passed
        var closes = !request.keepsAlive || isEarly || (isLeaving || isEnding) && passed.count <= 1
        if request.isOld, head.status.mayHaveResponseBody, !head.headers.contains(name: "Content-Length") {
            // Nothing but the end of the connection tells such a client where the answer ends.
            head.version = .http1_0
            closes = true
        }
        if closes || !head.isKeepAlive {
            isEnding = true
            closesBehind = true
            head.headers.replaceOrAdd(name: "Connection", value: "close")
        } else if request.isOld {
            head.headers.replaceOrAdd(name: "Connection", value: "keep-alive")
        }
    }

    /// Answers what is no request. Where others wait for their answers, the connection ends behind those instead.
    private func refuse(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
        incoming = .ignored
        isEnding = true
        guard passed.isEmpty else { return }
        sendLast(status, context)
    }

    /// Breaks off a request that goes on for too long.
    private func refuseBody(_ context: ChannelHandlerContext) {
        incoming = .ignored
        isEnding = true
        guard passed.count == 1, !hasBegunAnswer else { return context.close(promise: nil) }
        sendLast(.contentTooLarge, context)
    }

    private func sendLast(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
        if let desk { send(desk.refusal(status)) }
        outlet?.flush()
        hasUnflushed = false
        end(context, mode: .output, promise: nil)
    }

    private func send(_ bytes: ByteBuffer) {
        hasUnflushed = true
        outlet?.write(NIOAny(bytes), promise: nil)
    }

    // MARK: The end

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode != .input else { return context.close(mode: mode, promise: promise) }
        end(context, mode: mode, promise: promise)
    }

    /// Closes the connection behind what is written: the socket itself would let go of what a reader has not taken yet
    /// once the reader, too, has said that nothing more comes. The watch sees to it that this ends.
    private func end(_ context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard let outlet, context.channel.isActive else { return context.close(mode: mode, promise: promise) }
        let wasOver = isOver
        isOver = true
        if !wasOver { watch.sayFarewell() }
        // With a promise of its own this comes after all that was written before.
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in
            if wasOver, mode == .output {
                promise?.succeed(())
            } else {
                context.close(mode: self.isInputClosed ? .all : mode, promise: promise)
            }
        }
        outlet.writeAndFlush(NIOAny(ByteBuffer()), promise: written)
    }
}
