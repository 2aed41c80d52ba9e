import Foundation
import NIOCore
import Synchronization

/// The first lines of answers with the headers that all of them carry, made once a second: what is asked for does not matter
/// to them, the time does.
final class AnswerBeginnings: Sendable {
    enum Status: Int, CaseIterable, Sendable {
        case ok, notModified

        fileprivate var line: String {
            switch self {
            case .ok: "HTTP/1.1 200 OK\r\n"
            case .notModified: "HTTP/1.1 304 Not Modified\r\n"
            }
        }
    }

    /// What becomes of the connection behind the answer.
    enum Ending: Int, CaseIterable, Sendable {
        /// It stays open, as is usual.
        case usual
        /// It stays open, which a client of HTTP/1.0 must be told.
        case keptForOld
        case close

        fileprivate var line: String {
            switch self {
            case .usual: ""
            case .keptForOld: "Connection: keep-alive\r\n"
            case .close: "Connection: close\r\n"
            }
        }
    }

    private struct State {
        var second = 0
        var date = ""
        /// In the order of statuses, endings and framings.
        var lines: [ByteBuffer] = []
    }

    private let security: [String]
    private let state = Mutex(State())

    init(security: SecurityHeaders) { self.security = Framing.allCases.map(security.lines) }

    /// Status line, `Date`, where it is needed `Connection`, and the headers that keep readers safe.
    func beginning(_ status: Status, _ ending: Ending, _ framing: Framing) -> ByteBuffer {
        state.withLock { state in
            keepTime(&state)
            let place = status.rawValue * Ending.allCases.count + ending.rawValue
            return state.lines[place * security.count + framing.rawValue]
        }
    }

    /// The present as `Date` says it.
    var date: String {
        state.withLock { state in
            keepTime(&state)
            return state.date
        }
    }

    private func keepTime(_ state: inout State) {
        let second = time(nil)
        guard second != state.second else { return }
        state.second = second
        state.date = Date(timeIntervalSince1970: TimeInterval(second)).httpDate
        let date = "Date: \(state.date)\r\n"
        state.lines = Status.allCases.flatMap { status in
            Ending.allCases.flatMap { ending in
                security.map { ByteBuffer(string: status.line + date + ending.line + $0) }
            }
        }
    }
}
