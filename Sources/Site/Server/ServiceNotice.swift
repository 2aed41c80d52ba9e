import Foundation

/// Tells the service manager how far the site is (`sd_notify(3)`), so that the next thing begins when this one answers
/// and not before. Where nobody asked to be told, nothing happens.
enum ServiceNotice: String {
    case ready = "READY=1"
    case stopping = "STOPPING=1"

    /// - Parameter place: the socket of who wants to know: a path, or with `@` in front a name without a file.
    func tell(at place: String? = ProcessInfo.processInfo.environment["NOTIFY_SOCKET"]) {
        guard let place, !place.isEmpty else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var path = Array(place.utf8)
        if path.first == UInt8(ascii: "@") { path[0] = 0 }
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let size = MemoryLayout<sockaddr_un>.offset(of: \.sun_path).map { socklen_t($0 + path.count) } ?? 0
        let socket = Foundation.socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
        guard socket >= 0 else { return }
        defer { close(socket) }
        let message = Array(rawValue.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(socket, message, message.count, CInt(MSG_NOSIGNAL), $0, size)
            }
        }
    }
}
