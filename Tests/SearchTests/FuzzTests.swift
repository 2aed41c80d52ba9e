import Testing

@testable import Search

/// Whatever is typed gets an answer, in bounded time and memory. The seed is fixed, so that a failure comes back.
@Suite struct FuzzTests {
    private static let cases = 100_000

    private static let index: Index = {
        let texts = [
            ("nl", "Cyberpesten op school: wat doe je?"), ("fr", "L'école et le cyberharcèlement, 0800/95.580"),
            ("de", "Straße, Medienkompetenztag & Co."), ("en", "Child Focus – childfocus.be 116 000"),
        ]
        let documents = texts.enumerated().map { number, text in
            var document = Document(id: "d\(number)")
            document.texts = [FieldText(Field("title", weight: 3, isName: true), language: text.0, text: text.1)]
            document.facets = ["kind": [number % 2 == 0 ? "lesson" : "line"], "language": [text.0]]
            document.spans = ["age": number * 3...number * 3 + 6]
            document.names = [text.0: text.1]
            document.orders = ["title": text.1]
            return document
        }
        let concept = Thesaurus.Concept(
            facet: "kind", value: "lesson", names: ["nl": ["les op school"], "fr": ["leçon"]], isSuggested: true)
        return Index(documents, concepts: [concept]).replacing([documents[1]])
    }()

    private static let pieces = [
        "cyberpesten", "école", "STRAẞE", "childfocus.be", "116 000", "\"", "-", ":", "kind:lesson", "theme:", "«", "»",
        "'",
        "’", " ", "\t", "\n", "\u{0}", "\u{202E}", "\u{FEFF}", "\u{301}", "e\u{301}", "👩‍👩‍👧‍👦", "𝕏", "漢字", "שלום", "١٢٣",
        "½", "ﬀ", "İ",
        "ſ", "l'", "d’", "%", "_", "*", "\\", "/", "(", ")", "AND", "NOT", "..", "@", "#", "ß", "œ", "Ĳ", "ααα", "0",
        "+32",
        "pst", "skool", "hraclement", "1.2.3.4", "\u{10FFFF}", "\u{E000}", "\r\n", "\"\"", "--", "-\"", "a-b-c", "x²",
    ]

    private static func text(_ dice: inout SeededDice) -> String {
        switch Int.random(in: 0..<20, using: &dice) {
        case 0:
            // Any scalars of Unicode; half surrogates can't be in a Swift string, they come as U+FFFD.
            return String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...12, using: &dice)).compactMap { _ in
                        Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &dice))
                    }))
        case 1:
            let bytes = (0..<Int.random(in: 0...24, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
            return String(decoding: bytes, as: UTF8.self)
        default:
            return (0..<Int.random(in: 0...6, using: &dice)).map { _ in
                (pieces.randomElement(using: &dice) ?? "") + (Bool.random(using: &dice) ? " " : "")
            }.joined()
        }
    }

    @Test func everythingGetsAnAnswer() {
        var dice = SeededDice(seed: 20_261_124)
        let index = Self.index
        for number in 0..<Self.cases {
            let text = Self.text(&dice)
            var query = Query(text, language: ["nl", "fr", "de", "en", "", "xx"].randomElement(using: &dice) ?? "nl")
            if number % 5 == 0 { query.filters = ["kind": ["lesson"], "no such": number % 2 == 0 ? [] : ["x"]] }
            if number % 7 == 0 { query.spans = ["age": -5...Int.random(in: -5...300, using: &dice)] }
            if number % 11 == 0 { query.order = ["title", "no such"].randomElement(using: &dice) }
            if number % 13 == 0 { query.pinned = ["d1", "no such"] }
            if number % 17 == 0 {
                (query.offset, query.limit) = (
                    Int.random(in: -9...9, using: &dice), Int.random(in: -9...9, using: &dice)
                )
            }
            let results = index.search(query)
            guard results.total >= results.hits.count, results.total <= index.count,
                results.hits.allSatisfy({ $0.score.isFinite }),
                (results.facets["kind"] ?? [:]).values.allSatisfy({ $0 <= index.count })
            else {
                Issue.record("case \(number): \(text.debugDescription)")
                return
            }
            if number % 4 == 0 { _ = index.complete(text, language: query.language, limit: 5) }
        }
    }

    @Test func longQueriesAreBounded() {
        for text in [
            String(repeating: "cyberpesten ", count: 900), String(repeating: "x", count: 10_000),
            String(repeating: "\"a b\" -c ", count: 1_200), String(repeating: "1 2 ", count: 2_500),
            String(repeating: "e\u{301}", count: 5_000), String(repeating: "'", count: 10_000),
        ] {
            #expect(Self.index.search(Query(text, language: "nl")).total <= Self.index.count)
            _ = Self.index.complete(text, language: "nl", limit: 5)
        }
    }

    @Test func manyFiltersAreBounded() {
        var query = Query("school", language: "nl")
        for number in 0..<500 { query.filters["facet-\(number)"] = Set((0..<20).map { "value-\($0)" }) }
        #expect(Self.index.search(query).total == 0)
    }
}
