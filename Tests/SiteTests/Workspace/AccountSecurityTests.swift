import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Editorial
@testable import Site

/// What must not happen at the door: nobody learns who has an account, nobody is led away, nobody is shut out.
@Suite struct AccountSecurityTests {
    private let signIn = "/nl/workspace/sign-in"

    // MARK: Enumeration

    /// Unknown address, wrong password, shut out, not begun yet: the very same answer.
    @Test func theAnswerTellsNothing() async throws {
        let accounts = try AccountSite()
        try await accounts.member("known", [.editor], of: WorkSite.mediawijs)
        let out = try await accounts.member("outed", [.editor], of: WorkSite.mediawijs)
        try await accounts.workspace.disable(out.id, true, by: ShellCommand("betternet account disable"))
        _ = try await accounts.workspace.invite(
            Workspace.Invitee(
                email: "young@example.be", name: "Young", language: .nl, organisation: nil, roles: [.reader]),
            by: ShellCommand("betternet account add"))
        var answers: Set<String> = []
        for (name, password) in [
            ("nobod", AccountSite.password), ("known", "verkeerd"), ("outed", AccountSite.password),
            ("outed", "verkeerd"), ("young", AccountSite.password), ("young", ""),
        ] {
            let answer = try await Visitor(accounts).signIn(name, password: password)
            #expect(answer.status == .unprocessableContent)
            answers.insert(
                answer.body.replacing(name, with: "NAME") + "\(answer.headers.map(\.description).sorted())")
        }
        #expect(answers.count == 1)
        // A forgotten password likewise.
        answers = []
        for name in ["nobod", "known", "outed", "young"] {
            let answer = try await Visitor(accounts).fill(
                "/nl/workspace/forgot", [("email", "\(name)@example.be")])
            #expect(answer.status == .ok && answer.body.contains(Texts.of(.nl)(.signInForgotDone)))
            answers.insert(answer.body + "\(answer.headers.map(\.description).sorted())")
        }
        #expect(answers.count == 1)
        let resets = try await accounts.letters().filter { $0.subject == Texts.of(.nl)(.letterResetSubject) }
        #expect(resets.map(\.to.address.description) == ["known@example.be"])
    }

    /// An invitation of an address that has an account looks like any other.
    @Test func invitingTellsNothing() async throws {
        let accounts = try AccountSite()
        try await accounts.member("known", [.editor], of: WorkSite.childFocus)
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let anna = Visitor(accounts)
        _ = try await anna.signIn("anna")
        for name in ["known", "fresh"] {
            let answer = try await anna.fill(
                "/nl/workspace/people",
                [("email", "\(name)@example.be"), ("name", "X"), ("language", "nl"), ("roles", "contributor")])
            #expect(answer.headers[.location] == "/nl/workspace/people?said=invitation-sent")
        }
        let letters = try await accounts.letters()
        #expect(letters.contains { $0.subject == Texts.of(.nl)(.letterKnownSubject, "Betternet") })
        #expect(letters.contains { $0.to.address.description == "fresh@example.be" })
        #expect(try await accounts.workspace.account(email: "known@example.be")?.organisation == WorkSite.childFocus)
    }

    // MARK: Redirects

    private static let elsewhere = [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/nl//evil.example",
        "/nl/workspace//evil.example", "/%2f%2fevil.example", "/nl/workspace/%2f%2fevil.example", "javascript:alert(1)",
        "/nl/workspace/../../evil", "/nl/workspace/%2e%2e/x", "/nl/workspace/%5c%5cevil", "nl/workspace", "/workspace",
        "/xx/workspace", "/nl/help", "/nl/workspace#x", "/nl/workspace/a b", "/nl/workspace\r\nX: y", "",
        "/nl@evil.example/workspace", "https:/nl/workspace", "/nl/workspace/%", "/nl/workspace/é",
        "/nl/workspace/" + String(repeating: "a", count: 2_000),
    ]

    @Test(arguments: elsewhere)
    func leadsNowhereElse(_ next: String) async throws {
        #expect(LocalPath(next) == nil)
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        for field in ["next", "resume"] {
            let anna = Visitor(accounts)
            let answer = try await anna.post(
                signIn,
                [
                    ("email", "anna@example.be"), ("password", AccountSite.password), (field, next), ("kept", "a=b"),
                ])
            #expect(answer.status == .seeOther && answer.headers[.location] == "/nl/workspace", "\(field)")
        }
    }

    @Test func leadsToPagesOfTheWorkspace() {
        for path in [
            "/nl/workspace", "/fr-simple/workspace/people", "/nl/workspace/trail?page=2&deed=invited",
            "/de/workspace/entries/awel-102", "/nl/workspace/reports",
        ] { #expect(LocalPath(path)?.description == path) }
    }

    // MARK: Limits

    /// Whoever guesses at an account keeps nobody else from it, not even its owner.
    @Test func guessingShutsNobodyOut() async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let guesser = Visitor(accounts, from: "198.51.100.7")
        var statuses: [HTTPResponse.Status] = []
        for _ in 0..<14 { statuses.append(try await guesser.signIn("anna", password: "verkeerd").status) }
        #expect(statuses.prefix(10).allSatisfy { $0 == .unprocessableContent })
        #expect(statuses.dropFirst(10).allSatisfy { $0 == .tooManyRequests })
        let refused = try await guesser.signIn("anna")
        #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "180")
        #expect(refused.body.contains(Texts.of(.nl)(.signInTooOften, count: 3)))
        // Another source, and another account from the same source.
        #expect(try await Visitor(accounts, from: "203.0.113.9").signIn("anna").status == .seeOther)
        #expect(try await guesser.signIn("bert", password: "x").status == .unprocessableContent)
        // A while later it may try again.
        accounts.wait(181)
        #expect(try await guesser.signIn("anna").status == .seeOther)
    }

    /// Signing in rightly, however often, uses nothing up.
    @Test func whoeverIsRightIsNeverRefused() async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        for _ in 0..<25 { #expect(try await Visitor(accounts).signIn("anna").status == .seeOther) }
    }

    @Test func codesAreGuessedFiveTimesASessionAndTwentyTimesInAll() async throws {
        let accounts = try AccountSite()
        let account = try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        var kept = try #require(try await accounts.store.find(Account.self, account.id))
        kept.value.secondFactor = SecondFactor(
            secret: OneTimeSecret(), lastStep: nil, recovery: RecoveryCodes.new().kept)
        var work = Work(by: "test", at: accounts.workspace.now)
        try work.put(kept)
        try await accounts.store.commit(work)
        for round in 1...4 {
            let visitor = Visitor(accounts, from: "198.51.100.\(round)")
            _ = try await visitor.signIn("anna")
            for attempt in 1...5 {
                let answer = try await visitor.fill("/nl/workspace/code", [("code", "000000")])
                #expect(answer.status == (attempt < 5 ? .unprocessableContent : .unauthorized), "\(round) \(attempt)")
                if attempt == 5 { #expect(answer.body.contains(Texts.of(.nl)(.signInCodesUsedUp))) }
            }
            #expect(visitor.session == nil)
        }
        let last = Visitor(accounts, from: "198.51.100.99")
        _ = try await last.signIn("anna")
        #expect(try await last.fill("/nl/workspace/code", [("code", "000000")]).status == .tooManyRequests)
    }

    // MARK: Cookies, and forms of others

    @Test func theCookieIsForThisSiteAndNoScript() async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let anna = Visitor(accounts)
        let answer = try await anna.signIn("anna")
        let set = try #require(answer.headers[.setCookie])
        for part in ["__Host-session=", "; HttpOnly", "; SameSite=Lax", "; Secure", "; Path=/", "; Max-Age=28800"] {
            #expect(set.contains(part), "\(part)")
        }
        #expect(answer.headers[.cacheControl] == "no-store")
        for path in [signIn, "/nl/workspace/forgot", "/nl/workspace/account", "/nl/workspace/people"] {
            #expect(try await anna.get(path).headers[.cacheControl] ?? "no-store" == "no-store", "\(path)")
        }
        let out = try await anna.fill("/nl/workspace/sign-out", page: "/nl/workspace/account")
        let clear = try #require(HTTPField.Name("Clear-Site-Data"))
        #expect(out.headers[clear] == "\"cache\", \"cookies\", \"storage\"" && anna.session == nil)
    }

    /// A form without the code of the session does nothing; one of another site is refused.
    @Test func formsOfOtherSitesDoNothing() async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let anna = Visitor(accounts)
        _ = try await anna.signIn("anna")
        let forged = try await anna.post("/nl/workspace/account", [("part", "profile"), ("name", "Forged")])
        #expect(forged.status == .ok)
        #expect(try await accounts.workspace.account(email: "anna@example.be")?.name == "Anna")
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for path in [signIn, "/nl/workspace/sign-out", "/nl/workspace/forgot", "/nl/workspace/account"] {
            let answer = try await accounts.site.post(
                path, "a=b", headers: [site: "cross-site", .cookie: "__Host-session=\(anna.session ?? "")"])
            #expect(answer.status == .forbidden, "\(path)")
        }
        #expect(try await anna.get("/nl/workspace/account").status == .ok)
    }

    // MARK: Shutting out

    @Test func whoeverIsShutOutIsOutAtOnce() async throws {
        let accounts = try AccountSite()
        let account = try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let anna = Visitor(accounts)
        _ = try await anna.signIn("anna")
        let page = try await anna.get("/nl/workspace/account")
        try await accounts.workspace.disable(account.id, true, by: ShellCommand("betternet account disable"))
        #expect(try await anna.get("/nl/workspace/account").status == .found)
        let answer = try await anna.send("/nl/workspace/account", on: page, [("name", "Nog snel"), ("language", "nl")])
        #expect(answer.status == .unauthorized)
        #expect(try await accounts.workspace.account(email: "anna@example.be")?.name == "Anna")
    }
}
