import NIOCore
import Testing

@testable import Site

@Suite struct ConnectionClockTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
    private let deadlines = ConnectionClock.Deadlines(ConnectionDeadlines())

    private func clock() -> ConnectionClock { ConnectionClock(deadlines, at: start) }
    private func after(_ seconds: Double) -> NIODeadline { start + .nanoseconds(Int64(seconds * 1e9)) }

    private func isOver(_ clock: inout ConnectionClock, after seconds: Double, unread: Int = 0) -> Bool {
        clock.verdict(at: after(seconds), unread: unread) == .over
    }

    @Test func whoSaysNothingIsNotWaitedFor() {
        var clock = clock()
        #expect(!isOver(&clock, after: 9.9))
        #expect(isOver(&clock, after: 10))
    }

    @Test func headersThatDripDoNotWinTime() {
        var clock = clock()
        for second in 1..<10 { clock.bytesCame(1, at: after(Double(second))) }
        #expect(!isOver(&clock, after: 9.9))
        #expect(isOver(&clock, after: 10))
    }

    @Test func theTimeForHeadersBeginsWithTheirFirstByte() {
        var clock = clock()
        clock.headCame(at: after(1))
        clock.requestEnded(isAnswered: true, at: after(1))
        clock.bytesCame(1, at: after(20))
        #expect(!isOver(&clock, after: 29.9))
        #expect(isOver(&clock, after: 30))
    }

    @Test func betweenTwoRequestsThereIsMoreTime() {
        var clock = clock()
        clock.headCame(at: after(1))
        clock.requestEnded(isAnswered: true, at: after(1))
        #expect(!isOver(&clock, after: 30.9))
        #expect(isOver(&clock, after: 31))
    }

    @Test func anAnswerMayTakeItsTime() {
        var clock = clock()
        clock.headCame(at: after(1))
        clock.requestEnded(isAnswered: false, at: after(1))
        #expect(!isOver(&clock, after: 500))
        clock.answered(at: after(500))
        #expect(!isOver(&clock, after: 529))
        #expect(isOver(&clock, after: 530))
    }

    @Test func aBodyThatStandsStillIsGivenUp() {
        var clock = clock()
        clock.headCame(at: after(1))
        clock.bytesCame(100, at: after(2))
        #expect(!isOver(&clock, after: 16.9))
        #expect(isOver(&clock, after: 17))
    }

    @Test func aBodyThatDripsIsGivenUpAndOneThatFlowsIsNot() {
        var (dripping, flowing) = (clock(), clock())
        dripping.headCame(at: start)
        flowing.headCame(at: start)
        for second in 1...120 {
            dripping.bytesCame(10, at: after(Double(second)))
            flowing.bytesCame(20_000, at: after(Double(second)))
            #expect(!isOver(&flowing, after: Double(second)))
            #expect(isOver(&dripping, after: Double(second)) == (second >= 60))
        }
    }

    @Test func whatWeDoNotReadIsNotTheSendersFault() {
        var clock = clock()
        clock.headCame(at: after(1))
        clock.pause(at: after(2))
        #expect(!isOver(&clock, after: 300))
        clock.resume(at: after(300))
        #expect(!isOver(&clock, after: 314))
        #expect(isOver(&clock, after: 315))
    }

    @Test func whoTakesNothingOfTheAnswerIsGivenUp() {
        var clock = clock()
        clock.headCame(at: start)
        clock.requestEnded(isAnswered: false, at: start)
        #expect(!isOver(&clock, after: 1, unread: 5_000))
        #expect(!isOver(&clock, after: 30.9, unread: 5_000))
        #expect(isOver(&clock, after: 31, unread: 5_000))
    }

    @Test func aSlowReaderIsNoIdleOne() {
        var clock = clock()
        clock.headCame(at: start)
        clock.requestEnded(isAnswered: true, at: start)
        for step in 1...20 {
            #expect(!isOver(&clock, after: Double(step) * 20, unread: 1_000_000 - step * 20 * 1_024))
        }
        #expect(!isOver(&clock, after: 401))
        #expect(isOver(&clock, after: 431))
    }

    @Test func whoTakesAByteNowAndThenIsGivenUp() {
        var clock = clock()
        clock.headCame(at: start)
        clock.requestEnded(isAnswered: false, at: start)
        #expect(!isOver(&clock, after: 1, unread: 5_000))
        // What comes to it meanwhile is no byte that was taken.
        clock.bytesSent(100_000)
        #expect(!isOver(&clock, after: 16, unread: 104_999))
        #expect(!isOver(&clock, after: 30.9, unread: 104_998))
        #expect(isOver(&clock, after: 31, unread: 104_997))
        // Whoever takes it at a thousand bytes a second, however long that lasts, gets it.
        var steady = self.clock()
        steady.headCame(at: start)
        steady.requestEnded(isAnswered: false, at: start)
        for step in 1...200 { #expect(!isOver(&steady, after: Double(step), unread: 250_000 - step * 1_024)) }
    }

    @Test func aClosingSiteWaitsShortlyBetweenRequests() {
        var clock = clock()
        clock.headCame(at: start)
        clock.requestEnded(isAnswered: true, at: start)
        clock.hurry(at: after(5))
        #expect(!isOver(&clock, after: 5.4))
        #expect(isOver(&clock, after: 5.5))
    }

    @Test func nothingBringsBackWhoWasSentAway() {
        var clock = clock()
        clock.sayFarewell(at: after(1))
        clock.bytesCame(10, at: after(2))
        clock.headCame(at: after(3))
        #expect(clock.phase == .farewell)
        #expect(isOver(&clock, after: 4))
    }

    @Test func aConnectionIsLookedAtAgainInTime() {
        var clock = clock()
        #expect(clock.verdict(at: start, unread: 0) == .look(at: after(2.5)))
        #expect(clock.verdict(at: after(9), unread: 0) == .look(at: after(10)))
    }

    @Test func aConnectionOfStreamsIsKeptForAsLongAsThereAreAny() {
        var clock = clock()
        clock.speaksStreams(at: after(1))
        clock.streamBegan()
        clock.streamBegan()
        clock.streamEnded(at: after(50))
        #expect(!isOver(&clock, after: 500))
        clock.streamEnded(at: after(500))
        #expect(!isOver(&clock, after: 530), "it is told to close first")
        #expect(isOver(&clock, after: 500 + 30 + 15))
    }

    @Test func whoOpensNoStreamIsNotWaitedFor() {
        var clock = clock()
        clock.speaksStreams(at: after(1))
        for second in 1..<60 { clock.bytesCame(1, at: after(Double(second))) }
        #expect(isOver(&clock, after: 60))
    }
}
