import Foundation

/// Sockets that whoever started the program opened for it, as systemd does for a socket unit (`sd_listen_fds(3)`): they
/// listen on while one program ends and the next begins, so that nobody is turned away in between.
package enum HandedOverSockets {
    package struct Fault: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    /// The first descriptor that may be one; those before are input, output and errors.
    private static let first: CInt = 3
    private static let most = 64

    /// The sockets that were handed to this program, marked so that programs it starts do not get them; none where none
    /// were.
    package static func taken() throws(Fault) -> [CInt] {
        let sockets = try named(in: ProcessInfo.processInfo.environment, process: getpid())
        for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(name) }
        for socket in sockets {
            guard listens(socket) else {
                throw Fault(description: "LISTEN_FDS: descriptor \(socket) is no listening socket: use ListenStream=")
            }
            _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        }
        return sockets
    }

    /// The descriptors that the environment names for a process.
    static func named(in environment: [String: String], process: pid_t) throws(Fault) -> [CInt] {
        guard let count = environment["LISTEN_FDS"] else { return [] }
        // Meant for a program further up, which did not take it out of the environment.
        guard environment["LISTEN_PID"].flatMap({ pid_t($0) }) == process else { return [] }
        guard let number = CInt(count), (0...CInt(most)).contains(number) else {
            throw Fault(description: "LISTEN_FDS: ‘\(count)’ is no number from 0 to \(most)")
        }
        return Array(first..<(first + number))
    }

    private static func listens(_ socket: CInt) -> Bool {
        var value: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        return getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &value, &size) == 0 && value == 1
    }
}
