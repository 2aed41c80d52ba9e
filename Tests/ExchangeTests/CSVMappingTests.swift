import Catalogue
import Foundation
import Testing

@testable import Exchange

/// Headers are understood in four languages, and what somebody chose is remembered.
@Suite struct CSVMappingTests {
    static let sheets: [[(String, RecordColumn?)]] = [
        [
            ("ID", .id), ("Soort", .kind), ("Titel (NL)", .title(.nl)), ("Titel (FR)", .title(.fr)),
            ("Titel in het Engels", .title(.en)), ("Korte beschrijving", .summary(.nl)), ("Thema's", .themes),
            ("Doelgroepen", .audiences), ("Leeftijd vanaf", .ageFrom), ("Leeftijd tot en met", .ageTo),
            ("Organisatie", .organisations), ("Talen", .languages), ("Werkgebied", .territories), ("Kostprijs", .cost),
            ("Website", .link(nil)), ("Website NL", .link(.nl)), ("E-mailadres", .emails), ("Telefoonnummer", .phones),
            ("Opgericht", .founded), ("Bronnen", .sourceURLs), ("Toestand", .status), ("Intern nummer", nil),
        ],
        [
            ("Identifiant", .id), ("Type", .kind), ("Titre", .title(.fr)), ("Titre en néerlandais", .title(.nl)),
            ("Résumé", .summary(.fr)), ("Thématiques", .themes), ("Public cible", .audiences),
            ("Âge minimum", .ageFrom),
            ("Âge à", .ageTo), ("Coût", .cost), ("Site web", .link(nil)), ("Courriel", .emails), ("Téléphone", .phones),
            ("Adresse", .address), ("Langues", .languages), ("Terminé", .ended), ("Depuis", .founded),
            ("Formulaire", .form), ("Statut", .status), ("Date", .dates), ("Remarques", nil),
        ],
        [
            ("Kennung", .id), ("Art", .kind), ("Titel", .title(.de)), ("Kurzbeschreibung", .summary(.de)),
            ("Themen", .themes), ("Zielgruppe", .audiences), ("Mindestalter", .ageFrom), ("Höchstalter", .ageTo),
            ("Säulen", .pillars), ("Webseite", .link(nil)), ("E-Mail", .emails), ("Telefon", .phones),
            ("Jährlich", .yearly), ("Termine", .dates), ("Preis", .cost), ("Anschrift", .address),
            ("Quelle", .sourceURLs),
        ],
        [
            ("id", .id), ("Kind", .kind), ("Name", .title(.en)), ("Description", .summary(.en)),
            ("TOPICS", .themes), ("Target group", .audiences), ("Age from", .ageFrom), ("age_to", .ageTo),
            ("Organizations", .organisations), ("Where", .territories), ("website", .link(nil)),
            ("website (de)", .link(.de)),
            ("e-mail", .emails), ("Phone", .phones), ("contact form", .form), ("Formats", .formats),
            ("Own names", .ownNames),
        ],
    ]

    @Test(arguments: 0..<4) func guessesHeadersInFourLanguages(_ number: Int) {
        let sheet = Self.sheets[number]
        let mapping = ColumnMapping(guessing: sheet.map(\.0))
        for (header, column) in sheet { #expect(mapping[header] == column, "\(header)") }
    }

    @Test func knowsOurOwnNames() {
        let names = RecordColumn.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        let mapping = ColumnMapping(guessing: names)
        for column in RecordColumn.allCases {
            #expect(mapping[column.name] == column)
            #expect(RecordColumn(name: column.name) == column)
        }
    }

    @Test func guessesEachColumnOnce() {
        let mapping = ColumnMapping(guessing: ["Titel (NL)", "Naam (NL)", "Website", "Url"])
        #expect(mapping["Titel (NL)"] == .title(.nl))
        #expect(mapping["Naam (NL)"] == nil)
        #expect(mapping["Url"] == nil)
        #expect(mapping.doubled == [])
    }

    @Test func saysWhatWasChosenTwice() {
        var mapping = ColumnMapping(guessing: ["a", "b", "c"])
        mapping["a"] = .themes
        mapping["c"] = .themes
        mapping["nowhere"] = .id
        #expect(mapping.doubled == [.themes])
        #expect(mapping.places == [.themes: 0])
        mapping["a"] = nil
        #expect(mapping.doubled == [])
    }

    @Test func isRememberedByItsHeaders() throws {
        var mapping = ColumnMapping(guessing: ["Titel", "Thema's", "Soort"])
        mapping["Soort"] = nil
        let again = try JSONDecoder().decode(ColumnMapping.self, from: JSONEncoder().encode(mapping))
        #expect(again == mapping)
        #expect(again.fingerprint == ColumnMapping.fingerprint(of: ["Thema's", "Soort", "Titel"]))
        #expect(again.fingerprint != ColumnMapping.fingerprint(of: ["Thema's", "Soort", "Titels"]))
        // A fingerprint is kept for years: it must not change with the program.
        #expect(ColumnMapping.fingerprint(of: ["id", "title_nl"]) == "0fd2d40041aff867")
        let other = try CSVFile(Data("Soort;Thema's;Titel\na;b;c\n".utf8))
        #expect(again.fits(other))
        #expect(again.ordered(as: other).places == [.themes: 1, .title(.nl): 2])
        #expect(!again.fits(try CSVFile(Data("Soort;Titel\na;b\n".utf8))))
    }
}
