import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// An organisation asks to join, and what becomes of it.
@Suite struct ConsortiumJoiningTests {
    // MARK: The form

    @Test(arguments: Edition.allCases)
    func everybodyFindsTheForm(_ edition: Edition) async throws {
        let page = try await TestSite.shipped.get("/\(edition)/join")
        #expect(page.status == .ok)
        let names = Set(try Markup(page.body).elements.compactMap { $0.attributes["name"] })
        #expect(names.isSuperset(of: WorkSite.statement.map(\.0)))
        #expect(try await TestSite.shipped.get("/\(edition)/consortium").body.contains("/\(edition)/join"))
    }

    @Test func halfAFormComesBackFilled() async throws {
        let work = try await WorkSite()
        let answer = try await work.site.post(
            "/nl/join", WorkSite.statement(["email": "jan", "purpose": "", "website": "<b>"]))
        #expect(answer.status == .unprocessableContent)
        let page = try Markup(answer.body)
        #expect(page.all("input").contains { $0.attributes["value"] == "Vzw Net &amp; Co" })
        for field in ["email", "purpose", "website"] {
            #expect(page.all("a").contains { $0.attributes["href"] == "#\(field)" }, "\(field)")
            #expect(page.all("p").contains { $0.attributes["id"] == "\(field)-fault" }, "\(field)")
        }
        #expect(try await work.store.all(Editorial.Application.self).isEmpty)
        #expect(try await work.site.post("/nl/join", WorkSite.statement() + "&phone=1").status == .badRequest)
    }

    @Test func aFloodIsStopped() async throws {
        let work = try await WorkSite()
        var status = 200
        for _ in 1...60 where status == 200 {
            status = try await work.site.post("/nl/join", WorkSite.statement()).status.code
        }
        #expect(status == 429)
        #expect(try await work.store.all(Editorial.Application.self).count <= 40)
    }

    @Test func theCoordinatorsHearOfIt() async throws {
        let work = try await WorkSite()
        let application = try await work.apply()
        let notices = try await work.store.all(Notice.self).map(\.value)
        #expect(notices.map(\.email) == ["coordinator@example.be"])
        guard case .application(application.id, "Vzw Net & Co", .applied, _) = notices.first?.matter else {
            Issue.record("no letter about the application")
            return
        }
    }

    // MARK: The answer

    @Test func theCodeOpensTheAnswerAndNothingElseDoes() async throws {
        let work = try await WorkSite()
        let application = try await work.apply()
        let typed = application.code.lowercased().replacing("-", with: " ")
        let answer = try await work.site.post("/fr/join/answer", QueryItems([QueryItem("code", typed)]).form)
        #expect(answer.status == .ok && answer.body.contains("Vzw Net &amp; Co"))
        #expect(answer.headers[.cacheControl] == "no-store")
        for wrong in ["AAAA-AAAA", application.id, "", "%", "' OR 1=1"] {
            let answer = try await work.site.post("/nl/join/answer", QueryItems([QueryItem("code", wrong)]).form)
            #expect(answer.status == .notFound, "\(wrong)")
            #expect(!answer.body.contains("Vzw Net"))
        }
        #expect(try await work.site.get("/nl/join/\(application.code)").status == .notFound)
    }

    @Test func codesAreNotFoundByTrying() async throws {
        let work = try await WorkSite()
        _ = try await work.apply()
        var statuses: [Int] = []
        for number in 1000...1050 {
            statuses.append(try await work.site.post("/nl/join/answer", "code=AAAA\(number)").status.code)
        }
        #expect(Set(statuses) == [404, 429])
        #expect(statuses.count { $0 == 404 } <= 30)
    }

    @Test func membersDontSeeTheCode() async throws {
        let work = try await WorkSite()
        let application = try await work.apply()
        let page = try await work.get("/nl/workspace/applications/\(application.id)", as: .coordinator)
        #expect(page.status == .ok && !page.body.contains(application.code))
        #expect(try await work.get("/nl/workspace/applications/\(application.code)", as: .editor).status == .notFound)
    }

    @Test func anApplicantMayThinkAgain() async throws {
        let work = try await WorkSite()
        let application = try await work.apply()
        let body = QueryItems([QueryItem("code", application.code), QueryItem("withdraw", "yes")]).form
        #expect(try await work.site.post("/nl/join/answer", body).status == .ok)
        #expect(try await work.application(application.id).state == .withdrawn)
        #expect(try await work.sponsor(application.id, as: .editor) == 409)
        #expect(
            try await work.decide(application.id, as: .coordinator, [("ruling", "refuse"), ("answer", "Nee")]).status
                == .conflict)
    }

    @Test func hostileWordsStayWords() async throws {
        let work = try await WorkSite()
        let hostile = "\"><script>alert(1)</script>"
        let sent = try await work.site.post(
            "/nl/join",
            WorkSite.statement(["organisation": hostile, "about": hostile, "purpose": hostile, "contact": hostile]))
        #expect(sent.status == .ok)
        let application = try #require(try await work.store.all(Editorial.Application.self).first?.value)
        for path in ["applications", "applications/\(application.id)", "consortium"] {
            for person: WorkSite.Person in [.editor, .coordinator] {
                let page = try await work.get("/nl/workspace/\(path)", as: person)
                #expect(page.status == .ok && !page.body.contains("<script>alert"), "\(path)")
                _ = try Markup(page.body)
            }
        }
    }
}
