import Foundation
import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(1))) struct LinkAnswerTests {
    @Test func aPageIsAlive() async throws {
        try await check(site { _ in .page }) { answer, server in
            #expect(answer == .alive(status: 200))
            #expect(server.all.map(\.target) == ["/robots.txt", "/page"])
            #expect(server.asked.map(\.method) == ["HEAD"])
            #expect(Set(server.all.map(\.agent)) == ["Betternet/1 (+https://betternet.site.test/en/about)"])
        }
    }

    @Test(arguments: [400, 401, 403, 404, 405, 500, 501, 503])
    func aServerThatDislikesShortQuestionsIsAskedForThePage(_ status: Int) async throws {
        try await check(site { $0.method == "HEAD" ? .status(status) : .page }) { answer, server in
            #expect(answer == .alive(status: 200))
            #expect(server.asked.map(\.method) == ["HEAD", "GET"])
        }
    }

    @Test func soIsOneThatHangsUp() async throws {
        try await check(site { $0.method == "HEAD" ? Reply(hangsUp: true) : .page }) { answer, server in
            #expect(answer == .alive(status: 200))
        }
    }

    @Test func aPageWithoutEndIsNotReadToTheEnd() async throws {
        try await check(site { $0.method == "HEAD" ? .status(405) : Reply(isEndless: true) }) { answer, _ in
            #expect(answer == .alive(status: 200))
        }
    }

    @Test func aRobotsFileWithoutEndIsNotReadToTheEnd() async throws {
        try await check({ $0.target == "/robots.txt" ? Reply(isEndless: true) : .page }) { answer, _ in
            #expect(answer == .alive(status: 200))
        }
    }

    @Test(arguments: [403, 404, 418, 500, 502, 503])
    func anErrorOfTheServerIsBroken(_ status: Int) async throws {
        try await check(site { _ in .status(status) }) { answer, _ in #expect(answer == .broken(.status(status))) }
    }

    @Test func aPageThatIsGoneIsNotAskedForTwice() async throws {
        try await check(site { _ in .status(410) }) { answer, server in
            #expect(answer == .broken(.status(410)))
            #expect(server.asked.count == 1)
        }
    }

    @Test func namesWhatIsWrongWithTheLine() async throws {
        let client = PoliteClient.test()
        #expect(try await client.check("http://nobody.test/") == .broken(.nameNotFound))
        var closed = 0
        try await TestServer.run(site { _ in .page }) { closed = $0.port }
        #expect(try await client.check("http://page.site.test:\(closed)/") == .broken(.connectionRefused))
        try await TestServer.run({ _ in Reply(hangsUp: true) }) { server in
            let answer = try await client.check("http://page.site.test:\(server.port)/")
            #expect(answer == .broken(.closed))
        }
        try await TestServer.run(site { _ in .page }) { server in
            let answer = try await client.check("https://page.site.test:\(server.port)/")
            #expect(answer == .broken(.untrusted))
        }
    }

    @Test func aServerThatNeverAnswersIsLeft() async throws {
        var manners = Manners()
        manners.patience = .milliseconds(100)
        try await check(
            { asked in
                try? await Task.sleep(for: .seconds(3_600))
                return .page
            }, manners: manners
        ) { answer, _ in #expect(answer == .broken(.timeout)) }
    }

    @Test func anotherMachineOfTheNameIsTried() async throws {
        try await TestServer.run(site { _ in .page }) { server in
            let names = FixedResolver(["two.test": [["127.0.0.3", TestServer.usualHost]]])
            let client = PoliteClient.test(resolver: names, exempt: ["127.0.0.3", TestServer.usualHost])
            let answer = try await client.check("http://two.test:\(server.port)/")
            #expect(answer == .alive(status: 200))
        }
    }

    @Test func stopsAfterFiveRedirects() async throws {
        try await check(site { .redirect(301, to: $0.target + "x") }) { answer, server in
            #expect(answer == .broken(.tooManyRedirects))
            #expect(server.asked.count == 6)
        }
    }

    @Test func aRedirectWithoutAddressIsBroken() async throws {
        try await check(site { _ in .status(302) }) { answer, _ in #expect(answer == .broken(.redirectToNowhere)) }
    }

    /// The path of each step says how it goes on.
    @Test(arguments: [
        ("301 200", 1, true), ("301 308 200", 2, true), ("301 302 200", 1, true), ("302 200", 1, false),
        ("302 301 200", 2, false), ("307 303 200", 2, false),
    ])
    func aMoveIsForGoodAsFarAsTheFirstRedirectsAre(_ way: String, _ step: Int, _ isPermanent: Bool) async throws {
        try await checkWay(way) { answer, port in
            let target = try #require(URL(string: "http://page.site.test:\(port)/\(step)"))
            #expect(answer == .moved(to: target, permanently: isPermanent))
        }
    }

    @Test func nobodyIsSentToWhatIsPerhapsNoPage() async throws {
        try await checkWay("301 204") { answer, _ in #expect(answer == .alive(status: 204)) }
        try await checkWay("301 404") { answer, _ in #expect(answer == .broken(.status(404))) }
    }

    private func checkWay(_ way: String, _ body: (LinkAnswer, Int) throws -> Void) async throws {
        let statuses = way.split(separator: " ").compactMap { Int($0) }
        let answers: @Sendable (Asked) async -> Reply = { asked in
            let step = Int(asked.target.dropFirst()) ?? 0
            let status = statuses[step]
            return (300..<400).contains(status) ? .redirect(status, to: "/\(step + 1)") : .status(status)
        }
        try await TestServer.run(site(answers)) { server in
            try body(try await PoliteClient.test().check("http://page.site.test:\(server.port)/0"), server.port)
        }
    }

    private func check(
        _ respond: @escaping @Sendable (Asked) async -> Reply, manners: Manners = Manners(),
        _ body: (LinkAnswer, TestServer) throws -> Void
    ) async throws {
        try await TestServer.run(respond) { server in
            let client = PoliteClient.test(manners: manners)
            try body(try await client.check("http://page.site.test:\(server.port)/page"), server)
        }
    }
}
