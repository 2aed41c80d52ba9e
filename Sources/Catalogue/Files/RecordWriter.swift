import Yams

/// Writes one record with the fields that ``RecordReader`` reads.
struct RecordWriter {
    let record: Record

    var node: Node {
        var fields = FieldsWriter()
        fields.value("id", record.id)
        fields.localised("title", record.title)
        fields.texts("own_names", record.ownNames.map(\.rawValue))
        fields.localised("summary", record.summary)
        writeFacts(&fields)
        writeEvent(&fields)
        fields.flag("member", record.member)
        fields.value("withdrawn", record.withdrawn)
        fields.text("home", record.home)
        if !record.links.isEmpty { fields.fields("links", writeLinks) }
        if let contact = record.contact { fields.fields("contact") { ContactWriter(contact: contact).write(&$0) } }
        if let service = record.service { fields.fields("service") { write(service, &$0) } }
        if let guide = record.guide {
            fields.localised("child_door", guide.childDoor)
            fields.fields("guide") { GuideWriter(guide: guide).write(&$0) }
        }
        fields.list("stops", record.route?.stops ?? [], write)
        fields.value("announced", record.announced)
        if let recommendations = record.recommendations {
            fields.node("recommendations", RecommendationWriter().node(of: recommendations))
        }
        fields.list("sources", record.sources) { source, fields in
            fields.text("url", source.address.description)
            fields.text("says", source.says)
            fields.value("seen", source.seen)
        }
        return fields.node
    }

    private func writeFacts(_ fields: inout FieldsWriter) {
        fields.names("organisations", record.organisations)
        fields.texts("languages", record.languages.map(\.description))
        fields.names("themes", record.themes)
        fields.names("audiences", record.audiences)
        fields.ages("ages", record.ages)
        fields.names("territories", record.territories)
        fields.names("pillars", record.pillars)
        fields.names("formats", record.formats)
        fields.value("cost", record.cost)
        fields.value("status", record.status.rawValue)
        fields.value("founded", record.founded)
        fields.value("ended", record.ended)
    }

    private func writeEvent(_ fields: inout FieldsWriter) {
        fields.flag("yearly", record.yearly)
        if let recurrence = record.recurrence {
            fields.text("recurs", "\(recurrence.ordinal) \(recurrence.weekday.rawValue) \(recurrence.month)")
        }
        fields.list("dates", record.dates) { date, fields in
            fields.value("start", date.start)
            fields.value("end", date.end)
        }
        if let lab = record.lab { fields.fields("lab") { LabWriter(lab: lab).write(&$0) } }
        if let campaign = record.campaign {
            fields.fields("campaign") { CampaignWriter(campaign: campaign).write(&$0) }
        }
    }

    /// The first address of each language: a file has one.
    private func writeLinks(_ fields: inout FieldsWriter) {
        for language in Language.allCases {
            fields.text(language.rawValue, record.links.first { $0.language == language }?.address.description)
        }
        fields.text("any", record.links.first { $0.language == nil }?.address.description)
    }

    private func write(_ service: ChannelService, _ fields: inout FieldsWriter) {
        fields.value("anonymous", service.isAnonymous)
        fields.localised("contact", service.contact)
        fields.localisedList("can", service.can)
        fields.localisedList("cannot", service.cannot)
    }

    private func write(_ stop: Route.Stop, _ fields: inout FieldsWriter) {
        fields.localised("title", stop.title)
        fields.localised("text", stop.text)
        fields.localised("together", stop.together)
        fields.names("records", stop.records)
        fields.value("minutes", stop.minutes)
    }
}

/// Writes the ways to reach a record, as ``ContactReader`` reads them.
struct ContactWriter {
    let contact: Contact

    func write(_ fields: inout FieldsWriter) {
        fields.list("phones", contact.phones) { phone, fields in
            fields.text("number", phone.number.description)
            fields.localised("note", phone.note)
            fields.text("remark", phone.remark)
        }
        fields.list("emails", contact.emails) { email, fields in
            fields.text("address", email.address)
            fields.localised("note", email.note)
            fields.text("remark", email.remark)
        }
        fields.text("chat", contact.chat?.description)
        fields.text("form", contact.form?.description)
        fields.text("address", contact.address)
        fields.text("address_remark", contact.addressRemark)
        if let hours = contact.hours { fields.fields("hours") { write(hours, &$0) } }
    }

    private func write(_ hours: Hours, _ fields: inout FieldsWriter) {
        fields.value("certainty", hours.certainty.rawValue)
        fields.value("seen", hours.seen)
        fields.value("applies_to", hours.applies?.rawValue)
        fields.flag("always", hours.always)
        fields.list("weekly", hours.weekly) { span, fields in
            fields.texts("days", span.days.map(\.rawValue))
            fields.clock("opens", span.opens)
            fields.clock("closes", span.closes)
        }
        if hours.holidays != .unverified { fields.value("holidays", hours.holidays.rawValue) }
        fields.list("exceptions", hours.exceptions.flatMap(Self.lines)) { line, fields in
            fields.value("day", line.day)
            fields.flag("closed", line.span == nil)
            fields.clock("opens", line.span?.opens)
            fields.clock("closes", line.span?.closes)
        }
        fields.text("as_found", hours.asFound)
        fields.text("remark", hours.remark)
    }

    /// A file has a line for each span of a day, or one that says that it is closed.
    private static func lines(of exception: Hours.Exception) -> [(day: PartialDate, span: Hours.Span?)] {
        exception.spans.isEmpty ? [(exception.day, nil)] : exception.spans.map { (exception.day, $0) }
    }
}
