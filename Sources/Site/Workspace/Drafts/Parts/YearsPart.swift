import Catalogue
import HTML

/// A year of four digits.
struct YearPart: FormPart {
    let name: String
    let label: TextKey
    let path: WritableKeyPath<Record, Int?> & Sendable

    var names: [String] { [name] }

    func write(_ record: Record, to values: inout FormValues) {
        values.fill(name, record[keyPath: path].map { String($0) })
    }

    func read(_ reading: inout FormReading) {
        reading.set(path, from: name, .year) { text in
            PartialDate(text).flatMap { $0.month == nil ? $0.year : nil }
        }
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        FormField(
            name: name, words: form.words(label), value: form[name], fault: form.fault(name), longest: 40,
            inputmode: "numeric")
    }
}

/// From one age to another, in whole years.
struct AgesPart: FormPart {
    private static let name = "ages"
    private static let from = "ages-from"
    private static let to = "ages-to"

    var names: [String] { [Self.name] }

    func write(_ record: Record, to values: inout FormValues) {
        guard !values.has(Self.name), let ages = record.ages else { return }
        values.put(Self.from, "\(ages.from)")
        values.put(Self.to, "\(ages.to)")
    }

    func read(_ reading: inout FormReading) {
        let (from, to) = (reading.values[Self.from], reading.values[Self.to])
        guard !from.isEmpty || !to.isEmpty else {
            reading.record.ages = nil
            return
        }
        guard let first = Int(from), let last = Int(to), let ages = AgeRange(from: first, to: last) else {
            return reading.refuse(Int(from) == nil ? Self.from : Self.to, .ages, keeping: Self.name)
        }
        reading.record.ages = ages
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        div(.class("pair")) {
            FormField(
                name: Self.from, words: form.context.texts(.draftAgeFrom), value: form[Self.from],
                fault: form.fault(Self.from), longest: 20, inputmode: "numeric")
            FormField(
                name: Self.to, words: form.context.texts(.draftAgeTo), value: form[Self.to],
                fault: form.fault(Self.to), longest: 20, inputmode: "numeric")
        }
    }
}
