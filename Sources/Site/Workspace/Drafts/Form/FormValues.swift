import Catalogue

/// What the fields of a form hold, by their names. A field in which nothing stands is not there.
struct FormValues: Hashable, Sendable {
    /// Far more rows than anybody fills.
    private static let mostRows = 99

    private var fields: [String: [String]] = [:]

    init() {}

    init(_ items: QueryItems) {
        for item in items.items { put(item.name, item.value) }
    }

    /// The first value of a field; empty where there is none.
    subscript(name: String) -> String { fields[name]?.first ?? "" }

    func all(_ name: String) -> [String] { fields[name] ?? [] }

    var isEmpty: Bool { fields.isEmpty }
    var names: Set<String> { Set(fields.keys) }

    /// As a form sends them, in no order of the page.
    var items: [QueryItem] {
        fields.sorted { $0.key < $1.key }.flatMap { name, values in values.map { QueryItem(name, $0) } }
    }

    /// Adds a value to a field, without control characters and space at the ends.
    mutating func put(_ name: String, _ value: String?) {
        guard let value = value?.tidied, !value.isEmpty else { return }
        fields[name, default: []].append(value)
    }

    /// Sets a field unless something stands in it.
    mutating func fill(_ name: String, _ value: String?) {
        if fields[name] == nil { put(name, value) }
    }

    /// The fields that have one of these names, or begin with one and a hyphen.
    func part(_ names: [String]) -> FormValues {
        var part = FormValues()
        part.fields = fields.filter { field, _ in names.contains { field.belongs(to: $0) } }
        return part
    }

    /// Whether anything stands in a field of this name or one that begins with it and a hyphen.
    func has(_ name: String) -> Bool { fields.keys.contains { $0.belongs(to: name) } }

    /// Whether the same stands in both; boxes that are ticked have no order.
    func says(sameAs other: FormValues) -> Bool {
        fields.mapValues { $0.sorted() } == other.fields.mapValues { $0.sorted() }
    }

    /// The names of all fields in which something else stands.
    func differences(from other: FormValues) -> [String] {
        names.union(other.names).filter { Set(all($0)) != Set(other.all($0)) }.sorted()
    }

    // MARK: Rows

    /// The numbers of the rows of a table in which something stands: 2 where there is a `phone-2` or a `phone-2-remark`.
    func rows(of name: String) -> [Int] {
        let numbers = fields.keys.compactMap { field -> Int? in
            guard field.belongs(to: name) else { return nil }
            return Int(field.dropFirst(name.count + 1).prefix { $0 != "-" })
        }
        return Set(numbers).filter { (1...Self.mostRows).contains($0) }.sorted()
    }

    /// The first row in which nothing stands.
    func freeRow(of name: String) -> String {
        let taken = Set(rows(of: name))
        let free = (1...Self.mostRows + 1).first { !taken.contains($0) } ?? Self.mostRows + 1
        return "\(name)-\(free)"
    }
}

extension String {
    fileprivate func belongs(to name: String) -> Bool {
        hasPrefix(name) && (utf8.count == name.utf8.count || dropFirst(name.count).first == "-")
    }
}
