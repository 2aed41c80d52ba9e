import Catalogue
import HTML

/// A table of fields, row by row. What is filled in stands there, an empty row waits below, and a button that sends
/// the form to itself brings more: nothing of it needs a script.
struct FormRows: HTML {
    static let more = "more"
    private static let step = 3
    private static let most = 100

    let name: String
    let words: String
    var hint: String?
    let form: ConsortiumForm
    @HTMLBuilder let row: @Sendable (Int) -> HTMLFragment

    var body: some HTML {
        fieldset(.class(fault == nil ? "rows" : "rows wrong"), .id(name)) {
            legend { words }
            if let hint { p(.class("quiet")) { hint } }
            if let fault { p(.class("fault")) { fault } }
            for number in 1...count { div(.class("row")) { row(number) } }
            input(.type("hidden"), .name(Self.counter(name)), .value("\(count)"))
            button(.type("submit"), .class("quietly"), .name(Self.more), .value(name)) {
                form.context.texts(.consortiumMoreRows)
            }
        }
    }

    private var fault: String? { form.faults[name] }

    private static func counter(_ name: String) -> String { "rows-\(name)" }

    /// All that are filled and one more, or as many as there were, and some more where somebody asked for them.
    private var count: Int {
        let values = form.values
        let filled = (values.rows(of: name).last ?? 0) + 1
        let asked = (Int(values[Self.counter(name)]) ?? 0) + (values[Self.more] == name ? Self.step : 0)
        return min(max(filled, asked, 1), Self.most)
    }
}

/// A form of the consortium as it stands on a page.
struct ConsortiumForm: Sendable {
    let context: PageContext
    var values = FormValues()
    var faults = FormFaults()
    /// What the fields are called; those of a row go by the name of the row, with its number.
    var names: [String: TextKey] = [:]

    subscript(name: String) -> String { values[name] }

    func line(
        _ name: String, _ words: String, hint: String? = nil, shape: FormField.Shape = .line, isRequired: Bool = false,
        longest: Int? = nil, list: String? = nil, language: Language? = nil
    ) -> FormField {
        FormField(
            name: name, words: words, value: self[name], hint: hint, fault: faults[name], shape: shape,
            isRequired: isRequired, longest: longest, language: language, list: list)
    }

    func pick(_ name: String, _ words: String, _ options: [PickOption], hint: String? = nil) -> PickOne {
        PickOne(name: name, words: words, options: options, chosen: self[name], hint: hint, fault: faults[name])
    }

    var faultList: FaultList {
        FaultList(title: context.texts(.consortiumFaults), faults: faults.named(name(of:)))
    }

    private func name(of field: String) -> String? {
        let steps = field.split(separator: "-", maxSplits: 2).map(String.init)
        guard let first = steps.first, let key = names[first] else { return nil }
        return context.texts(key, steps.count > 1 ? steps[1] : "")
    }
}

/// What the enter key presses: the first button of a form, which would otherwise be one that brings rows.
struct FirstButton: HTML {
    let words: String

    var body: some HTML {
        input(.type("submit"), .class("away"), .value(words), .tabindex(-1), .ariaHidden)
    }
}

extension FormValues {
    /// The same with the rows of these tables moved up to where nothing stands.
    func movingRowsUp(_ names: [String]) -> FormValues {
        var moved = FormValues()
        for field in self.names.sorted() {
            let row = names.lazy.compactMap { name in self.place(of: field, in: name) }.first
            for value in all(field) { moved.put(row ?? field, value) }
        }
        return moved
    }

    /// The name of a field of a table after its rows moved up: `need-2-words` for `need-4-words`.
    private func place(of field: String, in table: String) -> String? {
        guard field.hasPrefix(table + "-") else { return nil }
        let rest = field.dropFirst(table.count + 1)
        guard let number = Int(rest.prefix { $0 != "-" }), let place = rows(of: table).firstIndex(of: number) else {
            return nil
        }
        return "\(table)-\(place + 1)" + rest.drop { $0 != "-" }
    }
}
