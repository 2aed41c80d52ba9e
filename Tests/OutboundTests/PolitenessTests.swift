import Foundation
import Synchronization
import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(1))) struct PolitenessTests {
    /// When each host was asked, and how many at once.
    private final class Visitors: Sendable {
        struct State {
            var times: [String: [Date]] = [:]
            var here: [String: Int] = [:]
            var most = 0
            var mostOfOneHost = 0
        }

        private let state = Mutex(State())
        var seen: State { state.withLock { $0 } }

        func come(_ host: String, at date: Date) {
            state.withLock { state in
                state.times[host, default: []].append(date)
                state.here[host, default: 0] += 1
                state.most = max(state.most, state.here.values.reduce(0, +))
                state.mostOfOneHost = max(state.mostOfOneHost, state.here[host] ?? 0)
            }
        }

        func go(_ host: String) { state.withLock { $0.here[host, default: 0] -= 1 } }
        var here: Int { state.withLock { $0.here.values.reduce(0, +) } }
    }

    @Test(arguments: [("", 1.0), ("User-agent: *\nCrawl-delay: 7", 7.0), ("User-agent: *\nCrawl-delay: 900", 30.0)])
    func aHostHasAPauseBetweenTwoRequests(_ robots: String, _ pause: TimeInterval) async throws {
        let clock = TestClock()
        let visitors = Visitors()
        try await TestServer.run({ asked in
            guard asked.target != "/robots.txt" else { return Reply(body: robots) }
            visitors.come(asked.host, at: clock.now)
            defer { visitors.go(asked.host) }
            return asked.method == "HEAD" ? .status(405) : .page
        }) { server in
            let addresses = (0..<4).map { "http://page.site.test:\(server.port)/\($0)" }
            var answers: [LinkAnswer] = []
            try await PoliteClient.test(clock: clock).check(addresses) { answers.append($1) }
            #expect(answers == Array(repeating: .alive(status: 200), count: 4))
            let times = try #require(visitors.seen.times.values.first)
            // Four short questions and four for the page, none within the pause of another.
            #expect(times.count == 8)
            for (before, after) in zip(times, times.dropFirst()) {
                #expect(after.timeIntervalSince(before) >= pause - 0.001)
            }
            #expect(visitors.seen.mostOfOneHost == 1)
            #expect(clock.waits.allSatisfy { $0 <= .seconds(pause) })
        }
    }

    @Test func noMoreThanFourHostsAreAskedAtOnceAndNoFewer() async throws {
        let visitors = Visitors()
        let together = Mutex(false)
        try await TestServer.run(
            site { asked in
                visitors.come(asked.host, at: .now)
                defer { visitors.go(asked.host) }
                // The first four wait for each other: with fewer at once this would never end.
                while !together.withLock({ $0 }) {
                    if visitors.here >= 4 { together.withLock { $0 = true } }
                    try? await Task.sleep(for: .milliseconds(5))
                    if Task.isCancelled { break }
                }
                return .page
            }
        ) { server in
            let addresses = (0..<12).map { "http://h\($0).site.test:\(server.port)/" }
            var count = 0
            try await PoliteClient.test().check(addresses) { _, answer in
                #expect(answer == .alive(status: 200))
                count += 1
            }
            #expect(count == 12)
            #expect(visitors.seen.most == 4)
        }
    }

    @Test func robotsAreFetchedOncePerHostAndDay() async throws {
        let clock = TestClock()
        try await TestServer.run({ asked in
            asked.target == "/robots.txt" ? Reply(body: "User-agent: betternet\nDisallow: /private") : .page
        }) { server in
            let client = PoliteClient.test(clock: clock)
            let base = "http://page.site.test:\(server.port)"
            let open = try await client.check(base + "/open")
            let closed = try await client.check(base + "/private/x")
            #expect(open == .alive(status: 200) && closed == .forbiddenByRobots)
            #expect(server.all.count { $0.target == "/robots.txt" } == 1)
            clock.pass(.seconds(86_401))
            let closedNextDay = try await client.check(base + "/private/x")
            #expect(closedNextDay == .forbiddenByRobots)
            #expect(server.all.count { $0.target == "/robots.txt" } == 2)
            #expect(server.asked.map(\.target) == ["/open"])
        }
    }

    @Test func robotsOfTheTargetOfARedirectCountToo() async throws {
        try await TestServer.run({ asked in
            switch (asked.host.hasPrefix("b."), asked.target) {
            case (true, "/robots.txt"): Reply(body: "User-agent: *\nDisallow: /")
            case (false, "/robots.txt"): .status(404)
            case (false, _): .redirect(to: "http://" + asked.host.replacing("a.", with: "b.") + "/")
            case (true, _): .page
            }
        }) { server in
            let answer = try await PoliteClient.test().check("http://a.site.test:\(server.port)/")
            #expect(answer == .forbiddenByRobots)
            #expect(server.asked.count == 1)
        }
    }

    @Test(arguments: [401, 403, 404, 410])
    func withoutRobotsAllMayBeAsked(_ status: Int) async throws {
        try await TestServer.run({ $0.target == "/robots.txt" ? .status(status) : .page }) { server in
            let answer = try await PoliteClient.test().check("http://page.site.test:\(server.port)/")
            #expect(answer == .alive(status: 200))
        }
    }

    @Test(arguments: [500, 502, 503])
    func aSiteWhoseRobotsAreInTroubleIsLeftAloneForNow(_ status: Int) async throws {
        let clock = TestClock()
        let isWell = Mutex(false)
        try await TestServer.run({ asked in
            asked.target == "/robots.txt" ? .status(isWell.withLock { $0 } ? 404 : status) : .page
        }) { server in
            let client = PoliteClient.test(clock: clock)
            let address = "http://page.site.test:\(server.port)/"
            let first = try await client.check(address)
            isWell.withLock { $0 = true }
            let soonAfter = try await client.check(address)
            #expect(first == .later(seconds: 3_600) && soonAfter == first)
            #expect(server.asked.isEmpty)
            clock.pass(.seconds(3_601))
            let muchLater = try await client.check(address)
            #expect(muchLater == .alive(status: 200))
        }
    }

    @Test(
        arguments: [
            (429, "120", 120), (503, "120", 120), (429, nil, 3_600), (429, "0", 1),
            (429, "99999999999999999999", 604_800),
            (503, "Mon, 23 Nov 2026 11:30:01 GMT", 1_801), (429, "soon", 3_600),
        ] as [(Int, String?, Int)])
    func aSiteThatWantsRestGetsIt(_ status: Int, _ field: String?, _ seconds: Int) async throws {
        let clock = TestClock()
        try await TestServer.run(
            site { _ in .status(status, field.map { ["Retry-After": $0] } ?? [:]) }
        ) { server in
            let client = PoliteClient.test(clock: clock)
            let base = "http://page.site.test:\(server.port)"
            let answer = try await client.check(base + "/a")
            guard case .later(let given) = answer else {
                Issue.record("\(answer)")
                return
            }
            // A second went by between the two requests.
            #expect((seconds - 1...seconds).contains(given) || seconds == 1 && given == 1)
            let before = server.asked.count
            if case .later = try await client.check(base + "/b") {} else { Issue.record("asked in spite of it") }
            #expect(server.asked.count == before)
            clock.pass(.seconds(given))
            _ = try await client.check(base + "/b")
            #expect(server.asked.count == before + 1)
        }
    }

    @Test func whoeverIsCancelledLeavesTheQueue() async throws {
        let gate = Gate(1)
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let (left, leave) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await gate.pass {
                    enter.finish()
                    for await _ in left {}
                }
            }
            for await _ in entered {}
            await #expect(throws: CancellationError.self) {
                try await withThrowingTaskGroup(of: Void.self) { waiters in
                    for _ in 0..<3 { waiters.addTask { try await gate.pass {} } }
                    waiters.cancelAll()
                    try await waiters.waitForAll()
                }
            }
            leave.finish()
            try await group.waitForAll()
        }
        // Nobody who left holds a place.
        try await gate.pass {}
    }
}
