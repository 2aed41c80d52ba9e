import Foundation
import NIOCore
import Site

/// Which of two ports could not be listened at: the system says only that one could not.
enum PortProbe {
    /// Whether a program could listen at the first port of a site.
    static func isFree(_ listening: Listening) -> Bool {
        let address = try? SocketAddress.makeAddressResolvingHost(listening.host, port: listening.port)
        return address.map { isFree($0, isShared: listening.sharesPort) } ?? false
    }

    private static func isFree(_ address: SocketAddress, isShared: Bool) -> Bool {
        address.withSockAddr { (pointer, size) -> Bool in
            let descriptor = socket(Int32(pointer.pointee.sa_family), Int32(SOCK_STREAM.rawValue), 0)
            guard descriptor >= 0 else { return false }
            defer { close(descriptor) }
            var isOn: Int32 = 1
            let length = socklen_t(MemoryLayout<Int32>.size)
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, length)
            if isShared { setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &isOn, length) }
            return bind(descriptor, pointer, socklen_t(size)) == 0
        }
    }
}
