import Catalogue
import Exchange
import HTML

/// The organisations behind a record, by name.
struct OrganisationsPart: RowsPart {
    let catalogue: Catalogue
    let language: Language
    private let known: KnownNames

    init(in catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
        known = KnownNames(organisationsOf: catalogue)
    }

    var name: String { "organisations" }
    var heading: TextKey { .fieldOrganisations }
    var hint: TextKey? { .draftOrganisationsHint }
    var path: WritableKeyPath<Record, [RecordID]> & Sendable { \.organisations }

    func write(_ element: RecordID, as row: String, to values: inout FormValues) { values.put(row, name(of: element)) }

    func element(of row: String, in reading: inout FormReading) -> RecordID? {
        let text = reading.values[row]
        if let id = known.find(text) { return id }
        // One that is gone from the catalogue stays until somebody takes it away.
        if let id = RecordID(text), reading.record.organisations.contains(id) { return id }
        var names = known
        reading.refuse(row, .organisation(nearest: names.suggestion(for: text).map(name(of:))))
        return nil
    }

    @HTMLBuilder func fields(of row: String, in form: FormState) -> HTMLFragment {
        FormField(
            name: row, words: form.context.texts(.draftOrganisation), value: form[row], fault: form.fault(row),
            longest: FormReading.longestLine, list: "known-organisations")
    }

    /// The title for a reader, if it is the organisation's alone; otherwise its id.
    private func name(of id: RecordID) -> String {
        guard let title = catalogue.any(id)?.title.text(for: language)?.text, known.find(title) == id else {
            return id.description
        }
        return title
    }

    /// What can be chosen: the names of all organisations.
    var choices: [String] {
        catalogue.records.filter { $0.kind == .organisation }.map { name(of: $0.id) }
            .sorted { $0.lowercased() < $1.lowercased() }
    }
}

/// The names of all organisations, for the fields that ask for one.
struct OrganisationChoices: HTML {
    let choices: [String]

    var body: some HTML {
        datalist(.id("known-organisations")) {
            for choice in choices { option(.value(choice)) {} }
        }
    }
}
