import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Mapping
import Testing

@testable import Site

/// Guides that were walked are counted, and nobody with them.
@Suite struct WalkTests {
    private let site: TestSite
    private let since = CivilDay(year: 2026, month: 1, day: 1)

    init() throws { site = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon) }

    private func counted() async throws -> [Language: [RecordID: GuideWalks.Count]] {
        await site.site.housekeeping.keepCounts()
        return GuideWalks.sums(try await site.store.walks(since: since))
    }

    private var guide: RecordID { get throws { try #require(RecordID("bullied-online")) } }

    @Test func theFirstPageAndAnEndAreCounted() async throws {
        for path in ["/nl/help/bullied-online", "/nl/help/bullied-online/parent", "/fr/help/bullied-online/parent"] {
            #expect(try await site.get(path).status == .ok, "\(path)")
        }
        let counts = try await counted()
        #expect(counts[.nl] == [try guide: GuideWalks.Count(begun: 1, ended: 1)])
        #expect(counts[.fr] == [try guide: GuideWalks.Count(begun: 0, ended: 1)])
        #expect(counts[.fr]?[try guide]?.walks == 1)
    }

    @Test func aPageThatLayReadyIsCountedToo() async throws {
        for _ in 0..<3 { _ = try await site.get("/nl/help/bullied-online") }
        #expect(try await counted()[.nl]?[guide]?.begun == 3)
    }

    @Test func whatTheBrowserHadKeptIsReadAgain() async throws {
        let first = try await site.get("/nl/help/bullied-online")
        let tag = try #require(first.headers[.eTag])
        let again = try await site.get("/nl/help/bullied-online", headers: [.ifNoneMatch: tag])
        #expect(again.status == .notModified)
        #expect(try await counted()[.nl]?[guide]?.begun == 2)
    }

    @Test func easyWordsAndTheChildrensPageCountForTheGuide() async throws {
        _ = try await site.get("/nl-simple/help/bullied-online")
        _ = try await site.get("/de/kids/grooming")
        let counts = try await counted()
        #expect(counts[.nl]?[try guide]?.begun == 1)
        #expect(counts[.de]?[try #require(RecordID("grooming"))] == GuideWalks.Count(begun: 1, ended: 1))
    }

    @Test(arguments: ["Googlebot/2.1", "Mozilla/5.0 (compatible; YandexBot/3.0)", "a Crawler", "Baiduspider"])
    func robotsAreNotCounted(_ name: String) async throws {
        for _ in 0..<2 { _ = try await site.get("/nl/help/bullied-online", headers: [.userAgent: name]) }
        #expect(try await counted().isEmpty)
    }

    @Test func whatNobodyReadsIsNotCounted() async throws {
        _ = try await site.get("/nl/help/bullied-online", method: .head)
        _ = try await site.get("/nl/help/bullied-online")
        _ = try await site.get("/nl/help/bullied-online", method: .head)
        for path in ["/nl/help", "/nl/help/nothing-here", "/nl/help/bullied-online/nothing-here", "/nl/kids/play"] {
            _ = try await site.get(path)
        }
        #expect(try await counted() == [.nl: [try guide: GuideWalks.Count(begun: 1, ended: 0)]])
    }

    @Test func aStepOfAGuideIsRecognisedByItsAddressOnly() throws {
        let catalogue = TestSite.shipped.snapshot.catalogue
        for guide in catalogue.records {
            guard let tree = guide.guide else { continue }
            for question in tree.questions where question.id != tree.start {
                #expect(GuideStep(path: "/nl/help/\(guide.id)/\(question.id)", in: catalogue) == nil)
            }
            for end in tree.ends where end.id != tree.start {
                let step = try #require(GuideStep(path: "/en/help/\(guide.id)/\(end.id)", in: catalogue))
                #expect(step.ends && !step.begins && step.language == .en)
            }
        }
        for path in ["", "/", "/nl", "/nl/help/", "/xx/help/bullied-online", "/nl/help/bullied-online/parent/more"] {
            #expect(GuideStep(path: path, in: catalogue) == nil, "\(path)")
        }
    }

    @Test func nothingButNumbersIsKept() async throws {
        _ = try await site.get(
            "/nl/help/bullied-online?beside=fr", headers: [.userAgent: "Telephone of Zebedeus", .cookie: "a=b"])
        await site.site.housekeeping.keepCounts()
        let kept = try #require(try await site.store.all(GuideWalks.self).first?.value)
        let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
        #expect(!text.contains("Zebedeus") && !text.contains("beside"))
        #expect(kept == GuideWalks(day: kept.day, language: .nl, guides: [try guide: .init(begun: 1)]))
    }

    @Test func whatTheStoreDoesNotTakeIsKeptForTheNextTime() async throws {
        let store = StubbornStore(site.store)
        let shop = try TestSite(TestSite.shipped.snapshot, store: store, clock: TestSite.noon)
        store.fail(true)
        _ = try await shop.get("/nl/help/bullied-online")
        await shop.site.housekeeping.keepCounts()
        store.fail(false)
        _ = try await shop.get("/nl/help/bullied-online")
        await shop.site.housekeeping.keepCounts()
        await shop.site.housekeeping.keepCounts()
        #expect(GuideWalks.sums(try await store.walks(since: since))[.nl]?[try guide]?.begun == 2)
    }

    // MARK: Demand

    @Test func demandLeavesOutWhatIsRare() throws {
        let day = CivilDay(year: 2026, month: 11, day: 1)
        let grooming = try #require(RecordID("grooming"))
        func search(_ words: String, _ without: Int, on day: CivilDay) -> SearchCount {
            SearchCount(day: day, language: .nl, words: words, searches: 9, withoutResult: without)
        }
        let demand = Demand(
            searches: [
                search("", 9, on: day), search("gokken", 3, on: day), search("gokken", 2, on: day.adding(days: 1)),
                search("skins", 4, on: day),
            ],
            walks: [
                GuideWalks(
                    day: day, language: .fr, guides: [grooming: .init(begun: 3, ended: 1), try guide: .init(begun: 4)]),
                GuideWalks(day: day.adding(days: 1), language: .fr, guides: [grooming: .init(begun: 2, ended: 6)]),
            ], since: day, until: day.adding(days: 1))
        #expect(demand.unanswered == [.nl: ["gokken": 5]])
        #expect(demand.walks == [.fr: [grooming: 7]])
    }

    @Test func demandIsReadOverNinetyDaysAndThereBeforeTheStoreIs() async throws {
        let environment = site.site.environment
        #expect(
            environment.demand
                == Demand(since: environment.demand.since, until: CivilDay(year: 2026, month: 11, day: 23)))
        let today = environment.demand.until
        #expect(environment.demand.since.adding(days: 89) == today)
        let old = GuideWalks(day: today.adding(days: -90), language: .nl, guides: [try guide: .init(begun: 50)])
        let recent = GuideWalks(day: today.adding(days: -89), language: .nl, guides: [try guide: .init(begun: 6)])
        try await site.store.add([old, recent], at: TestSite.noon)
        await site.site.housekeeping.look()
        #expect(environment.demand.walks == [.nl: [try guide: 6]])
    }
}
