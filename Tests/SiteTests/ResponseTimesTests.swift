import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct ResponseTimesTests {
    private let times = ResponseTimes(since: TestSite.noon)

    /// The smallest of some durations within which `percent` of them lie.
    private func exact(_ percent: Int, _ micros: [Int]) -> Double {
        Double(micros.sorted()[(micros.count * percent + 99) / 100 - 1]) / 1_000
    }

    @Test func figuresAreRoundedUpByAQuarterAtMost() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            let times = ResponseTimes(since: TestSite.noon)
            let micros = (0..<Int.random(in: 1...300, using: &random)).map { _ in
                Int(pow(10, Double.random(in: 1.3...7, using: &random)))
            }
            for time in micros { times.note(.microseconds(time), inMinute: 0) }
            let found = try #require(times.sinceStart)
            #expect(found.answers == micros.count)
            for (percent, value) in [(50, found.half), (95, found.ninetyFive), (99, found.ninetyNine)] {
                let truth = exact(percent, micros)
                #expect(value > truth && value <= truth * 1.25 + 0.001, "\(percent): \(value) for \(truth)")
            }
        }
    }

    @Test func stepsFollowEachOtherWithoutHoles() {
        for time in 16...200_000 {
            let step = TimeSteps.step(of: .microseconds(time))
            let end = TimeSteps.end(of: step) * 1_000
            let begin = step == 0 ? 0 : TimeSteps.end(of: step - 1) * 1_000
            guard Double(time) >= begin, Double(time) < end else {
                Issue.record("\(time) µs in the step from \(begin) to \(end)")
                return
            }
        }
        for extreme in [Duration.zero, .microseconds(-5), .seconds(100_000), .seconds(Int64.max)] {
            #expect((0..<84).contains(TimeSteps.step(of: extreme)))
        }
    }

    @Test func theLastHourForgetsWhatIsOlder() throws {
        #expect(times.sinceStart == nil && times.lastHour(atMinute: 0) == nil)
        for minute in [0, 30, 59, 60, 61] { times.note(.milliseconds(1), inMinute: minute) }
        #expect(times.lastHour(atMinute: 59)?.answers == 2)
        #expect(times.lastHour(atMinute: 61)?.answers == 4)
        #expect(times.lastHour(atMinute: 120)?.answers == 1)
        #expect(times.lastHour(atMinute: 200) == nil)
        #expect(times.sinceStart?.answers == 5)
    }

    @Test func answersFromTheReadyPagesAreMeasured() async throws {
        let site = try TestSite(TestSite.shipped.snapshot, clock: TestSite.noon)
        for _ in 0..<3 { _ = try await site.get("/nl/") }
        _ = try await site.get("/nl/nothing")
        _ = try await site.post("/nl/records/awel-102/suggestion", "")
        #expect(site.site.environment.times.sinceStart?.answers == 4)
    }
}
