import NIOCore
import Synchronization

/// The connections that are open: how many, and whose.
final class Connections: Sendable {
    private struct State {
        var open: [ObjectIdentifier: any Channel] = [:]
        var ofSource: [String: Int] = [:]
        var refused = 0
        /// Who is to be told when there is room again.
        var waiting: [@Sendable () -> Void] = []
        var isLeaving = false
    }

    /// Bytes of answers that readers of HTTP/2, who ask for many at once, may have us hold all together. Beyond
    /// it whoever has us hold more than a page is closed.
    private static let mostOwed = 256 << 20
    private static let mostOwedToOne = 64 << 10

    private let proxies: TrustedProxies
    private let state = Mutex(State())
    private let owed = Atomic(0)

    init(proxies: TrustedProxies) { self.proxies = proxies }

    var count: Int { state.withLock { $0.open.count } }

    /// How many were closed at once because their source had too many.
    var refused: Int { state.withLock { $0.refused } }

    /// Takes a new connection in, for as long as it is open; false where its source has too many.
    func admit(_ channel: any Channel, within limits: ConnectionLimits) -> Bool {
        let peer = channel.remoteAddress?.ipAddress
        let source = proxies.trust(peer) ? nil : peer.map { RequestSource.name(of: $0) }
        let id = ObjectIdentifier(channel)
        let isAdmitted = state.withLock { state in
            if let source {
                guard state.ofSource[source, default: 0] < limits.connectionsOfOneSource else {
                    state.refused += 1
                    return false
                }
                state.ofSource[source, default: 0] += 1
            }
            state.open[id] = channel
            return true
        }
        if isAdmitted { channel.closeFuture.whenComplete { _ in self.remove(id, of: source) } }
        return isAdmitted
    }

    private func remove(_ id: ObjectIdentifier, of source: String?) {
        let told = state.withLock { state in
            state.open[id] = nil
            if let source {
                let left = state.ofSource[source, default: 1] - 1
                state.ofSource[source] = left > 0 ? left : nil
            }
            defer { state.waiting = [] }
            return state.waiting
        }
        for tell in told { tell() }
    }

    /// Whether one more may come; if not, `tell` is called once when one has gone.
    func hasRoom(within limits: ConnectionLimits, orTell tell: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { state in
            if state.open.count < limits.connections { return true }
            state.waiting.append(tell)
            return false
        }
    }

    /// Notes that so many bytes more wait in streams for their readers, or fewer.
    func owe(_ bytes: Int) { owed.add(bytes, ordering: .relaxed) }

    /// Whether one connection, to which we owe so many of them, has to go.
    func owesTooMuch(_ bytes: Int) -> Bool {
        bytes > Self.mostOwedToOne && owed.load(ordering: .relaxed) > Self.mostOwed
    }

    /// Whether all were asked to end.
    var isLeaving: Bool { state.withLock { $0.isLeaving } }

    /// Asks all to end behind what they are doing; those that come later, too.
    func leave() {
        let open = state.withLock { state in
            state.isLeaving = true
            return Array(state.open.values)
        }
        for channel in open { Self.tellLeaving(channel) }
    }

    /// Tells a connection that is set up only now.
    func greet(_ channel: any Channel) {
        if state.withLock({ $0.isLeaving }) { Self.tellLeaving(channel) }
    }

    func closeAll() {
        for channel in state.withLock({ Array($0.open.values) }) { channel.close(promise: nil) }
    }

    private static func tellLeaving(_ channel: any Channel) {
        channel.eventLoop.execute { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
    }
}

/// Stands before those who come to a listening socket.
final class ConnectionGate: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never
    typealias OutboundOut = Never

    private let connections: Connections
    private let limits: ConnectionLimits
    /// Whether the socket is somebody else's, who will have those who come from now on served by another program.
    private let isLent: Bool
    private var isResting = false

    init(_ connections: Connections, within limits: ConnectionLimits, isLent: Bool) {
        self.connections = connections
        self.limits = limits
        self.isLent = isLent
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = unwrapInboundIn(data)
        guard connections.admit(channel, within: limits) else { return channel.close(promise: nil) }
        context.fireChannelRead(data)
    }

    /// The socket accepts nobody while the house is full: those who come wait in the queue of the system.
    func read(context: ChannelHandlerContext) {
        guard !isResting else { return }
        let (place, loop) = (NIOLoopBound((self, context), eventLoop: context.eventLoop), context.eventLoop)
        // Asked anew: others may have come meanwhile.
        let again: @Sendable () -> Void = { loop.execute { place.value.0.read(context: place.value.1) } }
        if connections.hasRoom(within: limits, orTell: again) { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        guard isLent else { return context.close(promise: nil) }
        // First nobody is taken in any more, then it closes: whoever was taken in is on the way to a thread of its own, and
        // would be dropped with the socket.
        isResting = true
        context.channel.setOption(.autoRead, value: false).whenComplete { _ in }
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(250)) { context.close(promise: nil) }
    }
}
