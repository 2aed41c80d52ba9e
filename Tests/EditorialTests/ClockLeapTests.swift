import Foundation
import Testing

@testable import Editorial

/// Clocks go wrong: by an hour back, by a year forward, while a site runs and between two starts.
@Suite struct ClockLeapTests {
    private static let day: TimeInterval = 86_400
    private let desk = AccountsDesk()

    private func believes() async throws -> Bool { try await desk.workspace.believesTheDate() }

    @Test func aSteadyClockIsBelieved() async throws {
        for _ in 0..<10 {
            #expect(try await believes())
            #expect(try await believes())
            desk.wait(Self.day)
        }
        // Over a week in which the machine was off.
        desk.wait(6 * Self.day)
        #expect(try await believes())
    }

    @Test func aYearForwardIsBelievedOnlyTheNextDay() async throws {
        #expect(try await believes())
        desk.wait(365 * Self.day)
        for _ in 0..<5 { #expect(try await !believes()) }
        desk.wait(Self.day)
        #expect(try await believes())
    }

    @Test func aClockThatIsPutRightHasWipedNothing() async throws {
        #expect(try await believes())
        desk.wait(365 * Self.day)
        #expect(try await !believes())
        desk.wait(-365 * Self.day)
        #expect(try await !believes())
        desk.wait(Self.day)
        #expect(try await believes())
    }

    @Test func anHourBackOverMidnightIsNoLeap() async throws {
        // Noon, then half past midnight, then half past eleven in the evening before.
        #expect(try await believes())
        desk.wait(12.5 * 3_600)
        #expect(try await believes())
        desk.wait(-3_600)
        #expect(try await !believes())
        desk.wait(3_600)
        #expect(try await believes())
    }

    @Test func anHourBackEndsNoSession() async throws {
        try await desk.member("noor", [.editor], of: AccountsDesk.one)
        let token = try #require(try await desk.signIn("noor")).text
        desk.wait(-3_600)
        #expect(try await desk.workspace.visit(token) != nil)
        desk.wait(3_600)
        #expect(try await desk.workspace.visit(token) != nil)
    }

    @Test func aSessionOfAClockThatRanAheadIsOver() async throws {
        try await desk.member("noor", [.editor], of: AccountsDesk.one)
        desk.wait(365 * Self.day)
        let token = try #require(try await desk.signIn("noor")).text
        desk.wait(-365 * Self.day)
        #expect(try await desk.workspace.visit(token) == nil)
    }
}
