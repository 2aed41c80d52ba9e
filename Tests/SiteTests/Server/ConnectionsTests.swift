import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import Site

@Suite struct ConnectionsTests {
    private func channel(from address: String) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        let peer = try SocketAddress(ipAddress: address, port: 1)
        channel.remoteAddress = peer
        try channel.connect(to: peer).wait()
        return channel
    }

    private var limits: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.connections = 4
        limits.connectionsOfOneSource = 2
        return limits
    }

    @Test func oneSourceDoesNotTakeThePlacesOfOthers() throws {
        let connections = Connections(proxies: .none)
        let own = try (0..<3).map { _ in try channel(from: "192.0.2.1") }
        #expect(own.map { connections.admit($0, within: limits) } == [true, true, false])
        #expect(connections.admit(try channel(from: "192.0.2.2"), within: limits))
        #expect(connections.count == 3 && connections.refused == 1)
        _ = try own[0].finish()
        #expect(connections.count == 2)
        #expect(connections.admit(own[2], within: limits))
    }

    @Test func oneNetworkOfTheNewAddressesIsOneSource() throws {
        let connections = Connections(proxies: .none)
        let own = try (1...3).map { try channel(from: "2001:db8:1:2::\($0)") }
        #expect(own.map { connections.admit($0, within: limits) } == [true, true, false])
        #expect(connections.admit(try channel(from: "2001:db8:1:3::1"), within: limits))
    }

    @Test func aProxyBringsAsManyAsComeThroughIt() throws {
        let connections = Connections(proxies: .nearby)
        let own = try (0..<4).map { _ in try channel(from: "127.0.0.1") }
        #expect(own.allSatisfy { connections.admit($0, within: limits) })
    }

    @Test func whoWaitsForRoomIsToldWhenThereIsSome() throws {
        let connections = Connections(proxies: .nearby)
        let open = try (0..<4).map { _ in try channel(from: "127.0.0.1") }
        for channel in open { _ = connections.admit(channel, within: limits) }
        let told = Told()
        #expect(!connections.hasRoom(within: limits) { told.count.withLock { $0 += 1 } })
        #expect(told.count.withLock { $0 } == 0)
        _ = try open[0].finish()
        _ = try open[1].finish()
        #expect(told.count.withLock { $0 } == 1)
        #expect(connections.hasRoom(within: limits) {})
    }

    private final class Told: Sendable {
        let count = Mutex(0)
    }
}
