import Foundation
import Synchronization

/// Stands between a program and its database, and cuts the connection when it sees a statement pass: either before the
/// server gets it, or after the server has answered it. It cuts once; after that everything passes.
final class CuttingProxy: Sendable {
    enum Moment { case before, after }

    let port: UInt16
    private let listener: Int32
    private let target: UInt16
    private let statement: [UInt8]
    private let moment: Moment
    /// How often the statement passes before it is cut; below zero when that is done.
    private let passes: Mutex<Int>

    /// `passes`: how often the statement may pass before.
    init(to target: UInt16, cutting moment: Moment, _ statement: String, after passes: Int = 0) throws {
        self.passes = Mutex(passes)
        self.target = target
        self.moment = moment
        self.statement = Array(statement.utf8)
        let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.loopback(port: 0)
        try Self.call(&address) { bind(listening, $0, $1) }
        listen(listening, 8)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listening, $0, &length) }
        }
        listener = listening
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 { connect(client) }
        }
    }

    deinit { close(listener) }

    /// Lets nobody in any more; whoever is in stays.
    func closeDoor() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func connect(_ client: Int32) {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.loopback(port: target)
        guard (try? Self.call(&address) { Foundation.connect(server, $0, $1) }) != nil else {
            close(client)
            return
        }
        let cut = SharedFlag()
        Thread.detachNewThread { [self] in
            pass(from: client, to: server) { bytes in
                guard contains(bytes),
                    passes.withLock({
                        $0 -= 1; return $0 == -1
                    })
                else { return true }
                if moment == .after {
                    cut.raise()
                    return true
                }
                return false
            }
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(server, Int32(SHUT_RDWR))
        }
        Thread.detachNewThread { [self] in
            // What the server answers to the statement is lost.
            pass(from: server, to: client) { _ in !cut.isRaised }
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(server, Int32(SHUT_RDWR))
        }
    }

    private func pass(from source: Int32, to target: Int32, while isPassing: ([UInt8]) -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(source, &buffer, buffer.count, 0), count > 0 {
            let bytes = Array(buffer.prefix(count))
            guard isPassing(bytes), send(target, bytes, count, Int32(MSG_NOSIGNAL)) == count else { return }
        }
    }

    private func contains(_ bytes: [UInt8]) -> Bool {
        bytes.count >= statement.count
            && (0...(bytes.count - statement.count)).contains { bytes[$0...].starts(with: statement) }
    }

    private final class SharedFlag: Sendable {
        private let value = Mutex(false)
        var isRaised: Bool { value.withLock { $0 } }
        func raise() { value.withLock { $0 = true } }
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return address
    }

    private static func call(
        _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws {
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }
}
