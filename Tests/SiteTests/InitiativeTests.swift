import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// "Suggest an initiative": anybody may, nothing that was typed is lost, and nothing is sent twice without being asked.
@Suite struct InitiativeTests {
    private static let path = "/nl/suggest"
    private static let whole = [
        ("name", "Zonnige schermen"), ("about", "Een spel over het weer op de fiets."), ("link", "www.zonnig.example"),
        ("organisation", "Vzw Zon"), ("audiences", "parents"), ("audiences", "nope"), ("territories", "brussels"),
        ("themes", "gaming"), ("languages", "nl"), ("languages", "ar"), ("languages", "xx"), ("since", "2019"),
        ("practice", "Elke woensdag."), ("evaluation", "Met een vragenlijst."), ("needs", "Geld."),
        ("contact", "ik@example.be"), ("website", ""),
    ]

    private func site() throws -> TestSite { try TestSite(TestSite.shipped.snapshot.catalogue) }

    private func send(
        _ fields: [(String, String)], to site: TestSite, _ path: String = path, headers: HTTPFields = [:]
    ) async throws -> TestSite.Answer {
        try await site.post(path, QueryItems(fields.map { QueryItem($0.0, $0.1) }).form, headers: headers)
    }

    private func kept(_ site: TestSite) async throws -> [Suggestion] {
        try await site.store.all(Suggestion.self).map(\.value)
    }

    @Test(arguments: Edition.allCases)
    func theWholeSurveyIsKeptInEveryEdition(_ edition: Edition) async throws {
        let site = try site()
        let form = try await site.get("/\(edition)/suggest")
        #expect(form.status == .ok)
        #expect(try Markup(form.body).all("h1").first?.text == Texts.of(edition)(.initiativeTitle))
        let answer = try await send(Self.whole, to: site, "/\(edition)/suggest")
        #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
        let suggestion = try #require(try await kept(site).first)
        #expect(answer.body.contains(suggestion.code))
        #expect(try Markup(answer.body).localLinks.contains("/\(edition)/suggest/answer"))
        #expect(suggestion.language == edition.language && suggestion.contact == "ik@example.be")
        let survey = try #require(suggestion.survey)
        #expect(survey.name == "Zonnige schermen" && survey.organisation == "Vzw Zon" && survey.since == 2019)
        #expect(survey.website == "https://www.zonnig.example")
        // What no form of ours sends is left out.
        #expect(survey.audiences == [.of("parents")] && survey.languages.map(\.description) == ["nl", "ar"])
        #expect(survey.territories == [.of("brussels")] && survey.themes == [.of("gaming")])
        #expect(survey.practice == "Elke woensdag." && survey.needs == "Geld.")
    }

    @Test func onlyItsNameAndWhatItIsAreNeeded() async throws {
        let site = try site()
        #expect(try await send([("name", "Zonnige schermen"), ("about", "Een spel.")], to: site).status == .ok)
        #expect(try await kept(site).count == 1)
        #expect(try await kept(site).first?.contact == nil)
    }

    @Test func whatIsHalfFilledComesBackWithAWordBesideEachField() async throws {
        let site = try site()
        let answer = try await send(
            [
                ("about", "Een <b>spel</b>"), ("link", "geen adres"), ("since", "ooit"), ("themes", "gaming"),
                ("contact", "ik@"), ("organisation", String(repeating: "a", count: 201)),
            ], to: site)
        #expect(answer.status == .unprocessableContent)
        let page = try Markup(answer.body)
        for field in ["name", "link", "since", "contact", "organisation"] {
            let fault = try #require(page.elements.first { $0.attributes["id"] == "\(field)-fault" }, "\(field)")
            #expect(!fault.text.isEmpty)
            let control = try #require(page.elements.first { $0.attributes["id"] == field })
            #expect(control.attributes["aria-invalid"] == "true")
            #expect(control.attributes["aria-describedby"]?.contains("\(field)-fault") == true)
            #expect(page.all("a").contains { $0.attributes["href"] == "#\(field)" }, "\(field)")
        }
        #expect(page.all("textarea").contains { $0.text.contains("Een &lt;b&gt;spel&lt;/b&gt;") })
        #expect(page.all("input").contains { $0.attributes["value"] == "gaming" && $0.attributes["checked"] != nil })
        #expect(page.all("input").contains { $0.attributes["id"] == "since" && $0.attributes["value"] == "ooit" })
        #expect(try await kept(site).isEmpty)
    }

    @Test(arguments: ["1899", "2028", "-5", "12345678901234567890"])
    func aYearIsOneThatCanBe(_ year: String) async throws {
        let site = try site()
        let fields = [("name", "Zonnige schermen"), ("about", "Een spel."), ("since", year)]
        #expect(try await send(fields, to: site).status == .unprocessableContent)
        #expect(try await kept(site).isEmpty)
    }

    @Test func likelyDoublesAreShownBeforeAnythingIsSent() async throws {
        let site = try site()
        let fields = [("name", "Digihelpers"), ("about", "Vrijwilligers helpen in de bib.")]
        let asked = try await send(fields, to: site)
        #expect(asked.status == .ok)
        let page = try Markup(asked.body)
        #expect(page.localLinks.contains("/nl/initiatives/digihelpers"))
        #expect(page.all("button").contains { $0.attributes["name"] == "different" })
        #expect(page.all("input").contains { $0.attributes["value"] == "Digihelpers" })
        #expect(try await kept(site).isEmpty)
        #expect(try await send(fields + [("different", "yes")], to: site).status == .ok)
        #expect(try await kept(site).map { $0.survey?.name } == ["Digihelpers"])
    }

    @Test func programsAndOtherSitesCantSend() async throws {
        let site = try site()
        let fields = [("name", "Zonnige schermen"), ("about", "Een spel.")]
        #expect(try await send(fields + [("website", "http://spam")], to: site).status == .badRequest)
        #expect(try await send(fields, to: site, headers: [.origin: "https://evil.example"]).status == .forbidden)
        let long = [("name", "x"), ("about", String(repeating: "a", count: 140_000))]
        #expect(try await send(long, to: site).status == .contentTooLarge)
        #expect(try await kept(site).isEmpty)
    }

    @Test func aFloodIsStoppedAndNothingThatWasTypedIsLost() async throws {
        let site = try site()
        var last = 200
        for number in 1...100 where last == 200 {
            let answer = try await send(
                [("name", "Zonnige schermen"), ("about", "Nummer \(number)."), ("different", "yes")], to: site)
            last = answer.status.code
            if last != 200 { #expect(answer.body.contains("Nummer \(number).")) }
        }
        #expect(last == 429)
        // Corrections are counted with them.
        #expect(try await site.post("/nl/records/awel-102/suggestion", "message=x").status == .tooManyRequests)
    }

    @Test func whatCantBeKeptIsNotLost() async throws {
        let store = StubbornStore(try site().store)
        let site = try TestSite(TestSite.shipped.snapshot.catalogue, store: store)
        store.fail(true)
        let answer = try await send(Self.whole, to: site)
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.body.contains("Elke woensdag.") && answer.body.contains(Texts.of(.nl)(.initiativeNotKept)))
    }

    @Test(arguments: Language.allCases)
    func theWayToItIsFound(_ language: Language) async throws {
        let site = TestSite.shipped
        let form = "/\(language)/suggest"
        for place in ["", "contact", "search?q=xyzzyx"] {
            #expect(try Markup(try await site.get("/\(language)/\(place)").body).localLinks.contains(form), "\(place)")
        }
        for place in ["contact", "suggest", "records/awel-102/suggestion"] {
            let links = try Markup(try await site.get("/\(language)/\(place)").body).localLinks
            #expect(links.contains(form + "/answer"), "\(place)")
        }
    }
}
