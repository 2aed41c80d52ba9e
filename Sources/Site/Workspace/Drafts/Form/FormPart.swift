import Catalogue
import HTML

/// One question of the form of a record: how it stands in fields, how it is read out of them, how it looks.
protocol FormPart: Sendable {
    /// Its fields have one of these names, or begin with one and a hyphen.
    var names: [String] { get }

    /// Writes what a record says into the fields in which nothing stands yet.
    func write(_ record: Record, to values: inout FormValues)

    /// Reads its fields into the record of the reading. Only asked where something else stands there than a record wrote.
    func read(_ reading: inout FormReading)

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment
}

/// What a form shows: the fields, and what is wrong with them.
struct FormState: Sendable {
    let context: PageContext
    /// As the draft has it.
    let record: Record
    let values: FormValues
    /// What is wrong, in words, by the name of the field.
    var faults: [String: String] = [:]
    /// Languages whose texts will be called outdated, because the original changed and they did not.
    var outdated: Set<Language> = []

    subscript(name: String) -> String { values[name] }

    func fault(_ name: String) -> String? { faults[name] }

    /// What a field is called, at the beginning of a line.
    func words(_ key: TextKey) -> String { context.texts(key).sentenceCase }

    /// Whether anything in a part is filled in or wrong.
    func isFilled(_ names: [String]) -> Bool { !values.part(names).isEmpty || hasFault(names) }

    func hasFault(_ names: [String]) -> Bool {
        faults.keys.contains { field in names.contains { field == $0 || field.hasPrefix($0 + "-") } }
    }
}

extension String {
    /// With a capital first.
    var sentenceCase: String { prefix(1).uppercased() + dropFirst() }
}
