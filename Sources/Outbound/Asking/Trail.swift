/// A redirect that an answer asks for.
struct Redirect: Hashable, Sendable {
    let destination: Destination
    let isPermanent: Bool

    init(to destination: Destination, isPermanent: Bool) {
        self.destination = destination
        self.isPermanent = isPermanent
    }

    /// Nil if the answer is no redirect (RFC 9110, section 15.4). Throws ``LinkAnswer/Failure/redirectToNowhere``, or
    /// a ``Refusal`` if the address may not be asked: it is checked like the first one.
    init?(_ answer: PinnedRequest.Answer, from place: Destination) throws {
        guard [301, 302, 303, 307, 308].contains(answer.status) else { return nil }
        guard let location = answer.location, !location.isEmpty else { throw LinkAnswer.Failure.redirectToNowhere }
        self.init(
            to: try Destination(location, from: place), isPermanent: answer.status == 301 || answer.status == 308)
    }
}

/// Where redirects led so far.
struct Trail: Sendable {
    let start: Destination
    private(set) var place: Destination
    private(set) var steps = 0
    /// The end of the permanent redirects with which it began. After one that is for now only, nothing is for good.
    private var settled: Destination?
    private var isSettled = true

    init(from start: Destination) {
        self.start = start
        place = start
    }

    mutating func follow(_ redirect: Redirect) {
        steps += 1
        place = redirect.destination
        isSettled = isSettled && redirect.isPermanent
        if isSettled { settled = place }
    }

    /// - Parameter status: with which the page answered at the end of the trail.
    func answer(status: Int) -> LinkAnswer {
        guard (200..<300).contains(status) else { return .broken(.status(status)) }
        // Nobody is sent to a page that is only perhaps one (204, or 202 of a shield against robots).
        guard status == 200 else { return .alive(status: status) }
        if let settled, settled != start { return .moved(to: settled.url, permanently: true) }
        return place == start ? .alive(status: status) : .moved(to: place.url, permanently: false)
    }
}
