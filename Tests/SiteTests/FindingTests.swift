import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Search
import Testing

@testable import Site

/// The one search of the shop, over everything that ships.
@Suite struct FindingTests {
    private let site = TestSite.shipped
    private let now = BrusselsTime(TestSite.noon)

    private func found(_ text: String, _ language: Language, _ change: (inout SearchRequest) -> Void = { _ in })
        -> Found
    {
        var request = SearchRequest(text: text)
        change(&request)
        return site.snapshot.search(request, language: language, now: now)
    }

    // MARK: Meaning

    @Test func aFrenchQuestionFindsTheDutchLessonAndMarksIt() async throws {
        let hits = found("leçon cyberharcèlement lang:nl", .fr).results.hits.prefix(10)
        let records = hits.compactMap { Identifier($0.id).flatMap { site.snapshot.catalogue[$0] } }
        #expect(
            records.contains { record in
                record.languages == [LanguageTag(Language.nl)] && record.kind == .resource
                    && record.themes.contains { $0.description == "cyberbullying" }
            })
        let page = try await site.get("/fr/search?q=cyberharc%C3%A8lement&language=nl")
        #expect(page.body.contains("en néerlandais"))
    }

    @Test(arguments: [
        ("1re secondaire sexting", Language.fr, 12...13), ("les privacy 3de graad", .nl, 16...18),
        ("mijn dochter van 9 en tiktok", .nl, 9...9), ("jeux pour mon fils de 10 à 12 ans", .fr, 10...12),
        ("Handy mit 11 Jahren", .de, 11...11), ("apps for a 14 year old", .en, 14...14),
    ])
    func namedAgesAreAges(_ text: String, _ language: Language, _ ages: ClosedRange<Int>) {
        #expect(site.snapshot.ages(namedIn: text) == ages)
    }

    @Test(arguments: ["116 000 bellen", "sid 2026", "24/7 open", "top 10 apps", "generation 2024"])
    func otherNumbersAreNoAges(_ text: String) { #expect(site.snapshot.ages(namedIn: text) == nil) }

    @Test func forGrandparentsComesFirst() {
        for (text, language) in [
            ("cursus computer voor grootouders", Language.nl), ("tablet pour grands-parents", .fr),
        ] {
            let hits = found(text, language).results.hits.prefix(3).compactMap {
                Identifier($0.id).flatMap { site.snapshot.catalogue[$0] }
            }
            #expect(
                hits.contains { $0.audiences.contains { ["grandparents", "seniors"].contains($0.description) } },
                "\(text)")
        }
    }

    // MARK: People first

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
        ("ik zoek een filmpje over pesten", .nl), ("childfocus", .nl),
    ])
    func whoLooksForAPageGetsPages(_ text: String, _ language: Language) {
        #expect(found(text, language).intents.isEmpty, "\(text)")
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

    // MARK: Experts, choices, dead ends

    @Test func expertsNameTheirChoices() {
        for text in ["theme:sexting", "thema:sexting", "thème:sexting", "theme:Sexting"] {
            #expect(
                found(text, .nl).results.total == found("", .nl) { $0.chosen = [.theme: ["sexting"]] }.results.total,
                "\(text)")
        }
        #expect(
            found("lang:de kind:channel", .de).results.hits.allSatisfy {
                Identifier($0.id).flatMap { site.snapshot.catalogue[$0] }?.kind == .channel
            })
        let both = found("", .nl) { $0.chosen = [.theme: ["sexting", "gaming"]] }.results.total
        #expect(found("theme:sexting", .nl) { $0.chosen = [.theme: ["gaming"]] }.results.total == both)
        // What makes no sense is searched as text, never an error.
        for text in ["theme:xyz", "lang:", ":", "theme:\"", "kind:sexting"] { _ = found(text, .nl) }
        #expect(found("theme:xyz sexting", .nl).results.total > 0)
    }

    @Test func nothingFoundSaysWhichChoiceHidesWhat() async throws {
        let body = try await site.get("/nl/search?q=sexting&kind=event&territory=flanders&age=3").body
        #expect(try Markup(body).all("h1").count == 1)
        #expect(body.contains(Texts.of(.nl)(.hiddenByChoices)) || body.contains(Texts.of(.nl)(.nothingFound)))
        #expect(body.contains("/nl/help") && body.contains("tel:"))
        let nothing = try await site.get("/nl/search?q=qqqqzzzzxxxx").body
        #expect(nothing.contains(Texts.of(.nl)(.nothingFoundAtAll)) || nothing.contains(Texts.of(.nl)(.nothingFound)))
    }

    @Test func theNumberBesideAChoiceIsWhatItBrings() {
        var request = SearchRequest(text: "privacy")
        request.chosen = [.theme: ["sexting", "gaming"]]
        let counts = site.snapshot.search(request, language: .nl, now: now).results.facets
        for (name, values) in counts {
            guard let facet = SearchRequest.Facet(rawValue: name) else { continue }
            for (value, count) in values.sorted(by: { $0.key < $1.key }).prefix(6) {
                // Alone in its facet: the number says what this choice brings besides those that stand.
                let with = request.changing { $0.chosen[facet] = [value] }
                let total = site.snapshot.search(with, language: .nl, now: now).results.total
                #expect(total >= count, "\(name)=\(value)")
                if request.chosen[facet] != nil { #expect(total == count, "\(name)=\(value)") }
            }
        }
    }

    // MARK: Counting

    @Test func countsWithoutKnowingWho() async throws {
        let site = try TestSite(TestSite.shipped.snapshot.catalogue)
        let typed = [
            "sexting les voor mijn zoon Zebedeus", "jan@example.be 0478123456 sexting les", "ik wil niet meer leven",
        ]
        for text in typed { _ = try await site.get("/nl/search" + QueryItems([QueryItem("q", text)]).print()) }
        await site.site.housekeeping.keepCounts()
        let counts = try await site.store.searchCounts(since: CivilDay(year: 2026, month: 1, day: 1))
        #expect(counts.first { $0.words.isEmpty }?.searches == 3)
        let words = Set(counts.map(\.words).flatMap(\.words))
        #expect(words.contains("sexting"))
        #expect(words.isDisjoint(with: ["zebedeus", "jan", "example", "0478123456", "leven", "wil"]))
    }

    @Test func aStrangeWordIsKeptOnceFiveTypedIt() async throws {
        let site = try TestSite(TestSite.shipped.snapshot.catalogue)
        func kept() async throws -> Int {
            await site.site.housekeeping.keepCounts()
            return try await site.store.searchCounts(since: CivilDay(year: 2026, month: 1, day: 1))
                .first { $0.words == "zwoeffel" }?.searches ?? 0
        }
        for _ in 0..<4 { _ = try await site.get("/nl/search?q=zwoeffel") }
        #expect(try await kept() == 0)
        for _ in 0..<5 { _ = try await site.get("/nl/search?q=zwoeffel") }
        #expect(try await kept() == 5)
        let listed = SearchListing(
            try await site.store.searchCounts(since: CivilDay(year: 2026, month: 1, day: 1)), nothingFound: true)
        #expect(listed.rows.contains { $0.words == "zwoeffel" && $0.withoutResult == 5 })
        #expect(
            SearchListing([
                SearchCount(
                    day: CivilDay(year: 2026, month: 1, day: 1), language: .nl, words: "x", searches: 4,
                    withoutResult: 4)
            ]).rows.isEmpty)
    }

    // MARK: Fresh

    @Test func whatIsPublishedIsFoundWithoutARestart() async throws {
        let site = try TestSite(TestSite.shipped.snapshot.catalogue)
        let reader = site.site.housekeeping.site.snapshots.current
        let id = try #require(Identifier("awel-102"))
        var record = try #require(site.snapshot.catalogue[id])
        record.summary = LocalisedText([.nl: "Hier spreekt de zwoeffel."])
        // The snapshot of a test site is revision 1.
        let other = try #require(site.snapshot.catalogue.records.last)
        _ = try await site.store.publish([.record(other)], by: "test", at: TestSite.noon)
        _ = try await site.store.publish([.record(record)], by: "test", at: TestSite.noon)
        await site.site.housekeeping.refresh()
        #expect(try await site.get("/api/v1/search?q=zwoeffel&lang=nl").body.contains("awel-102"))
        // Whoever was reading goes on with what it had.
        #expect(
            reader.search(SearchRequest(text: "zwoeffel"), language: .nl, now: now).results.hits.allSatisfy {
                $0.id != "awel-102"
            })
    }

    @Test func aChangedSnapshotAnswersAsOneMadeAnew() throws {
        let all = site.snapshot.catalogue
        var changed = try #require(all.records.first { $0.kind == .organisation && !$0.title.isEmpty })
        changed.title = LocalisedText([.nl: "Zwoeffelhuis", .fr: "Maison Zwoeffel"])
        var withdrawn = try #require(all.records.first { $0.kind == .channel })
        withdrawn.withdrawn = PartialDate("2026-11-01")
        let entries: [Entry] = [.record(changed), .record(withdrawn)]
        let next = site.snapshot.taking(PublishedChanges(entries: entries, revision: 9))
        let fresh = Snapshot(PublishedCatalogue(catalogue: Catalogue(all.entries(changedBy: entries)), revision: 9))
        #expect(next.revision == 9 && next.catalogue.records.count == fresh.catalogue.records.count)
        #expect(next.catalogue.away == fresh.catalogue.away)
        for text in ["zwoeffelhuis", "sexting", "chat hulplijn", "cyberpesten lager onderwijs", "116000"] {
            let request = SearchRequest(text: text)
            let left = next.search(request, language: .nl, now: now).results
            let right = fresh.search(request, language: .nl, now: now).results
            #expect(left.total == right.total && left.facets == right.facets, "\(text)")
        }
    }

    // MARK: Bad input

    @Test(arguments: [
        "q=" + String(repeating: "pesten+", count: 1_000), "q=%ED%A0%80%ED%B0%80", "q=%00%FF%FE", "page=-3",
        "page=99999999999999999999",
        "q=x&page=0", "theme=&theme=&kind=nonsense", "age=99-1", "age=-1--2", "sort=up", "open=yes",
        "facet=1&nonsense=2",
        "limit=5&q=" + String(repeating: "%F0%9F%98%80", count: 200),
    ])
    func badInputGetsAnAnswer(_ query: String) async throws {
        for path in ["/nl/search?", "/api/v1/search?", "/api/v1/suggest?"] {
            let answer = try await site.get(path + query)
            #expect([200, 400, 414].contains(answer.status.code), "\(path)\(query.prefix(40)): \(answer.status)")
        }
    }

    @Test func fiveHundredFiltersAreBounded() async throws {
        let query = (0..<500).map { "theme=t\($0)" }.joined(separator: "&")
        #expect([200, 400, 414].contains(try await site.get("/nl/search?\(query)").status.code))
    }

    @Test func suggestionsAreSmall() async throws {
        for typed in ["a", "c", "de", "online", "pe", "l'", "les"] {
            for language in Language.allCases {
                let answer = try await site.get("/api/v1/suggest?q=\(typed)&lang=\(language)")
                #expect(answer.body.utf8.count <= 2_048, "\(typed)")
            }
        }
    }
}
