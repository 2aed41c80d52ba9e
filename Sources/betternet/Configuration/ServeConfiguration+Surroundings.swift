import Foundation
import NIOCore
import Site

/// What `serve --check` looks at beside what was set: what a start would need to find. Nothing is opened or changed.
extension ServeConfiguration {
    func checkSurroundings(_ configured: Configured) throws {
        do { _ = try SocketAddress.makeAddressResolvingHost(listening.host, port: listening.port) } catch {
            throw configured.refusal(
                .host, "is ‘\(listening.host)’, which is no address of this machine", "write one such as 127.0.0.1")
        }
        guard listening.redirectPort != listening.port else {
            throw configured.refusal(
                .redirectPort, "is the port of the site itself (\(listening.port))", "choose another for one of both")
        }
        // Only looked for here: a site that was filled long ago needs its files no more.
        for path in fill where !FileManager.default.fileExists(atPath: path) {
            throw configured.refusal(
                .fill, "names \(path), which can't be found", "name a folder with catalogue files that you may read")
        }
    }
}
