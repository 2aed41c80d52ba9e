import Yams

/// The fields of one mapping in a YAML file. Every read notes the field as known; ``finish()`` reports the others.
struct Fields {
    let file: String
    let place: FilePlace
    let log: FaultLog
    private let mapping: Node.Mapping
    private var known: Set<String> = []

    init?(_ node: Node, file: String, log: FaultLog) {
        self.file = file
        self.log = log
        place = FilePlace(file: file, line: node.mark?.line ?? 1)
        guard case .mapping(let mapping) = node else {
            log.add(place, "expected fields (name: value)", "write one field a line, each with a name and a colon")
            return nil
        }
        self.mapping = mapping
    }

    // MARK: Texts

    /// The trimmed text of a field; nil (and a fault, if `required`) where it is missing or empty.
    mutating func text(_ key: String, required: Bool = false) -> Located<String>? {
        guard let node = node(key) else {
            if required { log.add(place, "the field ‘\(key)’ is missing", "add it") }
            return nil
        }
        return scalar(node, in: key)
    }

    /// A field with one text per language, and where there is one another in easy words. All four languages are wanted
    /// where `complete`.
    mutating func localised(_ key: String, complete: Bool = true, required: Bool = true) -> LocalisedText? {
        guard var fields = fields(key, required: required) else { return nil }
        var texts: [Edition: String] = [:]
        for edition in Edition.allCases {
            let tag = edition.description
            if let text = fields.text(tag)?.value {
                texts[edition] = edition.language == .fr ? text.withFrenchSpacing : text
            } else if complete, !edition.isSimple, !fields.has(tag) {
                fields.reportMissing(edition.language, in: key)
            }
        }
        fields.finish()
        return LocalisedText(texts)
    }

    /// A field with a list of texts per language, as with ``localised(_:complete:required:)``.
    mutating func localisedList(_ key: String, complete: Bool = false) -> LocalisedList {
        guard var fields = fields(key, required: complete) else { return LocalisedList() }
        var lists: [Edition: [String]] = [:]
        for edition in Edition.allCases {
            let texts = fields.texts(edition.description)
            if complete, texts.isEmpty, !edition.isSimple { fields.reportMissing(edition.language, in: key) }
            var seen: Set<String> = []
            for text in texts where !seen.insert(text.value.lowercased()).inserted {
                log.add(text.place, "‘\(text.value)’ stands twice in ‘\(key)’", "keep it once")
            }
            lists[edition] = texts.map { edition.language == .fr ? $0.value.withFrenchSpacing : $0.value }
        }
        fields.finish()
        return LocalisedList(lists)
    }

    private func reportMissing(_ language: Language, in key: String) {
        log.add(
            place, "‘\(key)’ has no text in \(language.ownName)",
            "add a line ‘\(language.rawValue): …’ below ‘\(key)’")
    }

    /// A list of texts; empty where the field is missing.
    mutating func texts(_ key: String) -> [Located<String>] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let sequence) = node else {
            log.add(located(node), "‘\(key)’ is not a list", "write it as [one, two] or with a line ‘- …’ for each")
            return []
        }
        return sequence.compactMap { scalar($0, in: key) }
    }

    // MARK: Values

    /// A field whose text makes a value; a fault says what was expected where it doesn't.
    mutating func value<Value>(
        _ key: String, required: Bool = false, expected: String, _ make: (String) -> Value?
    ) -> Value? {
        guard let text = text(key, required: required) else { return nil }
        return Self.make(text, key: key, expected: expected, log: log, make)
    }

    mutating func values<Value>(_ key: String, expected: String, _ make: (String) -> Value?) -> [Value] {
        texts(key).compactMap { Self.make($0, key: key, expected: expected, log: log, make) }
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, required: Bool = false, _ type: Value.Type
    ) -> Value? where Value.RawValue == String {
        value(key, required: required, expected: Self.oneOf(type)) { Value(rawValue: $0) }
    }

    mutating func flag(_ key: String) -> Bool {
        value(key, expected: "true or false") { ["true": true, "false": false][$0] } ?? false
    }

    static func oneOf<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String
    where Value.RawValue == String {
        "one of " + type.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static func make<Value>(
        _ text: Located<String>, key: String, expected: String, log: FaultLog, _ make: (String) -> Value?
    ) -> Value? {
        if let value = make(text.value) { return value }
        log.add(text.place, "‘\(text.value)’ in ‘\(key)’ is not right", "write \(expected)")
        return nil
    }

    // MARK: Nesting

    mutating func fields(_ key: String, required: Bool = false) -> Fields? {
        guard let node = node(key) else {
            if required { log.add(place, "the field ‘\(key)’ is missing", "add it") }
            return nil
        }
        return Fields(node, file: file, log: log)
    }

    mutating func list(_ key: String) -> [Fields] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let sequence) = node else {
            log.add(located(node), "‘\(key)’ is not a list", "begin each entry with ‘- ’ on a line of its own")
            return []
        }
        return sequence.compactMap { Fields($0, file: file, log: log) }
    }

    func has(_ key: String) -> Bool { mapping[Node(key)] != nil }

    /// Reports the fields that nobody asked for.
    func finish() {
        for (key, node) in mapping {
            let name = key.scalar?.string ?? "?"
            guard !known.contains(name) else { continue }
            let place = FilePlace(file: file, line: key.mark?.line ?? node.mark?.line ?? place.line)
            if let meant = nearest(to: name, among: known) {
                log.add(place, "unknown field ‘\(name)’", "did you mean ‘\(meant)’?")
            } else {
                log.add(
                    place, "unknown field ‘\(name)’", "the fields here are \(known.sorted().joined(separator: ", "))")
            }
        }
    }

    // MARK: Nodes

    private mutating func node(_ key: String) -> Node? {
        known.insert(key)
        return mapping[Node(key)]
    }

    private func located(_ node: Node) -> FilePlace {
        FilePlace(file: file, line: node.mark?.line ?? place.line)
    }

    private func scalar(_ node: Node, in key: String) -> Located<String>? {
        guard case .scalar(let scalar) = node else {
            log.add(
                located(node), "‘\(key)’ is not a text", "write a text after the colon, in quotes if it holds a colon")
            return nil
        }
        let text = scalar.string.trimmed
        guard !text.isEmpty else {
            log.add(located(node), "‘\(key)’ is empty", "fill it in, or take the line away")
            return nil
        }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" }) else {
            log.add(located(node), "‘\(key)’ holds a control character", "type the text anew")
            return nil
        }
        return Located(value: text, place: located(node))
    }
}

/// A value and where it stands in its file.
struct Located<Value> {
    let value: Value
    let place: FilePlace
}

extension String {
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
