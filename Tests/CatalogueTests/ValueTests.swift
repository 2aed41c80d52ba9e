import Testing

@testable import Catalogue

@Suite struct ValueTests {
    @Test(arguments: ["116 000", "112", "1712", "02 274 48 00", "0800 95 580", "+32 78 170 170", "080 65 00 65"])
    func takesBelgianNumbers(_ text: String) { #expect(PhoneNumber(text) != nil) }

    @Test(arguments: ["", "12", "0800-95580", "call me", "02 274 48", "+0 12", "02  274 48 00", "１１６ 000"])
    func refusesWhatIsNoNumber(_ text: String) { #expect(PhoneNumber(text) == nil) }

    @Test(arguments: [
        "javascript:alert(1)", "//example.be", "http://", "https://localhost", "https://a b.be", "ftp://example.be",
        "https://user:word@example.be", "https://example.be/\"onload=", "https://example.be/\u{202E}" + "\n",
    ])
    func refusesWhatIsNoWebAddress(_ text: String) { #expect(WebAddress(text) == nil) }

    @Test func saysTheSiteAsPeopleDo() throws {
        #expect(WebAddress("https://www.childfocus.be/nl-be?x=1")?.site == "childfocus.be")
        #expect(WebAddress("https://b-bico.be/brief.PDF")?.isDownload == true)
    }

    @Test(arguments: ["", "-a", "a-", "a--b", "A", "é", "a/b", "..", "a b", String(repeating: "a", count: 101)])
    func refusesWhatIsNoIdentifier(_ text: String) { #expect(Identifier(text) == nil) }

    @Test(arguments: ["2024-13", "2024-02-30", "24", "2024-1-1", "1800", "2024-"])
    func refusesWhatIsNoDate(_ text: String) { #expect(PartialDate(text) == nil) }

    @Test func fallsBackToTheNearestLanguage() {
        let text = LocalisedText([.en: "Lesson", .fr: "Leçon"])
        #expect(text.text(for: .fr) == Passage(text: "Leçon", edition: Edition(.fr)))
        #expect(text.text(for: .nl) == Passage(text: "Lesson", edition: Edition(.en)))
        #expect(LocalisedText().text(for: .nl) == nil)
    }

    @Test func setsFrenchSpaces() {
        #expect("Quoi ? « Rien » : oui".withFrenchSpacing == "Quoi\u{A0}? «\u{A0}Rien\u{A0}»\u{A0}: oui")
        #expect("10:30".withFrenchSpacing == "10:30")
    }

    @Test func aPlaceIsCoveredFromAbove() throws {
        let brussels = try #require(ConceptID("brussels"))
        let vocabulary = Vocabulary(
            name: .territories,
            concepts: [
                concept("belgium"), concept("wallonia", broader: ["belgium", "french-community"]),
                concept("french-community", broader: ["belgium"]), concept("flemish-community", broader: ["belgium"]),
                concept("brussels", broader: ["belgium", "flemish-community", "french-community"]),
                concept("german-speaking-community", broader: ["belgium"], coveredBy: ["wallonia"]),
            ])
        #expect(
            Set(vocabulary.covering(brussels).map(\.description)) == [
                "belgium", "flemish-community", "french-community",
            ])
        // The French Community does not reach the German-speaking one, although Wallonia does.
        let east = try #require(ConceptID("german-speaking-community"))
        #expect(Set(vocabulary.covering(east).map(\.description)) == ["belgium", "wallonia"])
    }

    private func concept(_ id: String, broader: [String] = [], coveredBy: [String] = []) -> Concept {
        var concept = Concept(id: ConceptID(id) ?? .unreadable, label: LocalisedText([.en: id]))
        concept.broader = broader.compactMap { ConceptID($0) }
        concept.coveredBy = coveredBy.compactMap { ConceptID($0) }
        return concept
    }
}
