import Testing

@testable import Search

@Suite struct MeaningTests {
    private static let bullying = Thesaurus.Concept(
        facet: "theme", value: "bullying",
        names: [
            "nl": ["Cyberpesten", "online pesten", "uitgesloten uit de groepschat"],
            "fr": ["Cyberharcèlement", "harcèlement en ligne"], "de": ["Cybermobbing"],
        ], hidden: ["nl": ["siberpesten"]], isSuggested: true)
    private static let gaming = Thesaurus.Concept(
        facet: "theme", value: "gaming", names: ["nl": ["Gamen"], "fr": ["Jeux vidéo"]], isSuggested: true)

    private func document(_ id: String, _ language: String, _ title: String, themes: [String]) -> Document {
        var document = Document(id: id)
        document.texts = [FieldText(Field("title", weight: 5, isName: true), language: language, text: title)]
        document.facets = ["theme": themes, "language": [language]]
        document.names = [language: title]
        document.kind = "resource"
        return document
    }

    private var index: Index {
        Index(
            [
                document("les", "nl", "Een lespakket voor de klas", themes: ["bullying"]),
                document("jeu", "fr", "Jouer ensemble", themes: ["gaming"]),
                document("alles", "nl", "Van alles wat", themes: ["bullying", "gaming"]),
            ], concepts: [Self.bullying, Self.gaming])
    }

    @Test(arguments: [
        ("cyberharcèlement", "fr"), ("harcelement en ligne", "fr"), ("siberpesten", "nl"), ("cybermobbing", "de"),
        ("cybermobing", "de"), ("uitgesloten uit groepschat", "nl"),
    ])
    func wordsMeetConceptsInAnyLanguage(_ typed: String, _ language: String) throws {
        let results = index.search(Query(typed, language: language))
        let first = try #require(results.hits.first)
        #expect(first.id == "les")
        #expect(results.concepts.first?.value == "bullying")
        #expect(first.contributions.contains { $0.cause == .concept(facet: "theme", value: "bullying") })
    }

    /// A document about one thing is more about it than a document about everything.
    @Test func fewThemesCountMore() {
        #expect(index.search(Query("cyberpesten", language: "nl")).hits.map(\.id) == ["les", "alles"])
    }

    @Test func everyPartOfAScoreIsSaid() throws {
        var query = Query("cyberpesten klas", language: "nl")
        query.preferences = [.init(facet: "language", values: ["nl"], hit: 2, miss: 0.5)]
        for hit in index.search(query).hits {
            let sum = hit.contributions.reduce(0) { $0 + $1.score }
            let product = hit.factors.reduce(sum) { $0 * $1.value }
            #expect(abs(product - hit.score) < 0.001 * max(1, hit.score), "\(hit)")
        }
    }

    @Test func completesConceptsBeforeDocuments() {
        #expect(
            index.complete("cyb", language: "nl", limit: 5).first
                == Completion(text: "Cyberpesten", kind: "theme", id: "bullying"))
        #expect(index.complete("les", language: "nl", limit: 5).map(\.text) == ["Een lespakket voor de klas"])
        #expect(index.complete("klas voor", language: "nl", limit: 5).map(\.id) == ["les"])
        #expect(index.complete("van alles", language: "nl", limit: 5).map(\.id) == ["alles"])
        #expect(index.complete("", language: "nl", limit: 5).isEmpty)
        #expect(index.complete("zzz", language: "nl", limit: 5).isEmpty)
        #expect(index.complete("e", language: "nl", limit: 0).isEmpty)
    }

    @Test func cuesNeedAllTheirWords() {
        let cues = Cues([
            .init(id: "leave", cues: ["nl": ["niet meer leven"], "fr": ["veux mourir"]]),
            .init(id: "photo", cues: ["nl": ["dreigt foto"], "en": ["blackmailing me"]]),
        ])
        #expect(cues.subjects(of: "Ik wil NIET meer leven...") == ["leave"])
        #expect(cues.subjects(of: "meer leven in de klas").isEmpty)
        #expect(cues.subjects(of: "hij dreigd mijn foto te delen") == ["photo"])
        #expect(cues.subjects(of: "he is blackmialing me") == ["photo"])
        #expect(cues.subjects(of: "je veux mourir, il dreigt met mijn foto's") == ["leave", "photo"])
        // A word that the index knows is no mistyped cue.
        #expect(cues.subjects(of: "niet meer leren", isKnown: { $0 == "leren" }).isEmpty)
        #expect(cues.subjects(of: "").isEmpty)
    }

    @Test func aCueOfOneWordStandsAlone() {
        let cues = Cues([.init(id: "die", cues: ["nl": ["zelfmoord"], "fr": ["suicide", "me suicider"]])])
        for text in ["zelfmoord", "Zelfmoord?", "SUICIDES", "l'idée de me suicider"] {
            #expect(cues.subjects(of: text) == ["die"], "\(text)")
        }
        // Beside other words, inside another word, or only near it: somebody looks for pages.
        for text in ["les over zelfmoord", "suicide prévention", "zelfmoordlijn", "zelfmoort", "suite"] {
            #expect(cues.subjects(of: text).isEmpty, "\(text)")
        }
    }
}
