import Catalogue
import Editorial
import Foundation
import Logging
import Outbound
import ServiceLifecycle

/// Checks outgoing links, and while the site runs does so by itself once a day.
struct LinkWatch: Service {
    struct Tally {
        var alive = 0
        var moved = 0
        var failed = 0
        var unasked = 0
        /// Of all that is known now.
        var broken = 0
    }

    /// How often it looks whether its day has come.
    private static let interval = Duration.seconds(600)
    /// How many results are kept at once: a machine that is switched off in the middle loses no more.
    private static let batch = 100

    let workspace: Workspace
    let publicAddress: String
    var logger: Logger?

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: Self.interval) } catch { return }
                do {
                    guard await workspace.store.isOnDuty(), try await workspace.take(.links, every: 1) else { continue }
                    let tally = try await check(try await workspace.linksDue()) { _, _ in }
                    if tally == nil {
                        logger?.warning("nearly no link could be reached: nothing was kept of this round")
                    }
                } catch is CancellationError {
                    return
                } catch { logger?.warning("links can't be checked: \(error)") }
            }
        }
    }

    /// Checks all; nil if nearly nothing could be reached, so that nothing was kept.
    func check(
        _ addresses: [WebAddress], each: (WebAddress, LinkAnswer) -> Void
    ) async throws -> Tally? {
        var tally = Tally()
        var waiting: [(address: WebAddress, result: LinkResult)] = []
        let known = Dictionary(addresses.map { ($0.description, $0) }, uniquingKeysWith: { first, _ in first })
        var isReached = true
        func keep() async throws {
            guard isReached, !waiting.isEmpty else { return }
            isReached = try await workspace.note(waiting)
            waiting = []
        }
        try await PoliteClient(publicAddress: publicAddress).check(addresses.map(\.description)) { text, answer in
            guard let address = known[text] else { return }
            let result = LinkResult(answer)
            tally.count(result)
            waiting.append((address, result))
            each(address, answer)
            if waiting.count >= Self.batch { try await keep() }
        }
        try await keep()
        guard isReached else { return nil }
        tally.broken = try await workspace.store.all(CheckedLink.self, key: CheckedLink.wanting).count {
            if case .broken = $0.value.report.state { true } else { false }
        }
        return tally
    }
}

extension LinkWatch.Tally {
    fileprivate mutating func count(_ result: LinkResult) {
        switch result {
        case .alive: alive += 1
        case .moved: moved += 1
        case .broken: failed += 1
        case .forbiddenByRobots, .refused, .later: unasked += 1
        }
    }
}

extension LinkResult {
    /// What a client found, in the words of the shop.
    init(_ answer: LinkAnswer) {
        switch answer {
        case .alive(let status): self = .alive(status: status)
        case .moved(let target, let permanently):
            // An address that can't stand in a record is no change to propose: the page is there.
            self =
                WebAddress(target.absoluteString).map { .moved(to: $0, permanently: permanently) }
                ?? .alive(status: 200)
        case .broken(let failure): self = .broken(LinkFailure(failure))
        case .forbiddenByRobots: self = .forbiddenByRobots
        case .refused(let refusal): self = .refused(LinkRefusal(refusal))
        case .later(let seconds): self = .later(seconds: seconds)
        }
    }
}

extension LinkFailure {
    fileprivate init(_ failure: LinkAnswer.Failure) {
        self =
            switch failure {
            case .nameNotFound: .nameNotFound
            case .connectionRefused: .connectionRefused
            case .unreachable: .unreachable
            case .untrusted: .untrusted
            case .timeout: .timeout
            case .closed: .closed
            case .unreadable: .unreadable
            case .status(let status): .status(status)
            case .tooManyRedirects: .tooManyRedirects
            case .redirectToNowhere: .redirectToNowhere
            }
    }
}

extension LinkRefusal {
    fileprivate init(_ refusal: Refusal) {
        self =
            switch refusal {
            case .unreadable: .unreadable
            case .scheme: .scheme
            case .credentials: .credentials
            case .port: .port
            case .network: .network
            }
    }
}
