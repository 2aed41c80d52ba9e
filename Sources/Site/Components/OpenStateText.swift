import Catalogue
import HTML

/// Whether something is open, in words: "Open now, until 10 pm".
struct OpenStateText: HTML {
    let hours: Hours?
    let context: PageContext

    /// What is open now is not true on paper or from a stick: there the hours of the week stand instead.
    var body: some HTML {
        if context.isKept {
            span(.class("state")) { week }
        } else {
            span(.class("state " + style)) { words }
            if state != .unverified { span(.class("only-in-print")) { week } }
        }
    }

    /// The hours in one line, days with the same hours together: "Monday – Friday 9 am – 5 pm; Saturday …".
    var week: String {
        guard let hours, state != .unverified else { return context.texts(.hoursUnverified) }
        guard !hours.always else { return context.texts(.hoursAlways) }
        let days = Weekday.allCases.map { (day: $0, times: HoursTable(hours: hours, context: context).times($0)) }
        var groups: [(days: [Weekday], times: String)] = []
        for (day, times) in days {
            if groups.last?.times == times {
                groups[groups.count - 1].days.append(day)
            } else {
                groups.append(([day], times))
            }
        }
        return groups.map { group in
            let names = [group.days.first, group.days.count > 1 ? group.days.last : nil].compactMap { $0 }
            return names.map(context.wording.weekday).joined(separator: " – ") + ": " + group.times
        }.joined(separator: "; ")
    }

    private var state: OpenState { hours?.state(at: context.now) ?? .unverified }

    private var style: String {
        switch state.isOpen {
        case true: "open"
        case false: "shut"
        default: "unsure"
        }
    }

    var words: String {
        let texts = context.texts
        let wording = context.wording
        switch state {
        case .always: return texts(.openAlways)
        case .open(let until): return texts(.openUntil, wording.clock(until))
        case .unverified: return texts(.hoursUnverified)
        case .holiday: return texts(.hoursHoliday)
        case .closed(nil): return texts(.closedNow)
        case .closed(let opens?):
            let time = wording.clock(opens.minute)
            if opens.day == context.now.day { return texts(.opensToday, time) }
            if opens.day == context.now.day.adding(days: 1) { return texts(.opensTomorrow, time) }
            return texts(.opensOn, wording.weekday(opens.day.weekday), time)
        }
    }
}

/// The week of something that has hours.
struct HoursTable: HTML {
    let hours: Hours
    let context: PageContext

    var body: some HTML {
        table(.class("hours")) {
            caption { context.texts(.hoursCaption) }
            tbody {
                for day in Weekday.allCases {
                    tr {
                        th(.scope("row")) { context.wording.weekday(day) }
                        td { times(day) }
                    }
                    .attributes(.class("today"), when: !context.isKept && day == context.now.day.weekday)
                }
            }
        }
        if let holidayNote { p(.class("quiet")) { holidayNote } }
    }

    /// What happens on public holidays, where it is not as on other days.
    var holidayNote: String? {
        switch hours.holidays {
        case .open: nil
        case .closed: context.texts(.closedOnHolidays)
        case .unverified: context.texts(.holidaysUnverified)
        }
    }

    func times(_ day: Weekday) -> String {
        let spans = hours.weekly.filter { $0.days.contains(day) }.sorted { $0.opens < $1.opens }
        guard !spans.isEmpty else { return context.texts(.closed) }
        return spans.map { "\(context.wording.clock($0.opens)) – \(context.wording.clock($0.closes))" }
            .joined(separator: ", ")
    }
}
