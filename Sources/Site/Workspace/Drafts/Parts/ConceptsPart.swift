import Catalogue
import HTML

/// Concepts of one vocabulary, with a box to tick for each.
struct ConceptsPart: FormPart {
    let vocabulary: VocabularyName
    let label: TextKey
    let path: WritableKeyPath<Record, [ConceptID]> & Sendable

    private var name: String { vocabulary.rawValue }
    var names: [String] { [name] }

    func write(_ record: Record, to values: inout FormValues) {
        guard !values.has(name) else { return }
        for id in record[keyPath: path] { values.put(name, id.description) }
    }

    /// What stays keeps its order; what is new comes behind.
    func read(_ reading: inout FormReading) {
        let chosen = reading.values.all(name).compactMap { ConceptID($0) }
        let before = reading.record[keyPath: path]
        reading.record[keyPath: path] =
            before.filter(chosen.contains) + chosen.filter { !before.contains($0) }.uniqued
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        PickList(
            name: name, words: form.words(label), choices: choices(in: form), fault: form.fault(name),
            context: form.context)
    }

    /// Every concept once, below the first of its broader ones, and what the record has that the vocabulary has not.
    private func choices(in form: FormState) -> [PickList.Choice] {
        let all = form.context.catalogue[vocabulary]
        let chosen = Set(form.values.all(name))
        var seen: Set<ConceptID> = []
        var choices: [PickList.Choice] = []
        func add(_ concept: Concept, depth: Int) {
            guard seen.insert(concept.id).inserted else { return }
            let language = form.context.language
            choices.append(
                PickList.Choice(
                    value: concept.id.description, words: form.context.label(concept.id, in: vocabulary),
                    alsoCalled: concept.alternatives[language], depth: depth,
                    isChosen: chosen.contains(concept.id.description)))
            for narrower in all.narrower(concept.id) { add(narrower, depth: depth + 1) }
        }
        for concept in all.top { add(concept, depth: 0) }
        let unknown = form.values.all(name).filter { value in !choices.contains { $0.value == value } }
        return choices + unknown.map { PickList.Choice(value: $0, words: $0, isChosen: true) }
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stands.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
