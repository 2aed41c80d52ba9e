import Foundation

/// Fetches what other sites offer to be read: identified, as `robots.txt` wishes, one request at a time to a host with
/// a pause between two, never from our own network, and never more or longer than the limits allow.
///
/// Make one for a run and let it go: what it learnt about hosts is worth nothing a day later.
package struct Fetcher: Sendable {
    private let asker: Asker
    private let limits: FetchLimits
    private let shelf: RobotsShelf

    /// - Parameters:
    ///   - publicAddress: of our site, such as `https://betternet.be`, so that whoever is asked can see by whom.
    ///   - resolver: looks up names.
    ///   - rules: which machines may be asked.
    package init(
        publicAddress: String, resolver: any NameResolver = SystemResolver(), rules: AddressRules = AddressRules(),
        limits: FetchLimits = FetchLimits(), manners: Manners = Manners(), pace: Pace = .real
    ) {
        self.limits = limits
        asker = Asker(
            agent: Robots.agent(of: publicAddress), resolver: resolver, rules: rules, manners: manners, pace: pace,
            turns: Turns(hostsAtOnce: manners.hostsAtOnce, pace: pace))
        shelf = RobotsShelf(pace: pace)
    }

    /// What is at `address`, behind at most as many redirects as ``Manners/redirects`` says, each of them checked like
    /// the first address.
    ///
    /// Throws ``FetchFault`` or `CancellationError`.
    /// - Parameters:
    ///   - accepting: the media types that can be read, as the field `Accept` has them.
    ///   - tag: of the version that is known; the answer may then be that nothing changed.
    package func fetch(_ address: String, accepting: String = "*/*", tag: String? = nil) async throws -> Fetched {
        var fields = [("Accept", accepting), ("Accept-Encoding", "identity")]
        // A tag that holds a line break would be a field of its own.
        if let tag, tag.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) { fields.append(("If-None-Match", tag)) }
        do {
            return try await follow(Destination(address), fields)
        } catch let refusal as Refusal {
            throw FetchFault.refused(refusal)
        } catch let failure as LinkAnswer.Failure {
            throw FetchFault.failed(failure)
        } catch let rest as Rest {
            throw FetchFault.later(seconds: rest.seconds)
        }
    }

    private func follow(_ start: Destination, _ fields: [(String, String)]) async throws -> Fetched {
        var place = start
        for _ in 0...asker.manners.redirects {
            let answer = try await visit(place, fields)
            guard let redirect = try Redirect(answer, from: place) else { return try fetched(answer, at: place) }
            place = redirect.destination
        }
        throw LinkAnswer.Failure.tooManyRedirects
    }

    private func visit(_ destination: Destination, _ fields: [(String, String)]) async throws -> PinnedRequest.Answer {
        let known = try await shelf.answer(for: destination.site) { try await asker.fetchRobots(for: destination) }
        switch known {
        case .silent(let failure): throw failure
        case .troubled: throw Rest(seconds: asker.manners.usualRest)
        case .file(let robots):
            guard robots.allows(destination.target) else { throw FetchFault.forbiddenByRobots }
            return try await asker.ask(
                .get, destination, pause: asker.manners.pause(wished: robots.delay), bodyLimit: limits.bytes + 1,
                fields: fields, patience: limits.time)
        }
    }

    private func fetched(_ answer: PinnedRequest.Answer, at place: Destination) throws -> Fetched {
        guard (200..<300).contains(answer.status) || answer.status == 304 else {
            throw LinkAnswer.Failure.status(answer.status)
        }
        if let encoding = answer.contentEncoding, encoding.lowercased() != "identity", answer.status != 304 {
            throw FetchFault.packed(encoding)
        }
        guard answer.body.count <= limits.bytes else { throw FetchFault.tooLarge(limit: limits.bytes) }
        return Fetched(
            status: answer.status, mediaType: answer.mediaType, bytes: Data(answer.body),
            address: place.url.absoluteString, tag: answer.tag)
    }
}
