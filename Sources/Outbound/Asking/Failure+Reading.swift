import AsyncHTTPClient
import Foundation
import NIOCore

extension LinkAnswer.Failure {
    /// What an error of the client says about the site.
    init(_ error: any Error) {
        switch error {
        case let failure as LinkAnswer.Failure: self = failure
        case is NameNotFound: self = .nameNotFound
        case let error as IOError: self.init(code: error.errnoCode)
        case ChannelError.connectTimeout: self = .timeout
        case let error as HTTPClientError: self.init(error)
        // The module of TLS is not ours to import; its name tells enough.
        case _ where String(reflecting: type(of: error)).hasPrefix("NIOSSL"): self = .untrusted
        default: self = .unreadable
        }
    }

    private init(code: CInt) {
        switch code {
        case ECONNREFUSED: self = .connectionRefused
        case ECONNRESET, EPIPE: self = .closed
        case ETIMEDOUT: self = .timeout
        default: self = .unreachable
        }
    }

    private init(_ error: HTTPClientError) {
        switch error {
        case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout:
            self = .timeout
        case .tlsHandshakeTimeout: self = .untrusted
        case .remoteConnectionClosed, .uncleanShutdown: self = .closed
        default: self = .unreadable
        }
    }

    /// Whether another machine behind the same name may do better.
    var isOfOneMachine: Bool { self == .connectionRefused || self == .unreachable || self == .timeout }
}
