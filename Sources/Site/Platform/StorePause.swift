import Catalogue
import Editorial
import HTTPTypes
import Hummingbird
import Intake
import Logging

/// Why the store takes nothing now, as far as whoever sent something has to know.
enum StorePause: Hashable, Sendable {
    /// It can't be reached: nothing was kept, and later it will be.
    case away
    /// The connection broke while it was keeping something: nobody knows whether it did.
    case uncertain

    /// Nil: what went wrong is something else.
    init?(_ error: any Error) {
        switch error {
        case StoreError.away: self = .away
        case StoreError.uncertain, VaultError.uncertain: self = .uncertain
        default: return nil
        }
    }

    /// Seconds after which it is worth asking again.
    static let retryAfter = 10

    var title: TextKey {
        switch self {
        case .away: .pausedTitle
        case .uncertain: .uncertainTitle
        }
    }

    var text: TextKey {
        switch self {
        case .away: .pausedText
        case .uncertain: .uncertainText
        }
    }

    /// The same for programs.
    var fault: APIFault {
        switch self {
        case .away: APIFault(status: .serviceUnavailable, key: .problemPaused)
        case .uncertain: APIFault(status: .serviceUnavailable, key: .problemUncertain)
        }
    }
}

extension SiteEnvironment {
    /// What `work` answers; while the store is away, a page with all that was typed, to be sent once more.
    func keeping(
        _ fields: QueryItems, of request: Request, _ work: () async throws -> Response
    ) async throws -> Response {
        do { return try await work() } catch {
            guard let pause = StorePause(error) else { throw error }
            return paused(pause, request, fields: fields, because: error)
        }
    }

    /// That nothing can be kept now, to people or to programs.
    func paused(
        _ pause: StorePause, _ request: Request, fields: QueryItems = QueryItems([]), because error: any Error
    ) -> Response {
        // That it is away is said once, by who keeps house; each request of somebody who sends would fill the log.
        logger.log(
            level: pause == .away ? .info : .warning, "the store takes nothing now",
            metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
        var response: Response
        if APIDoor.isForPrograms(request.uri.path) {
            response = problem(pause.fault, to: request)
        } else {
            let edition =
                Edition(path: request.uri.path) ?? Edition(.preferred(in: request.headers[.acceptLanguage]))
            response = answer(
                PausedPage(
                    context: context(for: request, edition: edition, address: .home), pause: pause,
                    path: request.uri.string, fields: fields),
                to: request, status: .serviceUnavailable)
        }
        // Who is told to look first is not told to try again by itself.
        if pause == .away { response.set(retryAfter: StorePause.retryAfter) }
        return response
    }
}
