import Foundation
import Testing

@testable import Outbound

/// A site that means harm, or is slow, harms nothing; a good one is asked politely.
@Suite(.timeLimit(.minutes(1))) struct FetcherTests {
    private func fetcher(
        resolver: any NameResolver = SiteResolver(), limits: FetchLimits = FetchLimits(),
        clock: TestClock = TestClock(),
        exempt: [String] = [TestServer.usualHost]
    ) -> Fetcher {
        Fetcher(
            publicAddress: "https://betternet.site.test/", resolver: resolver,
            rules: AddressRules(exempt: Set(exempt.compactMap { IPAddress($0) })), limits: limits, pace: clock.pace)
    }

    private func fault(_ fetcher: Fetcher, _ address: String) async -> FetchFault? {
        await #expect(throws: FetchFault.self) { try await fetcher.fetch(address) }
    }

    @Test func whatIsThereComesWithItsKindAndTag() async throws {
        try await TestServer.run(
            site { _ in Reply(headers: ["Content-Type": "text/csv; charset=utf-8", "ETag": "\"a\""], body: "id;x") }
        ) { server in
            let address = "http://page.site.test:\(server.port)/a?b=c"
            let fetched = try await fetcher().fetch(address, accepting: "text/csv")
            #expect(String(decoding: fetched.bytes, as: UTF8.self) == "id;x")
            #expect(fetched.mediaType == "text/csv; charset=utf-8" && fetched.tag == "\"a\"" && fetched.status == 200)
            #expect(fetched.address == address && !fetched.notModified)
            let asked = try #require(server.asked.first)
            #expect(asked.fields["accept"] == "text/csv" && asked.fields["accept-encoding"] == "identity")
            #expect(asked.agent == "Betternet/1 (+https://betternet.site.test/en/about)")
        }
    }

    @Test func whatDidNotChangeIsNotSentAgain() async throws {
        try await TestServer.run(
            site { $0.fields["if-none-match"] == "\"a\"" ? .status(304, ["ETag": "\"a\""]) : .page }
        ) { server in
            let address = "http://page.site.test:\(server.port)/"
            let fetched = try await fetcher().fetch(address, tag: "\"a\"")
            #expect(fetched.notModified && fetched.bytes.isEmpty && fetched.tag == "\"a\"")
            // A tag can't bring fields of its own.
            let other = try await fetcher().fetch(address, tag: "\"a\"\r\nX-Evil: 1")
            #expect(!other.notModified)
            #expect(server.asked.allSatisfy { $0.fields["x-evil"] == nil })
        }
    }

    @Test func noMoreBytesThanAllowedAreTaken() async throws {
        var limits = FetchLimits()
        limits.bytes = 100_000
        try await TestServer.run(
            site {
                $0.target == "/endless" ? Reply(isEndless: true) : Reply(body: String(repeating: "x", count: 100_000))
            }
        ) { server in
            let base = "http://page.site.test:\(server.port)"
            #expect(await fault(fetcher(limits: limits), base + "/endless") == .tooLarge(limit: 100_000))
            let whole = try await fetcher(limits: limits).fetch(base + "/whole")
            #expect(whole.bytes.count == 100_000)
        }
    }

    @Test func aSlowDripEndsAfterTheWholeTime() async throws {
        var limits = FetchLimits()
        limits.time = .milliseconds(600)
        try await TestServer.run(site { _ in Reply(drip: .milliseconds(50)) }) { server in
            let start = ContinuousClock.now
            #expect(await fault(fetcher(limits: limits), "http://page.site.test:\(server.port)/") == .failed(.timeout))
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test func packedAnswersAreRefused() async throws {
        try await TestServer.run(site { _ in Reply(headers: ["Content-Encoding": "gzip"], body: "bomb") }) { server in
            #expect(await fault(fetcher(), "http://page.site.test:\(server.port)/") == .packed("gzip"))
        }
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://10.0.0.1/",
        "file:///etc/passwd",
        "http://user:secret@page.site.test/", "http://page.site.test:22/", "http://localhost/", "http://0x7f.0.0.1/",
    ])
    func redirectsIntoPrivateNetworksAreNotFollowed(_ target: String) async throws {
        try await TestServer.run(site { _ in .redirect(to: target) }) { server in
            let fault = await fault(fetcher(), "http://page.site.test:\(server.port)/")
            guard case .refused = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
            #expect(server.asked.count == 1)
        }
    }

    @Test func aNameThatLeadsElsewhereTheSecondTimeIsRefused() async throws {
        try await TestServer.run(site { _ in .page }) { server in
            // Public for robots.txt, and our own network a moment later.
            let resolver = FixedResolver(["page.site.test": [[TestServer.usualHost], ["127.0.0.1"]]])
            let fault = await fault(fetcher(resolver: resolver), "http://page.site.test:\(server.port)/")
            guard case .refused = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
            #expect(server.asked.isEmpty)
        }
    }

    @Test func fiveRedirectsAreFollowedAndNoMore() async throws {
        try await TestServer.run(
            site { asked in
                let step = Int(asked.target.dropFirst()) ?? 0
                return step == 0 ? .page : .redirect(to: "/\(step - 1)")
            }
        ) { server in
            let base = "http://page.site.test:\(server.port)"
            let fetched = try await fetcher().fetch(base + "/5")
            #expect(fetched.address == base + "/0")
            #expect(await fault(fetcher(), base + "/6") == .failed(.tooManyRedirects))
        }
    }

    @Test func robotsAndRestAreRespected() async throws {
        try await TestServer.run({ asked in
            switch asked.target {
            case "/robots.txt": Reply(body: "User-agent: *\nDisallow: /private")
            case "/busy": .status(503, ["Retry-After": "120"])
            case "/gone": .status(410)
            default: .page
            }
        }) { server in
            let base = "http://page.site.test:\(server.port)"
            let fetcher = fetcher()
            #expect(await fault(fetcher, base + "/private/x") == .forbiddenByRobots)
            #expect(await fault(fetcher, base + "/gone") == .failed(.status(410)))
            #expect(await fault(fetcher, base + "/busy") == .later(seconds: 120))
            // And it isn't asked again before.
            guard case .later = await fault(fetcher, base + "/open") else {
                Issue.record("asked in spite of it")
                return
            }
            #expect(server.asked.map(\.target) == ["/gone", "/busy"])
        }
    }

    @Test func oneRequestAtATimeWithAPause() async throws {
        let clock = TestClock()
        try await TestServer.run(site { _ in .page }) { server in
            let fetcher = fetcher(clock: clock)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for page in 0..<4 {
                    group.addTask { _ = try await fetcher.fetch("http://page.site.test:\(server.port)/\(page)") }
                }
                try await group.waitForAll()
            }
            #expect(server.asked.count == 4)
            // One before each request but the first.
            #expect(clock.waits.count == 4 && clock.waits.allSatisfy { $0 > .milliseconds(900) })
        }
    }
}
