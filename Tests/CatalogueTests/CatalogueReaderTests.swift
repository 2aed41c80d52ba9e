import Foundation
import Testing

@testable import Catalogue

/// Every fault is found, all at once, each where it is.
@Suite struct CatalogueReaderTests {
    @Test func theShippedCatalogueIsRight() throws {
        let reading = CatalogueReader().read([Self.shipped])
        #expect(reading.faults.map(\.description) == [])
        #expect(reading.records.count >= 615)
        #expect(reading.vocabularies.count == VocabularyName.allCases.count)
        for record in reading.records {
            #expect(record.title.languages == Language.allCases, "\(record.id)")
            #expect(record.summary.languages == Language.allCases, "\(record.id)")
            // Guides and routes are our own texts; what they name has its sources.
            let isOwnText = record.kind == .guide || record.kind == .route
            #expect(isOwnText || !record.sources.isEmpty, "\(record.id)")
        }
    }

    @Test func everyThemeHasTheWordsThatPeopleUse() throws {
        let themes = try #require(CatalogueReader().read([Self.shipped]).vocabularies.first { $0.name == .themes })
        for theme in themes.concepts where !theme.broader.isEmpty {
            for language in Language.allCases {
                #expect(theme.alternatives[language].count >= 5, "\(theme.id) in \(language)")
                #expect(theme.firstSteps[language].count >= 3, "\(theme.id) in \(language)")
            }
        }
    }

    /// What can't be read is one fault, not as many as there are names of what is in it.
    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func aClosedFolderIsNamedAndNothingElse() throws {
        try withCatalogue(["organisations/child-focus.yaml": Self.organisation]) { root in
            chmod("\(root)/organisations", 0)
            defer { chmod("\(root)/organisations", 0o700) }
            for path in [root, "\(root)/vocabularies"] {
                let faults = CatalogueReader().read([path]).faults
                #expect(faults.map(\.file) == ["\(root)/organisations"])
            }
        }
    }

    @Test func takesARightFile() throws {
        try withCatalogue(["organisations/child-focus.yaml": Self.organisation]) { root in
            let reading = CatalogueReader().read([root])
            #expect(reading.faults == [])
            #expect(reading.records.map(\.id.description) == ["child-focus"])
            #expect(reading.records.first?.contact?.hours?.weekly.count == 2)
        }
    }

    static let mistakes: [Mistake] = [
        Mistake(
            what: "unknown field", from: "themes:", to: "temes:", line: 12,
            says: "unknown field ‘temes’: did you mean ‘themes’?"),
        Mistake(
            what: "missing language", from: "  de: Child Focus\n", to: "", line: 3,
            says: "‘title’ has no text in Deutsch"),
        Mistake(what: "empty text", from: "  en: Help.", to: "  en: \"\"", line: 11, says: "‘en’ is empty"),
        Mistake(
            what: "unknown concept", from: "[gaming]", to: "[gamign]", line: 12,
            says: "no concept of the vocabulary themes: did you mean ‘gaming’?"),
        Mistake(
            what: "no web address", from: "https://childfocus.be", to: "childfocus.be", line: 15,
            says: "‘childfocus.be’ in ‘nl’ is not right"),
        Mistake(
            what: "no phone number", from: "number: 116 000", to: "number: one one six", line: 18,
            says: "‘one one six’ in ‘number’ is not right"),
        Mistake(
            what: "no organisation", from: "status: active", to: "organisations: [child-fokus]\nstatus: active",
            line: 13, says: "there is no organisation ‘child-fokus’: did you mean ‘child-focus’?"),
        Mistake(
            what: "hours that overlap", from: "opens: \"14:00\"", to: "opens: \"11:00\"", line: 25,
            says: "these hours overlap those of line 22"),
        Mistake(
            what: "hours that end before they begin", from: "closes: \"17:00\"", to: "closes: \"13:00\"", line: 25,
            says: "these hours are no span of a day"),
        Mistake(
            what: "a guessed hour", from: "certainty: stated", to: "certainty: old", line: 20,
            says: "hours as data although they are old"),
        Mistake(
            what: "wrong file name", from: "id: child-focus", to: "id: child-focos", line: 1,
            says: "is not the name of the file"),
        Mistake(what: "no YAML", from: "  nl: Hulp.", to: "  nl: Hulp: meer: [", line: 8, says: "this is not YAML"),
        Mistake(
            what: "a field twice", from: "status: active", to: "status: active\nstatus: active", line: 1,
            says: "stands twice"),
        Mistake(what: "no sources", from: Self.sources, to: "", line: 1, says: "no sources"),
    ]

    @Test(arguments: mistakes)
    func findsTheMistake(_ mistake: Mistake) throws {
        let broken = Self.organisation.replacingOccurrences(of: mistake.from, with: mistake.to)
        try #require(broken != Self.organisation)
        try withCatalogue(["organisations/child-focus.yaml": broken]) { root in
            let faults = CatalogueReader().read([root]).faults
            let fault = faults.first { $0.description.contains(mistake.says) }
            #expect(fault != nil, "\(faults)")
            if mistake.what != "a field twice", mistake.what != "no YAML" { #expect(fault?.line == mistake.line) }
            #expect(fault?.file == root + "/organisations/child-focus.yaml")
        }
    }

    @Test func reportsEveryFaultAtOnce() throws {
        let broken = Self.organisation.replacingOccurrences(of: "[gaming]", with: "[nope]")
            .replacingOccurrences(of: "number: 116 000", with: "number: nobody")
            .replacingOccurrences(of: "https://childfocus.be", with: "nowhere")
        try withCatalogue(["organisations/child-focus.yaml": broken, "organisations/other.yaml": Self.organisation]) {
            root in
            let faults = CatalogueReader().read([root]).faults.map(\.description).joined(separator: "\n")
            for part in ["nope", "nobody", "nowhere", "is not the name of the file", "is also that of"] {
                #expect(faults.contains(part), "\(part) in \(faults)")
            }
        }
    }

    @Test func onlyTheAskedFileIsReported() throws {
        let broken = Self.organisation.replacingOccurrences(of: "[gaming]", with: "[nope]")
            .replacingOccurrences(of: "id: child-focus", with: "id: other")
        try withCatalogue(["organisations/child-focus.yaml": Self.organisation, "organisations/other.yaml": broken]) {
            root in
            #expect(CatalogueReader().read([root + "/organisations/child-focus.yaml"]).faults == [])
            #expect(CatalogueReader().read([root + "/organisations/other.yaml"]).faults.count == 1)
        }
    }

    @Test func saysWhatIsNoCatalogue() {
        #expect(CatalogueReader().read(["/nowhere/at/all"]).faults.first?.problem == "no such file or folder")
        #expect(CatalogueReader().read(["/tmp"]).faults.first?.problem == "no catalogue here")
    }

    // MARK: Fixtures

    static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("catalogue").path

    static let sources = "sources:\n  - url: https://example.be/about\n    says: all of it\n    seen: 2024-03\n"

    static let organisation = """
        id: child-focus
        title:
          nl: Child Focus
          fr: Child Focus
          de: Child Focus
          en: Child Focus
        summary:
          nl: Hulp.
          fr: De l'aide.
          de: Hilfe.
          en: Help.
        themes: [gaming]
        status: active
        links:
          nl: https://childfocus.be
        contact:
          phones:
            - number: 116 000
          hours:
            certainty: stated
            weekly:
              - days: [mo, tu]
                opens: "09:00"
                closes: "12:30"
              - days: [mo]
                opens: "14:00"
                closes: "17:00"

        """ + sources
}
