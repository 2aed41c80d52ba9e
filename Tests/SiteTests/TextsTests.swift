import Catalogue
import Foundation
import Testing

@testable import Site

@Suite struct TextsTests {
    /// Every text is there in all four languages, translated, with the same placeholders.
    @Test func everyTextIsTranslated() throws {
        let catalogue = try StringCatalogue.embedded
        #expect(Set(catalogue.strings.keys) == Set(TextKey.allCases.map(\.rawValue)))
        for (key, entry) in catalogue.strings {
            var placeholders: Set<[String]> = []
            for language in Language.allCases {
                let found = entry.localizations?[language.rawValue]
                let units = found?.stringUnit.map { [$0] } ?? found?.variations?.plural?.values.map(\.stringUnit) ?? []
                #expect(!units.isEmpty, "\(key) in \(language)")
                for unit in units {
                    #expect(unit.state == "translated" && !unit.value.isEmpty, "\(key) in \(language)")
                }
                // ‘One source’ may do without its number.
                for unit in [found?.stringUnit ?? found?.variations?.plural?["other"]?.stringUnit].compactMap({ $0 }) {
                    placeholders.insert(
                        unit.value.matches(of: #/%(?:\d\$)?(?:@|lld)/#).map { String($0.output) }.sorted())
                }
            }
            #expect(placeholders.count == 1, "\(key): \(placeholders)")
        }
    }

    @Test func fillsPlaceholders() {
        #expect(Texts.of(.en)(.pagerPosition, "2", "5") == "Page 2 of 5")
        #expect(Texts.of(.nl)(.openUntil, "22 uur") == "Nu open, tot 22 uur")
    }

    @Test func countsAsEachLanguageDoes() {
        #expect(Texts.of(.nl)(.resultsFound, count: 0) == "0 resultaten")
        #expect(Texts.of(.nl)(.resultsFound, count: 1) == "1 resultaat")
        #expect(Texts.of(.fr)(.resultsFound, count: 0) == "0 résultat")
        #expect(Texts.of(.fr)(.resultsFound, count: 2) == "2 résultats")
    }

    @Test func labelsAreSmallWithinASentence() {
        #expect(Wording.of(.nl).inSentence("Les of lespakket") == "les of lespakket")
        #expect(Wording.of(.fr).inSentence("Évènements") == "évènements")
        #expect(Wording.of(.de).inSentence("Unterricht") == "Unterricht")
        #expect(Wording.of(.en).inSentence("PDF") == "PDF")
    }

    @Test func saysTimesAsPeopleDo() {
        #expect(Wording.of(.nl).clock(1_320) == "22 uur")
        #expect(Wording.of(.fr).clock(570) == "9 h 30")
        #expect(Wording.of(.de).clock(1_440) == "24 Uhr")
        #expect(Wording.of(.en).clock(1_320) == "10 pm")
        #expect(Wording.of(.en).clock(1_440) == "midnight")
    }

    @Test func saysDatesAsPeopleDo() throws {
        let day = try #require(PartialDate("2024-11-01"))
        #expect(Wording.of(.nl).date(day) == "1 november 2024")
        #expect(Wording.of(.fr).date(day) == "1er novembre 2024")
        #expect(Wording.of(.de).date(day) == "1. November 2024")
        let month = try #require(PartialDate("2024-11"))
        #expect(Wording.of(.en).date(month) == "November 2024")
        let event = EventDate(start: try #require(PartialDate("2024-11-16")), end: PartialDate("2024-11-24"))
        #expect(Wording.of(.nl).dates(event) == "16–24 november 2024")
    }

    @Test func everyConceptHasItsIcon() {
        let catalogue = TestSite.shipped.snapshot.catalogue
        for (name, prefix) in [
            (VocabularyName.themes, "theme-"), (.audiences, "audience-"), (.kinds, "kind-"), (.pictograms, ""),
        ] {
            for concept in catalogue[name].concepts {
                #expect(Icon.names.contains(prefix + concept.id.description), "\(concept.id)")
            }
        }
    }
}
