import Foundation
import Synchronization

/// What is known of a site's `robots.txt`.
enum RobotsAnswer: Sendable {
    case file(Robots)
    /// The site itself didn't answer.
    case silent(LinkAnswer.Failure)
    /// The site is in trouble: nothing is asked for now (RFC 9309, section 2.3.1.4).
    case troubled

    /// How long it counts; seconds.
    var lasts: TimeInterval {
        switch self {
        // RFC 9309, section 2.4.
        case .file: 86_400
        // Long enough for the other links to the same site, and over before the next day's look.
        case .silent, .troubled: 3_600
        }
    }
}

/// Keeps what sites ask for, so that each `robots.txt` is fetched once a day.
final class RobotsShelf: Sendable {
    private final class Place: Sendable {
        let gate = Gate(1)
        let kept = Mutex<(answer: RobotsAnswer, until: Date)?>(nil)
    }

    private let places = Mutex<[String: Place]>([:])
    private let pace: Pace

    init(pace: Pace) { self.pace = pace }

    /// The answer that is kept for the site, or that is fetched now; several who ask at once wait for one fetch.
    func answer(for site: String, fetch: () async throws -> RobotsAnswer) async throws -> RobotsAnswer {
        let place = places.withLock { places in
            if let place = places[site] { return place }
            let place = Place()
            places[site] = place
            return place
        }
        return try await place.gate.pass {
            if let kept = place.kept.withLock({ $0 }), pace.now() < kept.until { return kept.answer }
            let answer = try await fetch()
            let until = pace.now().addingTimeInterval(answer.lasts)
            place.kept.withLock { $0 = (answer, until) }
            return answer
        }
    }
}
