import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// When there are more than the site can work for.
@Suite struct AdmissionTests {
    private func admission(_ change: (inout LoadLimits) -> Void) -> Admission {
        var limits = LoadLimits(cores: 2)
        change(&limits)
        return Admission(limits)
    }

    private func place(_ answer: Admission.Answer) throws -> Place {
        guard case .admitted(let place) = answer else { throw Refused() }
        return place
    }

    private struct Refused: Error {}

    @Test func aCrowdOfReadersKeepsNobodyFromHelpOrFromWriting() async throws {
        let admission = admission { $0.reading = RoomLimits(atOnce: 1, waiting: 0, patience: .seconds(1)) }
        let reader = try place(await admission.enter(.reading, from: "192.0.2.1"))
        #expect(throws: Refused.self) { try place(.refused(.full)) }
        guard case .refused(.full) = await admission.enter(.reading, from: "192.0.2.2") else {
            Issue.record("there was no room")
            return
        }
        let others = (
            try place(await admission.enter(.help, from: "192.0.2.2")),
            try place(await admission.enter(.writing, from: "192.0.2.2"))
        )
        #expect(admission.state(of: .reading).refused[.full] == 1)
        reader.leave()
        try place(await admission.enter(.reading, from: "192.0.2.2")).leave()
        others.0.leave()
        others.1.leave()
        #expect(Room.allCases.allSatisfy { admission.state(of: $0).inside == 0 })
    }

    @Test func aPlaceIsFreeAgainWhenItsHolderIsGone() async throws {
        let admission = admission { $0.help = RoomLimits(atOnce: 1, waiting: 0, patience: .seconds(1)) }
        do {
            let place = try place(await admission.enter(.help, from: "192.0.2.1"))
            #expect(admission.state(of: .help).inside == 1)
            place.leave()
            place.leave()
        }
        _ = try place(await admission.enter(.help, from: "192.0.2.1"))
        #expect(admission.state(of: .help).inside == 0)
    }

    @Test func everybodyWhoWaitsIsLetInOrTurnedAway() async throws {
        let admission = admission { $0.reading = RoomLimits(atOnce: 2, waiting: 50, patience: .seconds(3_600)) }
        let (served, refused) = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<400 {
                group.addTask {
                    guard case .admitted(let place) = await admission.enter(.reading, from: "192.0.2.\(number % 5)")
                    else { return false }
                    await Task.yield()
                    place.leave()
                    return true
                }
            }
            return await group.reduce(into: (0, 0)) { if $1 { $0.0 += 1 } else { $0.1 += 1 } }
        }
        #expect(served + refused == 400 && served >= 52)
        let state = admission.state(of: .reading)
        #expect(state.inside == 0 && state.waiting == 0 && state.refused[.full] ?? 0 == refused)
    }

    @Test func oneSourceSearchesNoMoreThanItsShare() {
        let admission = admission {
            $0.mostSearches = 3
            $0.searchesPerSecond = 1
        }
        let now = TestSite.noon
        #expect((0..<5).map { _ in admission.mayAsk(from: "192.0.2.1", at: now) } == [true, true, true, false, false])
        #expect(admission.mayAsk(from: "192.0.2.2", at: now))
        #expect(admission.mayAsk(from: "192.0.2.1", at: now.addingTimeInterval(1.5)))
        #expect((0..<50).allSatisfy { _ in admission.mayAsk(from: "127.0.0.1", at: now) })
        #expect(admission.limited.value == 2)
    }
}

/// What those hear who are turned away.
@Suite struct TurnedAwayTests {
    private func site(_ change: (inout LoadLimits) -> Void) throws -> TestSite {
        var limits = LoadLimits.boundless
        change(&limits)
        return try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon, load: limits, proxies: .nearby)
    }

    private let closed = RoomLimits(atOnce: 0, waiting: 0, patience: .seconds(1))

    @Test(arguments: ["nl", "fr", "de", "en"])
    func readersHearWhenToComeBackAndHelpStaysOpen(_ language: String) async throws {
        let site = try site { $0.reading = closed }
        let answer = try await site.get("/\(language)/themes")
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.retryAfter] == "5" && answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.contentSecurityPolicy] != nil)
        let page = try Markup(answer.body)
        #expect(page.all("html").first?.attributes["lang"] == language)
        #expect(page.localLinks.contains { $0.hasPrefix("/\(language)/help") })
        // Others get the same page: nothing of the first reader's stands in it.
        #expect(!(try await site.get("/\(language)/themes?keep=awel-102").body.contains("keep=")))
        #expect(try await site.get("/\(language)/help").status == .ok)
        #expect(try await site.get("/health").status == .ok)
        #expect(try await site.get("/robots.txt").status == .ok)
    }

    @Test func programsHearItAsAProblem() async throws {
        let site = try site { $0.reading = closed }
        let answer = try await site.get("/api/v1/records?limit=1")
        #expect(answer.status == .serviceUnavailable && answer.headers[.retryAfter] == "5")
        #expect(answer.headers[.contentType] == "application/problem+json")
    }

    @Test func whoSentSomethingHearsThatItWasNotKept() async throws {
        let site = try site { $0.writing = closed }
        let answer = try await site.post("/nl/records/awel-102/suggestion", "message=x")
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.body.contains(Texts.of(.nl)(.busySent)))
        #expect(try await site.get("/nl/themes").status == .ok)
        #expect(try await site.store.all(Suggestion.self).isEmpty)
    }

    @Test func whatIsReadyIsGivenEvenWhenNothingElseIs() async throws {
        let site = try site { $0.reading = closed }
        let open = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon)
        #expect(try await open.get("/nl/themes").status == .ok)
        let before = open.site.environment.traffic.ready.value
        #expect(try await open.get("/nl/themes").status == .ok)
        #expect(open.site.environment.traffic.ready.value == before + 1)
        // Assets need no room.
        let page = try Markup(try await open.get("/nl/").body)
        let style = try #require(page.all("link").first { $0.attributes["rel"] == "stylesheet" }?.attributes["href"])
        #expect(try await site.get(style).status == .ok)
    }

    @Test func aSourceThatSearchesTooMuchIsToldToWait() async throws {
        let site = try site {
            $0.mostSearches = 2
            $0.searchesPerSecond = 1
        }
        // Tests come from nowhere; behind a proxy, from where it says.
        let headers: HTTPFields = [try #require(HTTPField.Name("X-Forwarded-For")): "192.0.2.9"]
        for word in ["een", "twee"] {
            #expect(try await site.get("/nl/search?q=\(word)", headers: headers).status == .ok)
        }
        let answer = try await site.get("/nl/search?q=drie", headers: headers)
        #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] == "30")
        #expect(answer.body.contains(Texts.of(.nl)(.busySource)))
        // Pages are there as ever.
        #expect(try await site.get("/nl/themes", headers: headers).status == .ok)
    }

    @Test func streamsGiveTheirPlaceBackWhenAllIsSent() async throws {
        let site = try site { $0.bulk = RoomLimits(atOnce: 1, waiting: 0, patience: .seconds(1)) }
        for _ in 0..<3 {
            let answer = try await site.get("/data/records.jsonl")
            #expect(answer.status == .ok && answer.body.count > 10_000)
        }
        #expect(try await site.get("/data/records.csv", method: .head).status == .ok)
        #expect(try await site.get("/data/records.csv").status == .ok)
        #expect(site.site.environment.admission.state(of: .bulk).inside == 0)
    }
}
