import Testing

@testable import Search

/// An index that was written and read again answers as it did.
@Suite struct StoredIndexTests {
    private static let title = Field("title", weight: 5, isName: true)
    private static let summary = Field("summary", weight: 1)
    private static let words = [
        "pesten", "cyberpesten", "sexting", "gamen", "privacy", "school", "schoolplein", "ouders", "chat", "filter",
        "mediawijsheid", "Übung", "Netz", "harcèlement",
    ]
    private static let concepts = [
        Thesaurus.Concept(
            facet: "theme", value: "bullying", names: ["nl": ["pesten"], "fr": ["harcèlement"]], hidden: [:],
            isSuggested: true)
    ]

    private func document(_ number: Int, _ dice: inout SeededDice) -> Document {
        var document = Document(id: "d\(number)")
        func text(_ count: Int) -> String {
            (0..<count).map { _ in Self.words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
        }
        for language in ["nl", "de", "fr"] {
            document.texts.append(FieldText(Self.title, language: language, text: text(4)))
            document.texts.append(FieldText(Self.summary, language: language, text: text(15)))
            document.names[language] = document.texts[document.texts.count - 2].text
        }
        document.facets = ["kind": ["k\(number % 3)"], "theme": number % 2 == 0 ? ["bullying"] : []]
        document.orders = ["title": text(3)]
        document.kind = "k\(number % 3)"
        document.weight = Float.random(in: 0.5...1, using: &dice)
        if number % 4 > 0 { document.spans = ["age": 3...Int.random(in: 4...18, using: &dice)] }
        return document
    }

    private func bytes(of index: Index) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try index.write(to: IndexWriter { bytes.append(contentsOf: $0) })
        return bytes
    }

    private func index(_ bytes: [UInt8]) throws -> Index {
        try bytes.withUnsafeBytes { bytes in
            var reader = IndexReader(bytes)
            return Index(try StoredIndex(from: &reader), concepts: Self.concepts)
        }
    }

    private func expectSameAnswers(_ one: Index, _ other: Index) {
        for text in [
            "pesten", "pestn", "school", "sexting privacy", "\"gamen chat\"", "-les ouders", "netz", "", "medi",
        ] {
            for (facet, order) in [(nil, nil), ("k1", nil), (nil, "title")] as [(String?, String?)] {
                var query = Query(text, language: "nl")
                query.limit = 60
                query.filters = facet.map { ["kind": [$0]] } ?? [:]
                query.order = order
                query.spans = facet == nil ? [:] : ["age": 6...8]
                let (left, right) = (one.search(query), other.search(query))
                #expect(left.hits.map(\.id) == right.hits.map(\.id), "\(text)")
                #expect(left.hits.map(\.score) == right.hits.map(\.score), "\(text)")
                #expect(left.total == right.total && left.facets == right.facets, "\(text)")
                #expect(left.suggestion == right.suggestion, "\(text)")
            }
            #expect(
                one.complete(text, language: "de", limit: 9) == other.complete(text, language: "de", limit: 9),
                "\(text)")
        }
    }

    @Test func answersAsItDid() throws {
        var dice = SeededDice(seed: 5)
        let made = Index((0..<200).map { document($0, &dice) }, concepts: Self.concepts)
        let read = try index(try bytes(of: made))
        #expect(read.count == 200 && read.languages == made.languages)
        expectSameAnswers(made, read)
        #expect(try bytes(of: read).count == bytes(of: made).count)
    }

    @Test func goesOnWithDocumentsOfLaterSegments() throws {
        var dice = SeededDice(seed: 6)
        let first = (0..<150).map { document($0, &dice) }
        let later = (100..<180).map { document($0, &dice) }
        let changed = Index(first, concepts: Self.concepts).replacing(later, removing: ["d3"])
        let read = try index(try bytes(of: changed))
        #expect(read.count == 99, "what the large segment still holds")
        #expect(read.holds("d99") && !read.holds("d100") && !read.holds("d3"))
        expectSameAnswers(changed, read.replacing(later))
    }

    @Test func whatIsCutOffIsNoIndex() throws {
        var dice = SeededDice(seed: 7)
        let whole = try bytes(of: Index((0..<20).map { document($0, &dice) }, concepts: Self.concepts))
        for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 200)) {
            #expect(throws: (any Error).self, "\(length)") { try index(Array(whole.prefix(length))) }
        }
    }
}
