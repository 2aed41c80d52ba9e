import Catalogue
import Testing

@testable import Editorial

/// What is made of what readers suggest, and of what somebody follows.
@Suite struct SuggestingTests {
    private func id(_ name: String) throws -> Identifier { try #require(Identifier(name)) }

    private func organisation(_ name: String, _ title: [Language: String]) throws -> Record {
        Record(
            id: try id(name), kind: .organisation, title: LocalisedText(title), summary: LocalisedText(),
            status: .active)
    }

    @Test func aSurveyBecomesARecordAsFarAsItFits() throws {
        let catalogue = Catalogue(
            records: [
                try organisation("mediawijs", [.nl: "Mediawijs", .fr: "Mediawijs"]),
                try organisation("conseil", [.fr: "Conseil supérieur", .en: "High Council"]),
            ], vocabularies: [], pages: [])
        var survey = Survey(
            name: "Écrans", organisation: "high council", website: "https://ecrans.example/x", about: "Un jeu.")
        survey.themes = [try id("gaming")]
        survey.since = 2019
        survey.needs = "De l'argent"
        let record = survey.record(try id("new"), in: .fr, of: catalogue)
        #expect(record.kind == .initiative && record.title[.fr] == "Écrans" && record.summary[.fr] == "Un jeu.")
        #expect(record.title.languages == [.fr] && record.translations == [.fr: .original])
        // An organisation is known by any of its names, and only by a whole one.
        #expect(record.organisations.map(\.description) == ["conseil"])
        #expect(record.links.map(\.address.description) == ["https://ecrans.example/x"])
        #expect(record.sources.map(\.address.description) == ["https://ecrans.example/x"])
        #expect(record.founded == 2019 && record.themes == survey.themes)
    }

    @Test func whatCantBeReadStaysInTheSurvey() throws {
        let survey = Survey(name: "Écrans", organisation: "", website: "javascript:alert(1)", about: "")
        let nameless = try organisation("nameless", [:])
        let record = survey.record(
            try id("new"), in: .fr, of: Catalogue(records: [nameless], vocabularies: [], pages: []))
        #expect(record.links.isEmpty && record.sources.isEmpty && record.organisations.isEmpty)
        #expect(record.summary.isEmpty)
    }

    @Test func codesAreReadWhateverTheirCaseAndHyphens() {
        for typed in ["K7MP-2QXD", "k7mp2qxd", " k7mp 2qxd ", "K7-MP-2Q-XD"] {
            #expect(Suggestion.code(typed: typed) == "K7MP-2QXD", "\(typed)")
        }
        for typed in ["", "K7MP-2QX", "K7MP-2QXDD", "ÀÀÀÀ-ÀÀÀÀ"] {
            #expect(Suggestion.code(typed: typed) == nil, "\(typed)")
        }
    }

    @Test func codesHaveFortyBitsAndNothingThatLooksAlike() {
        var dice = SeededDice(seed: 3)
        let codes = (0..<2_000).map { _ in Suggestion.newCode(using: &dice) }
        #expect(Set(codes).count == codes.count)
        let letters = Set(codes.joined().filter { $0 != "-" })
        #expect(letters.count == 32 && letters.isDisjoint(with: "01IO"))
        #expect(codes.allSatisfy { Suggestion.code(typed: $0) == $0 })
    }

    @Test func onlyAnAddressThatALetterFindsIsOne() {
        func suggestion(_ contact: String?) -> Suggestion {
            Suggestion(
                code: "A", record: nil, language: .nl, message: "", contact: contact,
                receivedOn: CivilDay(year: 2026, month: 11, day: 23))
        }
        #expect(suggestion("ik@example.be").address?.description == "ik@example.be")
        for contact in [nil, "", "0470 12 34 56", "ik@example.be\r\nBcc: x@example.be", "<ik@example.be>"] {
            #expect(suggestion(contact).address == nil)
        }
    }

    @Test func subjectsComeBackFromTheirNames() throws {
        for subject in [Follow.Subject.record(try id("a")), .theme(try id("b")), .territory(try id("c"))] {
            #expect(Follow.Subject(name: subject.name) == subject)
        }
        for name in ["", "a", "record/", "/a", "record/A", "record/a/b", "record//a", "account/a"] {
            #expect(Follow.Subject(name: name) == nil, "\(name)")
        }
    }

    @Test func interestsCoverWhatIsNarrower() throws {
        var city = Concept(id: try id("ghent"), label: LocalisedText())
        city.broader = [try id("flanders")]
        var child = Concept(id: try id("loot-boxes"), label: LocalisedText())
        child.broader = [try id("gaming")]
        let catalogue = Catalogue(
            records: [],
            vocabularies: [
                Vocabulary(
                    name: .territories, concepts: [Concept(id: try id("flanders"), label: LocalisedText()), city]),
                Vocabulary(name: .themes, concepts: [Concept(id: try id("gaming"), label: LocalisedText()), child]),
            ], pages: [])
        func covers(_ subject: Follow.Subject, _ change: (inout Record) throws -> Void) throws -> Bool {
            var record = Record(
                id: try id("one"), kind: .initiative, title: LocalisedText(), summary: LocalisedText(), status: .active)
            try change(&record)
            return Interests([subject], in: catalogue).cover(record)
        }
        #expect(try covers(.territory(try id("flanders"))) { $0.territories = [try id("ghent")] })
        #expect(try !covers(.territory(try id("ghent"))) { $0.territories = [try id("flanders")] })
        #expect(try covers(.theme(try id("gaming"))) { $0.themes = [try id("loot-boxes")] })
        #expect(try !covers(.theme(try id("loot-boxes"))) { $0.themes = [try id("gaming")] })
        #expect(try covers(.record(try id("one"))) { _ in })
        #expect(try covers(.record(try id("owner"))) { $0.organisations = [try id("owner")] })
        #expect(try !covers(.record(try id("other"))) { $0.organisations = [try id("owner")] })
        #expect(Interests([], in: catalogue).isEmpty)
    }
}
