import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Members say what they think of an application, and the coordinator decides.
@Suite struct ConsortiumAdmissionTests {
    // MARK: Sponsors and votes

    @Test func oneSponsorAndOneVoteAMember() async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        for _ in 1...2 {
            #expect(try await work.sponsor(id, as: .editor) == 303)
            #expect(try await work.vote(id, as: .editor) == 303)
        }
        #expect(try await work.vote(id, "against", as: .editor) == 303)
        #expect(try await work.vote(id, as: .otherEditor) == 303)
        let application = try await work.application(id)
        #expect(application.sponsors.map(\.organisation) == [WorkSite.mediawijs])
        #expect(application.votes.map(\.isFor) == [false, true])
        #expect(
            try await work.post("/nl/workspace/applications/\(id)", [("deed", "unsponsor")], as: .editor).status
                == .seeOther)
        #expect(try await work.application(id).sponsors.isEmpty)
        let page = try await work.get("/nl/workspace/applications/\(id)", as: .contributor)
        #expect(page.status == .ok && page.body.contains("1 voor, 1 tegen"))
    }

    @Test func whoMayNotSponsorVoteOrDecide() async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        for person: WorkSite.Person in [.contributor, .outsider, .coordinator, .reader, .handler] {
            #expect(try await work.sponsor(id, as: person) == 403, "\(person)")
            #expect(try await work.vote(id, as: person) == 403, "\(person)")
        }
        for person: WorkSite.Person in [.contributor, .editor, .outsider, .reader, .handler] {
            let fields = [("ruling", "refuse"), ("answer", "Nee")]
            #expect(try await work.decide(id, as: person, fields).status == .forbidden, "\(person)")
            #expect(
                try await work.post("/nl/workspace/applications/\(id)", [("deed", "entry")], as: person).status
                    == .forbidden, "\(person)")
        }
        let application = try await work.application(id)
        #expect(application.sponsors.isEmpty && application.votes.isEmpty && application.state == .open)
    }

    @Test(arguments: ["", "/x"])
    func strangersSeeNoApplications(_ rest: String) async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        let path = "/nl/workspace/applications" + (rest.isEmpty ? "" : "/\(id)")
        for person: WorkSite.Person in [.outsider, .reader, .handler] {
            #expect(try await work.get(path, as: person).status == .forbidden, "\(person)")
        }
        #expect(try await work.get(path, as: nil).status == .found)
    }

    @Test func aVoteAgainstSaysWhyAndFaultsComeBackFilled() async throws {
        let work = try await WorkSite()
        let path = "/nl/workspace/applications/\(try await work.apply().id)"
        let silent = try await work.post(path, [("deed", "vote"), ("vote", "against")], as: .editor)
        #expect(silent.status == .unprocessableContent)
        #expect(
            try Markup(silent.body).all("input").contains {
                $0.attributes["value"] == "against" && $0.attributes["checked"] != nil
            })
        #expect(
            try await work.post(path, [("deed", "vote"), ("ground", "Omdat")], as: .editor).status
                == .unprocessableContent)
        #expect(
            try await work.post(path, [("deed", "sponsor"), ("support", " ")], as: .editor).status
                == .unprocessableContent)
    }

    @Test func whoVotesAtTheSameTimeCounts() async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        try await withThrowingTaskGroup(of: Int.self) { group in
            for person: WorkSite.Person in [.editor, .otherEditor] {
                group.addTask { try await work.vote(id, as: person) }
                group.addTask { try await work.sponsor(id, as: person) }
            }
            for try await status in group { #expect(status == 303) }
        }
        let application = try await work.application(id)
        #expect(application.sponsors.count == 2 && application.votes.count == 2)
    }

    // MARK: The decision

    @Test func admittingMakesAMemberAndInvitesItsEditor() async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        for person: WorkSite.Person in [.editor, .otherEditor] {
            #expect(try await work.sponsor(id, as: person) == 303)
            #expect(try await work.vote(id, as: person) == 303)
        }
        let fields = [("ruling", "admit"), ("answer", "Welkom!"), ("record", "Febelfin")]
        #expect(try await work.decide(id, as: .coordinator, fields).status == .seeOther)
        try await work.refresh()
        #expect(work.workspace.catalogue[WorkSite.stranger]?.member == true)
        let application = try await work.application(id)
        #expect(application.state == .admitted && application.record == WorkSite.stranger)
        let account = try #require(try await work.store.all(Account.self, key: "jan@netenco.be").first?.value)
        #expect(account.organisation == WorkSite.stranger && account.roles == [.editor])
        let letters = try await work.store.all(Notice.self).map(\.value).filter { $0.email == "jan@netenco.be" }
        #expect(letters.count == 2)
        let trail = try await work.store.trail(TrailSelection(object: id))
        #expect(trail.map(\.deed).contains(.admitted))
        // The new member is in; it reads the answer with its code.
        #expect(try await work.get("/nl/workspace/members", as: .outsider).status == .ok)
        let code = QueryItems([QueryItem("code", application.code)]).form
        #expect(try await work.site.post("/nl/join/answer", code).body.contains("Welkom!"))
        #expect(try await work.decide(id, as: .coordinator, fields).status == .conflict)
    }

    @Test func withoutEnoughSupportAdmittingNeedsAReason() async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        var fields = [("ruling", "admit"), ("record", WorkSite.stranger.description)]
        let refused = try await work.decide(id, as: .coordinator, fields)
        #expect(refused.status == .unprocessableContent)
        #expect(try Markup(refused.body).all("p").contains { $0.attributes["id"] == "despite-fault" })
        fields.append(("despite", "Alle leden zeiden ja op de vergadering."))
        #expect(try await work.decide(id, as: .coordinator, fields).status == .seeOther)
        #expect(try await work.application(id).despite.hasPrefix("Alle leden"))
    }

    @Test(arguments: [
        [("ruling", "refuse")], [("ruling", ""), ("answer", "x")],
        [("ruling", "admit"), ("despite", "x"), ("record", "Mediawijs")],
        [("ruling", "admit"), ("despite", "x"), ("record", "nope")],
        [("ruling", "admit"), ("despite", "x")],
    ])
    func halfADecisionIsNone(_ fields: [(String, String)]) async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        #expect(try await work.decide(id, as: .coordinator, fields).status == .unprocessableContent)
        #expect(try await work.application(id).state == .open)
    }

    @Test(arguments: ["2026-11-24", "2026-11-22", "", "gisteren"])
    func theDayLiesBetweenTheApplicationAndToday(_ day: String) async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        let fields = [("deed", "decide"), ("on", day), ("ruling", "refuse"), ("answer", "Nee")]
        #expect(
            try await work.post("/nl/workspace/applications/\(id)", fields, as: .coordinator).status
                == .unprocessableContent)
    }

    @Test func refusingSaysWhy() async throws {
        let work = try await WorkSite()
        let application = try await work.apply()
        let fields = [("ruling", "refuse"), ("answer", "Nog niet: <b>later</b>")]
        #expect(try await work.decide(application.id, as: .coordinator, fields).status == .seeOther)
        let code = QueryItems([QueryItem("code", application.code)]).form
        let answer = try await work.site.post("/nl/join/answer", code)
        #expect(answer.body.contains("&lt;b&gt;later&lt;/b&gt;") && !answer.body.contains("<b>later"))
        let letters = try await work.store.all(Notice.self).map(\.value).filter { $0.email == "jan@netenco.be" }
        guard case .application(application.code, _, .refusedMember, _) = letters.first?.matter else {
            Issue.record("no letter with the code and the reasons")
            return
        }
    }

    @Test func itsEntryBeginsWithWhatIsKnown() async throws {
        let work = try await WorkSite()
        let id = try await work.apply().id
        let path = "/nl/workspace/applications/\(id)"
        let begun = try await work.post(path, [("deed", "entry")], as: .coordinator)
        #expect(begun.status == .seeOther)
        let again = try await work.post(path, [("deed", "entry")], as: .coordinator)
        #expect(begun.headers[.location] == again.headers[.location])
        let draft = try #require(try await work.store.all(Draft.self).first?.value)
        #expect(draft.record.kind == .organisation && draft.record.id.description == "vzw-net-co")
        #expect(draft.record.title[.nl] == "Vzw Net & Co" && draft.record.summary[.nl] == "Wij helpen jongeren.")
        #expect(draft.record.links.first?.address.description == "https://www.netenco.be")
        #expect(!draft.record.member)
        #expect(try await work.get(path, as: .coordinator).body.contains("/drafts/\(draft.id)"))
    }
}
