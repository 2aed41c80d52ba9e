import Catalogue
import Foundation
import Testing

@testable import Editorial

@Suite struct LinkReportTests {
    private let address = WebAddress("https://www.childfocus.be/nl/hulp#chat")

    /// 23 November 2026, 12:00 in Brussels, and so many hours later.
    private func noon(plus hours: Double = 0) -> Date { Date(timeIntervalSince1970: 1_795_431_600 + hours * 3_600) }

    private func report(_ results: [(Double, LinkResult)]) throws -> LinkReport {
        var report = LinkReport(try #require(address))
        for (hours, result) in results { report.note(result, at: noon(plus: hours)) }
        return report
    }

    private func failing(_ hours: [Double]) throws -> LinkReport {
        try report(hours.map { ($0, .broken(.status(404))) })
    }

    @Test func isUnknownUntilItIsChecked() throws {
        let report = try report([])
        #expect(report.state == .unknown)
        #expect(report.isDue(at: noon()))
    }

    @Test(
        arguments: [
            // Two failures, however far apart.
            ([0, 100], false),
            // Three within one day, three within two.
            ([0, 1, 2], false), ([0, 10, 20], false), ([0, 24, 26], false),
            // Three days of the calendar, but a little less than two whole days.
            ([0, 24, 47.9], false),
            // Three failures, two days of the calendar only (midnight is after 12 hours).
            ([0, 1, 48], false),
            ([0, 24, 48], true), ([0, 30, 60], true), ([0, 24, 47.9, 72], true), ([0, 5, 24, 48.5], true),
        ] as [([Double], Bool)])
    func isBrokenAfterThreeFailuresOverThreeDaysOnly(_ hours: [Double], _ isBroken: Bool) throws {
        let state = try failing(hours).state
        #expect(state == (isBroken ? .broken(since: noon()) : .failing))
    }

    @Test func oneSuccessWipesAllFailures() throws {
        for success in [LinkResult.alive(status: 200), try moved("https://childfocus.be/", permanently: false)] {
            var report = try failing([0, 24, 48])
            report.note(success, at: noon(plus: 49))
            #expect(report.failures.isEmpty)
            #expect(report.state == .alive)
            for hours in [72.0, 96] { report.note(.broken(.timeout), at: noon(plus: hours)) }
            #expect(report.state == .failing)
        }
    }

    @Test(arguments: [LinkResult.forbiddenByRobots, .later(seconds: 60)])
    func whatSaysNothingAboutThePageWipesNothing(_ nothing: LinkResult) throws {
        let silent = try report([
            (0, .broken(.timeout)), (24, nothing), (48, .broken(.timeout)), (60, nothing), (72, .broken(.timeout)),
            (73, nothing),
        ])
        #expect(silent.state == .broken(since: noon()))
    }

    @Test func longFailuresDoNotPileUp() throws {
        let report = try failing((0..<400).map { Double($0) * 24 })
        #expect(report.failures.count <= 30)
        #expect(report.state == .broken(since: noon()))
    }

    @Test func afterAMonthWithoutAnswerNothingIsClaimed() throws {
        var report = try report([(0, .alive(status: 200)), (7 * 24, .forbiddenByRobots)])
        #expect(report.state == .alive)
        report.note(.forbiddenByRobots, at: noon(plus: 31 * 24))
        #expect(report.state == .unknown)
        report.note(.alive(status: 200), at: noon(plus: 38 * 24))
        #expect(report.state == .alive)
    }

    @Test func whatMayNotBeAskedIsSaidAtOnce() throws {
        #expect(try report([(0, .refused(.network))]).state == .refused(.network))
    }

    @Test func anOlderResultThatComesLateIsLeftOut() throws {
        let report = try report([(24, .alive(status: 200)), (0, .broken(.timeout))])
        #expect(report.state == .alive && report.failures.isEmpty)
    }

    @Test func aMoveIsProposedWhenItWasSeenOnTwoDays() throws {
        let move = try moved("https://childfocus.be/nl/help")
        #expect(try report([(0, move)]).state == .alive)
        #expect(try report([(0, move), (2, move)]).state == .alive)
        let seenTwice = try report([(0, move), (24, .broken(.timeout)), (7 * 24, move)])
        guard case .moved(let proposal) = seenTwice.state else {
            Issue.record("\(seenTwice.state)")
            return
        }
        #expect(proposal.old == address)
        // The place within the page is kept.
        #expect(proposal.new == WebAddress("https://childfocus.be/nl/help#chat"))
    }

    @Test func aMoveThatChangesItsMindStartsAnew() throws {
        let one = try moved("https://childfocus.be/a")
        let other = try moved("https://childfocus.be/b")
        #expect(try report([(0, one), (24, other)]).state == .alive)
        #expect(try report([(0, one), (24, .alive(status: 200)), (48, one)]).state == .alive)
        #expect(try report([(0, one), (24, try moved("https://childfocus.be/a", permanently: false))]).move == nil)
    }

    @Test(arguments: [
        (LinkResult.alive(status: 200), 7), (.broken(.timeout), 1), (.forbiddenByRobots, 7), (.refused(.port), 7),
        (.later(seconds: 60), 7), (.later(seconds: 10 * 86_400), 11),
    ])
    func isDueOnItsDayWhateverTheHour(_ result: LinkResult, _ days: Int) throws {
        let report = try report([(0, result)])
        let hours = Double(days) * 24
        // From midnight in Brussels on, twelve hours before the hour of the last check.
        #expect(!report.isDue(at: noon(plus: hours - 12.1)))
        #expect(report.isDue(at: noon(plus: hours - 11.9)))
    }

    @Test func comesBackFromTheStoreAsItWas() throws {
        let report = try report([
            (0, .broken(.status(500))), (24, .broken(.nameNotFound)), (48, try moved("https://childfocus.be/a")),
            (72, .later(seconds: 5)), (73, .refused(.scheme)),
        ])
        #expect(try JSONDecoder().decode(LinkReport.self, from: JSONEncoder().encode(report)) == report)
    }

    @Test func aRoundWithoutNetworkIsNotTheFaultOfTheSites() {
        let dead = Array(repeating: LinkResult.broken(.nameNotFound), count: 9)
        let alive = LinkResult.alive(status: 200)
        #expect(!LinkRound.isOurFault(dead))
        #expect(LinkRound.isOurFault(dead + [alive]))
        #expect(!LinkRound.isOurFault(dead + [alive, alive, alive]))
        #expect(!LinkRound.isOurFault(Array(repeating: .broken(.status(404)), count: 50)))
        #expect(!LinkRound.isOurFault(dead + Array(repeating: .refused(.network), count: 50)))
    }

    private func moved(_ target: String, permanently: Bool = true) throws -> LinkResult {
        .moved(to: try #require(WebAddress(target)), permanently: permanently)
    }
}

@Suite struct LinkMoveTests {
    @Test(arguments: [
        ("http://awel.be/a", "https://awel.be/a", LinkMove.Kind.secured),
        ("http://awel.be", "https://awel.be/", .secured),
        ("https://awel.be/a?b", "https://www.awel.be/a?b", .renamed),
        ("http://awel.be/a", "https://nieuw.be/a", .renamed),
        ("https://awel.be/a", "https://awel.be/b", .elsewhere),
        ("https://awel.be/", "https://awel.be/nl", .elsewhere),
        ("https://awel.be/a/b", "https://awel.be/", .sentHome),
        ("https://awel.be/a/b", "https://nieuw.be", .sentHome),
        ("https://awel.be/a/b", "https://awel.be/nl-be/", .sentHome),
    ])
    func saysWhatKindOfMoveItIs(_ old: String, _ new: String, _ kind: LinkMove.Kind) throws {
        #expect(try move(old, new)?.kind == kind)
    }

    @Test(arguments: [
        ("https://awel.be/a", "http://awel.be/a"), ("https://awel.be/a", "http://nieuw.be/b"),
        ("https://awel.be/a", "https://awel.be/a?session=1"), ("https://awel.be/a?x", "https://awel.be/a"),
        ("https://awel.be", "https://awel.be/"), ("https://Awel.be/a", "https://awel.be/a"),
    ])
    func proposesNothingThatIsNoGain(_ old: String, _ new: String) throws { #expect(try move(old, new) == nil) }

    private func move(_ old: String, _ new: String) throws -> LinkMove? {
        LinkMove(from: try #require(WebAddress(old)), to: try #require(WebAddress(new)))
    }
}
