import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What many do together around an event.
@Suite struct CampaignTests {
    // MARK: The kit

    @Test(arguments: Edition.allCases)
    func theKitIsOnThePageOfItsEvent(_ edition: Edition) async throws {
        let site = TestSite.shipped
        let page = try await site.get("/\(edition)/events/\(WorkSite.campaign)")
        #expect(page.status == .ok)
        let markup = try Markup(page.body)
        #expect(markup.labelsAndIdsAreRight == [])
        let links = markup.all("a").compactMap { $0.attributes["href"] }
        #expect(links.contains("/\(edition)/\(WorkSite.action)"))
        #expect(links.contains("/\(edition)/routes/class-and-fake-news"))
        let all = try await site.get("/\(edition)/landscape/actions")
        #expect(all.status == .ok && all.body.contains("/\(edition)/events/\(WorkSite.campaign)"))
        let form = try await site.get("/\(edition)/\(WorkSite.action)")
        #expect(form.status == .ok && form.headers[.cacheControl] == "no-store")
        let sent = try Markup(form.body)
        #expect(sent.labelsAndIdsAreRight == [])
        #expect(
            Set(sent.elements.compactMap { $0.attributes["name"] }).isSuperset(of: [
                "group", "setting", "territory", "place", "what", "day", "from", "to", "contact", "show", "code",
            ]))
    }

    @Test func theKitIsWholeInFourLanguages() throws {
        let catalogue = TestSite.shipped.snapshot.catalogue
        let campaign = try #require(catalogue[WorkSite.campaign]?.campaign)
        for language in Language.allCases {
            #expect(campaign.goals[language].count == 3)
            for action in campaign.actions {
                #expect(action.title[language] != nil && action.steps[language].count == 3, "\(action.id)")
                #expect(action.needs.isEmpty || !action.needs[language].isEmpty, "\(action.id)")
            }
        }
        #expect(Set(campaign.actions.map(\.setting)) == Set(Campaign.Setting.allCases))
        // Something to use in each of the three languages of the country.
        let material = campaign.actions.flatMap(\.material).compactMap { catalogue[$0] }
        #expect(material.count == campaign.actions.flatMap(\.material).count)
        for language in [Language.nl, .fr, .de] {
            #expect(material.contains { $0.languages.contains(LanguageTag(language)) }, "\(language)")
        }
    }

    // MARK: Signing up

    @Test func nothingIsShownBeforeItIsApproved() async throws {
        let work = try await WorkSite()
        let code = try await work.act()
        func isShown(_ words: String) async throws -> Bool {
            let site = try work.later(days: 0)
            let page = try await site.get("/nl/landscape/actions").body
            let table = try await site.get("/nl/landscape/actions.csv").body
            return page.contains(words) || table.contains(words)
        }
        #expect(try await !isShown("De Kiem"))
        let list = try await work.get("/nl/workspace", as: .coordinator)
        #expect(list.body.contains("/nl/workspace/actions/\(code)") && list.body.contains("De Kiem"))
        let page = try await work.get("/nl/workspace/actions/\(code)", as: .coordinator)
        #expect(page.status == .ok && page.body.contains("kiem@example.be"))
        #expect(try Markup(page.body).labelsAndIdsAreRight == [])
        #expect(try await work.decide(code, "decline").status == .unprocessableContent)
        #expect(try await work.decide(code, "nonsense").status == .unprocessableContent)
        #expect(try await work.decide(code, "approve", words: "Fijn!").status == .seeOther)
        #expect(try await isShown("De Kiem"))
        #expect(try await isShown("Antwerp"))
        // The address of the group is for nobody else.
        #expect(try await !isShown("kiem@example.be"))
        #expect(try await work.decide(code, "decline", words: "x").status == .conflict)
        #expect(try await work.get("/nl/workspace", as: .coordinator).body.contains("De Kiem") == false)
        #expect(try await work.store.trail(TrailSelection(object: code)).map(\.deed) == [.approvedAction])
    }

    @Test func whoMayNotBeNamedIsCountedOnly() async throws {
        let work = try await WorkSite()
        var fields = WorkSite.acting()
        fields = fields.replacing("show=yes", with: "quiet=yes")
        #expect(try await work.site.post("/nl/" + WorkSite.action, fields).status == .ok)
        let code = try #require(try await work.store.all(CampaignSignUp.self).first?.value.code)
        _ = try await work.decide(code, "approve")
        let page = try await (try work.later(days: 0)).get("/nl/landscape/actions")
        #expect(!page.body.contains("De Kiem") && page.body.contains("Antwerpen"))
    }

    @Test func theSenderReadsTheAnswerAndTellsHowItWent() async throws {
        let work = try await WorkSite()
        let code = try await work.act()
        func open(_ deed: String, _ more: [String: String] = [:], days: Int = 0) async throws -> TestSite.Answer {
            try await (try work.later(days: days)).post(
                "/nl/" + WorkSite.action, WorkSite.form(["deed": deed, "code": code].merging(more) { $1 }))
        }
        #expect(try await !open("look").body.contains("name=\"people\""))
        _ = try await work.decide(code, "approve", words: "Veel plezier!")
        let answer = try await open("look")
        #expect(answer.status == .ok && answer.body.contains("Veel plezier!"))
        #expect(!answer.body.contains("name=\"people\"") && !answer.body.contains("kiem@example.be"))
        // From the day of the action on.
        #expect(try await open("look", days: 8).body.contains("name=\"people\""))
        #expect(try await open("result", ["people": "0"], days: 8).status == .unprocessableContent)
        #expect(try await open("result", ["people": "x", "words": "<b>"], days: 8).status == .unprocessableContent)
        let told = try await open("result", ["people": "24", "words": "Iedereen deed <b>mee</b>."], days: 8)
        #expect(told.status == .ok && !told.body.contains("name=\"people\""))
        let before = try await (try work.later(days: 8)).get("/nl/landscape/actions")
        #expect(!before.body.contains("Iedereen deed"))
        #expect(try await work.decide(code, "approve").status == .seeOther)
        let after = try await (try work.later(days: 8)).get("/nl/landscape/actions")
        #expect(after.body.contains("Iedereen deed &lt;b&gt;mee") && after.body.contains("24"))
    }

    @Test func halfAFormComesBackFilled() async throws {
        let work = try await WorkSite()
        let answer = try await work.site.post(
            "/nl/" + WorkSite.action,
            WorkSite.acting([
                "group": "", "setting": "moon", "territory": "wallonia", "day": "2029-01-01", "from": "16", "to": "12",
                "contact": "kiem", "what": String(repeating: "x", count: 1_001),
            ]))
        #expect(answer.status == .unprocessableContent)
        let page = try Markup(answer.body)
        #expect(
            page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") && page.hasField($0) }
                == ["#group", "#setting", "#territory", "#what", "#day", "#from", "#contact"])
        #expect(try await work.store.all(CampaignSignUp.self).isEmpty)
        #expect(
            try await work.site.post("/nl/" + WorkSite.action, WorkSite.acting(["website": "x"])).status == .badRequest)
        #expect(try await work.site.post("/nl/" + WorkSite.action, WorkSite.form(["deed": "x"])).status == .badRequest)
        #expect(try await work.site.get("/nl/events/ludovia-be/action").status == .notFound)
    }

    @Test func hostileWordsStayWords() async throws {
        let work = try await WorkSite()
        let hostile = "=1+1\"><script>alert(1)</script>"
        let code = try await work.act(["group": hostile, "what": hostile, "place": "=1+1"])
        for path in ["workspace", "workspace/actions", "workspace/actions/\(code)"] {
            let page = try await work.get("/nl/\(path)", as: .coordinator)
            #expect(page.status == .ok && !page.body.contains("<script>alert"), "\(path)")
            _ = try Markup(page.body)
        }
        _ = try await work.decide(code, "approve")
        let site = try work.later(days: 0)
        let page = try await site.get("/fr/landscape/actions")
        #expect(!page.body.contains("<script>alert"))
        _ = try Markup(page.body)
    }

    @Test(arguments: WorkSite.Person.allCases.filter { $0 != .coordinator })
    func nobodyElseDecides(_ person: WorkSite.Person) async throws {
        let work = try await WorkSite()
        let code = try await work.act()
        #expect(try await work.get("/nl/workspace/actions/\(code)", as: person).status == .forbidden)
        #expect(try await work.decide(code, "approve", as: person).status == .forbidden)
        #expect(try await work.store.find(CampaignSignUp.self, code)?.value.state == .new)
    }

    @Test(arguments: Language.allCases)
    func theDeskSpeaksEveryLanguage(_ language: Language) async throws {
        let work = try await WorkSite()
        let code = try await work.act()
        _ = try await work.decide(code, "approve")
        for path in ["workspace/actions", "workspace/actions/\(code)", "workspace/trail"] {
            let page = try await work.get("/\(language)/\(path)", as: .coordinator)
            #expect(page.status == .ok, "\(path)")
            #expect(try Markup(page.body).labelsAndIdsAreRight == [], "\(path)")
        }
        let map = try await (try work.later(days: 0)).get("/\(language)/landscape/actions")
        #expect(try Markup(map.body).labelsAndIdsAreRight == [])
    }

    @Test func contactsAreGoneAfterNinetyDays() async throws {
        let work = try await WorkSite()
        let code = try await work.act()
        _ = try await work.decide(code, "approve")
        await (try work.later(days: 98)).site.housekeeping.wipe()
        #expect(try await work.store.find(CampaignSignUp.self, code)?.value.contact != nil)
        await (try work.later(days: 99)).site.housekeeping.wipe()
        let kept = try #require(try await work.store.find(CampaignSignUp.self, code)?.value)
        #expect(kept.contact == nil && kept.group == "Jeugdhuis De Kiem")
    }
}

extension Markup {
    /// Whether a link of the list of faults leads to a field of the form.
    fileprivate func hasField(_ link: String) -> Bool {
        elements.contains { $0.attributes["id"] == String(link.dropFirst()) && $0.attributes["name"] != nil }
    }
}
