import Catalogue
import Editorial

/// How a source stands in the fields of its form, and how it is read out of them.
struct SourceForm: Sendable {
    static let names: [String: TextKey] = [
        "name": .harvestName, "address": .harvestAddress, "interval": .harvestInterval, "words": .harvestWords,
    ]
    static let yes = "yes"

    let context: PageContext

    init(in context: PageContext) { self.context = context }

    func values(of source: HarvestSource) -> FormValues {
        var values = FormValues()
        values.put("name", source.name)
        values.put("address", source.address)
        values.put("format", source.format.rawValue)
        values.put("kind", source.mapping.kind.rawValue)
        values.put("language", source.mapping.language.rawValue)
        values.put("behind", source.mapping.organisation?.description)
        values.put("owner", source.organisation?.description)
        values.put("interval", "\(source.interval)")
        values.put("words", Self.lines(source.mapping.words))
        values.put("on", source.isOn ? Self.yes : nil)
        values.put("trusted", source.isTrusted ? Self.yes : nil)
        return values
    }

    /// Where something is wrong, what could be read is in the source.
    func read(
        _ values: FormValues, into source: HarvestSource, by actor: Actor
    ) -> (source: HarvestSource, faults: FormFaults) {
        var source = source
        source.name = values["name"]
        source.address = values["address"]
        source.format = IncomingFormat(rawValue: values["format"]) ?? source.format
        source.mapping.kind = Kind(rawValue: values["kind"]) ?? source.mapping.kind
        source.mapping.language = Language(rawValue: values["language"]) ?? source.mapping.language
        source.mapping.organisation = organisation(values["behind"])
        if actor.may(.harvest, on: nil) {
            source.organisation = organisation(values["owner"])
            source.isTrusted = values["trusted"] == Self.yes
        }
        source.interval = Int(values["interval"]) ?? 0
        source.isOn = values["on"] == Self.yes
        var faults = FormFaults()
        let wrong = read(values["words"], into: &source.mapping.words)
        for fault in source.faults {
            faults.add(
                fault.field,
                fault.field == "interval"
                    ? context.texts(.harvestIntervalHint) : fault.reason.words(context.texts))
        }
        if let wrong { faults.add("words", context.texts(.harvestWordsFault, "\(wrong.line)", wrong.text)) }
        return (source, faults)
    }

    private func organisation(_ text: String) -> RecordID? {
        RecordID(text).flatMap { context.catalogue[$0]?.kind == .organisation ? $0 : nil }
    }

    // MARK: Words

    /// One word on a line: `bullying = themes/cyberbullying, audiences/parents`.
    static func lines(_ words: [String: [String]]) -> String {
        words.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.joined(separator: ", "))" }
            .joined(separator: "\n")
    }

    /// Reads the lines; answers with the first that makes no sense, counted from 1.
    private func read(_ text: String, into words: inout [String: [String]]) -> (line: Int, text: String)? {
        words = [:]
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            let halves = line.split(separator: "=", maxSplits: 1)
            let word = halves.first.map { String($0).tidied.lowercased() } ?? ""
            let concepts = (halves.count == 2 ? halves[1] : "").split(separator: ",").map { String($0).tidied }
            if word.isEmpty || concepts.isEmpty { return (place + 1, String(line).tidied) }
            if let unknown = concepts.first(where: { !isConcept($0) }) { return (place + 1, unknown) }
            words[word] = concepts
        }
        return nil
    }

    private func isConcept(_ text: String) -> Bool {
        let steps = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.count == 2, let name = VocabularyName(rawValue: steps[0]), let id = ConceptID(steps[1]) else {
            return false
        }
        return context.catalogue[name][id] != nil
    }
}

extension IncomingFormat {
    var label: TextKey {
        switch self {
        case .betternet: .harvestFormatBetternet
        case .oai: .harvestFormatOai
        case .hsds: .harvestFormatHsds
        case .feed: .harvestFormatFeed
        case .jsonld: .harvestFormatJsonld
        case .icalendar: .harvestFormatIcalendar
        case .csv: .harvestFormatCsv
        }
    }
}
