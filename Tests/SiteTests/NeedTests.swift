import Catalogue
import Foundation
import Search
import Testing

@testable import Site

/// Who types their need into the box finds people before pages.
@Suite struct NeedTests {
    private let site = TestSite.shipped
    private let now = BrusselsTime(TestSite.noon)

    private func found(_ text: String, _ language: Language) -> Found {
        site.snapshot.search(SearchRequest(text: text), language: language, now: now)
    }

    @Test(arguments: [
        ("blackmail-with-images", Language.nl, "iemand dreigd mijn naaktfoto door te sturen"),
        ("blackmail-with-images", .fr, "on me menace avec ma foto nue il veu de l'argent sinon photos"),
        ("blackmail-with-images", .de, "jemand erpresst mich mit einem nacktbild"),
        ("blackmail-with-images", .en, "someone is blackmialing me with a photo"),
        ("suicidal-thoughts", .nl, "ik wil niet meer leven"), ("suicidal-thoughts", .nl, "kwil dood"),
        ("suicidal-thoughts", .fr, "j'ai plus envie de vivre"), ("suicidal-thoughts", .de, "ich will nicht mehr leben"),
        ("suicidal-thoughts", .en, "i want to die"),
        ("being-bullied", .nl, "mijn zoon wordt gepest in de klaschat"),
        ("being-bullied", .fr, "ma fille est harcelée à l'école"), ("being-bullied", .de, "mein Sohn wird gemobbt"),
        ("being-bullied", .en, "my daughter is being bullied online"),
        ("account-hacked", .nl, "mijn insta is gehackt"), ("account-hacked", .fr, "mon compte insta est piraté"),
        ("account-hacked", .de, "mein Konto wurde gehackt"), ("account-hacked", .en, "my account was hacked"),
        // A reader in another language.
        ("suicidal-thoughts", .de, "je veux mourir"),
        // A word alone, as people type it.
        ("suicidal-thoughts", .nl, "zelfmoord"), ("suicidal-thoughts", .fr, "Suicide ?"),
        ("suicidal-thoughts", .fr, "me suicider"), ("suicidal-thoughts", .de, "Suizidgedanken"),
        ("suicidal-thoughts", .en, "suicidal"), ("blackmail-with-images", .nl, "sextortion"),
        ("blackmail-with-images", .fr, "chantage photos nues"), ("image-shared", .nl, "nudes gelekt"),
        ("being-bullied", .de, "alle hassen mich"), ("being-bullied", .nl, "iedereen haat mij"),
    ])
    func whoNeedsAPersonFindsOne(_ intent: String, _ language: Language, _ text: String) throws {
        let found = found(text, language)
        #expect(found.intents.map(\.id.description).contains(intent), "\(text): \(found.intents.map(\.id.description))")
        let first = try #require(found.channels.first)
        #expect(first.kind == .channel)
        // The page shows them above the results; the API and the command line rank them first.
        #expect(found.results.hits.first?.id == first.id.description)
    }

    @Test(arguments: [
        ("les over sexting", Language.nl), ("cyberpesten lespakket", .nl), ("chantage", .fr),
        ("prévention suicide formation", .fr), ("Unterricht Mobbing", .de), ("lesson about blackmail", .en),
        ("ik zoek een filmpje over pesten", .nl), ("childfocus", .nl), ("les over zelfmoord", .nl),
        ("Unterricht Suizid", .de), ("sextortion lespakket", .nl), ("zelfmoordlijn", .nl), ("suite", .fr),
    ])
    func whoLooksForAPageGetsPages(_ text: String, _ language: Language) {
        #expect(found(text, language).intents.isEmpty, "\(text)")
    }

    /// "dood" is no mistyped "nood", and pages that hold another of the words help nobody.
    @Test(arguments: ["ik wil dood", "kwil dood", "je veux mourir"])
    func distressIsNotCorrected(_ text: String) {
        let results = found(text, .nl).results
        #expect(results.suggestion == nil)
        let isGuessed = results.hits.flatMap(\.contributions).contains {
            if case .error = $0.cause { true } else { false }
        }
        #expect(!isGuessed, "\(text)")
    }

    @Test(arguments: Language.allCases)
    func peopleStandAboveTheResults(_ language: Language) async throws {
        let texts: [Language: String] = [
            .nl: "ik+wil+niet+meer+leven", .fr: "je+veux+mourir", .de: "ich+will+nicht+mehr+leben",
            .en: "i+want+to+die",
        ]
        let body = try await site.get("/\(language)/search?q=\(texts[language] ?? "")").body
        let people = try #require(body.range(of: "id=\"people\""))
        let total = try #require(body.range(of: "class=\"total\""))
        #expect(people.lowerBound < total.lowerBound)
        #expect(body.contains("href=\"tel:112\"") && body.contains(Texts.of(language)(.intentPrivate)))
    }

    /// Of two that fit equally well the one that answers now stands first.
    @Test func openOnesFirst() async throws {
        let body = try await site.get("/nl/search?q=ik+wil+niet+meer+leven").body
        let box = try #require(body.range(of: "id=\"people\"")).lowerBound
        let shown = site.snapshot.search(SearchRequest(text: "ik wil niet meer leven"), language: .nl, now: now)
            .channels
            .prefix(Found.mostFirst)
        let places = shown.compactMap { record in
            body.range(of: "/channels/\(record.id)\"", range: box..<body.endIndex).map { (record, $0.lowerBound) }
        }.sorted { $0.1 < $1.1 }
        let isOpen = places.map { $0.0.contact?.hours?.state(at: now).isOpen == true }
        #expect(isOpen == isOpen.sorted { $0 && !$1 })
    }

    @Test func everyIntentHasWordsAndSomebodyInEveryLanguage() {
        let catalogue = site.snapshot.catalogue
        #expect(catalogue[.intents].concepts.count >= 20)
        for intent in catalogue[.intents].concepts {
            for language in Language.allCases { #expect(intent.cues[language].count >= 12, "\(intent.id) \(language)") }
            let channels = intent.channels.compactMap { catalogue[$0] }
            for language in [Language.nl, .fr, .de] {
                #expect(channels.contains { $0.languages.contains(LanguageTag(language)) }, "\(intent.id) \(language)")
            }
        }
    }

    /// Every cue gives its own intent away.
    @Test func cuesWorkAsWritten() {
        for intent in site.snapshot.catalogue[.intents].concepts {
            for language in Language.allCases {
                for cue in intent.cues[language] {
                    #expect(site.snapshot.cues.subjects(of: cue).contains(intent.id.description), "\(cue)")
                }
            }
        }
    }
}
