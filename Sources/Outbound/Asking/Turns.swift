import Foundation
import Synchronization

/// Whose turn it is to ask: a host answers one request at a time and has a pause before the next, and only so many
/// hosts are asked at once.
final class Turns: Sendable {
    private final class Host: Sendable {
        struct State {
            var asked: Date?
            var restsUntil: Date?
        }

        let gate = Gate(1)
        let state = Mutex(State())
    }

    private let hosts = Mutex<[String: Host]>([:])
    private let everywhere: Gate
    private let pace: Pace

    init(hostsAtOnce: Int, pace: Pace) {
        everywhere = Gate(hostsAtOnce)
        self.pace = pace
    }

    /// Does the work when the host is free and has had its pause. Throws ``Rest`` if the host wants none now.
    func take<Result: Sendable>(
        at name: String, pause: Duration, _ work: () async throws -> Result
    ) async throws -> Result {
        let host = host(name)
        return try await host.gate.pass {
            let (asked, restsUntil) = host.state.withLock { ($0.asked, $0.restsUntil) }
            if let left = restsUntil?.timeIntervalSince(pace.now()), left > 0 {
                throw Rest(seconds: Int(left.rounded(.up)))
            }
            if let asked {
                // Bounded above, for a clock that was set back.
                let left = min(pause, pause - .seconds(pace.now().timeIntervalSince(asked)))
                if left > .zero { try await pace.sleep(left) }
            }
            // Only now: whoever waits for one host must not keep others from theirs.
            return try await everywhere.pass {
                defer { host.state.withLock { $0.asked = pace.now() } }
                return try await work()
            }
        }
    }

    /// The host is not asked again for so long.
    func rest(_ name: String, seconds: Int) {
        let until = pace.now().addingTimeInterval(TimeInterval(seconds))
        host(name).state.withLock { $0.restsUntil = until }
    }

    private func host(_ name: String) -> Host {
        hosts.withLock { hosts in
            if let host = hosts[name] { return host }
            let host = Host()
            hosts[name] = host
            return host
        }
    }
}
