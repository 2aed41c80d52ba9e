import Testing

@testable import Search

@Suite struct SearchTests {
    private static let title = Field("title", weight: 5)
    private static let summary = Field("summary", weight: 1)

    private func document(
        _ id: String, _ language: String, _ title: String, _ summary: String = "", facets: [String: [String]] = [:],
        ages: ClosedRange<Int>? = nil
    ) -> Document {
        var document = Document(id: id)
        document.texts = [
            FieldText(Self.title, language: language, text: title),
            FieldText(Self.summary, language: language, text: summary),
        ]
        document.facets = facets
        if let ages { document.spans["age"] = ages }
        return document
    }

    private var index: Index {
        Index([
            document(
                "bully", "nl", "Cyberpesten op school", "Wat te doen bij pesterijen.",
                facets: ["theme": ["bullying"], "language": ["nl"]], ages: 6...12),
            document(
                "sext", "nl", "Praten over sexting", "Een les voor tieners.",
                facets: ["theme": ["sexting"], "language": ["nl"]], ages: 12...18),
            document(
                "harcel", "fr", "Le cyberharcèlement à l'école", "Que faire ?",
                facets: ["theme": ["bullying"], "language": ["fr"]]),
            document(
                "strasse", "de", "Sicher auf der Straße und im Netz", facets: ["theme": ["safety"], "language": ["de"]]),
        ])
    }

    private func ids(_ text: String, _ language: String = "nl", _ change: (inout Query) -> Void = { _ in }) -> [String]
    {
        var query = Query(text, language: language)
        change(&query)
        return index.search(query).hits.map(\.id)
    }

    @Test func findsWordsInEveryForm() {
        #expect(ids("pesterij") == ["bully"])
        #expect(ids("cyberharcelement", "fr") == ["harcel"])
        #expect(ids("L'ÉCOLE", "fr") == ["harcel"])
        #expect(ids("strasse", "de") == ["strasse"])
        #expect(ids("STRAẞE", "de") == ["strasse"])
    }

    @Test func findsAcrossLanguages() { #expect(ids("harcèlement cyberharcèlement", "nl") == ["harcel"]) }

    @Test func findsTheBeginningOfAWord() {
        #expect(ids("cyberpe") == ["bully"])
        #expect(ids("cyberpe") { $0.isPrefix = false } == [])
        // A word that is whole is not taken for the beginning of a rarer one.
        let index = Index([document("a", "nl", "Op school"), document("b", "nl", "Het schooljaar")])
        #expect(index.search(Query("school", language: "nl")).hits.map(\.id) == ["a"])
    }

    @Test func leavesCommonWordsAside() { #expect(ids("wat moet ik doen met sexting") == ["sext"]) }

    @Test func wantsAllOfTwoWordsWhereThatIsPossible() {
        #expect(ids("cyberpesten school") == ["bully"])
        #expect(Set(ids("sexting school")) == ["sext", "bully"])
    }

    @Test func titlesCountMoreThanSummaries() {
        let index = Index([
            document("in-summary", "nl", "Iets anders", "over gamen"),
            document("in-title", "nl", "Gamen", "iets anders"),
        ])
        #expect(index.search(Query("gamen", language: "nl")).hits.map(\.id) == ["in-title", "in-summary"])
    }

    @Test func emptyQueryGivesEverything() { #expect(ids("").count == 4) }

    @Test func filtersAndCountsWithoutTheFacetItself() {
        var query = Query(language: "nl")
        query.filters = ["theme": ["bullying"]]
        let results = index.search(query)
        #expect(results.total == 2)
        #expect(results.facets["theme"] == ["bullying": 2, "sexting": 1, "safety": 1])
        #expect(results.facets["language"] == ["nl": 1, "fr": 1])
        query.filters["language"] = ["nl"]
        #expect(index.search(query).hits.map(\.id) == ["bully"])
        query.filters["language"] = ["nl", "fr"]
        #expect(index.search(query).total == 2)
        query.filters["theme"] = ["no such thing"]
        #expect(index.search(query).total == 0)
    }

    @Test func filtersByOverlap() {
        #expect(ids("") { $0.spans = ["age": 12...12] } == ["bully", "sext"])
        #expect(ids("") { $0.spans = ["age": 13...15] } == ["sext"])
    }

    @Test func pages() {
        #expect(
            ids("") {
                $0.limit = 1; $0.offset = 1
            }.count == 1)
        #expect(ids("") { $0.offset = 99 } == [])
        #expect(
            ids("") {
                $0.offset = -5; $0.limit = -1
            } == [])
    }

    @Test func looksForTheNearestKnownWordAndSaysSo() {
        let results = index.search(Query("sextign", language: "nl"))
        #expect(results.hits.map(\.id) == ["sext"])
        #expect(results.suggestion == "sexting")
        #expect(index.search(Query("sexting", language: "nl")).suggestion == nil)
    }

    @Test func findsOnlyWhatWasTypedWhereNothingIsWidened() {
        var query = Query("sextign", language: "nl")
        query.isWidened = false
        #expect(index.search(query).hits.isEmpty)
        #expect(index.search(query).suggestion == nil)
        query.text = "sexting zwoeffel"
        #expect(index.search(query).hits.isEmpty)
        query.pinned = ["bully"]
        #expect(index.search(query).hits.map(\.id) == ["bully"])
        query.text = "sexting"
        #expect(index.search(query).hits.map(\.id) == ["bully", "sext"])
    }

    @Test func explainsEveryScore() throws {
        let hit = try #require(index.search(Query("sexting tieners", language: "nl")).hits.first)
        #expect(hit.contributions.map(\.word) == ["sexting", "tieners"])
        #expect(hit.contributions.map(\.fields) == [["title"], ["summary"]])
    }

    @Test(arguments: [
        "", " ", "'", "l'", "&&& ???", "\u{202E}", "😀", String(repeating: "woord ", count: 500), "a\u{0}b", "%_*\"--",
    ])
    func survivesNonsense(_ text: String) { _ = index.search(Query(text, language: "xx")) }

    @Test func foldsLetters() {
        #expect("ÉCOLE Straße cœur ĳs L’été".folded == "ecole strasse coeur ijs l'ete")
    }
}
