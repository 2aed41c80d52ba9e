import Foundation
import Synchronization
import Testing

@testable import Outbound

/// Answers for names what the test says: one answer after the other, the last one again and again.
final class FixedResolver: NameResolver {
    private let answers: Mutex<[String: [[String]]]>
    private let count = Mutex(0)

    /// How often a name was looked up.
    var lookups: Int { count.withLock { $0 } }

    /// - Parameter answers: for each name the addresses of the first lookup, of the second …
    init(_ answers: [String: [[String]]]) { self.answers = Mutex(answers) }

    func addresses(of name: String) async throws -> [IPAddress] {
        count.withLock { $0 += 1 }
        let answer = answers.withLock { answers -> [String]? in
            guard let left = answers[name], let first = left.first else { return nil }
            if left.count > 1 { answers[name] = Array(left.dropFirst()) }
            return first
        }
        guard let answer else { throw NameNotFound() }
        return answer.compactMap { IPAddress($0) }
    }
}

/// Every name that ends in `.site.test` is the server of the test.
struct SiteResolver: NameResolver {
    func addresses(of name: String) async throws -> [IPAddress] {
        guard name.hasSuffix(".site.test") else { throw NameNotFound() }
        return [try #require(IPAddress(TestServer.usualHost))]
    }
}

/// Time that passes only while somebody waits.
final class TestClock: Sendable {
    private let state = Mutex((now: Date(timeIntervalSince1970: 1_795_431_600), waits: [Duration]()))

    var now: Date { state.withLock { $0.now } }
    /// How long was waited, each time.
    var waits: [Duration] { state.withLock { $0.waits } }

    func pass(_ duration: Duration) {
        state.withLock { state in
            state.now +=
                TimeInterval(duration.components.seconds) + TimeInterval(duration.components.attoseconds) / 1e18
        }
    }

    var pace: Pace {
        Pace(
            now: { self.now },
            sleep: { duration in
                self.state.withLock { $0.waits.append(duration) }
                self.pass(duration)
                try Task.checkCancellation()
            })
    }
}

extension PoliteClient {
    /// A client that may ask the server of a test and no other machine here.
    static func test(
        resolver: any NameResolver = SiteResolver(), manners: Manners = Manners(), clock: TestClock = TestClock(),
        exempt: [String] = [TestServer.usualHost]
    ) -> PoliteClient {
        PoliteClient(
            publicAddress: "https://betternet.site.test/", resolver: resolver,
            rules: AddressRules(exempt: Set(exempt.compactMap { IPAddress($0) })), manners: manners, pace: clock.pace)
    }
}

/// Answers `robots.txt` with 404 and all else as the test says.
func site(_ respond: @escaping @Sendable (Asked) async -> Reply) -> @Sendable (Asked) async -> Reply {
    { $0.target == "/robots.txt" ? .status(404) : await respond($0) }
}
