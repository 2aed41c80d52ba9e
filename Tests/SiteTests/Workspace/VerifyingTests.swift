import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Checking an entry: in the list of what is due, and through the link in a letter.
@Suite struct VerifyingTests {
    // MARK: The list

    private func due(_ work: WorkSite, _ record: Record) async throws {
        var old = record
        old.verified = Verification(
            on: try #require(PartialDate("2026-01-05")), organisation: WorkSite.childFocus, by: .workspace)
        _ = try await work.store.publish([.record(old)], by: "Test otherEditor", at: TestSite.noon)
        try await work.refresh()
    }

    @Test(arguments: Language.allCases)
    func theListHasFactsAndOneButton(_ language: Language) async throws {
        let work = try await WorkSite()
        let channel = try work.channel()
        try await due(work, channel)
        let answer = try await work.get("/\(language)/workspace/verify", as: .otherEditor)
        let page = try Markup(answer.body)
        #expect(page.all("article").count == 1)
        #expect(page.all("article").first?.text.contains("5 januari 2026") == (language == .nl))
        #expect(page.localLinks.contains("/\(language)/workspace/entries/\(channel.id)"))
        #expect(page.localLinks.contains("/\(language)/workspace/entries/\(channel.id)/withdraw"))
        let phone = try #require(
            channel.contact?.phones.first?.number.description ?? channel.links.first?.address.description)
        #expect(answer.body.contains(phone))
    }

    @Test func stillRightIsOneClick() async throws {
        let work = try await WorkSite()
        let channel = try work.channel()
        try await due(work, channel)
        let answer = try await work.post(
            "/nl/workspace/verify", [("record", channel.id.description)], as: .otherEditor)
        #expect(answer.status == .seeOther)
        let now = try await work.published(channel.id)
        #expect(now.verified?.on.description == "2026-11-23")
        #expect(now.verified?.by == .workspace)
        let next = try await work.get(try #require(answer.headers[.location]), as: .otherEditor)
        #expect(try Markup(next.body).all("article").isEmpty)
        #expect(next.body.contains("is nagekeken"))
    }

    @Test func everybodySeesTheirOwn() async throws {
        let work = try await WorkSite()
        try await due(work, work.channel())
        for person in [WorkSite.Person.editor, .contributor, .outsider, .reader] {
            let page = try Markup(try await work.get("/nl/workspace/verify", as: person).body)
            #expect(page.all("article").isEmpty, "\(person)")
        }
        // Nobody answered since April.
        #expect(try Markup(try await work.get("/nl/workspace/verify", as: .coordinator).body).all("article").count == 1)
    }

    @Test(arguments: [WorkSite.Person.editor, .outsider, .reader, .handler])
    func nobodyVerifiesForOthers(_ person: WorkSite.Person) async throws {
        let work = try await WorkSite()
        let channel = try work.channel()
        let answer = try await work.post("/nl/workspace/verify", [("record", channel.id.description)], as: person)
        #expect(answer.status == .forbidden)
        #expect(try await work.published(channel.id).verified == nil)
        #expect(try await work.post("/nl/workspace/verify", [("record", "nope")], as: .coordinator).status == .notFound)
        #expect(try await work.post("/nl/workspace/verify", [], as: .coordinator).status == .unprocessableContent)
    }

    // MARK: The link in a letter

    /// A site in which a reminder was sent 91 days ago, and the path of its link.
    private func reminded(_ language: Language = .nl) async throws -> (WorkSite, Record, String) {
        let work = try await WorkSite()
        let channel = try work.channel()
        try await due(work, channel)
        try await work.tend(after: 0)
        let token = try await work.token(of: channel.id)
        return (work, channel, "/\(language)/workspace/still-right/\(token)")
    }

    @Test(arguments: Language.allCases)
    func theLinkShowsFactsAndOneButtonAndChangesNothing(_ language: Language) async throws {
        let (work, channel, path) = try await reminded(language)
        for _ in 0..<2 {
            let answer = try await work.get(path, as: nil)
            #expect(answer.status == .ok)
            let page = try Markup(answer.body)
            #expect(page.all("form").filter { $0.attributes["method"] == "post" }.count == 1)
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.body.contains("noindex"))
        }
        #expect(try await work.published(channel.id).verified?.on.description == "2026-01-05")
    }

    @Test(arguments: Language.allCases)
    func oneClickChecksItAndSaysThanks(_ language: Language) async throws {
        let (work, channel, path) = try await reminded(language)
        let answer = try await work.post(path, [], as: nil)
        #expect(answer.status == .ok)
        let now = try await work.published(channel.id)
        #expect(now.verified?.on.description == "2026-11-23")
        #expect(now.verified?.by == .letter)
        #expect(now.verified?.organisation == WorkSite.childFocus)
        #expect(answer.body.contains("Child Focus"))
        let again = try await work.post(path, [], as: nil)
        #expect(again.status == .gone)
        #expect(try await work.get(path, as: nil).status == .gone)
        #expect(!again.body.contains(path))
        let trail = try await work.store.trail(TrailSelection(object: channel.id.description, deeds: [.verified]))
        #expect(trail.first?.detail == "letter")
    }

    @Test func aLinkThatIsTooOldOrMadeUpOpensNothing() async throws {
        let (work, channel, path) = try await reminded()
        let token = try #require(path.split(separator: "/").last.map(String.init))
        let later = try await work.workspace(after: Reminder.days + 1)
        #expect(try await later.reminded(token) == nil)
        for wrong in [SecretToken.new().text, "x", token + "A"] {
            #expect(try await work.get("/nl/workspace/still-right/\(wrong)", as: nil).status == .gone)
            #expect(try await work.post("/nl/workspace/still-right/\(wrong)", [], as: nil).status == .gone)
        }
        #expect(try await work.published(channel.id).verified?.on.description == "2026-01-05")
    }

    @Test func aLinkOfSomebodyWhoLeftOpensNothing() async throws {
        let (work, channel, path) = try await reminded()
        var account = try #require(try await work.store.find(Account.self, "otherEditor"))
        account.value.organisation = WorkSite.stranger
        var leaving = Work(by: "test", at: TestSite.noon)
        try leaving.put(account)
        try await work.store.commit(leaving)
        #expect(try await work.post(path, [], as: nil).status == .gone)
        #expect(try await work.published(channel.id).verified?.on.description == "2026-01-05")
    }

    @Test func noOtherSiteClicksForSomebody() async throws {
        let (work, channel, path) = try await reminded()
        let answer = try await work.site.post(path, "", headers: [.origin: "https://elsewhere.example"])
        #expect(answer.status == .forbidden)
        #expect(try await work.published(channel.id).verified?.on.description == "2026-01-05")
    }
}
