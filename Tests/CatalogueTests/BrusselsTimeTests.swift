import Catalogue
import Foundation
import Testing

@Suite struct BrusselsTimeTests {
    /// The second before it is still that day, the next one no longer: in summer, in winter, and when clocks are changed.
    @Test func aDayEndsAtMidnightInBelgium() {
        let first = CivilDay(year: 2019, month: 12, day: 20)
        for number in 0..<4_100 {
            let day = first.adding(days: number)
            let end = BrusselsTime.end(of: day)
            #expect(BrusselsTime(end.addingTimeInterval(-1)) == BrusselsTime(day: day, minute: 1_439))
            #expect(BrusselsTime(end) == BrusselsTime(day: day.adding(days: 1), minute: 0))
        }
    }
}
