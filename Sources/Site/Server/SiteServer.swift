import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Serves the site at its sockets until it is told to stop, then finishes what was begun.
struct SiteServer: Service {
    private typealias Listener = NIOAsyncChannel<SiteChannel.Value, Never>

    private let listening: Listening
    private let connections: Connections
    private let certificate: ServerCertificate?
    private let pages: SiteChannel
    /// Sends readers on to the public address.
    private let signpost: SiteChannel
    private let logger: Logger
    private let whenRunning: @Sendable () -> Void
    private let group = MultiThreadedEventLoopGroup.singleton

    init(
        _ listening: Listening, site: SiteEnvironment, responder: some HTTPResponder<SiteRequestContext>,
        whenRunning: @escaping @Sendable () -> Void
    ) throws(CertificateFault) {
        self.listening = listening
        connections = site.connections
        self.whenRunning = whenRunning
        logger = site.logger
        if let files = listening.certificate {
            certificate = try ServerCertificate(files, offersHTTP2: listening.offersHTTP2)
        } else {
            certificate = nil
        }
        let desk = ReadyDesk(site: site)
        let answering = Answering(site: site, responder: responder, beginnings: desk.beginnings)
        pages = SiteChannel(
            listening: listening, proxies: site.settings.proxies, certificate: certificate, connections: connections,
            desk: desk, responder: { request, writer, channel in try await answering.answer(request, writer, channel) })
        signpost = SiteChannel(
            listening: listening, proxies: site.settings.proxies, certificate: nil, connections: connections,
            desk: nil, responder: { request, writer, _ in try await answering.sendOn(request, writer) })
    }

    func run() async throws {
        OpenFiles.raise(to: listening.limits.connections)
        let listeners = try await listen()
        let sockets = listeners.map { $0.1.channel }
        try await withTaskCancellationOrGracefulShutdownHandler {
            whenRunning()
            ServiceNotice.ready.tell()
            try await withThrowingDiscardingTaskGroup { tasks in
                tasks.addTask { await keepCertificate() }
                for (channel, listener) in listeners { tasks.addTask { try await accept(listener, for: channel) } }
            }
        } onCancelOrGracefulShutdown: {
            ServiceNotice.stopping.tell()
            connections.leave()
            for socket in sockets { socket.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
            let connections = connections
            _ = group.next().scheduleTask(in: TimeAmount(listening.deadlines.finishing)) { connections.closeAll() }
        }
    }

    /// Listens at every socket, or at none.
    private func listen() async throws -> [(SiteChannel, Listener)] {
        var listeners: [(SiteChannel, Listener)] = []
        do {
            for socket in listening.sockets {
                let listener = try await bootstrap.bind(
                    socket, serverBackPressureStrategy: Self.arriving, childChannelInitializer: initializer(pages))
                listeners.append((pages, listener))
            }
            if listening.sockets.isEmpty { listeners.append((pages, try await listen(pages, at: listening.port))) }
            if let port = listening.redirectPort { listeners.append((signpost, try await listen(signpost, at: port))) }
        } catch {
            for (_, listener) in listeners { try? await listener.executeThenClose { _ in } }
            throw error
        }
        return listeners
    }

    private func listen(_ channel: SiteChannel, at port: Int) async throws -> Listener {
        try await bootstrap.bind(
            host: listening.host, port: port, serverBackPressureStrategy: Self.arriving,
            childChannelInitializer: initializer(channel))
    }

    /// How many may have come in and not been taken up yet.
    private static let arriving = NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark(
        lowWatermark: 64, highWatermark: 256)

    private var bootstrap: ServerBootstrap {
        ServerBootstrap(group: group)
            // As many as the system lets wait (`net.core.somaxconn`).
            .serverChannelOption(.backlog, value: 4_096)
            // Many at once: while all who are in ask without pause, those who knock get their turn but now and then.
            .serverChannelOption(.maxMessagesPerRead, value: 64)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(
                ChannelOptions.Types.SocketOption(level: .socket, name: NIOBSDSocket.Option(rawValue: SO_REUSEPORT)),
                value: listening.sharesPort ? 1 : 0
            )
            .serverChannelInitializer { [connections, listening] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionGate(connections, within: listening.limits, isLent: !listening.sockets.isEmpty))
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
    }

    private func initializer(_ site: SiteChannel) -> @Sendable (any Channel) -> EventLoopFuture<SiteChannel.Value> {
        { [logger] channel in site.setup(channel: channel, logger: logger) }
    }

    /// Serves those who come to a socket until the site closes. Throws ``SocketLost`` where it closed by itself: a program
    /// at which nobody can arrive had better end, and be started again.
    private func accept(_ listener: Listener, for site: SiteChannel) async throws {
        let reason: String? = await withDiscardingTaskGroup { tasks in
            do {
                try await listener.executeThenClose { arriving in
                    for try await connection in arriving {
                        tasks.addTask { await site.handle(value: connection, logger: logger) }
                    }
                }
                return nil
            } catch { return "\(error)" }
        }
        guard !connections.isLeaving, !Task.isCancelled else { return }
        throw SocketLost(reason: reason)
    }

    /// Takes up a renewed certificate while the site runs.
    private func keepCertificate() async {
        guard let certificate else { return }
        await cancelWhenGracefulShutdown {
            var fault: CertificateFault?
            while !Task.isCancelled {
                do { try await Task.sleep(for: .seconds(10)) } catch { return }
                do throws(CertificateFault) {
                    if try certificate.renew() { logger.info("the renewed certificate is taken up") }
                    fault = nil
                } catch {
                    // Once for each fault, not every ten seconds.
                    if fault != error { logger.error("the renewed certificate is not taken up: \(error)") }
                    fault = error
                }
            }
        }
    }
}

/// A socket closed that nobody closed.
struct SocketLost: Error, CustomStringConvertible {
    let reason: String?

    var description: String { "a socket listens no more (\(reason ?? "no reason given")): start the site again" }
}

/// How many files and connections the system lets the program have open.
enum OpenFiles {
    /// Beside connections: the store, its journals, the log.
    private static let others = 256

    /// Asks for as many as are needed, as far as the system allows: what a program begins with may be as few as 1,024.
    static func raise(to connections: Int) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        let wanted = rlim_t(connections + others)
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
