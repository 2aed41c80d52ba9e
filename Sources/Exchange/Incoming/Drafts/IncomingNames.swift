import Catalogue

/// What the words of a source mean here: first as its owner said (``IncomingMapping/words``), then by the names of our
/// concepts and organisations.
struct IncomingNames: Sendable {
    /// The vocabularies in which a word is looked for that doesn't say what it is about, the most likely first.
    static let subjects: [VocabularyName] = [.themes, .audiences, .formats, .pillars, .territories, .costs]

    private let words: [String: [Found]]
    /// By ``Swift/String/plainWords`` with spaces between them, in the order of ``subjects``: labels first. Other names
    /// count only where no label fits: what one concept is called is an example in another.
    private let named: [String: [Found]]
    private let known: Set<Found>
    private let organisations: KnownNames
    private let kinds: KnownNames

    struct Found: Hashable, Sendable {
        let vocabulary: VocabularyName
        let concept: ConceptID
    }

    init(_ catalogue: Catalogue, mapping: IncomingMapping) {
        known = Set(
            Self.subjects.flatMap { name in
                catalogue[name].concepts.map { Found(vocabulary: name, concept: $0.id) }
            })
        var named: [String: [Found]] = [:]
        for isLabel in [true, false] {
            for vocabulary in Self.subjects {
                for (name, ids) in Self.names(of: catalogue[vocabulary], labels: isLabel) {
                    // A name that several have names none of them.
                    guard ids.count == 1, let id = ids.first else { continue }
                    named[name, default: []].append(Found(vocabulary: vocabulary, concept: id))
                }
            }
        }
        self.named = named
        organisations = KnownNames(organisationsOf: catalogue)
        kinds = KnownNames(catalogue[.kinds])
        words = Dictionary(
            mapping.words.map { word, names in
                (word.trimmed.lowercased(), names.compactMap { Self.concept($0, catalogue) })
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func names(of vocabulary: Vocabulary, labels: Bool) -> [String: Set<ConceptID>] {
        var names: [String: Set<ConceptID>] = [:]
        for concept in vocabulary.concepts {
            let texts = Language.allCases.flatMap { language in
                labels
                    ? [concept.label[language], concept.plural?[language]].compactMap { $0 }
                    : concept.alternatives[language]
            }
            for text in labels ? texts + [concept.id.description] : texts {
                let plain = text.plainWords.joined(separator: " ")
                if !plain.isEmpty { names[plain, default: []].insert(concept.id) }
            }
        }
        return names
    }

    /// `themes/cyberbullying`, or an address that ends in that.
    private static func concept(_ text: String, _ catalogue: Catalogue) -> Found? {
        let steps = text.split(separator: "/").suffix(2)
        guard steps.count == 2, let first = steps.first, let last = steps.last,
            let vocabulary = VocabularyName(rawValue: String(first)), let id = ConceptID(last),
            catalogue[vocabulary][id] != nil
        else { return nil }
        return Found(vocabulary: vocabulary, concept: id)
    }

    /// The concepts that a word of the source stands for; none where nobody knows.
    func concepts(_ word: String, in vocabularies: [VocabularyName] = subjects) -> [Found] {
        let word = word.trimmed
        guard !word.isEmpty, word.utf8.count <= 200 else { return [] }
        if let found = words[word.lowercased()] { return found }
        if let found = addressed(word), vocabularies.contains(found.vocabulary) { return [found] }
        let found = named[word.plainWords.joined(separator: " ")]?.first { vocabularies.contains($0.vocabulary) }
        return found.map { [$0] } ?? []
    }

    /// By the address of a concept.
    private func addressed(_ word: String) -> Found? {
        guard word.contains("/") else { return nil }
        let steps = word.split(separator: "/").suffix(2)
        guard steps.count == 2, let first = steps.first, let last = steps.last,
            let vocabulary = VocabularyName(rawValue: String(first)), let id = ConceptID(last)
        else { return nil }
        let found = Found(vocabulary: vocabulary, concept: id)
        return known.contains(found) ? found : nil
    }

    /// A kind by its name in one of the languages, or by its address.
    func kind(_ text: String) -> Kind? {
        guard text.utf8.count <= 500 else { return nil }
        let last = text.hasPrefix("http") ? text.split(separator: "/").last.map(String.init) ?? text : text
        return kinds.find(last).flatMap { Kind(rawValue: $0.description) }
    }

    /// An organisation by its name, its id, or its address on the web (`…/records/{id}`).
    func organisation(_ text: String) -> RecordID? {
        guard text.utf8.count <= 500 else { return nil }
        if let id = RecordID(ofAddress: text) { return organisations.find(id.description) }
        return organisations.find(text)
    }
}

extension Identifier {
    /// The record that an address such as `https://betternet.example/records/awel-102` names; nil for other addresses.
    init?(ofAddress text: String) {
        guard text.hasPrefix("http"), text.utf8.count <= 2_000 else { return nil }
        let steps = text.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").suffix(2)
        guard steps.first == "records", let last = steps.last, SourceAddress(text) != nil else { return nil }
        self.init(last)
    }

    /// The name that stands at the end of `oai:example.be:awel-102`, where it is one that people could have chosen.
    init?(ofKey key: String) {
        guard let last = key.split(whereSeparator: { ":/#".contains($0) }).last, last.count <= 60,
            last.contains(where: \.isLetter), !Self.isUUID(last)
        else { return nil }
        self.init(last)
    }

    private static func isUUID(_ text: Substring) -> Bool {
        text.count == 36 && text.allSatisfy { $0.isHexDigit || $0 == "-" } && text.count { $0 == "-" } == 4
    }
}
