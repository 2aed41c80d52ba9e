import Catalogue
import Foundation
import HTML
import HTTPTypes
import Testing

@testable import Site

@Suite("Other ways to read a page")
struct ReadingTests {
    private let site = TestSite.shipped

    @Test("The switch to easy words is on every page, keeps what the reader keeps, and leads back")
    func theSwitch() async throws {
        let page = try await site.get("/fr/themes/cyberbullying?keep=awel-102")
        #expect(page.body.contains("href=\"/fr-simple/themes/cyberbullying?keep=awel-102\""))
        let easy = try await site.get("/fr-simple/themes/cyberbullying?keep=awel-102")
        #expect(easy.body.contains("href=\"/fr/themes/cyberbullying?keep=awel-102\""))
        #expect(easy.body.contains("href=\"/de-simple/themes/cyberbullying?keep=awel-102\""))
        #expect(easy.headers[.setCookie] == nil)
        // Links go on in the same words.
        #expect(easy.body.contains("href=\"/fr-simple/help?keep=awel-102\""))
    }

    @Test("Easy pages have their own texts, a sentence a line")
    func easyTexts() async throws {
        let guide = try #require(Identifier("sextortion").flatMap { site.snapshot.catalogue[$0]?.guide })
        let end = try #require(guide.ends.first { $0.id.description == "teenager" })
        let easy = try await site.get("/nl-simple/help/sextortion/teenager")
        let lead = try #require(end.lead[Edition(.nl, isSimple: true)])
        let sentences = SentenceLines.apply(to: HTMLTree(p { lead })).render()
        #expect(sentences.contains(".<br>"))
        #expect(easy.body.contains(sentences.dropFirst(3).dropLast(4)))
        #expect(!easy.body.contains(try #require(end.lead[.nl])))
    }

    @Test("A record without easy texts says that its words are ordinary")
    func fallsBackVisibly() async throws {
        let note = Texts.of(.nl)(.readOrdinaryNote)
        #expect(try await site.get("/nl-simple/organisations/child-focus").body.contains(note))
        #expect(try await !site.get("/nl/organisations/child-focus").body.contains(note))
    }

    @Test(
        "Two editions stand beside one another, line by line",
        arguments: [("nl", "fr"), ("de", "de-simple"), ("en", "nl-simple")])
    func sideBySide(_ first: String, _ second: String) async throws {
        let page = try await site.get("/\(first)/help/sextortion/teenager?beside=\(second)")
        let guide = try #require(Identifier("sextortion").flatMap { site.snapshot.catalogue[$0]?.guide })
        let end = try #require(guide.ends.first { $0.id.description == "teenager" })
        let left = try #require(Edition(first))
        let right = try #require(Edition(second))
        let markup = try Markup(page.body)
        let pairs = markup.all("span").filter { $0.attributes["class"] == "both" }
        let heading = try #require(pairs.first { $0.text.contains(end.title[left] ?? "?") })
        #expect(heading.text.contains(end.title[right] ?? "?"))
        // Each half says what it is in.
        let languages = Set(markup.all("span").compactMap { $0.attributes["lang"] })
        #expect(languages.isSuperset(of: [first, second]))
        // Every step of both is there.
        for (list, edition) in [(end.first, left), (end.first, right), (end.never, left), (end.never, right)] {
            for item in list[edition] {
                let opening = item.split(separator: ".")[0].split(separator: " ").prefix(3).joined(separator: " ")
                #expect(page.body.contains(opening.replacing("&", with: "&amp;")), "\(item)")
            }
        }
        let ids = markup.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count == Set(ids).count)
        // Links stay in two languages.
        #expect(page.body.contains("href=\"/\(first)/help?beside=\(second)\""))
    }

    @Test("Where the lists differ nothing is lost, and nothing shown twice in one language")
    func alignsUnequalLists() {
        func list(_ items: [String]) -> HTMLTree { HTMLTree(ul { for item in items { li { item } } }) }
        let sides = SideBySide(first: Edition(.nl), second: Edition(.fr))
        // Other numbers of points: whole lists stand side by side, so that no line faces another step.
        #expect(
            sides.merge(list(["een", "twee"]), list(["un"])).render()
                == "<div class=\"both\"><ul lang=\"nl\"><li>een</li><li>twee</li></ul><ul lang=\"fr\"><li>un</li></ul></div>"
        )
        #expect(
            sides.merge(list(["een"]), list(["un"])).render()
                == "<ul><li><span class=\"both\"><span lang=\"nl\" dir=\"auto\">een</span>"
                + "<span lang=\"fr\" dir=\"auto\">un</span></span></li></ul>")
        let same = SideBySide(first: Edition(.nl), second: Edition(.fr)).merge(list(["116 000"]), list(["116 000"]))
        #expect(same.render() == "<ul><li>116 000</li></ul>")
        let form = HTMLTree(form { input(.type("search"), .name("q")) })
        #expect(SideBySide(first: Edition(.nl), second: Edition(.fr)).merge(form, form).render() == form.render())
    }

    @Test("An unknown second edition, or the same one, is no second edition")
    func wrongSecondEdition() async throws {
        for wrong in ["xx", "nl", "", "nl-simple-simple"] {
            let page = try await site.get("/nl/help/sextortion?beside=\(wrong)")
            #expect(page.status == .ok && !page.body.contains("class=\"both\""), "\(wrong)")
        }
    }

    @Test("Hard words lead to their explanation on the same page, once, and back", arguments: Language.allCases)
    func hardWords(_ language: Language) async throws {
        let page = try await site.get("/\(language)/help/sextortion/teenager")
        let markup = try Markup(page.body)
        let terms = markup.all("a").filter { $0.attributes["class"] == "term" }
        #expect(!terms.isEmpty)
        let ids = Set(markup.elements.compactMap { $0.attributes["id"] })
        for term in terms {
            #expect(ids.contains(String(term.attributes["href"]?.dropFirst() ?? "")))
        }
        #expect(Set(terms.compactMap { $0.attributes["href"] }).count == terms.count)
        #expect(markup.all("a").filter { $0.attributes["class"] == "back" }.count == terms.count)
    }

    @Test("Words that are only in print, or are copied, stay as they are")
    func leavesPrintAlone() throws {
        let context = PageContext(
            edition: Edition(.nl), snapshot: site.snapshot, now: BrusselsTime(TestSite.noon), address: .home,
            settings: SiteSettings(publicAddress: ""))
        let words = HardWords(glossary: site.snapshot.glossary, context: context)
        let spared = HTMLTree(
            div {
                p(.class("only-in-print quiet")) { "Sextortion" }
                p { span(.class("copied")) { "https://betternet.example/sextortion" } }
            })
        #expect(words.explain(spared).render() == spared.render())
        #expect(words.explain(HTMLTree(p { "Sextortion" })).render().contains("class=\"term\""))
    }

    @Test("The longest form of a word is taken, whole words only")
    func glossaryMatches() throws {
        var concept = Concept(
            id: try #require(ConceptID("two-step")), label: LocalisedText([.en: "two-step verification"]))
        concept.alternatives = LocalisedList([.en: ["two steps", "step"]])
        let glossary = Glossary(Vocabulary(name: .glossary, concepts: [concept]))
        func found(_ text: String) -> String? {
            glossary.firstWord(in: text, language: .en, except: []).map { String(text[$0.range]) }
        }
        #expect(found("Turn on Two-step verification now") == "Two-step verification")
        #expect(found("in two steps.") == "two steps")
        #expect(found("footsteps, stepping") == nil)
        #expect(glossary.firstWord(in: "step", language: .nl, except: []) == nil)
        #expect(glossary.firstWord(in: "step", language: .en, except: [concept.id]) == nil)
    }

    @Test("An editor sees the level of a text, with what costs most; the text is not kept")
    func readability() async throws {
        let text =
            "De+verwerkingsverantwoordelijke+behandelt+persoonsgegevens+overeenkomstig+de+gegevensbeschermingswetgeving."
        let page = try await site.post("/nl/workspace/readability", "edition=nl-simple&text=\(text)")
        #expect(page.status == .ok)
        #expect(page.body.contains(Texts.of(.nl)(.levelMissed)))
        #expect(page.body.contains("verwerkingsverantwoordelijke × 1"))
        #expect(page.headers[.cacheControl] == "no-store")
        let easy = try await site.post(
            "/nl/workspace/readability", "edition=nl-simple&text=Bel+101.+Blijf+rustig.+Praat+met+iemand.")
        #expect(easy.body.contains(Texts.of(.nl)(.levelMet)))
        let empty = try await site.post("/de/workspace/readability", "edition=xx&text=++")
        #expect(empty.body.contains(Texts.of(.de)(.levelEmpty)))
        let long = try await site.post("/de/workspace/readability", "text=" + String(repeating: "a", count: 20_001))
        #expect(long.body.contains("20000") || long.status == .contentTooLarge)
    }
}

@Suite("Pictures beside steps in easy words")
struct PictogramTests {
    private let pictograms = TestSite.shipped.snapshot.pictograms

    @Test(
        "The first word that has a picture decides",
        arguments: [
            ("Bel 116 000.", Language.nl, "phone"), ("Betaal niet.", .nl, "money"),
            ("Ga naar je school.", .nl, "place"),
            ("Gaming is leuk.", .nl, nil), ("Parle à un adulte.", .fr, "chat"), ("Bloque le compte.", .fr, "block"),
            ("Schreib den Namen auf.", .de, "pen"), ("Ruf die Polizei an.", .de, "phone"),
            ("Take a screenshot. Then block.", .en, "camera"), ("", .en, nil),
        ] as [(String, Language, String?)])
    func decides(_ text: String, _ language: Language, _ icon: String?) {
        #expect(pictograms.icon(for: text, language: language) == icon)
    }

    @Test("Most steps of the guides find a picture", arguments: Language.allCases)
    func coverage(_ language: Language) {
        let guides = TestSite.shipped.snapshot.catalogue.records.compactMap(\.guide)
        let steps = guides.flatMap(\.ends).flatMap { $0.first[Edition(language, isSimple: true)] }
        let found = steps.filter { pictograms.icon(for: $0, language: language) != nil }
        #expect(Double(found.count) >= 0.8 * Double(steps.count), "\(found.count) of \(steps.count)")
    }
}
