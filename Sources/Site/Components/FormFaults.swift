/// What is wrong with a form, by field, in the order of the form.
struct FormFaults: Sendable {
    private(set) var all: [(field: String, words: String)] = []

    init() {}

    init(_ field: String, _ words: String) { add(field, words) }

    var isEmpty: Bool { all.isEmpty }

    subscript(field: String) -> String? { all.first { $0.field == field }?.words }

    /// The first thing that is wrong with a field is said.
    mutating func add(_ field: String, _ words: String) {
        if self[field] == nil { all.append((field, words)) }
    }
}
