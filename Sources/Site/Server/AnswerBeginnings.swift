import Foundation
import NIOCore
import Synchronization

/// The first lines of answers, made once a second: what is asked for does not matter to them, the time does.
final class AnswerBeginnings: Sendable {
    enum Status: CaseIterable, Sendable {
        case ok, notModified

        fileprivate var line: String {
            switch self {
            case .ok: "HTTP/1.1 200 OK\r\n"
            case .notModified: "HTTP/1.1 304 Not Modified\r\n"
            }
        }
    }

    /// What becomes of the connection behind the answer.
    enum Ending: CaseIterable, Sendable {
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

    private struct Kind: Hashable {
        let status: Status
        let ending: Ending
    }

    private struct State {
        var second = 0
        var date = ""
        var lines: [Kind: ByteBuffer] = [:]
    }

    private let state = Mutex(State())

    /// Status line, `Date` and, where it is needed, `Connection`.
    func beginning(_ status: Status, _ ending: Ending) -> ByteBuffer {
        state.withLock { state in
            Self.keepTime(&state)
            return state.lines[Kind(status: status, ending: ending)] ?? ByteBuffer()
        }
    }

    /// The present as `Date` says it.
    var date: String {
        state.withLock { state in
            Self.keepTime(&state)
            return state.date
        }
    }

    private static func keepTime(_ state: inout State) {
        let second = time(nil)
        guard second != state.second else { return }
        state.second = second
        state.date = Date(timeIntervalSince1970: TimeInterval(second)).httpDate
        for status in Status.allCases {
            for ending in Ending.allCases {
                state.lines[Kind(status: status, ending: ending)] = ByteBuffer(
                    string: "\(status.line)Date: \(state.date)\r\n\(ending.line)")
            }
        }
    }
}
