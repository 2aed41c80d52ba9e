import Foundation

/// Asks for one thing: in turn, at a machine that was looked up and checked just before, and connected to no other.
struct Asker: Sendable {
    let agent: String
    let resolver: any NameResolver
    let rules: AddressRules
    let manners: Manners
    let pace: Pace
    let turns: Turns

    /// Throws ``Refusal``, ``LinkAnswer/Failure``, ``Rest`` or `CancellationError`.
    /// - Parameters:
    ///   - pause: since the last answer of this host.
    ///   - patience: how long the answer may take; nil: as long as ``Manners/patience``.
    func ask(
        _ method: PinnedRequest.Method, _ destination: Destination, pause: Duration, bodyLimit: Int = 0,
        fields: [(String, String)] = [], patience: Duration? = nil
    ) async throws -> PinnedRequest.Answer {
        let host = destination.hostText
        var bounds = manners
        bounds.patience = patience ?? manners.patience
        let manners = bounds
        let answer = try await turns.take(at: host, pause: pause) {
            // Looked up anew for each request, so that what is checked is what is used.
            let machines = try rules.check(try await addresses(of: destination.host))
            return try await first(of: machines.prefix(manners.machines), manners) { machine in
                PinnedRequest(
                    method: method, destination: destination, machine: machine, agent: agent, bodyLimit: bodyLimit,
                    fields: fields)
            }
        }
        if let seconds = restWished(answer) {
            turns.rest(host, seconds: seconds)
            throw Rest(seconds: seconds)
        }
        return answer
    }

    private func addresses(of host: Destination.Host) async throws -> [IPAddress] {
        switch host {
        case .address(let address): return [address]
        case .name(let name):
            do { return try await resolver.addresses(of: name) } catch is NameNotFound {
                throw LinkAnswer.Failure.nameNotFound
            }
        }
    }

    /// The answer of the first machine that can be reached, all within the time for one answer.
    private func first(
        of machines: some Collection<PublicAddress> & Sendable, _ manners: Manners,
        _ request: @escaping @Sendable (PublicAddress) -> PinnedRequest
    ) async throws -> PinnedRequest.Answer {
        try await within(manners.patience) {
            var failure = LinkAnswer.Failure.nameNotFound
            for machine in machines {
                do { return try await request(machine).send(manners) } catch {
                    try Task.checkCancellation()
                    failure = LinkAnswer.Failure(error)
                    guard failure.isOfOneMachine else { break }
                }
            }
            throw failure
        }
    }

    /// Seconds; nil if the site asks for none.
    private func restWished(_ answer: PinnedRequest.Answer) -> Int? {
        guard answer.status == 429 || answer.status == 503 else { return nil }
        let wished = answer.retryAfter.flatMap { RetryAfter.seconds($0, now: pace.now()) }
        // 503 alone is a fault; 429 alone is a wish.
        return (wished ?? (answer.status == 429 ? manners.usualRest : nil)).map { min($0, manners.longestRest) }
    }
}
