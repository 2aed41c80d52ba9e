/// Words that must follow each other, as they are written but for accents and capitals.
struct Phrase {
    private let segment: Segment
    private let words: [String]
    /// For each word and lexicon, the numbers of the words that are written so.
    private let numbers: [[Set<UInt32>]]

    init(_ text: String, in segment: Segment) {
        self.segment = segment
        words = text.words.prefix(12).map(\.folded)
        numbers = words.map { word in
            segment.lexicons.map { lexicon in
                let analyser = Analyser(lexicon.language)
                let terms = Set(analyser.word(word).terms.compactMap { lexicon.terms.find($0.term) })
                guard !terms.isEmpty else { return [] }
                return lexicon.words(under: terms).filter { analyser.word(lexicon.words.text($0)).folded == word }
            }
        }
    }

    func stands(in document: Int) -> Bool {
        guard !words.isEmpty else { return true }
        var isFound = false
        segment.forEachSection(of: document) { section, places in
            guard !isFound else { return }
            let lexicon = Int(section.lexicon)
            let written = places.lazy.map { segment.stream[$0] }.filter { $0 & Segment.joined == 0 }
            isFound = written.indices.contains { start in
                var place = start
                for word in words.indices {
                    guard place < written.endIndex, numbers[word][lexicon].contains(written[place]) else {
                        return false
                    }
                    place = written.index(after: place)
                }
                return true
            }
        }
        return isFound
    }

    /// The documents in which it stands. For what is not wanted, where there is nothing else to begin from.
    func documents() -> [UInt32] {
        guard let first = words.first else { return [] }
        var found: Set<UInt32> = []
        for lexicon in segment.lexicons {
            guard let term = Analyser(lexicon.language).word(first).terms.first.flatMap({ lexicon.terms.find($0.term) })
            else { continue }
            found.formUnion(lexicon.documents[lexicon.holders(of: term)])
        }
        return found.filter { stands(in: Int($0)) }.sorted()
    }
}

extension Lexicon {
    /// The words that are found under any of these terms.
    fileprivate func words(under terms: Set<UInt32>) -> Set<UInt32> {
        var found: Set<UInt32> = []
        for word in 0..<UInt32(words.count) {
            if let head = self.terms(ofWord: word).first, terms.contains(head.term) { found.insert(word) }
        }
        return found
    }
}
