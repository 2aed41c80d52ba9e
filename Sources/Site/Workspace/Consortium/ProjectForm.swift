import Catalogue
import Editorial

/// How a project stands in the fields of its form, and how it is read out of them.
struct ProjectForm: Sendable {
    static let tables = ["need", "partner", "record"]
    static let names: [String: TextKey] = [
        "title": .consortiumProjectTitle, "language": .consortiumWrittenIn, "summary": .consortiumSummary,
        "state": .consortiumState, "need": .consortiumNeed, "partner": .consortiumPartner,
        "record": .consortiumRecordNumber,
    ]

    let organisations: RecordNames
    let entries: RecordNames
    let texts: Texts

    init(in context: PageContext) {
        organisations = .organisations(in: context)
        entries = RecordNames(context.catalogue, for: context.language)
        texts = context.texts
    }

    func values(of project: Project) -> FormValues {
        var values = FormValues()
        values.put("title", project.title)
        values.put("language", project.language.rawValue)
        values.put("summary", project.summary)
        values.put("state", project.state.rawValue)
        for (place, need) in project.needs.enumerated() {
            values.put("need-\(place + 1)", need.what.rawValue)
            values.put("need-\(place + 1)-language", need.language?.rawValue)
            values.put("need-\(place + 1)-words", need.words)
        }
        for (place, partner) in project.partners.enumerated() {
            values.put("partner-\(place + 1)", organisations.name(of: partner.organisation))
            values.put("partner-\(place + 1)-role", partner.role)
        }
        for (place, id) in project.records.enumerated() { values.put("record-\(place + 1)", entries.name(of: id)) }
        return values
    }

    /// Reads values whose rows were moved up. Where something is wrong, what could be read is in the project.
    func read(_ values: FormValues, into project: Project) -> (project: Project, faults: FormFaults) {
        var project = project
        var faults = FormFaults()
        project.title = values["title"]
        project.language = Language(rawValue: values["language"]) ?? project.language
        project.summary = values["summary"]
        project.state = Project.State(rawValue: values["state"]) ?? project.state
        project.needs = needs(values, &faults)
        let known = project
        project.partners = partners(values, known.partners.map(\.organisation), &faults)
        project.records = values.rows(of: "record").compactMap { row in
            let field = "record-\(row)"
            if let id = find(values[field], in: entries, known.records) { return id }
            faults.add(field, texts(.consortiumFaultEntry))
            return nil
        }
        // Where every row was read, the places of what was read are those of the rows.
        for fault in faults.isEmpty ? project.faults : project.faults.filter({ !$0.field.contains("-") }) {
            faults.add(fault.field, fault.reason.words(texts))
        }
        return (project, faults)
    }

    private func needs(_ values: FormValues, _ faults: inout FormFaults) -> [Project.Need] {
        values.rows(of: "need").compactMap { row in
            let field = "need-\(row)"
            guard let what = Project.Need.What(rawValue: values[field]) else {
                faults.add(field, texts(.consortiumFaultChoose))
                return nil
            }
            return Project.Need(
                what: what, language: Language(rawValue: values["\(field)-language"]), words: values["\(field)-words"])
        }
    }

    private func partners(
        _ values: FormValues, _ known: [RecordID], _ faults: inout FormFaults
    ) -> [Project.Partner] {
        values.rows(of: "partner").compactMap { row in
            let field = "partner-\(row)"
            if let id = find(values[field], in: organisations, known) {
                return Project.Partner(organisation: id, role: values["\(field)-role"])
            }
            faults.add(field, organisations.unknown(values[field], texts))
            return nil
        }
    }

    /// What a field names. What is gone from the catalogue stays until somebody takes it away.
    private func find(_ text: String, in names: RecordNames, _ known: [RecordID]) -> RecordID? {
        names.find(text) ?? RecordID(text).flatMap { known.contains($0) ? $0 : nil }
    }

    /// What stands in a field of another's version, to choose from.
    func shown(_ field: String, of project: Project, in context: PageContext) -> String {
        switch field {
        case "title": project.title
        case "language": context.wording.name(of: LanguageTag(project.language))
        case "summary": project.summary
        case "state": texts(project.state.label)
        case "need": project.needs.map { texts($0.what.label) + ": " + $0.words }.joined(separator: "; ")
        case "partner": project.partners.map { context.name(of: $0.organisation) }.joined(separator: "; ")
        default: project.records.map(context.name(of:)).joined(separator: "; ")
        }
    }

    /// The name in the form of a field of the project.
    static func field(_ name: String) -> String {
        ["needs": "need", "partners": "partner", "records": "record"][name] ?? name
    }
}

extension RecordNames {
    /// Why a name is refused, with what was probably meant.
    func unknown(_ text: String, _ texts: Texts) -> String {
        guard !text.isEmpty, let nearest = nearest(to: text) else { return texts(.consortiumFaultOrganisation) }
        return texts(.consortiumFaultNearest, nearest)
    }
}

extension FormFaults {
    /// Fields that somebody else changed meanwhile to something else, each with what stands there now.
    init(conflicts fields: some Sequence<String>, _ texts: Texts, shown: (String) -> String) {
        self.init()
        for field in fields.sorted() {
            let theirs = shown(field)
            add(field, theirs.isEmpty ? texts(.consortiumConflictEmpty) : texts(.consortiumConflict, theirs))
        }
    }
}
