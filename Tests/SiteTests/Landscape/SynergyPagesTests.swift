import Catalogue
import Foundation
import HTTPTypes
import Mapping
import Testing

@testable import Site

@Suite struct SynergyPagesTests {
    /// Resources on one theme, one for each set of languages, so alike that they are one group.
    private func site(_ languages: [[String]], themes: [String] = ["sexting"], formats: [String] = ["lesson"]) throws
        -> TestSite
    {
        let shipped = TestSite.shipped.snapshot.catalogue
        let records = try themes.flatMap { theme in
            try languages.enumerated().map { number, tags in
                var record = Record(
                    id: try #require(RecordID("\(theme)-\(number + 1)")), kind: .resource,
                    title: LocalisedText([.en: "Cards on \(theme) \(number + 1)"]),
                    summary: LocalisedText([.en: "A pack of cards to talk about \(theme), trust & respect."]),
                    status: .active)
                record.themes = [ConceptID(theme)].compactMap { $0 }
                record.audiences = [ConceptID("teenagers")].compactMap { $0 }
                record.formats = formats.compactMap { ConceptID($0) }
                record.territories = [ConceptID("belgium")].compactMap { $0 }
                record.languages = tags.compactMap { LanguageTag($0) }
                return record
            }
        }
        return try TestSite(
            Catalogue(records: records, vocabularies: VocabularyName.allCases.map { shipped[$0] }, pages: []))
    }

    private func sentences(_ site: TestSite, _ language: Language) async throws -> [String] {
        let answer = try await site.get("/\(language)/landscape/synergies")
        #expect(answer.status == .ok)
        return try Markup(answer.body).all("h3").map { ReportSite.unescaped($0.text) }
    }

    @Test func saysInFourLanguagesInWhichLanguagesOffersExist() async throws {
        let site = try site([["nl"], ["nl", "fr"], ["fr"]])
        let theme = TestSite.shipped.snapshot.catalogue[.themes]
        let sexting = try #require(ConceptID("sexting"))
        func label(_ language: Language) -> String { theme[sexting]?.label[language] ?? "" }
        let expected: [Language: String] = [
            .nl: """
            Deze drie lespakketten over ‘\(label(.nl))’ bestaan alleen in het Nederlands, in het Nederlands en het \
            Frans, en alleen in het Frans.
            """,
            .fr: """
            Ces trois dossiers pédagogiques sur «\u{A0}\(label(.fr))\u{A0}» existent uniquement en \
            néerlandais, en néerlandais et en français, et uniquement en français.
            """,
            .de: """
            Diese drei Unterrichtsmaterialien zu „\(label(.de))“ gibt es nur auf Niederländisch, auf \
            Niederländisch und Französisch sowie nur auf Französisch.
            """,
            .en: """
            These three lesson packs on ‘\(label(.en))’ exist in Dutch only, in Dutch and French, and in French only.
            """,
        ]
        for language in Language.allCases {
            let found = try await sentences(site, language)
            #expect(found.map(Optional.some) == [expected[language]])
        }
    }

    @Test func whatAllHaveInCommonIsSaidOnce() async throws {
        let site = try site([["nl"], ["nl"], ["fr"]], formats: ["poster"])
        let sentences = try await sentences(site, .en)
        let sentence = try #require(sentences.first)
        #expect(sentence.hasPrefix("These three resources on "))
        #expect(sentence.hasSuffix(" exist in Dutch only (two) and in French only."))
    }

    @Test func filtersByThemeAndByWhatToDo() async throws {
        let site = try site([["nl"], ["fr"]], themes: ["sexting", "gaming"])
        let all = try await sentences(site, .en)
        #expect(all.count == 2)
        let theme = try await site.get("/en/landscape/synergies?theme=gaming")
        #expect(try Markup(theme.body).all("article").count == 1)
        #expect(theme.body.contains("Cards on gaming"))
        #expect(!theme.body.contains("Cards on sexting"))
        let translate = try await site.get("/en/landscape/synergies?do=translate")
        #expect(try Markup(translate.body).all("article").count == 2)
        let merge = try await site.get("/en/landscape/synergies?do=merge&theme=gaming")
        #expect(try Markup(merge.body).all("article").isEmpty)
        #expect(merge.body.contains(Texts.of(.en)(.synergyNone)))
        #expect(merge.body.contains(#"<option value="merge" selected"#))
    }

    @Test func whatMakesNoSenseInAnAddressIsLeftOut() {
        let request = SynergyRequest(QueryItems(parsing: "theme=NO!&do=burn&page=-3"))
        #expect(request == SynergyRequest())
        let whole = SynergyRequest(theme: ConceptID("gaming"), suggestion: .merge).at(page: 3)
        #expect(SynergyRequest(QueryItems(whole.query)) == whole)
    }

    @Test func longListsHavePages() async throws {
        let themes = TestSite.shipped.snapshot.catalogue[.themes].concepts.filter { !$0.broader.isEmpty }.map(\.id)
        let site = try site([["nl"], ["fr"]], themes: themes.prefix(14).map(\.description))
        let first = try await site.get("/en/landscape/synergies")
        #expect(try Markup(first.body).all("article").count == SynergyRequest.pageLength)
        #expect(try Markup(first.body).localLinks.contains("/en/landscape/synergies?page=2"))
        let second = try await site.get("/en/landscape/synergies?page=2")
        #expect(try Markup(second.body).all("article").count == 4)
        #expect(try Markup(second.body).all("h3").allSatisfy { !first.body.contains($0.text) })
        let beyond = try await site.get("/en/landscape/synergies?page=99")
        #expect(beyond.status == .ok)
    }

    @Test func theTableHoldsEveryMemberOfEveryGroupThatFits() async throws {
        let site = try site([["nl"], ["nl", "fr"], ["fr"]], themes: ["sexting", "gaming"])
        let all = try await site.get("/en/landscape/synergies.csv")
        #expect(all.headers[.contentType]?.hasPrefix("text/csv") == true)
        let lines = all.body.split(whereSeparator: \.isNewline)
        #expect(lines.count == 1 + 6)
        #expect(lines[1].contains("https://shop.example/en/resources/"))
        let some = try await site.get("/nl/landscape/synergies.csv?theme=gaming&page=4")
        #expect(some.body.split(whereSeparator: \.isNewline).count == 1 + 3)
        #expect(some.body.contains(";"))
    }

    @Test func pagesOfTheShippedCatalogueAreWhole() async throws {
        for language in Language.allCases {
            let answer = try await TestSite.shipped.get("/\(language)/landscape/synergies")
            #expect(answer.status == .ok)
            let page = try Markup(answer.body)
            #expect(!page.all("article").isEmpty)
            let headings = page.elements.map(\.name).filter { ["h1", "h2", "h3"].contains($0) }
            #expect(headings.first == "h1")
            #expect(zip(headings, headings.dropFirst()).allSatisfy { $0 < $1 || $0 >= $1 })
            #expect(page.localLinks.contains("/\(language)/landscape/synergies.csv"))
            let ids = page.elements.compactMap { $0.attributes["id"] }
            #expect(ids.count == Set(ids).count)
        }
    }

    /// Read and found sensible by people; when they change their entries, this list may change too.
    @Test(arguments: [
        ("feitencheckers", "nieuwsmakers", SynergySuggestion.merge),
        ("besafe-images-intimes", "igvm-handleiding-wraakporno", .translate),
        ("tele-accueil-107", "telefonhilfe-108", .together), ("care-ulb", "together-uclouvain", .together),
        ("maintenant-jen-parle", "nupraatikerover", .together), ("unia-report", "vmri-melding", .together),
    ])
    func findsWhatPeopleWhoKnowTheFieldWouldName(one: String, other: String, suggestion: SynergySuggestion) throws {
        let groups = TestSite.shipped.snapshot.landscape.synergies.groups
        let ids = Set([one, other].compactMap { RecordID($0) })
        let group = try #require(groups.first { ids.isSubset(of: $0.members.map(\.id)) })
        #expect(group.advice.map(\.suggestion).contains(suggestion))
    }

    @Test func textsOfTheCatalogueStayText() async throws {
        let catalogue = try site([["nl"], ["fr"]]).snapshot.catalogue
        let records = catalogue.records.map { record in
            var record = record
            record.title[.en] = "<script>cards</script> & trust"
            return record
        }
        let answer = try await TestSite(catalogue.replacing(records)).get("/en/landscape/synergies")
        #expect(!answer.body.contains("<script>cards"))
        #expect(try Markup(answer.body).all("article").count == 1)
    }
}
