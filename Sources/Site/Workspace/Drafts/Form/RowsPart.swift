import Catalogue
import HTML

/// A list in a record whose elements are rows of fields: `phone-1`, `phone-1-remark`, `phone-2` …
protocol RowsPart: FormPart {
    associatedtype Element
    var name: String { get }
    var path: WritableKeyPath<Record, [Element]> & Sendable { get }
    var heading: TextKey { get }
    var hint: TextKey? { get }

    func write(_ element: Element, as row: String, to values: inout FormValues)
    /// Nil where the row can't be read; then the reading has refused it.
    func element(of row: String, in reading: inout FormReading) -> Element?
    @HTMLBuilder func fields(of row: String, in form: FormState) -> HTMLFragment
}

extension RowsPart {
    var names: [String] { [name] }
    var hint: TextKey? { nil }

    /// Rows that could not be read keep their places; the elements that could take those between them.
    func write(_ record: Record, to values: inout FormValues) {
        for element in record[keyPath: path] { write(element, as: values.freeRow(of: name), to: &values) }
    }

    func read(_ reading: inout FormReading) {
        var elements: [Element] = []
        for row in reading.values.rows(of: name) {
            if let element = element(of: "\(name)-\(row)", in: &reading) { elements.append(element) }
        }
        reading.record[keyPath: path] = elements
    }

    /// The rows in which something stands, and one for something new.
    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        fieldset(.class(form.fault(name) == nil ? "rows" : "rows wrong"), .id(name)) {
            legend { form.words(heading) }
            if let hint { p(.class("quiet")) { form.context.texts(hint) } }
            if let fault = form.fault(name) { p(.class("fault")) { fault } }
            for row in form.values.rows(of: name) {
                div(.class("row")) { fields(of: "\(name)-\(row)", in: form) }
            }
            div(.class("row new")) { fields(of: form.values.nextRow(of: name), in: form) }
        }
    }
}

extension FormValues {
    /// The row below all others.
    fileprivate func nextRow(of name: String) -> String { "\(name)-\((rows(of: name).last ?? 0) + 1)" }
}
