import Catalogue
import Foundation
import Testing

@testable import Editorial

/// What is done about what a source delivers.
@Suite struct HarvestReconciliationTests {
    private typealias Fix = HarvestFixtures

    private func steps(
        _ items: [Incoming], _ source: HarvestSource? = nil, over published: [Record] = [],
        knowing things: [HarvestedThing] = [], homes: Set<String> = [], stop: HarvestStop? = nil,
        faults: [HarvestFault] = [], believing: Bool = false
    ) throws -> [HarvestStep] {
        var reconciliation = try Fix.reconciliation(
            try source ?? Fix.source(), over: published, knowing: things, homes: homes, believing: believing)
        return reconciliation.steps(for: HarvestDelivery(items: items, faults: faults, stop: stop))
    }

    @Test func somethingNewGoesIntoReviewUnderItsOwnName() throws {
        let step = try #require(try steps([Fix.incoming(Fix.record("game"))]).first)
        #expect(step.outcome == .new)
        guard case .submit(let record, over: nil, insteadOf: nil) = step.deed else {
            Issue.record("\(step.deed)")
            return
        }
        #expect(record == Fix.taken(try Fix.record("game")))
    }

    @Test func ofATrustedSourceItIsPublishedAtOnce() throws {
        let step = try #require(try steps([Fix.incoming(Fix.record("game"))], Fix.source(isTrusted: true)).first)
        guard case .publish(_, over: nil, insteadOf: nil) = step.deed else {
            Issue.record("\(step.deed)")
            return
        }
        #expect(step.thing?.base == step.thing?.delivered)
    }

    @Test func aNameThatIsTakenIsMadeAnew() throws {
        let mine = try Fix.record("game", title: "Iets anders")
        let step = try #require(try steps([Fix.incoming(Fix.record("game"))], over: [mine]).first)
        #expect(step.record?.id.description == "game-2")
        #expect(step.outcome == .new)
    }

    @Test func whatNamesAnotherIsTaughtItsNameHere() throws {
        let mine = try Fix.record("club", .organisation, title: "Onze club")
        let all = try steps(
            [Fix.incoming(Fix.record("game", by: ["club"])), Fix.incoming(Fix.record("club", .organisation))],
            over: [mine])
        #expect(all.map { $0.record?.id.description } == ["club-2", "game"])
        #expect(all.last?.record?.organisations.map(\.description) == ["club-2"])
    }

    @Test func theSameAgainChangesNothing() throws {
        let record = Fix.taken(try Fix.record("game"))
        let step = try #require(
            try steps([Fix.incoming(Fix.record("game"))], over: [record], knowing: [Fix.thing(record)]).first)
        #expect(step.outcome == .same && step.thing == nil)
    }

    @Test func aLocalEditIsNeverOverwrittenAndTheRestFollowsTheSource() throws {
        let record = Fix.taken(try Fix.record("game"))
        var mine = record
        mine.title = LocalisedText([.nl: "Onze titel"])
        mine.pillars = [try Fix.id("quality")]
        var theirs = try Fix.record("game")
        theirs.title = LocalisedText([.nl: "Hun nieuwe titel"])
        theirs.founded = 2019
        theirs.pillars = []
        let step = try #require(try steps([Fix.incoming(theirs)], over: [mine], knowing: [Fix.thing(record)]).first)
        #expect(step.outcome == .changed)
        #expect(step.record?.title[.nl] == "Onze titel")
        #expect(step.record?.founded == 2019)
        // The source doesn't speak about it.
        #expect(step.record?.pillars == mine.pillars)
    }

    @Test func provenanceSaysWhichFieldsWereEditedHere() throws {
        let record = Fix.taken(try Fix.record("game"))
        var mine = record
        mine.title = LocalisedText([.nl: "Onze titel"])
        let fields = try Fix.thing(record).provenance(of: mine)
        #expect(fields.first { $0.field == "title" }?.isAsDelivered == false)
        #expect(fields.first { $0.field == "summary" }?.isAsDelivered == true)
        #expect(!fields.contains { $0.field == "pillars" })
    }

    @Test func aRecordThatIsAtHomeHereIsNotFetchedBack() throws {
        let home = "\(Fix.site)/records/game"
        #expect(try steps([Fix.incoming(Fix.record("game"), home: home)]).map(\.outcome) == [.ours])
        // A site of a longer name is another.
        let other = "\(Fix.site)y/records/game"
        #expect(try steps([Fix.incoming(Fix.record("game"), home: other)]).map(\.outcome) == [.new])
    }

    @Test func whatCameFromElsewhereAlreadyIsNotTakenTwice() throws {
        let home = "https://third.example/records/game"
        #expect(
            try steps([Fix.incoming(Fix.record("game"), home: home)], homes: [home]).map(\.outcome) == [.elsewhere])
    }

    @Test func whatVanishedIsProposedForWithdrawal() throws {
        let all = try ["a", "b", "c"].map { Fix.taken(try Fix.record($0)) }
        let found = try steps(
            [Fix.incoming(Fix.record("a")), Fix.incoming(Fix.record("b"))], over: all,
            knowing: all.map { Fix.thing($0) })
        #expect(found.map(\.outcome) == [.same, .same, .vanished])
        guard case .submit(let record, over: .some, insteadOf: nil) = try #require(found.last).deed else {
            Issue.record("no proposal")
            return
        }
        #expect(record.id.description == "c" && record.withdrawn != nil)
    }

    @Test(arguments: [
        (HarvestStop(.tooSlow), [HarvestFault]()), (nil, [HarvestFault(place: "row 3", what: "no title")]),
    ])
    func nothingIsTakenForGoneUnlessAllOfTheListWasRead(_ stop: HarvestStop?, _ faults: [HarvestFault]) throws {
        let all = try ["a", "b", "c"].map { Fix.taken(try Fix.record($0)) }
        let found = try steps(
            [Fix.incoming(Fix.record("a")), Fix.incoming(Fix.record("b"))], over: all,
            knowing: all.map { Fix.thing($0) }, stop: stop, faults: faults)
        #expect(!found.contains { $0.outcome == .vanished })
    }

    @Test func aThingThatWasReadWithoutOneOfItsCellsIsThere() throws {
        let all = try ["a", "b", "c"].map { Fix.taken(try Fix.record($0)) }
        let found = try steps(
            [Fix.incoming(Fix.record("a")), Fix.incoming(Fix.record("b"))], over: all,
            knowing: all.map { Fix.thing($0) },
            faults: [HarvestFault(place: "row 3", what: "no such theme", isPartial: true)])
        #expect(found.map(\.outcome) == [.same, .same, .vanished])
    }

    @Test func aFeedThatHasTheNewestOnlyLosesNothing() throws {
        let all = try ["a", "b", "c"].map { Fix.taken(try Fix.record($0)) }
        let found = try steps(
            [Fix.incoming(Fix.record("a"))], Fix.source(format: .feed), over: all, knowing: all.map { Fix.thing($0) })
        #expect(found.map(\.outcome) == [.same])
    }

    @Test func moreThanHalfAtOnceIsHeldAndTold() throws {
        let all = try ["a", "b", "c"].map { Fix.taken(try Fix.record($0)) }
        let things = all.map { Fix.thing($0) }
        let found = try steps([Fix.incoming(Fix.record("a"))], over: all, knowing: things)
        #expect(found.map(\.outcome) == [.same, .held, .held])
        #expect(found.allSatisfy { $0.thing == nil })
        let believed = try steps([Fix.incoming(Fix.record("a"))], over: all, knowing: things, believing: true)
        #expect(believed.map(\.outcome) == [.same, .vanished, .vanished])
        // What the source says to be gone is held too.
        let said = try steps([Fix.gone("a"), Fix.gone("b"), Fix.gone("c")], over: all, knowing: things)
        #expect(said.map(\.outcome) == [.held, .held, .held])
    }

    @Test func whatWasWithdrawnHereStaysSo() throws {
        let record = Fix.taken(try Fix.record("game"))
        var mine = record
        mine.withdrawn = PartialDate("2026-11-01")
        var theirs = try Fix.record("game")
        theirs.founded = 2020
        let step = try #require(try steps([Fix.incoming(theirs)], over: [mine], knowing: [Fix.thing(record)]).first)
        #expect(step.outcome == .away)
        guard case .nothing = step.deed else {
            Issue.record("\(step.deed)")
            return
        }
    }

    @Test func whatComesBackAfterItVanishedIsBroughtBack() throws {
        let record = Fix.taken(try Fix.record("game"))
        var mine = record
        mine.withdrawn = PartialDate("2026-11-01")
        var thing = Fix.thing(record)
        thing.vanished = BrusselsTime(Fix.noon).day
        thing.isWithdrawn = true
        let step = try #require(
            try steps([Fix.incoming(Fix.record("game"))], Fix.source(isTrusted: true), over: [mine], knowing: [thing])
                .first)
        #expect(step.outcome == .back)
        #expect(step.record?.withdrawn == nil)
    }

    @Test func aSourceChangesOnlyWhatItBrought() throws {
        // The same address at home, but written here: no thing of the source.
        let mine = try Fix.record("game", title: "Van ons", by: ["own"])
        let found = try steps([Fix.incoming(Fix.record("game", title: "Van hen"))], over: [mine])
        #expect(found.compactMap { $0.record?.id.description } == ["game-2"])
        #expect(try steps([Fix.gone("game")], over: [mine]).isEmpty)
    }

    @Test func whatLacksSomethingIsToldAndLeftOut() throws {
        var nameless = try Fix.record("game")
        nameless.title = LocalisedText()
        let step = try #require(try steps([Fix.incoming(nameless)]).first)
        #expect(step.outcome == .faulty && step.fault?.what.contains("title") ?? false && step.thing == nil)
        let guide = try Fix.record("guide", .guide)
        #expect(try steps([Fix.incoming(guide)]).map(\.outcome) == [.faulty])
    }

    @Test func theOrderOfTheListMeansNothing() throws {
        let items = try [
            Fix.incoming(Fix.record("game", by: ["club"])), Fix.incoming(Fix.record("club", .organisation)),
            Fix.incoming(Fix.record("event-x", by: ["club"])), Fix.incoming(Fix.record("other")),
        ]
        func outcome(_ items: [Incoming]) throws -> [String] {
            try steps(items).map { "\($0.key) \($0.outcome) \(String(describing: $0.record))" }
        }
        let first = try outcome(items)
        for _ in 0..<10 { #expect(try outcome(items.shuffled()) == first) }
    }
}
