import Catalogue

/// Which column of a record each header of a file stands for. Headers without one are ignored.
package struct ColumnMapping: Codable, Hashable, Sendable {
    /// As in the file, from left to right.
    package let headers: [String]
    private var columns: [String: RecordColumn]

    /// Headers in `columns` that are not among `headers` are left out.
    package init(headers: [String], columns: [String: RecordColumn]) {
        self.headers = headers
        self.columns = columns.filter { headers.contains($0.key) }
    }

    /// Nil: ignored.
    package subscript(header: String) -> RecordColumn? {
        get { columns[header] }
        set { if headers.contains(header) { columns[header] = newValue } }
    }

    /// Columns that more than one header stands for. The first header counts, the others are ignored; better ask.
    package var doubled: [RecordColumn] {
        let counts = Dictionary(grouping: columns.values) { $0 }.mapValues(\.count)
        return RecordColumn.allCases.filter { counts[$0, default: 0] > 1 }
    }

    /// Where each column stands in a row.
    var places: [RecordColumn: Int] {
        Dictionary(
            headers.enumerated().compactMap { index, header in columns[header].map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
    }

    // MARK: Remembering

    /// The same for files with the same headers in any order, on every machine. For finding the mapping that was used
    /// last time; ``fits(_:)`` says whether it is that.
    package var fingerprint: String { Self.fingerprint(of: headers) }

    /// 64 bits as 16 hexadecimal digits (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/).
    package static func fingerprint(of headers: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in headers.sorted().joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    package func fits(_ file: CSVFile) -> Bool { file.headers.sorted() == headers.sorted() }

    /// The same for a file whose headers stand in another order.
    package func ordered(as file: CSVFile) -> ColumnMapping { ColumnMapping(headers: file.headers, columns: columns) }
}

extension ColumnMapping {
    /// A first guess: our own names, or what people call such columns in Dutch, French, German and English.
    package init(guessing headers: [String]) {
        let readings = headers.map(HeaderReading.init)
        // ‘Thema’ is Dutch or German: the headers beside it tell.
        let votes = readings.compactMap(\.onlyLanguage)
        let unmarked = Language.allCases.min { a, b in
            (-votes.count { $0 == a }, a) < (-votes.count { $0 == b }, b)
        }
        var columns: [String: RecordColumn] = [:]
        var taken: Set<RecordColumn> = []
        for (header, reading) in zip(headers, readings) {
            guard let column = reading.column(in: unmarked ?? .nl), taken.insert(column).inserted else { continue }
            columns[header] = column
        }
        self.init(headers: headers, columns: columns)
    }
}

/// What a header may mean.
private struct HeaderReading {
    private let own: RecordColumn?
    /// The language that it names: ‘Titel (FR)’.
    private let marked: Language?
    private let stems: [Language: ColumnNames.Stem]

    init(_ header: String) {
        own = RecordColumn(name: header.lowercased())
        let words = String(header.prefix(100)).plainWords
        let whole = Self.stems(words)
        let (rest, language) = Self.withoutLanguage(words)
        let parts = language == nil ? [:] : Self.stems(rest)
        // ‘Âge de’ ends in a word that is no language there.
        (stems, marked) = whole.isEmpty ? (parts, language) : (whole, nil)
    }

    /// The only language of which it can be.
    var onlyLanguage: Language? { stems.count == 1 ? stems.keys.first : nil }

    func column(in language: Language) -> RecordColumn? {
        if let own { return own }
        let stem = stems[language] ?? Language.allCases.lazy.compactMap { stems[$0] }.first
        return stem?.column(marked: marked, unmarked: language)
    }

    private static func stems(_ words: [String]) -> [Language: ColumnNames.Stem] {
        ColumnNames.all.compactMapValues { $0[words.joined(separator: " ")] }
    }

    /// Without the word for a language at one of the ends: ‘titre en français’, ‘NL titel’.
    private static func withoutLanguage(_ words: [String]) -> (rest: [String], language: Language?) {
        if let language = words.last.flatMap({ LanguageWords.byWord[$0] }) {
            var rest = words.dropLast()
            while let word = rest.last, ["in", "het", "en", "auf"].contains(word) { rest.removeLast() }
            return (Array(rest), language)
        }
        if let language = words.first.flatMap({ LanguageWords.byWord[$0] }) {
            return (Array(words.dropFirst()), language)
        }
        return (words, nil)
    }
}
