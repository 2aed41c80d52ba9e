import Catalogue

/// Reads the fields of a form into a record. What can't be read is kept as it was typed, with what is wrong with it.
struct FormReading: Sendable {
    /// In characters: more than any text of the catalogue has.
    static let longestLine = 400
    static let longestText = 6_000

    let values: FormValues
    var record: Record
    private(set) var typed: [String: String] = [:]
    private(set) var faults: [FormFault] = []

    init(_ values: FormValues, over base: Record) {
        self.values = values
        record = base
    }

    /// Refuses a field, and keeps what stands there; with it all fields that mean nothing without it.
    mutating func refuse(_ field: String, _ reason: FormFault.Reason, keeping group: String? = nil) {
        faults.append(FormFault(field: field, reason: reason))
        let kept = values.part([group ?? field])
        for name in kept.names { typed[name] = kept[name] }
    }

    /// The value of a field; nil where nothing stands in it, or nothing that can be read.
    mutating func value<Value>(
        _ field: String, _ reason: FormFault.Reason, keeping group: String? = nil, _ parse: (String) -> Value?
    ) -> Value? {
        let text = values[field]
        guard !text.isEmpty else { return nil }
        if let value = parse(text) { return value }
        refuse(field, reason, keeping: group)
        return nil
    }

    /// Sets a field of the record to what stands in a field of the form, unless that can't be read.
    mutating func set<Value>(
        _ path: WritableKeyPath<Record, Value?>, from field: String, _ reason: FormFault.Reason,
        _ parse: (String) -> Value?
    ) {
        let text = values[field]
        if text.isEmpty {
            record[keyPath: path] = nil
        } else if let value = value(field, reason, parse) {
            record[keyPath: path] = value
        }
    }

    /// A text of a field; nil where nothing stands in it.
    mutating func text(_ field: String, most: Int, keeping group: String? = nil) -> String? {
        value(field, .tooLong(most: most), keeping: group) { $0.count <= most ? $0 : nil }
    }
}
