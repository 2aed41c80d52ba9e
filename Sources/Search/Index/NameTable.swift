/// The names of the documents of a segment in one language, found by the beginnings of their words.
struct NameTable: Sendable {
    struct Name: Sendable {
        let text: String
        let kind: String
        let document: UInt32
    }

    /// All names by their numbers.
    struct Names: Sendable {
        fileprivate var texts = TextColumn()
        fileprivate var kinds: [UInt16] = []
        fileprivate var documents: [UInt32] = []
        fileprivate var kindNames: [String] = []

        var count: Int { documents.count }

        subscript(number: Int) -> Name {
            Name(text: texts[number], kind: kindNames[Int(kinds[number])], document: documents[number])
        }

        func document(_ number: UInt32) -> UInt32 { documents[Int(number)] }

        fileprivate mutating func append(_ text: String, kind: String, document: UInt32) {
            let place = kindNames.firstIndex(of: kind) ?? kindNames.count
            if place == kindNames.count { kindNames.append(kind) }
            texts.append(text)
            kinds.append(UInt16(place))
            documents.append(document)
        }
    }

    /// The most names that one look may touch; beginnings of one letter would touch nearly all.
    private static let mostLooked = 2_000
    private static let mostBeginnings = 64

    private(set) var names = Names()
    /// The first word of each name.
    private var firstWords: [UInt32] = []
    private var words = WordTable()
    private var sorted: [UInt32] = []
    /// Names of word n, ascending: `holders[starts[n]..<starts[n + 1]]`.
    private var starts: [UInt32] = [0]
    private var holders: [UInt32] = []
    /// While building: a word and the name that it stands in.
    private var pairs: [(word: UInt32, name: UInt32)] = []

    init() {}

    init(from reader: inout IndexReader) throws {
        names.texts = try TextColumn(from: &reader)
        names.kinds = try reader.column()
        names.documents = try reader.column()
        names.kindNames = try reader.texts()
        firstWords = try reader.column()
        words = try WordTable(from: &reader)
        sorted = try reader.column()
        starts = try reader.column()
        holders = try reader.column()
    }

    func write(to writer: IndexWriter) throws {
        try names.texts.write(to: writer)
        try writer.add(names.kinds)
        try writer.add(names.documents)
        try writer.add(names.kindNames)
        try writer.add(firstWords)
        try words.write(to: writer)
        try writer.add(sorted)
        try writer.add(starts)
        try writer.add(holders)
    }

    mutating func add(_ text: String, kind: String, document: UInt32) {
        for word in text.words {
            let number = words.number(word.folded)
            if firstWords.count == names.count { firstWords.append(number) }
            if pairs.last?.word != number || pairs.last?.name != UInt32(names.count) {
                pairs.append((number, UInt32(names.count)))
            }
        }
        if firstWords.count == names.count { firstWords.append(.max) }
        names.append(text, kind: kind, document: document)
    }

    mutating func finish() {
        var ends = [UInt32](repeating: 0, count: words.count + 1)
        for pair in pairs { ends[Int(pair.word) + 1] += 1 }
        for word in 0..<words.count { ends[word + 1] += ends[word] }
        starts = ends
        holders = [UInt32](repeating: 0, count: pairs.count)
        for pair in pairs {
            holders[Int(ends[Int(pair.word)])] = pair.name
            ends[Int(pair.word)] += 1
        }
        pairs = []
        sorted = words.sorted()
    }

    /// The names that hold all words of `typed` (folded), the last as a beginning, and whether they begin with the first
    /// of them. Bounded, so not always all.
    func holding(_ typed: [String]) -> [(name: UInt32, isStart: Bool)] {
        guard let last = typed.last else { return [] }
        var whole: [ArraySlice<UInt32>] = []
        for word in typed.dropLast() {
            guard let number = words.find(word) else { return [] }
            whole.append(names(of: number))
        }
        whole.sort { $0.count < $1.count }
        let beginnings = words.beginning(with: last, among: sorted).prefix(Self.mostBeginnings)
        guard let rarest = whole.first else {
            var found: [(name: UInt32, isStart: Bool)] = []
            for word in beginnings where found.count < Self.mostLooked {
                found += names(of: word).prefix(Self.mostLooked).map { ($0, firstWords[Int($0)] == word) }
            }
            return found
        }
        // Through the rarest whole word if that is less than what the beginning stands for.
        let lists = beginnings.map { names(of: $0) }
        let first = words.find(typed[0])
        return rarest.prefix(Self.mostLooked).filter { name in
            whole.dropFirst().allSatisfy { $0.holds(name) } && lists.contains { $0.holds(name) }
        }.map { ($0, firstWords[Int($0)] == first) }
    }

    private func names(of word: UInt32) -> ArraySlice<UInt32> {
        holders[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
    }
}

extension ArraySlice<UInt32> {
    fileprivate func holds(_ number: UInt32) -> Bool {
        let place = firstPlace(notBelow: number)
        return place < endIndex && self[place] == number
    }
}
