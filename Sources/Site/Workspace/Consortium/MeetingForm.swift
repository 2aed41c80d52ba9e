import Catalogue
import Editorial

/// How a meeting stands in the fields of its form, and how it is read out of them.
struct MeetingForm: Sendable {
    static let tables = ["guest", "decision"]
    static let names: [String: TextKey] = [
        "title": .consortiumMeetingTitle, "what": .consortiumWhat, "language": .consortiumWrittenIn,
        "date": .consortiumDay, "time": .consortiumFrom, "until": .consortiumUntil, "place": .consortiumPlace,
        "agenda": .consortiumAgenda, "guest": .consortiumGuest, "notes": .consortiumNotes,
        "decision": .consortiumDecision, "cancelled": .consortiumCancel,
    ]

    let organisations: RecordNames
    /// The members, each with a box to tick.
    let members: Set<RecordID>
    let texts: Texts

    init(members: [Record], in context: PageContext) {
        organisations = .organisations(in: context)
        self.members = Set(members.map(\.id))
        texts = context.texts
    }

    func values(of meeting: Meeting) -> FormValues {
        var values = FormValues()
        values.put("title", meeting.title)
        values.put("what", meeting.what.rawValue)
        values.put("language", meeting.language.rawValue)
        values.put("date", meeting.day.description)
        values.put("time", meeting.time)
        values.put("until", meeting.until)
        values.put("place", meeting.place)
        values.put("agenda", meeting.agenda.joined(separator: "\n"))
        for id in meeting.participants where members.contains(id) { values.put("members", id.description) }
        for (place, id) in meeting.participants.filter({ !members.contains($0) }).enumerated() {
            values.put("guest-\(place + 1)", organisations.name(of: id))
        }
        values.put("notes", meeting.notes)
        for (place, decision) in meeting.decisions.enumerated() {
            let row = "decision-\(place + 1)"
            values.put(row, decision.words)
            values.put("\(row)-who", decision.organisation.map(organisations.name(of:)))
            values.put("\(row)-by", decision.by?.description)
            values.put("\(row)-done", decision.isDone ? "yes" : nil)
        }
        values.put("cancelled", meeting.isCancelled ? "yes" : nil)
        return values
    }

    /// Reads values whose rows were moved up. Where something is wrong, what could be read is in the meeting.
    func read(_ values: FormValues, into meeting: Meeting) -> (meeting: Meeting, faults: FormFaults) {
        var read = meeting
        var faults = FormFaults()
        read.title = values["title"]
        read.what = Meeting.What(rawValue: values["what"]) ?? meeting.what
        read.language = Language(rawValue: values["language"]) ?? meeting.language
        if let day = PartialDate(values["date"])?.civilDay {
            read.day = day
        } else {
            faults.add("date", texts(.consortiumFaultDay))
        }
        read.time = Self.clock(values["time"], on: read.day)
        read.until = Self.clock(values["until"], on: read.day)
        read.place = values["place"]
        read.agenda = values["agenda"].split(separator: "\n").map { String($0).tidied }.filter { !$0.isEmpty }
        read.participants = participants(values, meeting.participants, &faults)
        read.notes = values["notes"]
        read.decisions = decisions(values, meeting, &faults)
        read.isCancelled = values["cancelled"] == "yes"
        // Where every row was read, the places of what was read are those of the rows.
        for fault in faults.isEmpty ? read.faults : read.faults.filter({ !$0.field.contains("-") }) {
            faults.add(fault.field, fault.reason.words(texts))
        }
        return (read, faults)
    }

    /// A time as fields for one want it: `09:30` for `9:30`.
    private static func clock(_ text: String, on day: CivilDay) -> String {
        Meeting.minute(of: text).map { BrusselsTime(day: day, minute: $0).clock } ?? text
    }

    private func participants(
        _ values: FormValues, _ known: [RecordID], _ faults: inout FormFaults
    ) -> [RecordID] {
        let ticked = values.all("members").compactMap { RecordID($0) }.filter(members.contains)
        let guests = values.rows(of: "guest").compactMap { row in
            organisation(in: "guest-\(row)", values, known, &faults)
        }
        var seen: Set<RecordID> = []
        return (ticked.sorted() + guests).filter { seen.insert($0).inserted }
    }

    private func decisions(
        _ values: FormValues, _ meeting: Meeting, _ faults: inout FormFaults
    ) -> [Meeting.Decision] {
        let known = meeting.decisions.compactMap(\.organisation)
        return values.rows(of: "decision").map { row in
            let field = "decision-\(row)"
            let who = values["\(field)-who"].isEmpty ? nil : organisation(in: "\(field)-who", values, known, &faults)
            let by = PartialDate(values["\(field)-by"])
            if by == nil, !values["\(field)-by"].isEmpty { faults.add("\(field)-by", texts(.consortiumFaultDay)) }
            return Meeting.Decision(
                words: values[field], organisation: who, by: by, isDone: values["\(field)-done"] == "yes")
        }
    }

    /// What a field names. What is gone from the catalogue stays until somebody takes it away.
    private func organisation(
        in field: String, _ values: FormValues, _ known: [RecordID], _ faults: inout FormFaults
    ) -> RecordID? {
        if let id = organisations.find(values[field]) { return id }
        if let id = RecordID(values[field]), known.contains(id) { return id }
        faults.add(field, organisations.unknown(values[field], texts))
        return nil
    }

    /// What stands in a field of another's version, to choose from.
    func shown(_ field: String, of meeting: Meeting, in context: PageContext) -> String {
        switch field {
        case "title": meeting.title
        case "what": texts(meeting.what.label)
        case "language": context.wording.name(of: LanguageTag(meeting.language))
        case "date": context.wording.date(meeting.day)
        case "time": meeting.time
        case "until": meeting.until
        case "place": meeting.place
        case "agenda": meeting.agenda.joined(separator: "; ")
        case "guest": meeting.participants.map(context.name(of:)).joined(separator: "; ")
        case "notes": meeting.notes
        case "decision": meeting.decisions.map(\.words).joined(separator: "; ")
        default: texts(meeting.isCancelled ? .consortiumCancelled : .consortiumNotCancelled)
        }
    }

    /// The name in the form of a field of the meeting.
    static func field(_ name: String) -> String {
        ["participants": "guest", "decisions": "decision", "isCancelled": "cancelled"][name] ?? name
    }
}
