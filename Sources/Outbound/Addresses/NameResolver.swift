import Foundation
import NIOPosix

/// Looks up the machines behind a name.
package protocol NameResolver: Sendable {
    /// All addresses of `name`, the best first; at least one. Throws ``NameNotFound``.
    func addresses(of name: String) async throws -> [IPAddress]
}

/// The name has no address, or nobody who should know it answers.
package struct NameNotFound: Error, Sendable {
    package init() {}
}

/// The resolver of the machine. How long it waits for an answer is set there (`resolv.conf`).
package struct SystemResolver: NameResolver {
    package init() {}

    package func addresses(of name: String) async throws -> [IPAddress] {
        // It blocks its thread.
        try await NIOThreadPool.singleton.runIfActive {
            var first: UnsafeMutablePointer<addrinfo>?
            // With a dot at its end the name is whole: nothing of our own domain is put behind it.
            guard getaddrinfo(name + ".", nil, nil, &first) == 0 else { throw NameNotFound() }
            defer { freeaddrinfo(first) }
            var found: [IPAddress] = []
            var next = first
            while let info = next?.pointee {
                // Each comes once for every kind of connection.
                if let address = info.ai_addr.flatMap({ IPAddress($0) }), !found.contains(address) {
                    found.append(address)
                }
                next = info.ai_next
            }
            guard !found.isEmpty else { throw NameNotFound() }
            return found
        }
    }
}
