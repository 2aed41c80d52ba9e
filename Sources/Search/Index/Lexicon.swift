/// All words and terms of one language, and where they stand.
struct Lexicon: Sendable {
    let language: String
    /// Words as they are written, in small letters.
    var words = WordTable()
    /// How often each word stands somewhere; 0 if it was only made by joining words.
    var wordCounts: [UInt32] = []
    /// Terms of word n: `wordTerms[wordStarts[n]..<wordStarts[n + 1]]`, the stem first.
    var wordStarts: [UInt32] = [0]
    var wordTerms: [WordTerm] = []
    var terms = WordTable()
    /// Documents of term n, ascending: `documents[postingStarts[n]..<postingStarts[n + 1]]`.
    var postingStarts: [UInt32] = [0]
    var documents: [UInt32] = []
    /// For each of them the saturated BM25F frequency, 0 to 1 in 65,535 steps.
    var impacts: [UInt16] = []
    /// Terms in the order of their bytes, for beginnings.
    var sortedTerms: [UInt32] = []
    var spelling = Spelling()

    struct WordTerm: Sendable, BitwiseCopyable {
        let term: UInt32
        /// Below 1 for a part of a compound.
        let factor: Float
    }

    init(language: String) { self.language = language }

    init(from reader: inout IndexReader) throws {
        language = try reader.text()
        words = try WordTable(from: &reader)
        wordCounts = try reader.column()
        wordStarts = try reader.column()
        wordTerms = try reader.column()
        terms = try WordTable(from: &reader)
        postingStarts = try reader.column()
        documents = try reader.column()
        impacts = try reader.column()
        sortedTerms = try reader.column()
        spelling = try Spelling(from: &reader)
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(language)
        try words.write(to: writer)
        try writer.add(wordCounts)
        try writer.add(wordStarts)
        try writer.add(wordTerms)
        try terms.write(to: writer)
        try writer.add(postingStarts)
        try writer.add(documents)
        try writer.add(impacts)
        try writer.add(sortedTerms)
        try spelling.write(to: writer)
    }

    func terms(ofWord word: UInt32) -> ArraySlice<WordTerm> {
        wordTerms[Int(wordStarts[Int(word)])..<Int(wordStarts[Int(word) + 1])]
    }

    /// Whether somebody wrote the word as one.
    func isWritten(_ word: UInt32) -> Bool { wordCounts[Int(word)] > 0 }

    func holders(of term: UInt32) -> Range<Int> {
        Int(postingStarts[Int(term)])..<Int(postingStarts[Int(term) + 1])
    }

    /// Terms that begin with `prefix`, at most `limit`, in the order of their bytes.
    func terms(withPrefix prefix: String, limit: Int) -> [UInt32] {
        Array(terms.beginning(with: prefix, among: sortedTerms).prefix(limit))
    }
}
