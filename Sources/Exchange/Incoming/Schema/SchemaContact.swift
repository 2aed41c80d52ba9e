import Catalogue

/// Ways to reach a service or an organisation, as schema.org says them.
struct SchemaContact {
    let node: SchemaNode

    func add(to draft: inout IncomingDraft) {
        guard draft.kind == .channel || draft.kind == .organisation else { return }
        var hours = WeeklyHours()
        for point in [node] + node.nodes("contactPoint") + node.nodes("availableChannel") {
            for phone in ["telephone", "servicePhone"].flatMap({ point[$0] }) {
                draft.add(phone: phone.text ?? phone["telephone"]?.text ?? "")
            }
            for phone in point.nodes("servicePhone") {
                for value in phone.nodes("hoursAvailable") { add(value, to: &hours) }
            }
            for email in point["email"].compactMap(\.text) { draft.add(email: email) }
            addAddress(of: point, to: &draft)
            for value in point.nodes("hoursAvailable") + point.nodes("openingHoursSpecification") {
                add(value, to: &hours)
            }
        }
        let places =
            [node] + node.nodes("location") + node.nodes("availableChannel").flatMap { $0.nodes("serviceLocation") }
        if let address = places.lazy.compactMap({ address($0) }).first { draft.change { $0.address = address } }
        if let hours = hours.hours { draft.change { $0.hours = hours } }
    }

    /// The address of a contact point is a chat or a form; that of the thing itself is its page.
    private func addAddress(of point: SchemaNode, to draft: inout IncomingDraft) {
        guard let text = point.word("serviceUrl") ?? (point.types.contains("ContactPoint") ? point.word("url") : nil)
        else { return }
        if text.hasPrefix("mailto:") { return draft.add(email: text) }
        guard let address = WebAddress(text) else { return }
        let type = (point.word("contactType") ?? point.texts("name").first?.text ?? "").lowercased()
        draft.change { contact in
            if type.contains("chat") {
                contact.chat = contact.chat ?? address
            } else {
                contact.form = contact.form ?? address
            }
        }
    }

    private func address(_ node: SchemaNode) -> String? {
        guard let value = node["address"].first else { return nil }
        if let text = value.text { return Self.line(text) }
        let parts = ["streetAddress", "postalCode", "addressLocality"].map { value[$0]?.text ?? "" }
        let street = parts[0].isEmpty ? "" : parts[0] + ", "
        return Self.line(street + parts.dropFirst().filter { !$0.isEmpty }.joined(separator: " "))
    }

    private static func line(_ text: String) -> String? {
        let line = PlainText.title(text)
        return line.isEmpty ? nil : line
    }

    private func add(_ value: SchemaNode, to hours: inout WeeklyHours) {
        let days = value["dayOfWeek"].compactMap { $0.text ?? $0["@id"]?.text }.map { text in
            text.split(separator: "/").last.map(String.init) ?? text
        }
        guard value.word("validFrom") == nil, value.word("validThrough") == nil else { return hours.giveUp() }
        hours.add(days: days, opens: value.word("opens"), closes: value.word("closes"))
    }
}

/// Opening hours of a week, as long as everything that a source says of them fits into one.
struct WeeklyHours {
    private var spans: [Hours.Span] = []
    private var isClear = true
    private(set) var said: [String] = []

    /// Something doesn't fit: then nobody guesses.
    mutating func giveUp() { isClear = false }

    /// - Parameters:
    ///   - days: in English or as `MO`.
    ///   - opens: `09:00`.
    ///   - closes: `17:00`; midnight at the end of the day is `24:00`, `00:00` or `23:59`.
    mutating func add(days: [String], opens: String?, closes: String?) {
        let weekdays = days.compactMap { Weekday(rawValue: String($0.trimmed.lowercased().prefix(2))) }
        guard weekdays.count == days.count, let opens = opens.flatMap({ ReceivedDate.minute($0.prefix(5)) }),
            var closes = closes.flatMap({ ReceivedDate.minute($0.prefix(5)) })
        else { return giveUp() }
        if closes == 0 || closes == 1_439 { closes = 1_440 }
        guard let span = Hours.Span(days: weekdays, opens: opens, closes: closes), spans.count < 50 else {
            return giveUp()
        }
        if !spans.contains(span) { spans.append(span) }
    }

    mutating func add(words: String) { said.append(words) }

    /// Nil where nothing is said.
    var hours: Hours? {
        guard isClear, !spans.isEmpty else {
            guard !isClear || !said.isEmpty else { return nil }
            var hours = Hours(certainty: .unknown)
            hours.asFound = said.isEmpty ? nil : PlainText.text(said.joined(separator: "; "))
            return hours
        }
        var hours = Hours(certainty: .stated)
        let allDay = Set(spans.filter { $0.opens == 0 && $0.closes == 1_440 }.flatMap(\.days))
        if allDay.count == 7 { hours.always = true } else { hours.weekly = spans }
        return hours
    }
}
