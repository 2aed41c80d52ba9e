import Foundation
import Testing

@testable import Catalogue

/// What the vocabularies say for the landscape: weights, people, languages and places.
@Suite struct LandscapeFieldsTests {
    // MARK: Reading

    @Test func readsPeopleLanguagesAndPlaceOfATerritory() throws {
        try withCatalogue(["vocabularies/territories.yaml": Self.territory]) { root in
            let reading = CatalogueReader().read([root])
            #expect(reading.faults == [])
            let liege = try #require(reading.vocabularies.first { $0.name == .territories }?.concepts.first)
            #expect(liege.speech == [.fr, .de])
            #expect(liege.place?[.fr] == "en province de Liège")
            let population = try #require(liege.population)
            #expect(population.on.description == "2020-01-01")
            #expect(population.source.description == "https://example.be/table")
            #expect(population.says == "Statbel, a table")
            #expect(population.bands.map(\.people) == [108_640, 116_892, 884_268])
            #expect(population.total == 1_109_800)
        }
    }

    static let mistakes = [
        Mistake(
            what: "no language of the shop", from: "[fr, de]", to: "[fr, wa]", line: 5,
            says: "‘wa’ in ‘speech’ is not right: write one of nl, fr, de, en"),
        Mistake(
            what: "a language twice", from: "[fr, de]", to: "[fr, fr]", line: 5,
            says: "‘fr’ stands twice in ‘speech’: keep it once"),
        Mistake(
            what: "a place in three languages", from: ", de: in der Provinz Lüttich", to: "", line: 6,
            says: "‘place’ has no text in Deutsch"),
        Mistake(
            what: "no source", from: "      source: https://example.be/table\n", to: "", line: 8,
            says: "the field ‘source’ is missing"),
        Mistake(
            what: "a mistyped figure", from: "people: 116892", to: "people: 116982", line: 8,
            says: "‘total’ is 1109800, but the bands make 1109890"),
        Mistake(
            what: "a point among thousands", from: "people: 116892", to: "people: 116.892", line: 14,
            says: "‘116.892’ in ‘people’ is not right: write a whole number without points or spaces"),
        Mistake(
            what: "an age that is missing", from: "[9, 17]", to: "[10, 17]", line: 14,
            says: "the ages from 10 do not follow on those before: begin at 9"),
        Mistake(
            what: "an age that stands twice", from: "[9, 17]", to: "[8, 17]", line: 14,
            says: "the ages from 8 do not follow on those before: begin at 9"),
        Mistake(
            what: "nobody old", from: "[18, 120]", to: "[18, 99]", line: 15,
            says: "the oldest are missing: let the last band reach 120"),
        Mistake(
            what: "ages upside down", from: "[9, 17]", to: "[17, 9]", line: 14, says: "‘ages’ is not a range of ages"),
        Mistake(
            what: "a band without ages", from: "ages: [9, 17], ", to: "", line: 14, says: "the field ‘ages’ is missing"),
        Mistake(
            what: "a field of another name", from: "says:", to: "sais:", line: 10, says: "did you mean ‘says’?"),
    ]

    @Test(arguments: mistakes)
    func findsTheMistake(_ mistake: Mistake) throws {
        let broken = Self.territory.replacingOccurrences(of: mistake.from, with: mistake.to)
        try #require(broken != Self.territory)
        try withCatalogue(["vocabularies/territories.yaml": broken]) { root in
            let faults = CatalogueReader().read([root]).faults
            let fault = faults.first { $0.description.contains(mistake.says) }
            #expect(fault?.line == mistake.line, "\(faults)")
            #expect(fault?.file == root + "/vocabularies/territories.yaml")
        }
    }

    @Test(arguments: ["0", "6", "-1", "3.5", "high"])
    func aWeightIsAWholeNumberFromOneToFive(_ weight: String) throws {
        let themes = Self.audiences(weight: weight)
        try withCatalogue(["vocabularies/audiences.yaml": themes]) { root in
            let faults = CatalogueReader().read([root]).faults
            #expect(faults.map(\.line) == [3])
            #expect(
                faults.first?.description.contains("‘\(weight)’ in ‘weight’ is not right: write a whole number") == true
            )
        }
    }

    @Test func readsAWeight() throws {
        try withCatalogue(["vocabularies/audiences.yaml": Self.audiences(weight: "4")]) { root in
            let reading = CatalogueReader().read([root])
            #expect(reading.faults == [])
            #expect(reading.vocabularies.first { $0.name == .audiences }?.concepts.first?.weight == 4)
        }
    }

    // MARK: The shipped catalogue

    @Test func provincesAddUpToRegionsAndRegionsToBelgium() throws {
        let territories = try Self.shipped(.territories)
        func people(_ id: String) throws -> [Int] {
            let territory = try #require(ConceptID(id))
            return try #require(territories[territory]?.population, "\(id)").bands.map(\.people)
        }
        func sum(_ ids: [String]) throws -> [Int] {
            try ids.map(people).reduce(Array(repeating: 0, count: try people("belgium").count)) { zip($0, $1).map(+) }
        }
        for region in ["flanders", "wallonia"] {
            let provinces = territories.narrower(try #require(ConceptID(region))).filter { $0.type == "province" }
            #expect(provinces.count == 5)
            #expect(try sum(provinces.map(\.id.description)) == people(region), "\(region)")
        }
        #expect(try sum(["flanders", "brussels", "wallonia"]) == people("belgium"))
        // What Statbel and Ostbelgien publish as the whole (docs/population.md).
        #expect(try people("belgium").reduce(0, +) == 11_492_641)
        #expect(try people("german-speaking-community").reduce(0, +) == 77_949)
        // The nine municipalities lie in the province of Liège.
        #expect(zip(try people("german-speaking-community"), try people("liege")).allSatisfy { $0 < $1 })
    }

    @Test func allTablesHaveOneDateAndTheSameBands() throws {
        let tables = try Self.shipped(.territories).concepts.compactMap(\.population)
        #expect(tables.count == 15)
        #expect(Set(tables.map(\.on)).count == 1)
        #expect(Set(tables.map { $0.bands.map(\.ages) }).count == 1)
    }

    @Test func everyTerritoryHasItsPlaceInFourLanguages() throws {
        for territory in try Self.shipped(.territories).concepts {
            #expect(territory.place?.languages == Language.allCases, "\(territory.id)")
        }
    }

    @Test func theLanguagesOfTheLandAreSaid() throws {
        let spoken = try Self.shipped(.territories).concepts.filter { !$0.speech.isEmpty }
        #expect(
            Dictionary(uniqueKeysWithValues: spoken.map { ($0.id.description, $0.speech) }) == [
                "flanders": [.nl], "brussels": [.nl, .fr], "wallonia": [.fr], "german-speaking-community": [.de],
            ])
        #expect(spoken.allSatisfy { $0.population != nil })
    }

    @Test func everyThemeHasAWeightAndItsGroupHasNone() throws {
        let themes = try Self.shipped(.themes)
        for theme in themes.concepts {
            #expect((theme.weight != nil) == themes.narrower(theme.id).isEmpty, "\(theme.id)")
        }
        #expect(Set(themes.concepts.compactMap(\.weight)) == Set(Concept.weights))
    }

    // MARK: Fixtures

    private static func shipped(_ name: VocabularyName) throws -> Vocabulary {
        try #require(CatalogueReader().read([CatalogueReaderTests.shipped]).vocabularies.first { $0.name == name })
    }

    private static func audiences(weight: String) -> String {
        """
        concepts:
          - id: children
            weight: \(weight)
            label: {nl: Kinderen, fr: Enfants, de: Kinder, en: Children}
            definition: {nl: a, fr: a, de: a, en: a}

        """
    }

    private static let territory = """
        concepts:
          - id: liege
            type: province
            label: {nl: Luik, fr: Liège, de: Lüttich, en: Liège}
            speech: [fr, de]
            place: {nl: in Luik, fr: en province de Liège, de: in der Provinz Lüttich, en: in Liège}
            population:
              date: 2020-01-01
              source: https://example.be/table
              says: "Statbel, a table"
              total: 1109800
              bands:
                - {ages: [0, 8], people: 108640}
                - {ages: [9, 17], people: 116892}
                - {ages: [18, 120], people: 884268}
            definition: {nl: a, fr: a, de: a, en: a}

        """
}
