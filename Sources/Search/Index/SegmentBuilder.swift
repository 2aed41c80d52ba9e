/// Reads documents one by one and makes a ``Segment`` of them.
///
/// First every text becomes a row of numbers of words; then each different word is analysed once; then the rows are
/// read twice more, to count and to fill the lists of documents. So no list ever grows, and no text is read twice.
struct SegmentBuilder: ~Copyable {
    private(set) var ids: [String] = []
    private(set) var weights: [Float] = []
    private(set) var fields: [Field] = []
    private(set) var lexicons: [Lexicon] = []
    private(set) var stream: [UInt32] = []
    private(set) var streamStarts: [UInt32] = [0]
    private(set) var sections: [Segment.Section] = []
    private(set) var sectionStarts: [UInt32] = [0]
    private(set) var facets = FacetTable()
    private(set) var spans: [String: SpanColumn] = [:]
    private(set) var orders: [String: OrderColumn] = [:]
    private(set) var names: [String: NameTable] = [:]

    /// Reads the documents. Words of `compounds` are known as parts already; those of the documents are learnt.
    init(_ documents: some Sequence<Document>, compounds: inout [String: Compounds]) {
        for document in documents { add(document) }
        facets.finish()
        for name in orders.keys { orders[name]?.finish() }
        for language in names.keys { names[language]?.finish() }
        for number in lexicons.indices { analyseWords(of: number, compounds: &compounds) }
        writePostings()
    }

    // MARK: First reading

    private mutating func add(_ document: Document) {
        let number = ids.count
        ids.append(document.id)
        weights.append(document.weight)
        facets.append(document.facets)
        for name in document.spans.keys where spans[name] == nil {
            var column = SpanColumn()
            for _ in 0..<number { column.append(nil) }
            spans[name] = column
        }
        // Over a copy of the names: whoever walks over the keys holds the columns, and each change would copy them all.
        for name in Array(spans.keys) { spans[name]?.append(document.spans[name]) }
        for name in document.orders.keys where orders[name] == nil {
            var column = OrderColumn()
            for _ in 0..<number { column.append(nil) }
            orders[name] = column
        }
        for name in Array(orders.keys) { orders[name]?.append(document.orders[name]) }
        for (language, name) in document.names {
            names[language, default: NameTable()].add(name, kind: document.kind, document: UInt32(number))
        }
        for text in document.texts where !text.text.isEmpty { add(text) }
        streamStarts.append(UInt32(stream.count))
        sectionStarts.append(UInt32(sections.count))
    }

    private mutating func add(_ text: FieldText) {
        let field = fieldNumber(text.field)
        let lexicon = lexiconNumber(text.language)
        var joiner = Joiner()
        Tokeniser.forEachWord(in: text.text) { word, joint in
            joiner.finish(before: word) { stream.append(note($0, in: lexicon, isWritten: false) | Segment.joined) }
            stream.append(note(word, in: lexicon, isWritten: true))
            joiner.take(word, joint: text.field.isName ? .hyphen : joint) {
                stream.append(note($0, in: lexicon, isWritten: false) | Segment.joined)
            }
        }
        joiner.end { stream.append(note($0, in: lexicon, isWritten: false) | Segment.joined) }
        sections.append(.init(end: UInt32(stream.count), field: UInt8(field), lexicon: UInt8(lexicon)))
    }

    private mutating func note(_ word: UnsafeBufferPointer<UInt8>, in lexicon: Int, isWritten: Bool) -> UInt32 {
        let number = lexicons[lexicon].words.number(word)
        if Int(number) == lexicons[lexicon].wordCounts.count { lexicons[lexicon].wordCounts.append(0) }
        if isWritten { lexicons[lexicon].wordCounts[Int(number)] += 1 }
        return number
    }

    private mutating func fieldNumber(_ field: Field) -> Int {
        if let known = fields.firstIndex(where: { $0.name == field.name }) { return known }
        precondition(fields.count < 16, "an index has at most 16 fields")
        fields.append(field)
        return fields.count - 1
    }

    private mutating func lexiconNumber(_ language: String) -> Int {
        if let known = lexicons.firstIndex(where: { $0.language == language }) { return known }
        lexicons.append(Lexicon(language: language))
        return lexicons.count - 1
    }

    // MARK: Words

    private mutating func analyseWords(of number: Int, compounds: inout [String: Compounds]) {
        var lexicon = lexicons[number]
        lexicons[number] = Lexicon(language: lexicon.language)
        let analyser = Analyser(lexicon.language)
        var known = compounds[lexicon.language] ?? Compounds(language: lexicon.language)
        if known != nil {
            for word in 0..<UInt32(lexicon.words.count) where lexicon.isWritten(word) {
                let plain = analyser.word(lexicon.words.text(word))
                known?.learn(plain.folded)
                if let stem = plain.terms.first?.term { known?.learn(stem) }
            }
            compounds[lexicon.language] = known
        }
        for word in 0..<UInt32(lexicon.words.count) {
            let analysed = analyser.word(lexicon.words.text(word), compounds: known)
            for term in analysed.terms {
                lexicon.wordTerms.append(.init(term: lexicon.terms.number(term.term), factor: term.factor))
            }
            lexicon.wordStarts.append(UInt32(lexicon.wordTerms.count))
            if lexicon.isWritten(word), !analyser.isCommon(analysed.folded) {
                lexicon.spelling.add(analysed.folded, count: lexicon.wordCounts[Int(word)])
            }
        }
        lexicon.spelling.finish()
        lexicon.sortedTerms = lexicon.terms.sorted()
        lexicons[number] = lexicon
    }

    // MARK: Second and third reading

    /// For each lexicon, what its terms add up to in the document at hand.
    private struct Tally {
        var seen: [UInt32]
        var frequencies: [Float]
        var touched: [UInt32] = []
        /// While counting: documents of each term. While filling: where its next document goes.
        var cursors: [UInt32]

        init(terms: Int) {
            seen = [UInt32](repeating: 0, count: terms)
            frequencies = [Float](repeating: 0, count: terms)
            cursors = [UInt32](repeating: 0, count: terms)
        }
    }

    private mutating func writePostings() {
        let norms = averageLengths()
        var tallies = lexicons.map { Tally(terms: $0.terms.count) }
        forEachDocument(norms: norms, tallies: &tallies) { tally, _, _ in
            for term in tally.touched { tally.cursors[Int(term)] += 1 }
        }
        for number in lexicons.indices {
            var starts: [UInt32] = [0]
            starts.reserveCapacity(tallies[number].cursors.count + 1)
            var sum: UInt32 = 0
            for count in tallies[number].cursors {
                sum += count
                starts.append(sum)
            }
            tallies[number].cursors = Array(starts.dropLast())
            tallies[number].seen = [UInt32](repeating: 0, count: tallies[number].seen.count)
            lexicons[number].postingStarts = starts
            lexicons[number].documents = [UInt32](repeating: 0, count: Int(sum))
            lexicons[number].impacts = [UInt16](repeating: 0, count: Int(sum))
        }
        var documents = lexicons.indices.map { number in
            let taken = lexicons[number].documents
            lexicons[number].documents = []
            return taken
        }
        var impacts = lexicons.indices.map { number in
            let taken = lexicons[number].impacts
            lexicons[number].impacts = []
            return taken
        }
        forEachDocument(norms: norms, tallies: &tallies) { tally, number, document in
            for term in tally.touched {
                let place = Int(tally.cursors[Int(term)])
                tally.cursors[Int(term)] += 1
                let frequency = tally.frequencies[Int(term)]
                documents[number][place] = document
                impacts[number][place] = UInt16(frequency / (Weights.saturation + frequency) * 65_535)
            }
        }
        for number in lexicons.indices {
            lexicons[number].documents = documents[number]
            lexicons[number].impacts = impacts[number]
        }
    }

    /// Adds up the weighted, length-normalised frequencies of each document (BM25F), and hands them out by lexicon.
    private func forEachDocument(
        norms: [Float], tallies: inout [Tally], _ body: (inout Tally, _ lexicon: Int, _ document: UInt32) -> Void
    ) {
        for document in ids.indices {
            let mark = UInt32(document) + 1
            var start = Int(streamStarts[document])
            for number in Int(sectionStarts[document])..<Int(sectionStarts[document + 1]) {
                let section = sections[number]
                let field = fields[Int(section.field)]
                let relative = Float(Int(section.end) - start) / norms[Int(section.field)]
                let norm =
                    field.isNormalised ? 1 - Weights.lengthNormalisation + Weights.lengthNormalisation * relative : 1
                let unit = field.weight / norm
                let lexicon = Int(section.lexicon)
                for place in start..<Int(section.end) {
                    let word = Int(stream[place] & ~Segment.joined)
                    let first = Int(lexicons[lexicon].wordStarts[word])
                    let last = Int(lexicons[lexicon].wordStarts[word + 1])
                    for index in first..<last {
                        let entry = lexicons[lexicon].wordTerms[index]
                        let term = Int(entry.term)
                        if tallies[lexicon].seen[term] == mark {
                            tallies[lexicon].frequencies[term] += unit * entry.factor
                        } else {
                            tallies[lexicon].seen[term] = mark
                            tallies[lexicon].frequencies[term] = unit * entry.factor
                            tallies[lexicon].touched.append(entry.term)
                        }
                    }
                }
                start = Int(section.end)
            }
            for lexicon in tallies.indices where !tallies[lexicon].touched.isEmpty {
                body(&tallies[lexicon], lexicon, UInt32(document))
                tallies[lexicon].touched.removeAll(keepingCapacity: true)
            }
        }
    }

    /// Words per text of each field.
    private func averageLengths() -> [Float] {
        var words = [Int](repeating: 0, count: fields.count)
        var texts = [Int](repeating: 0, count: fields.count)
        var start = 0
        for section in sections {
            words[Int(section.field)] += Int(section.end) - start
            texts[Int(section.field)] += 1
            start = Int(section.end)
        }
        return zip(words, texts).map { max(1, Float($0) / Float(max(1, $1))) }
    }
}
