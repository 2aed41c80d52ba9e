/// Reads the ways to reach a record, with its opening hours.
struct ContactReader {
    func read(_ fields: Fields) -> Contact {
        var fields = fields
        var contact = Contact()
        contact.phones = fields.list("phones").compactMap(phone)
        contact.emails = fields.list("emails").compactMap(email)
        contact.chat = fields.webAddress("chat")
        contact.form = fields.webAddress("form")
        contact.address = fields.text("address")?.value
        contact.addressRemark = fields.text("address_remark")?.value
        contact.hours = fields.fields("hours").flatMap(hours)
        fields.finish()
        return contact
    }

    private func phone(_ fields: Fields) -> Contact.Phone? {
        var fields = fields
        let number = fields.value(
            "number", required: true, expected: "a phone number in groups of digits, such as 02 274 48 00 or 116 000"
        ) { PhoneNumber($0) }
        let note = fields.localised("note", required: false)
        let remark = fields.text("remark")?.value
        fields.finish()
        return number.map { Contact.Phone(number: $0, note: note, remark: remark) }
    }

    private func email(_ fields: Fields) -> Contact.Email? {
        var fields = fields
        let address = fields.text("address", required: true)
        let note = fields.localised("note", required: false)
        let remark = fields.text("remark")?.value
        fields.finish()
        guard let address else { return nil }
        guard let email = Contact.Email(address: address.value, note: note, remark: remark) else {
            fields.log.add(
                address.place, "‘\(address.value)’ is no e-mail address", "write it as name@example.be")
            return nil
        }
        return email
    }

    private func hours(_ fields: Fields) -> Hours? {
        var fields = fields
        guard let certainty = fields.choice("certainty", required: true, Hours.Certainty.self) else {
            fields.finish()
            return nil
        }
        var hours = Hours(certainty: certainty)
        hours.seen = fields.date("seen")
        hours.applies = fields.choice("applies_to", Hours.Applies.self)
        hours.always = fields.flag("always")
        hours.weekly = spans(fields.list("weekly"))
        hours.holidays = fields.choice("holidays", Hours.OnHolidays.self) ?? .unverified
        hours.exceptions = fields.list("exceptions").compactMap(exception)
        hours.asFound = fields.text("as_found")?.value
        hours.remark = fields.text("remark")?.value
        fields.finish()
        if hours.always, !hours.weekly.isEmpty {
            fields.log.add(fields.place, "‘always’ and ‘weekly’ together", "keep the one that is true")
        }
        if certainty != .stated, hours.always || !hours.weekly.isEmpty {
            fields.log.add(
                fields.place, "hours as data although they are \(certainty.rawValue)",
                "keep them in ‘as_found’ until a source settles them")
        }
        return hours
    }

    private func spans(_ entries: [Fields]) -> [Hours.Span] {
        var found: [(span: Hours.Span, place: FilePlace)] = []
        for entry in entries {
            var entry = entry
            let days = entry.values("days", expected: Fields.oneOf(Weekday.self)) { Weekday(rawValue: $0) }
            let opens = entry.clock("opens")
            let closes = entry.clock("closes")
            entry.finish()
            guard let opens, let closes else { continue }
            guard let span = Hours.Span(days: days, opens: opens, closes: closes) else {
                entry.log.add(
                    entry.place, "these hours are no span of a day",
                    "give the days and an opening before the closing; for hours past midnight write two entries")
                continue
            }
            if let other = found.first(where: { $0.span.overlaps(span) }) {
                entry.log.add(
                    entry.place, "these hours overlap those of line \(other.place.line)", "join the two, or correct one"
                )
            }
            found.append((span, entry.place))
        }
        return found.map(\.span)
    }

    private func exception(_ fields: Fields) -> Hours.Exception? {
        var fields = fields
        let day = fields.value("day", required: true, expected: "a day as 2026-12-24") { text in
            PartialDate(text).flatMap { $0.civilDay == nil ? nil : $0 }
        }
        let closed = fields.flag("closed")
        let opens = fields.has("opens") || !closed ? fields.clock("opens") : nil
        let closes = fields.has("closes") || !closed ? fields.clock("closes") : nil
        fields.finish()
        guard let day, let weekday = day.civilDay?.weekday else { return nil }
        if closed { return Hours.Exception(day: day, spans: []) }
        guard let opens, let closes, let span = Hours.Span(days: [weekday], opens: opens, closes: closes) else {
            return nil
        }
        return Hours.Exception(day: day, spans: [span])
    }
}

extension Fields {
    /// `09:30`, from `00:00` to `24:00`, as minutes since midnight.
    mutating func clock(_ key: String, required: Bool = true) -> Int? {
        value(key, required: required, expected: "a time as 09:30, from 00:00 to 24:00") { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
                let minute = Int(parts[1]), (0...59).contains(minute), (0...24).contains(hour),
                hour * 60 + minute <= 1_440
            else { return nil }
            return hour * 60 + minute
        }
    }
}
