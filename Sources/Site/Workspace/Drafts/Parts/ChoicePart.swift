import Catalogue
import HTML

/// One choice out of a few.
struct ChoicePart: FormPart {
    let name: String
    let label: TextKey
    var hint: TextKey?
    /// The value of the field for a record; empty where the record says nothing.
    let get: @Sendable (Record) -> String
    let set: @Sendable (inout Record, String) -> Void
    let options: @Sendable (PageContext) -> [PickOption]

    var names: [String] { [name] }

    func write(_ record: Record, to values: inout FormValues) { values.fill(name, get(record)) }

    /// What is no choice is no word of a form of ours: it changes nothing.
    func read(_ reading: inout FormReading) { set(&reading.record, reading.values[name]) }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        PickOne(
            name: name, words: form.words(label), options: options(form.context), chosen: form[name],
            hint: hint.map { form.context.texts($0) }, fault: form.fault(name))
    }
}

extension ChoicePart {
    static let status = ChoicePart(
        name: "status", label: .fieldStatus, hint: .draftStatusHint, get: { $0.status.rawValue },
        set: { record, value in record.status = Status(rawValue: value) ?? record.status },
        options: { context in
            Status.allCases.map { PickOption($0.rawValue, context.texts($0.label)) }
        })

    /// Its field has the name of the vocabulary, which is how faults call it.
    static let cost = ChoicePart(
        name: VocabularyName.costs.rawValue, label: .fieldCost, get: { $0.cost?.description ?? "" },
        set: { record, value in record.cost = ConceptID(value) },
        options: { context in
            [PickOption("", context.texts(.draftNotSaid))]
                + context.catalogue[.costs].concepts.map {
                    PickOption($0.id.description, context.label($0.id, in: .costs))
                }
        })

    static let anonymity = ChoicePart(
        name: "anonymous", label: .fieldIsAnonymous, get: { $0.service?.isAnonymous.map { $0 ? "yes" : "no" } ?? "" },
        set: { record, value in record.help.isAnonymous = value.isEmpty ? nil : value == "yes" },
        options: { context in
            [
                PickOption("", context.texts(.draftNotSaid)),
                PickOption("yes", context.texts(.differenceYes).sentenceCase),
                PickOption("no", context.texts(.differenceNo).sentenceCase),
            ]
        })
}
