import Testing

@testable import Search

/// How words are read, in the habits of four languages.
@Suite struct WordsTests {
    private static let title = Field("title", weight: 5, isName: true)

    private func index(_ texts: [(id: String, language: String, text: String)]) -> Index {
        Index(
            texts.map { one in
                var document = Document(id: one.id)
                document.texts = [FieldText(Self.title, language: one.language, text: one.text)]
                return document
            })
    }

    private func found(_ typed: String, _ language: String, in index: Index) -> [String] {
        index.search(Query(typed, language: language)).hits.map(\.id)
    }

    @Test func cutsTextsIntoWords() {
        #expect("L'ÉCOLE, c’est «bien» – non?".words == ["l'école", "c'est", "bien", "non"])
        #expect("a\u{0}b\u{AD}c e\u{301}té 12,5 x²".words == ["a", "bc", "été", "12", "5", "x²"])
        #expect("'' ' l' …".words == ["l"])
        #expect(String(repeating: "a", count: 500).words.map(\.utf8.count) == [Tokeniser.longestWord])
    }

    @Test(arguments: [
        ("strasse", "de"), ("STRAẞE", "de"), ("straße", "de"), ("uber", "de"), ("ueber", "de"), ("über", "de"),
        ("coeur", "fr"), ("cœur", "fr"), ("l'école", "fr"), ("ecole", "fr"), ("d’ecole", "fr"), ("qu'école", "fr"),
    ])
    func foldsEachLanguageInItsHabits(_ typed: String, _ language: String) {
        let index = index([("de", "de", "Straße über dem Netz"), ("fr", "fr", "L’école du cœur")])
        #expect(found(typed, language, in: index) == [language], "\(typed)")
    }

    @Test(arguments: [
        ("pesten", "nl", "cyberpestprotocol"), ("protocol", "nl", "cyberpestprotocol"),
        ("kompetenz", "de", "Medienkompetenztag"), ("medien", "de", "Medienkompetenztag"),
        ("cyber pesten", "nl", "Cyberpesten"), ("cyber-pesten", "nl", "Cyberpesten"),
        ("cyberpesten", "nl", "cyber-pesten"), ("cyberpesten", "nl", "cyber pesten"),
        ("gepest", "nl", "pesten"), ("pesten", "nl", "gepest"), ("gemobbt", "de", "Mobbing mobben"),
        ("childfocus", "en", "Child Focus"), ("child focus", "en", "childfocus.be"),
        ("www.childfocus.be", "nl", "childfocus.be"), ("https://childfocus.be", "nl", "childfocus.be"),
        ("116 000", "nl", "116000"), ("116000", "nl", "116 000"), ("0800/95.580", "fr", "0800 95 580"),
        ("080095580", "fr", "0800/95.580"), ("+32 800 95 580", "fr", "0800 95 580"),
    ])
    func joinsAndTakesApart(_ typed: String, _ language: String, _ written: String) {
        // The parts of compounds are words that other texts hold.
        let index = index([
            ("it", language, written), ("pest", "nl", "pesten cyber protocol"),
            ("kompetenz", "de", "Medien Kompetenz Tag mobben"),
        ])
        #expect(found(typed, language, in: index).contains("it"), "\(typed)")
    }

    @Test func takesNothingApartThatIsNotJoined() throws {
        var compounds = try #require(Compounds(language: "nl"))
        for word in ["bericht", "over", "leven", "pest", "cyber", "protocol", "richten"] { compounds.learn(word) }
        #expect(compounds.split("cyberpestprotocol") == ["cyber", "pest", "protocol"])
        for word in ["berichten", "overleven", "pesten", "protocol", "xyzprotocol"] {
            #expect(compounds.split(word) == nil, "\(word)")
        }
        #expect(Compounds(language: "fr") == nil)
    }

    @Test func readsQueriesOfExperts() {
        let text = QueryText(#"sexting "online pesten" -facebook theme:gaming foo:bar "open"#, names: ["theme"])
        #expect(text.wanted == "sexting online pesten foo:bar open")
        #expect(text.phrases == ["online pesten"])
        #expect(text.unwanted == ["facebook"])
        #expect(text.choices == [.init(name: "theme", value: "gaming")])
        #expect(QueryText("theme:nonsense", names: ["theme"], accepts: { _ in false }).wanted == "theme:nonsense")
        #expect(QueryText("-niets").wanted == "niets")
        for malformed in ["\"", "\"\"", "-", "--", ":", "theme:", "-\"", "\"a", "« »"] {
            _ = QueryText(malformed, names: ["theme"])
        }
    }

    @Test func phrasesAndUnwantedWords() {
        let index = index([
            ("a", "nl", "online pesten op school"), ("b", "nl", "pesten online"), ("c", "nl", "pesten op facebook"),
        ])
        #expect(found("\"online pesten\"", "nl", in: index) == ["a"])
        #expect(Set(found("pesten -facebook", "nl", in: index)) == ["a", "b"])
        #expect(found("pesten -\"op school\" -facebook", "nl", in: index) == ["b"])
    }
}
