import Catalogue
import Exchange
import HTML

/// The days of an event.
struct DatesPart: RowsPart {
    var name: String { "date" }
    var heading: TextKey { .fieldDates }
    var hint: TextKey? { .draftDatesHint }
    var path: WritableKeyPath<Record, [EventDate]> & Sendable { \.dates }

    func write(_ element: EventDate, as row: String, to values: inout FormValues) {
        values.put(row + "-start", element.start.description)
        values.put(row + "-end", element.end?.description)
    }

    func element(of row: String, in reading: inout FormReading) -> EventDate? {
        guard let start = CellDate.date(reading.values[row + "-start"]) else {
            reading.refuse(row + "-start", .date, keeping: row)
            return nil
        }
        let end = CellDate.date(reading.values[row + "-end"])
        guard end != nil || reading.values[row + "-end"].isEmpty else {
            reading.refuse(row + "-end", .date, keeping: row)
            return nil
        }
        if let end, end < start {
            reading.refuse(row + "-end", .endsBeforeBegins, keeping: row)
            return nil
        }
        return EventDate(start: start, end: end)
    }

    @HTMLBuilder func fields(of row: String, in form: FormState) -> HTMLFragment {
        div(.class("pair")) {
            FormField(
                name: row + "-start", words: form.context.texts(.draftFirstDay), value: form[row + "-start"],
                fault: form.fault(row + "-start"), longest: 40)
            FormField(
                name: row + "-end", words: form.context.texts(.draftLastDay), value: form[row + "-end"],
                fault: form.fault(row + "-end"), longest: 40)
        }
    }
}

/// Whether an event comes back, and on which day of the calendar.
struct RecurrencePart: FormPart {
    private static let yearly = "yearly"
    private static let name = "recurs"
    private static let ordinal = "recurs-ordinal"
    private static let weekday = "recurs-weekday"
    private static let month = "recurs-month"

    var names: [String] { [Self.yearly, Self.name] }

    func write(_ record: Record, to values: inout FormValues) {
        if record.yearly { values.fill(Self.yearly, "yes") }
        guard !values.has(Self.name), let recurrence = record.recurrence else { return }
        values.put(Self.ordinal, "\(recurrence.ordinal)")
        values.put(Self.weekday, recurrence.weekday.rawValue)
        values.put(Self.month, "\(recurrence.month)")
    }

    func read(_ reading: inout FormReading) {
        reading.record.yearly = !reading.values[Self.yearly].isEmpty
        guard reading.values.has(Self.name) else {
            reading.record.recurrence = nil
            return
        }
        guard let ordinal = Int(reading.values[Self.ordinal]),
            let weekday = Weekday(rawValue: reading.values[Self.weekday]),
            let month = Int(reading.values[Self.month]),
            let recurrence = Recurrence(ordinal: ordinal, weekday: weekday, month: month)
        else { return reading.refuse(Self.ordinal, .halfRecurrence, keeping: Self.name) }
        reading.record.recurrence = recurrence
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        let texts = form.context.texts
        label(.class("choice")) {
            input(.type("checkbox"), .name(Self.yearly), .value("yes"))
                .attributes(.checked, when: !form[Self.yearly].isEmpty)
            span { texts(.draftYearly) }
        }
        fieldset(.class("pair"), .id(Self.name)) {
            legend { form.words(.fieldRecurrence) }
            PickOne(
                name: Self.ordinal, words: texts(.draftOrdinal),
                options: [PickOption("", texts(.draftNotSaid))] + (1...4).map { PickOption("\($0)", "\($0)") },
                chosen: form[Self.ordinal], fault: form.fault(Self.ordinal))
            PickOne(
                name: Self.weekday, words: texts(.draftWeekday),
                options: [PickOption("", texts(.draftNotSaid))]
                    + Weekday.allCases.map { PickOption($0.rawValue, form.context.wording.weekday($0)) },
                chosen: form[Self.weekday])
            PickOne(
                name: Self.month, words: texts(.draftMonth),
                options: [PickOption("", texts(.draftNotSaid))]
                    + (1...12).map { PickOption("\($0)", form.context.wording.month($0)) },
                chosen: form[Self.month])
        }
    }
}
