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
            // By weight first: only the best few are worth their texts.
            var best = TopList(limit: limit * 4)
            for (number, isStart) in table.holding(words) {
                let document = table.names.document(number)
                guard part.gone.isEmpty || !part.gone.contains(document) else { continue }
                best.add(number, part.segment.weights[Int(document)] * (isStart ? 2 : 1))
            }
            for entry in best.sorted() {
                let name = table.names[Int(entry.document)]
                let id = part.segment.ids[Int(name.document)]
                ranked.append((Completion(text: name.text, kind: name.kind, id: id), entry.score))
            }
        }
        ranked.sort {
            ($1.rank, $0.completion.text.utf8.count, $0.completion.text, $0.completion.id)
                < ($0.rank, $1.completion.text.utf8.count, $1.completion.text, $1.completion.id)
        }
        var seen: Set<String> = []
        let different = ranked.map(\.completion).filter { seen.insert($0.kind + "/" + $0.id).inserted }
        return Array(different.prefix(limit))
    }
}
