/// Something that what is being typed may become.
package struct Completion: Sendable, Hashable {
    package let text: String
    package let kind: String
    package let id: String
}

extension Index {
    /// The best names, of concepts and documents, that hold all that was typed, the last word as a beginning; each
    /// concept and document once.
    package func complete(_ typed: String, language: String, limit: Int) -> [Completion] {
        let words = Array(typed.words.prefix(8).map(\.folded))
        guard !words.isEmpty, limit > 0 else { return [] }
        var ranked: [(completion: Completion, rank: Float)] = thesaurus.complete(words, language: language)
        for part in parts {
            guard let table = part.segment.names[language] else { continue }
            for number in table.holding(words) {
                let name = table.names[Int(number)]
                guard !part.gone.contains(name.document) else { continue }
                let document = Int(name.document)
                let completion = Completion(text: name.text, kind: name.kind, id: part.segment.ids[document])
                let isStart = name.text.folded.hasPrefix(words[0])
                ranked.append((completion, part.segment.weights[document] * (isStart ? 2 : 1)))
            }
        }
        ranked.sort {
            ($1.rank, $0.completion.text.utf8.count, $0.completion.text, $0.completion.id)
                < ($0.rank, $1.completion.text.utf8.count, $1.completion.text, $1.completion.id)
        }
        var seen: Set<String> = []
        return Array(
            ranked.lazy.map(\.completion).filter { seen.insert($0.kind + "/" + $0.id).inserted }.prefix(limit))
    }
}
