import Catalogue
import Foundation
import HTTPTypes
import Logging
import Testing

@testable import Site

@Suite struct FiguresTests {
    /// A site whose log counts, and whose watchman has been round.
    private func site(metrics: MetricsAccess = MetricsAccess(), proxies: TrustedProxies = .none) async throws
        -> TestSite
    {
        let site = try TestSite(
            TestSite.shipped.snapshot, clock: TestSite.noon, proxies: proxies, metrics: metrics,
            logger: SiteLog(write: { _ in }).logger)
        let watchman = Watchman(site: site.site.environment)
        await watchman.probe()
        await watchman.count()
        return site
    }

    /// The figures by name and labels, as any reader of the format finds them.
    static func read(_ text: String) throws -> [String: Double] {
        var figures: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = try #require(
                line.wholeMatch(of: #/([a-z_]+(?:\{[a-z]+="[^"\\]*"(?:,[a-z]+="[^"\\]*")*\})?) (\S+)/#), "\(line)")
            let name = String(parts.1)
            #expect(figures[name] == nil, "\(name) twice")
            figures[name] = try #require(Double(parts.2), "\(line)")
        }
        return figures
    }

    @Test func everyAnswerIsCountedByKindAndClassAndTime() async throws {
        let site = try await site()
        for path in ["/nl/", "/nl/", "/nl/help", "/nl/nothing-of-the-kind", "/api/v1/search?q=chat"] {
            _ = try await site.get(path)
        }
        let figures = try Self.read(try await site.get("/metrics").body)
        #expect(figures["betternet_requests_total{kind=\"page\",status=\"2xx\"}"] == 2)
        #expect(figures["betternet_requests_total{kind=\"page\",status=\"4xx\"}"] == 1)
        #expect(figures["betternet_requests_total{kind=\"help\",status=\"2xx\"}"] == 1)
        #expect(figures["betternet_requests_total{kind=\"search\",status=\"2xx\"}"] == 1)
        #expect(figures["betternet_ready_answers_total"] == 1)
        #expect(figures["betternet_request_duration_seconds_count{kind=\"page\"}"] == 3)
        #expect(figures["betternet_request_duration_seconds_bucket{kind=\"page\",le=\"+Inf\"}"] == 3)
        let steps = Traffic.steps.map {
            figures["betternet_request_duration_seconds_bucket{kind=\"page\",le=\"\($0)\"}"]
        }
        #expect(steps.allSatisfy { $0 != nil } && zip(steps, steps.dropFirst()).allSatisfy { $0 ?? 0 <= $1 ?? 0 })
        #expect(figures["betternet_snapshot_records"] == Double(site.snapshot.catalogue.records.count))
        #expect(figures["betternet_store_readable"] == 1 && figures["betternet_on_duty"] == 1)
        #expect(figures["betternet_letters_waiting"] == 0 && figures["betternet_reviews_waiting"] == 0)
    }

    @Test func everyFamilySaysWhatItMeansBeforeItsFigures() async throws {
        let text = try await site().get("/metrics").body
        let lines = text.split(separator: "\n")
        var families: [Substring: Substring] = [:]
        for line in lines {
            if let match = line.wholeMatch(of: #/# TYPE (\S+) (counter|gauge|histogram)/#) {
                #expect(families.updateValue(match.2, forKey: match.1) == nil, "\(match.1) twice")
                #expect(text.contains("# HELP \(match.1) "))
                #expect((match.2 == "counter") == match.1.hasSuffix("_total"), "\(match.1)")
            } else if !line.hasPrefix("#") {
                let name = line.prefix { $0 != "{" && $0 != " " }
                let family = name.replacing(#/_(bucket|sum|count)$/#, with: "")
                #expect(families[name] != nil || families[Substring(family)] == "histogram", "\(line)")
            }
        }
    }

    @Test func errorsOfTheLogAreCounted() async throws {
        let site = try await site()
        site.site.environment.logger.error("something")
        site.site.environment.logger.debug("not written, not counted")
        let figures = try Self.read(try await site.get("/metrics").body)
        #expect(figures["betternet_log_events_total{level=\"error\"}"] == 1)
        #expect(figures["betternet_log_events_total{level=\"warning\"}"] == 0)
    }

    @Test func aStoreThatIsGoneIsSeen() async throws {
        let site = try TestSite(TestSite.shipped.snapshot, store: BrokenStore(), clock: TestSite.noon)
        await Watchman(site: site.site.environment).probe()
        let figures = try Self.read(try await site.get("/metrics").body)
        #expect(figures["betternet_store_readable"] == 0)
        #expect(figures["betternet_letters_waiting"] == nil, "what nobody knows is not said")
    }

    // MARK: Who may read them

    @Test func onlyThisMachineMayReadThem() async throws {
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        let site = try await site()
        #expect(try await site.get("/metrics").status == .ok)
        for (address, isLocal) in [("127.0.0.1", true), ("::1", true), ("192.0.2.1", false), ("2001:db8::1", false)] {
            #expect(RequestSource.isLocal(RequestSource.name(of: address)) == isLocal, "\(address)")
        }
        // Handed on by somebody who is not believed: it came from elsewhere.
        let answer = try await site.get("/metrics", headers: [forwarded: "192.0.2.1"])
        #expect(answer.status == .forbidden && !answer.body.contains("betternet_"))
        let behind = try await self.site(proxies: .nearby)
        #expect(try await behind.get("/metrics", headers: [forwarded: "192.0.2.1"]).status == .forbidden)
        #expect(try await behind.get("/metrics", headers: [forwarded: "127.0.0.1"]).status == .forbidden)
    }

    @Test func othersMayWithTheTokenOrFromTheirNetwork() async throws {
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        var access = MetricsAccess()
        access.token = "a token that nobody guesses"
        access.networks = try TrustedProxies(["10.1.0.0/16", "2001:db8::/32", "2001:db9::8"])
        let site = try await site(metrics: access, proxies: .nearby)
        func status(_ source: String, _ token: String? = nil) async throws -> Int {
            var headers: HTTPFields = [forwarded: source]
            headers[.authorization] = token.map { "Bearer \($0)" }
            return try await site.get("/metrics", headers: headers).status.code
        }
        #expect(try await status("192.0.2.1") == 403)
        #expect(try await status("192.0.2.1", "a token that nobody guesses") == 200)
        for wrong in ["", "a token", "a token that nobody guesses!"] {
            #expect(try await status("192.0.2.1", wrong) == 403, "\(wrong)")
        }
        #expect(try await status("10.1.2.3") == 200)
        #expect(try await status("10.2.0.1") == 403)
        #expect(try await status("2001:db8::7") == 200)
        #expect(try await status("2001:db9::7") == 403)
        #expect(try await status("2001:db9::8") == 200)
    }
}
