import Foundation

/// Asks other sites whether a page is there: identified, as `robots.txt` wishes, one request at a time to a host with
/// a pause between two, and never our own network.
///
/// Make one for a round and let it go: what it learnt about hosts is worth nothing a day later.
package struct PoliteClient: Sendable {
    private let asker: Asker
    private let shelf: RobotsShelf

    /// - Parameters:
    ///   - publicAddress: of our site, such as `https://betternet.be`, so that whoever is asked can see by whom.
    ///   - resolver: looks up names.
    ///   - rules: which machines may be asked.
    package init(
        publicAddress: String, resolver: any NameResolver = SystemResolver(), rules: AddressRules = AddressRules(),
        manners: Manners = Manners(), pace: Pace = .real
    ) {
        asker = Asker(
            agent: Robots.agent(of: publicAddress), resolver: resolver, rules: rules, manners: manners,
            pace: pace, turns: Turns(hostsAtOnce: manners.hostsAtOnce, pace: pace))
        shelf = RobotsShelf(pace: pace)
    }

    /// Whether a page is at `address`. Throws `CancellationError` only.
    package func check(_ address: String) async throws -> LinkAnswer {
        do {
            return try await follow(Trail(from: Destination(address)))
        } catch let refusal as Refusal {
            return .refused(refusal)
        } catch let failure as LinkAnswer.Failure {
            return .broken(failure)
        } catch let rest as Rest {
            return .later(seconds: rest.seconds)
        }
    }

    /// Checks all, several hosts at once, and hands over each answer as it comes. Throws what `each` throws, or
    /// `CancellationError`; then what has not been asked isn't asked any more.
    package func check(
        _ addresses: [String], each: (_ address: String, _ answer: LinkAnswer) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (String, LinkAnswer).self) { group in
            for address in addresses {
                group.addTask { (address, try await check(address)) }
            }
            for try await (address, answer) in group { try await each(address, answer) }
        }
    }

    private func follow(_ start: Trail) async throws -> LinkAnswer {
        var trail = start
        while true {
            guard let answer = try await visit(trail.place) else { return .forbiddenByRobots }
            guard let redirect = try Redirect(answer, from: trail.place) else {
                return trail.answer(status: answer.status)
            }
            guard trail.steps < asker.manners.redirects else { throw LinkAnswer.Failure.tooManyRedirects }
            trail.follow(redirect)
        }
    }

    /// The answer to one step; nil if the site doesn't want it to be asked.
    private func visit(_ destination: Destination) async throws -> PinnedRequest.Answer? {
        let known = try await shelf.answer(for: destination.site) { try await asker.fetchRobots(for: destination) }
        switch known {
        case .silent(let failure): throw failure
        case .troubled: throw Rest(seconds: asker.manners.usualRest)
        case .file(let robots):
            guard robots.allows(destination.target) else { return nil }
            return try await look(at: destination, pause: asker.manners.pause(wished: robots.delay))
        }
    }

    /// Asks for the head; where the server doesn't like that question, for the page, of which the head is read only.
    private func look(at destination: Destination, pause: Duration) async throws -> PinnedRequest.Answer {
        do {
            let head = try await asker.ask(.head, destination, pause: pause)
            // 410 is said on purpose; many servers say anything else from 400 on to the question, not to the page.
            if head.status < 400 || head.status == 410 { return head }
        } catch LinkAnswer.Failure.closed {
        } catch LinkAnswer.Failure.timeout {
        }
        return try await asker.ask(.get, destination, pause: pause)
    }
}
