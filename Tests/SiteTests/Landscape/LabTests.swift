import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// A Betternet Lab from call to result.
@Suite struct LabTests {
    // MARK: For everybody

    @Test(arguments: Edition.allCases)
    func everybodyReadsOfTheLabs(_ edition: Edition) async throws {
        let site = TestSite.shipped
        let page = try await site.get("/\(edition)/landscape/labs")
        #expect(page.status == .ok)
        let markup = try Markup(page.body)
        #expect(markup.labelsAndIdsAreRight == [])
        let links = markup.all("a").compactMap { $0.attributes["href"] }
        for wanted in [
            "events/betternet-lab-1", "events/betternet-lab-2", "publications/better-internet-for-all-policy-brief",
        ] { #expect(links.contains("/\(edition)/\(wanted)"), "\(wanted)") }
        let lab = try await site.get("/\(edition)/events/betternet-lab-1")
        #expect(try Markup(lab.body).labelsAndIdsAreRight == [])
        // Both ways.
        let brief = try await site.get("/\(edition)/publications/better-internet-for-all-policy-brief")
        let back = try Markup(brief.body).all("a").compactMap { $0.attributes["href"] }
        #expect(back.contains("/\(edition)/events/betternet-lab-1"))
        // Over for years: nobody is sent to a form.
        #expect(!lab.body.contains("/registration"))
    }

    @Test(arguments: Language.allCases)
    func theTableIsForSpreadsheets(_ language: Language) async throws {
        let answer = try await TestSite.shipped.get("/\(language)/landscape/labs.csv")
        #expect(answer.status == .ok && answer.headers[.contentType]?.hasPrefix("text/csv") == true)
        let lines = answer.body.split(separator: "\r\n")
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { !"=+-@".contains($0.first ?? " ") })
    }

    // MARK: Registering

    @Test(arguments: Edition.allCases)
    func thePageOfALabLeadsToItsForm(_ edition: Edition) async throws {
        let work = try await WorkSite.withLab()
        let page = try await work.site.get("/\(edition)/events/\(WorkSite.lab)")
        #expect(page.body.contains("/\(edition)/\(WorkSite.registration)"))
        let form = try await work.site.get("/\(edition)/\(WorkSite.registration)")
        #expect(form.status == .ok && form.headers[.cacheControl] == "no-store")
        let markup = try Markup(form.body)
        #expect(markup.labelsAndIdsAreRight == [])
        let names = Set(markup.elements.compactMap { $0.attributes["name"] })
        #expect(names.isSuperset(of: ["session", "sector", "name", "email", "needs", "other-needs", "code"]))
        #expect(form.body.contains("14"))
    }

    @Test func somebodyRegistersAndCancels() async throws {
        let work = try await WorkSite.withLab()
        let sent = try await work.site.post(
            "/nl/" + WorkSite.registration,
            WorkSite.registering(["other-needs": "Een stoel vooraan"], needs: ["wheelchair", "sign-vgt", "x"]))
        #expect(sent.status == .ok)
        let kept = try #require(try await work.store.all(LabRegistration.self).first?.value)
        #expect(kept.needs == [.wheelchair, .signVGT] && kept.otherNeeds == "Een stoel vooraan")
        #expect(kept.sector == .of("coaches") && kept.session == .of("second"))
        #expect(sent.body.contains(kept.code))
        // The code stands in no address and no trail.
        #expect(try await work.site.get("/nl/\(WorkSite.registration)/\(kept.code)").status == .notFound)
        #expect(try await work.store.trail(TrailSelection()).isEmpty)
        let code = kept.code.lowercased().replacing("-", with: "")
        let shown = try await work.site.post(
            "/fr/" + WorkSite.registration, WorkSite.form(["deed": "look", "code": code]))
        #expect(shown.status == .ok && shown.body.contains("value=\"cancel\""))
        #expect(!shown.body.contains("ann@example.be"))
        let cancelled = try await work.site.post(
            "/fr/" + WorkSite.registration, WorkSite.form(["deed": "cancel", "code": code]))
        #expect(cancelled.status == .ok)
        #expect(try await work.store.all(LabRegistration.self).isEmpty)
        let again = try await work.site.post(
            "/fr/" + WorkSite.registration, WorkSite.form(["deed": "look", "code": code]))
        #expect(again.status == .unprocessableContent)
    }

    @Test func aCodeOfSomethingElseOpensNothing() async throws {
        let work = try await WorkSite.withLab()
        let code = try await work.act()
        for typed in [code, "", "' OR 1=1", "AAAA-AAAA"] {
            let answer = try await work.site.post(
                "/nl/" + WorkSite.registration, WorkSite.form(["deed": "cancel", "code": typed]))
            #expect(answer.status == .unprocessableContent, "\(typed)")
        }
        var statuses: Set<Int> = []
        for number in 1_000..<1_040 {
            statuses.insert(
                try await work.site.post(
                    "/nl/" + WorkSite.registration, WorkSite.form(["deed": "look", "code": "AAAA\(number)"])
                ).status
                    .code)
        }
        #expect(statuses == [422, 429])
    }

    @Test func halfAFormComesBackFilled() async throws {
        let work = try await WorkSite.withLab()
        let answer = try await work.site.post(
            "/nl/" + WorkSite.registration,
            WorkSite.registering([
                "name": "<b>Ann", "email": "ann", "session": "third", "sector": "nobody",
                "other-needs": String(repeating: "x", count: 501),
            ]))
        #expect(answer.status == .unprocessableContent)
        let page = try Markup(answer.body)
        for field in ["session", "sector", "email", "other-needs"] {
            #expect(page.all("a").contains { $0.attributes["href"] == "#\(field)" }, "\(field)")
            #expect(page.all("p").contains { $0.attributes["id"] == "\(field)-fault" }, "\(field)")
        }
        #expect(page.all("input").contains { $0.attributes["value"] == "&lt;b&gt;Ann" })
        #expect(try await work.store.all(LabRegistration.self).isEmpty)
        // Programs fill in the trap.
        let trapped = try await work.site.post(
            "/nl/" + WorkSite.registration, WorkSite.registering(["website": "x"]))
        #expect(trapped.status == .badRequest)
    }

    @Test func aFullSessionTakesNobody() async throws {
        let work = try await WorkSite.withLab()
        #expect(
            try await work.site.post("/nl/" + WorkSite.registration, WorkSite.registering(["session": "first"])).status
                == .ok)
        let full = try await work.site.post(
            "/nl/" + WorkSite.registration, WorkSite.registering(["session": "first", "name": "Bea"]))
        #expect(full.status == .conflict && full.body.contains("Bea"))
        #expect(try await work.store.all(LabRegistration.self).count == 1)
        let form = try Markup(try await work.site.get("/nl/" + WorkSite.registration).body)
        #expect(!form.all("option").contains { $0.attributes["value"] == "first" })
    }

    @Test func formsOfOtherSitesAndFloodsAreRefused() async throws {
        let work = try await WorkSite.withLab()
        let foreign = try await work.site.post(
            "/nl/" + WorkSite.registration, WorkSite.registering(), headers: [.origin: "https://evil.example"])
        #expect(foreign.status == .forbidden)
        var status = 200
        for _ in 1...80 where status == 200 {
            status = try await work.site.post("/nl/" + WorkSite.registration, WorkSite.registering()).status.code
        }
        #expect(status == 429)
        #expect(try await work.store.all(LabRegistration.self).count <= 60)
    }

    @Test func whereNobodyCanRegisterThereIsNoForm() async throws {
        let work = try await WorkSite.withLab()
        let site = try work.later(days: 23)
        let page = try await site.get("/nl/" + WorkSite.registration)
        #expect(page.status == .ok)
        let ids = try Markup(page.body).elements.compactMap { $0.attributes["id"] }
        #expect(!ids.contains("session") && ids.contains("code"))
        #expect(try await site.post("/nl/" + WorkSite.registration, WorkSite.registering()).status.code == 422)
        #expect(try await work.site.get("/nl/events/ludovia-be/registration").status == .notFound)
        #expect(try await work.site.get("/nl/events/nope/registration").status == .notFound)
    }

    @Test func twoWeeksAfterwardsNothingIsLeftOfIt() async throws {
        let work = try await WorkSite.withLab()
        _ = try await work.site.post("/nl/" + WorkSite.registration, WorkSite.registering())
        // 17 December and fourteen days.
        await (try work.later(days: 38)).site.housekeeping.wipe()
        #expect(try await work.store.all(LabRegistration.self).count == 1)
        await (try work.later(days: 39)).site.housekeeping.wipe()
        #expect(try await work.store.all(LabRegistration.self).isEmpty)
        #expect(try await work.store.trail(TrailSelection()).map(\.deed) == [.wipedRegistrations])
    }

    // MARK: The coordinator

    @Test(arguments: Language.allCases)
    func theCoordinatorSeesWhatIsNeeded(_ language: Language) async throws {
        let work = try await WorkSite.withLab()
        let hostile = "\"><script>alert(1)</script>"
        for name in ["=HYPERLINK(\"x\")", hostile] {
            let sent = try await work.site.post(
                "/nl/" + WorkSite.registration,
                WorkSite.registering(["name": name, "other-needs": hostile], needs: ["wheelchair"]))
            #expect(sent.status == .ok)
        }
        let page = try await work.get("/\(language)/workspace/labs", as: .coordinator)
        #expect(page.status == .ok && !page.body.contains("<script>alert") && page.body.contains("2 × "))
        #expect(try Markup(page.body).labelsAndIdsAreRight == [])
        let path = "/\(language)/workspace/labs/\(WorkSite.lab)/registrations.csv"
        let table = try await work.get(path, as: .coordinator)
        #expect(table.status == .ok && table.headers[.cacheControl] == "no-store")
        #expect(table.body.contains("\"'=HYPERLINK") && !table.body.contains("\n=") && !table.body.contains("\"="))
        #expect(try await work.store.trail(TrailSelection(deeds: [.exportedRegistrations])).count == 1)
    }

    @Test(arguments: WorkSite.Person.allCases.filter { $0 != .coordinator })
    func nobodyElseSeesWhoRegistered(_ person: WorkSite.Person) async throws {
        let work = try await WorkSite.withLab()
        _ = try await work.site.post("/nl/" + WorkSite.registration, WorkSite.registering())
        for path in ["labs", "labs/\(WorkSite.lab)/registrations.csv", "actions"] {
            let page = try await work.get("/nl/workspace/\(path)", as: person)
            #expect(page.status == .forbidden && !page.body.contains("ann@example.be"), "\(path)")
        }
        #expect(try await work.get("/nl/workspace/labs", as: nil).status == .found)
    }

    @Test func whatIsNotedBecomesADraft() async throws {
        let work = try await WorkSite.withLab()
        let id = WorkSite.lab
        func note(_ fields: [(String, String)], as person: WorkSite.Person = .coordinator) async throws
            -> TestSite.Answer
        {
            try await work.post(
                "/nl/workspace/labs", [("lab", "\(id)")] + fields.map { ("\($0.0)-\(id)", $0.1) }, as: person)
        }
        let empty = try await note([("what", "finding"), ("words", " ")])
        #expect(empty.status == .unprocessableContent)
        let first = try await note([("what", "finding"), ("words", "Er is te weinig tijd.")])
        #expect(first.status == .seeOther)
        let second = try await note([("what", "testimony"), ("sector", "coaches"), ("words", "Wij leren van hen.")])
        // Both are in one draft, and its form shows them.
        #expect(second.headers[.location] == first.headers[.location])
        let path = try #require(second.headers[.location])
        let form = try FilledForm(try await work.get(path, as: .coordinator).body)
        #expect(form["lab-finding-finding-1-text-nl"] == "Er is te weinig tijd.")
        #expect(form["lab-testimony-1-text-nl"] == "Wij leren van hen.")
        #expect(try await note([("what", "testimony"), ("sector", "nobody"), ("words", "x")]).status.code == 422)
        #expect(try await note([("what", "finding"), ("words", "x")], as: .editor).status == .forbidden)
        #expect(
            try await work.post(
                "/nl/workspace/labs", [("lab", "nope"), ("what-nope", "finding"), ("words-nope", "x")], as: .coordinator
            )
            .status == .notFound)
    }
}
