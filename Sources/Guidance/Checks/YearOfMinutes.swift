import Catalogue
import Foundation

/// Every minute of a calendar year as the clocks of Belgium show it: the hour that is skipped in spring is not there,
/// the hour that comes twice in autumn is there twice.
package struct YearOfMinutes: Sendable {
    package let year: Int
    package let minutes: [BrusselsTime]

    package init(_ year: Int) {
        self.year = year
        // From a day before to a day after in coordinated time, so that both ends are complete.
        let first = CivilDay(year: year, month: 1, day: 1).daysSinceEpoch - 1
        let last = CivilDay(year: year + 1, month: 1, day: 1).daysSinceEpoch
        minutes = (first * 1_440..<(last + 1) * 1_440).lazy
            .map { BrusselsTime(Date(timeIntervalSince1970: Double($0) * 60)) }
            .filter { $0.day.year == year }
    }

    /// The minutes at which none of these is open.
    package func gaps(in hours: [Hours]) -> [BrusselsTime] {
        if hours.contains(where: { $0.hasRule && $0.always }) { return [] }
        return minutes.filter { minute in !hours.contains { $0.state(at: minute).isOpen == true } }
    }
}
