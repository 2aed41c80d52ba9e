import Catalogue
import Exchange
import HTML

/// Opening hours, as a week with exceptions.
struct HoursPart: FormPart {
    private typealias Field = HoursFields

    var names: [String] { [Field.name] }

    func write(_ record: Record, to values: inout FormValues) {
        guard !values.has(Field.name), let hours = record.contact?.hours else { return }
        values.put(Field.certainty, hours.certainty.rawValue)
        values.put(Field.seen, hours.seen?.description)
        values.put(Field.applies, hours.applies?.rawValue)
        values.put(Field.always, hours.always ? "yes" : nil)
        values.put(Field.holidays, hours.holidays == .unverified ? nil : hours.holidays.rawValue)
        values.put(Field.asFound, hours.asFound)
        values.put(Field.remark, hours.remark)
        for day in Weekday.allCases {
            Field.write(hours.weekly.filter { $0.days.contains(day) }, as: Field.day(day), to: &values)
        }
        for (place, exception) in hours.exceptions.enumerated() {
            let row = "\(Field.exception)-\(place + 1)"
            values.put(row + "-day", exception.day.description)
            if exception.spans.isEmpty { values.put(row + "-closed", "yes") }
            Field.write(exception.spans, as: row, to: &values)
        }
    }

    func read(_ reading: inout FormReading) {
        let values = reading.values.part([Field.name])
        guard !values.isEmpty else {
            reading.record.reach.hours = nil
            return
        }
        var reader = HoursReader(values)
        let hours = reader.hours()
        guard let hours, reader.faults.isEmpty else {
            for fault in reader.faults { reading.refuse(fault.field, fault.reason, keeping: Field.name) }
            return
        }
        reading.record.reach.hours = hours
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment { HoursView(form: form) }
}

/// Reads a week out of its fields.
private struct HoursReader {
    private typealias Field = HoursFields
    let values: FormValues
    var faults: [FormFault] = []

    init(_ values: FormValues) { self.values = values }

    mutating func hours() -> Hours? {
        guard let certainty = Hours.Certainty(rawValue: values[Field.certainty]) else {
            fault(Field.certainty, .noCertainty)
            return nil
        }
        var hours = Hours(certainty: certainty)
        hours.always = !values[Field.always].isEmpty
        hours.weekly = week()
        hours.exceptions = exceptions()
        hours.holidays = Hours.OnHolidays(rawValue: values[Field.holidays]) ?? .unverified
        hours.applies = Hours.Applies(rawValue: values[Field.applies])
        hours.seen = seen()
        hours.asFound = text(Field.asFound)
        hours.remark = text(Field.remark)
        if hours.always, !hours.weekly.isEmpty { fault(Field.always, .alwaysAndWeek) }
        if certainty != .stated, hours.always || !hours.weekly.isEmpty { fault(Field.certainty, .unsureHours) }
        return hours
    }

    private mutating func fault(_ field: String, _ reason: FormFault.Reason) {
        faults.append(FormFault(field: field, reason: reason))
    }

    private func text(_ field: String) -> String? { values[field].isEmpty ? nil : values[field] }

    private mutating func seen() -> PartialDate? {
        guard let text = text(Field.seen) else { return nil }
        let date = CellDate.date(text)
        if date == nil { fault(Field.seen, .date) }
        return date
    }

    private mutating func spans(of row: String, on day: Weekday) -> [Hours.Span]? {
        var problems: [FormFault] = []
        let spans = Field.spans(of: row, on: day, in: values) { problems.append(FormFault(field: $0, reason: $1)) }
        faults += problems
        return spans
    }

    /// Days with the same hours together, those first that open first in the week.
    private mutating func week() -> [Hours.Span] {
        var week: [Hours.Span] = []
        for day in Weekday.allCases {
            for span in spans(of: Field.day(day), on: day) ?? [] {
                if let place = week.firstIndex(where: { $0.opens == span.opens && $0.closes == span.closes }) {
                    week[place].days.append(day)
                } else {
                    week.append(span)
                }
            }
        }
        return week
    }

    private mutating func exceptions() -> [Hours.Exception] {
        var exceptions: [Hours.Exception] = []
        for number in values.rows(of: Field.exception) {
            let row = "\(Field.exception)-\(number)"
            guard let date = CellDate.date(values[row + "-day"]), let day = date.civilDay else {
                fault(row + "-day", .day)
                continue
            }
            guard let spans = spans(of: row, on: day.weekday) else { continue }
            let isClosed = !values[row + "-closed"].isEmpty
            if isClosed == spans.isEmpty {
                exceptions.append(Hours.Exception(day: date, spans: spans))
            } else {
                fault(row + "-day", .exceptionWithoutHours)
            }
        }
        return exceptions
    }
}
