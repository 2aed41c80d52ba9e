import ArgumentParser
import Foundation

/// At which moment a command stands: now, unless somebody wants to see another.
struct ClockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Stand still at this moment, to see what is shown then: 2026-12-25T03:00 on the clocks of Belgium.",
            valueName: "moment"))
    var clock: String?

    func validate() throws {
        if let clock, Self.moment(clock) == nil {
            throw ValidationError("--clock is a day and a time, such as 2026-12-25T03:00")
        }
    }

    /// What moment it is.
    var now: @Sendable () -> Date {
        let moment = clock.flatMap(Self.moment)
        return { moment ?? Date() }
    }

    private static func moment(_ text: String) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "Europe/Brussels")
        formatter.dateFormat = "yyyy-MM-dd'T'HH:mm"
        return formatter.date(from: text)
    }
}
