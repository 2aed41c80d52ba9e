import Catalogue
import HTML

/// The week, day by day, with what readers see of it now.
struct HoursView: HTML {
    private typealias Field = HoursFields

    let form: FormState
    private var context: PageContext { form.context }
    private var texts: Texts { context.texts }

    var body: some HTML {
        details(.class("hours-form"), .id(Field.name)) {
            summary { form.words(.fieldHours) }
            p(.class("now")) {
                texts(.draftHoursNow) + " "
                span(.id("hours-now")) { OpenStateText(hours: form.record.contact?.hours, context: context) }
            }
            PickOne(
                name: Field.certainty, words: texts(.draftCertainty), options: certainties,
                chosen: form[Field.certainty], hint: texts(.draftCertaintyHint), fault: form.fault(Field.certainty))
            label(.class("choice")) {
                input(.type("checkbox"), .id(Field.always), .name(Field.always), .value("yes"))
                    .attributes(.checked, when: !form[Field.always].isEmpty)
                span { texts(.draftAlways) }
            }
            if let fault = form.fault(Field.always) { p(.class("fault")) { fault } }
            p(.class("quiet")) { texts(.draftWeekHint) }
            for day in Weekday.allCases {
                DaySpans(row: Field.day(day), name: context.wording.weekday(day).sentenceCase, form: form)
            }
            PickOne(
                name: Field.holidays, words: texts(.draftHolidays), options: holidays, chosen: form[Field.holidays])
            PickOne(name: Field.applies, words: texts(.draftApplies), options: applies, chosen: form[Field.applies])
            HoursExceptions(form: form)
            HoursWords(form: form)
        }
        .attributes(.open, when: form.isFilled([Field.name]))
    }

    private var certainties: [PickOption] {
        let all: [(Hours.Certainty, TextKey)] = [
            (.stated, .draftCertaintyStated), (.conflicting, .draftCertaintyConflicting), (.old, .draftCertaintyOld),
            (.unknown, .draftCertaintyUnknown),
        ]
        return [PickOption("", texts(.draftNoHours))] + all.map { PickOption($0.0.rawValue, texts($0.1)) }
    }

    private var holidays: [PickOption] {
        [
            PickOption("", texts(.draftHolidaysUnknown)),
            PickOption(Hours.OnHolidays.open.rawValue, texts(.draftHolidaysOpen)),
            PickOption(Hours.OnHolidays.closed.rawValue, texts(.draftHolidaysClosed)),
        ]
    }

    private var applies: [PickOption] {
        let all: [(Hours.Applies, TextKey)] = [
            (.phone, .draftAppliesPhone), (.email, .draftAppliesEmail), (.chat, .fieldChat),
            (.place, .draftAppliesPlace),
        ]
        return [PickOption("", texts(.draftAppliesAll))] + all.map { PickOption($0.0.rawValue, texts($0.1)) }
    }
}

/// From when to when, up to two times a day.
private struct DaySpans: HTML {
    let row: String
    let name: String
    let form: FormState

    var body: some HTML {
        fieldset(.class("day")) {
            legend { name }
            for span in HoursFields.spans(of: row, in: form.values) {
                div(.class("span")) {
                    TimeBox(
                        field: HoursFields.opens(row, span), words: form.context.texts(.draftOpens), form: form)
                    TimeBox(
                        field: HoursFields.closes(row, span), words: form.context.texts(.draftCloses), form: form)
                }
            }
        }
    }
}

private struct TimeBox: HTML {
    let field: String
    let words: String
    let form: FormState

    var body: some HTML {
        label(.class("time")) {
            span { words }
            input(.type(type), .id(field), .name(field), .value(form[field]), .maxlength(20), .autocomplete("off"))
                .attributes(.ariaInvalid, .ariaDescribedBy("\(field)-fault"), when: form.fault(field) != nil)
            if let fault = form.fault(field) { span(.class("fault"), .id("\(field)-fault")) { fault } }
        }
    }

    /// A box for times shows no other text: what can't be read stands in an ordinary one.
    private var type: String { form[field].isEmpty || HoursFields.minutes(form[field]) != nil ? "time" : "text" }
}

/// Days that differ from the week.
private struct HoursExceptions: HTML {
    let form: FormState
    private var context: PageContext { form.context }

    var body: some HTML {
        fieldset(.class("rows")) {
            legend { context.texts(.draftExceptions) }
            for number in rows { exception("\(HoursFields.exception)-\(number)") }
        }
    }

    private var rows: [Int] {
        let filled = form.values.rows(of: HoursFields.exception)
        return filled + [(filled.last ?? 0) + 1]
    }

    @HTMLBuilder private func exception(_ row: String) -> HTMLFragment {
        div(.class("row")) {
            FormField(
                name: row + "-day", words: context.texts(.draftExceptionDay), value: form[row + "-day"],
                fault: form.fault(row + "-day"), longest: 40)
            label(.class("choice")) {
                input(.type("checkbox"), .name(row + "-closed"), .value("yes"))
                    .attributes(.checked, when: !form[row + "-closed"].isEmpty)
                span { context.texts(.draftClosed) }
            }
            DaySpans(row: row, name: context.texts(.draftExceptionHours), form: form)
        }
    }
}

/// What the pages say of the hours, for editors.
private struct HoursWords: HTML {
    let form: FormState
    private var texts: Texts { form.context.texts }

    var body: some HTML {
        FormField(
            name: HoursFields.seen, words: texts(.draftHoursSeen), value: form[HoursFields.seen],
            hint: texts(.draftDateHint), fault: form.fault(HoursFields.seen), longest: 40)
        FormField(
            name: HoursFields.asFound, words: texts(.draftAsFound), value: form[HoursFields.asFound],
            hint: texts(.draftRemarkHint), shape: .lines(3), longest: FormReading.longestText, language: .en)
        FormField(
            name: HoursFields.remark, words: texts(.draftRemark), value: form[HoursFields.remark],
            hint: texts(.draftRemarkHint), shape: .lines(2), longest: FormReading.longestText, language: .en)
    }
}
