import Catalogue
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Logging
import Synchronization

extension SiteEnvironment {
    /// Does the work for a request when its turn comes; where it would come too late, says so instead.
    func inTurn(
        _ request: Request, _ context: SiteRequestContext, kind: RequestKind, _ work: () async throws -> Response
    ) async rethrows -> Response {
        guard let room = kind.room(isSent: request.method == .post) else { return try await work() }
        let source = source(of: request, context)
        if kind.isCostly, !admission.mayAsk(from: source, at: clock()) { return turnedAway(.source, request) }
        switch await admission.enter(room, from: source) {
        case .refused(let why): return turnedAway(why, request)
        case .admitted(let place):
            defer { if room != .bulk { place.leave() } }
            // Behind those who have just come: they get their place in line, or their refusal, before the work begins, and
            // not only when a thread has nothing else to do. Whoever looks for help goes in front of both.
            if room != .help { await Task.yield() }
            let response = try await work()
            return room == .bulk ? response.holding(place) : response
        }
    }

    /// Notes an answer, whoever gave it: without address and query.
    func note(_ kind: RequestKind, status: Int, from begin: ContinuousClock.Instant, isReady: Bool) {
        let duration = begin.duration(to: .now)
        traffic.note(kind, status: status, in: duration, isReady: isReady)
        logger.info(
            "answered",
            metadata: [
                "kind": "\(kind.rawValue)", "status": "\(status)",
                "microseconds": "\(Int(duration / .microseconds(1)))",
            ])
    }

    /// That there is no room now, to people or to programs.
    private func turnedAway(_ why: Turns.Refusal, _ request: Request) -> Response {
        let status: HTTPResponse.Status = why == .source ? .tooManyRequests : .serviceUnavailable
        var response: Response
        if APIDoor.isForPrograms(request.uri.path) {
            response = problem(
                APIFault(status: status, key: why == .source ? .problemTooMany : .problemBusy), to: request)
        } else {
            let edition =
                Edition(path: request.uri.path) ?? Edition(.preferred(in: request.headers[.acceptLanguage]))
            let words = BusyPage.Words(isSent: request.method == .post, isSource: why == .source)
            response = busy.page(edition, words, revision: snapshots.revision) {
                // Others get it too: nothing of what this reader carries along may stand in it.
                let page = BusyPage(
                    context: PageContext(
                        edition: edition, snapshot: snapshots.current, now: BrusselsTime(clock()), address: .home,
                        settings: settings),
                    words: words)
                let made = ReadyPage(
                    status: status, language: edition.description, bytes: Frame(page: page).renderBytes(),
                    freshness: page.freshness)
                let codings = ContentCoding.allCases + [ContentCoding?.none]
                return codings.reduce(made) { $0.prepared(for: $1) }
            }.response(to: request)
        }
        response.set(retryAfter: why == .source ? BusyPages.retryOne : BusyPages.retryAll)
        return response
    }
}

/// The pages for those who are turned away, made once: when it is busy nothing may be more work than this.
final class BusyPages: Sendable {
    /// Seconds after which it is worth trying again.
    static let retryAll = 5
    static let retryOne = 30

    private struct Key: Hashable {
        let edition: Edition
        let words: BusyPage.Words
    }

    private struct Shelf {
        var revision = -1
        var pages: [Key: ReadyPage] = [:]
    }

    private let shelf = Mutex(Shelf())

    func page(
        _ edition: Edition, _ words: BusyPage.Words, revision: Int, _ make: () -> ReadyPage
    ) -> ReadyPage {
        let key = Key(edition: edition, words: words)
        if let page = shelf.withLock({ $0.revision == revision ? $0.pages[key] : nil }) { return page }
        let page = make()
        shelf.withLock { shelf in
            if shelf.revision != revision { shelf = Shelf(revision: revision) }
            shelf.pages[key] = page
        }
        return page
    }
}

extension Response {
    /// The same answer, which keeps its place until all of it is sent.
    fileprivate func holding(_ place: Place) -> Response {
        guard body.contentLength == nil else {
            place.leave()
            return self
        }
        let whole = body
        var response = self
        response.body = ResponseBody { writer in
            defer { place.leave() }
            try await whole.write(writer)
        }
        return response
    }
}
