import Testing

@testable import Search

/// Publishing: an index whose documents were replaced one by one answers as one that was made anew.
@Suite struct ReplacingTests {
    private static let title = Field("title", weight: 5, isName: true)
    private static let words = ["pesten", "sexting", "gamen", "privacy", "school", "ouders", "chat", "filter", "les"]

    private func document(_ number: Int, _ dice: inout SeededDice) -> Document {
        var document = Document(id: "d\(number)")
        let words = (0..<5).map { _ in Self.words.randomElement(using: &dice) ?? "" }
        document.texts = [FieldText(Self.title, language: "nl", text: words.joined(separator: " "))]
        document.facets = ["kind": [words[0]], "theme": Array(Set(words[1...2])).sorted()]
        document.names = ["nl": words.joined(separator: " ")]
        document.orders = ["title": words.joined(separator: " ")]
        document.spans = ["age": Int.random(in: 3...9, using: &dice)...Int.random(in: 10...18, using: &dice)]
        return document
    }

    @Test func answersAsAnIndexMadeAnew() {
        var dice = SeededDice(seed: 3)
        var documents: [String: Document] = [:]
        for number in 0..<60 { documents["d\(number)"] = document(number, &dice) }
        var index = Index(documents.values.sorted { $0.id < $1.id })
        let before = index
        let answerBefore = before.search(Query("pesten", language: "nl")).hits.map(\.id)
        for step in 0..<80 {
            let number = Int.random(in: 0..<90, using: &dice)
            if step % 7 == 0 {
                documents["d\(number)"] = nil
                index = index.replacing([], removing: ["d\(number)"])
            } else {
                let next = document(number, &dice)
                documents[next.id] = next
                index = index.replacing([next])
            }
        }
        let fresh = Index(documents.values.sorted { $0.id < $1.id })
        #expect(index.count == fresh.count && index.count == documents.count)
        for text in ["pesten", "sexting school", "privacy -les", "\"pesten school\"", "pestn", ""] {
            var query = Query(text, language: "nl")
            query.limit = 200
            query.filters = text.isEmpty ? ["kind": ["pesten", "chat"]] : [:]
            let (changed, made) = (index.search(query), fresh.search(query))
            #expect(changed.total == made.total, "\(text)")
            #expect(changed.facets == made.facets, "\(text)")
            #expect(Set(changed.hits.map(\.id)) == Set(made.hits.map(\.id)), "\(text)")
            query.order = "title"
            let keys = { (hits: [Hit]) in hits.map { documents[$0.id]?.orders["title"] } }
            #expect(keys(index.search(query).hits) == keys(fresh.search(query).hits), "\(text)")
        }
        #expect(
            Set(index.complete("pest", language: "nl", limit: 99).map(\.id))
                == Set(fresh.complete("pest", language: "nl", limit: 99).map(\.id)))
        // Who held the index of before goes on with it.
        #expect(before.search(Query("pesten", language: "nl")).hits.map(\.id) == answerBefore)
    }

    @Test func segmentsStayFew() {
        var dice = SeededDice(seed: 5)
        var index = Index((0..<200).map { document($0, &dice) })
        for number in 0..<300 { index = index.replacing([document(number % 250, &dice)]) }
        #expect(index.count == 250)
        #expect(index.parts.count < 12)
    }
}
