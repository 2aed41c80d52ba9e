import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Editorial
@testable import Site

/// From an invitation to the work list and out again, as a browser without script sees it.
@Suite struct AccountJourneyTests {
    /// The code that a device shows whose secret stands on a page.
    private func code(of page: TestSite.Answer, _ accounts: AccountSite, step: Int = 0) throws -> String {
        let shown = try #require(try Markup(page.body).elements.first { $0.attributes["class"] == "secret" }).text
        return Self.code(try #require(Base32.bytes(of: shown)), accounts, step: step)
    }

    static func code(_ secret: Data, _ accounts: AccountSite, step: Int = 0) -> String {
        OneTimeCode.code(
            OneTimeSecret(bytes: secret), counter: UInt64(OneTimeCode.step(at: accounts.workspace.now) + step),
            digits: OneTimeCode.digits)
    }

    @Test(arguments: Language.allCases)
    func fromTheInvitationToTheRecoveryCode(_ language: Language) async throws {
        let accounts = try AccountSite()
        let texts = Texts.of(language)
        _ = try await accounts.workspace.invite(
            Workspace.Invitee(
                email: "anna@example.be", name: "Anna", language: language, organisation: nil, roles: [.coordinator]),
            by: ShellCommand("betternet account add"))
        let letter = try #require(try await accounts.letters().first)
        #expect(letter.language == language && letter.to.address.description == "anna@example.be")
        let link = try #require(letter.paths.first)
        #expect(link.hasPrefix("/\(language)/workspace/invitation/"))

        // The link shows whom it is for, and says what is wrong with a password.
        let anna = Visitor(accounts)
        #expect(try await anna.get(link).body.contains("anna@example.be"))
        for (password, fault) in [
            ("k0rt!", texts(.passwordTooShort, "12")), ("Anna anna anna", texts(.passwordPersonal)),
            ("wachtwoord123", texts(.passwordCommon)), ("qwertyuiopas", texts(.passwordPattern)),
        ] {
            let refused = try await anna.fill(link, [("new-password", password)])
            #expect(refused.status == .unprocessableContent && refused.body.contains(fault), "\(password)")
            #expect(!refused.body.contains(password))
        }
        let set = try await anna.fill(link, [("new-password", AccountSite.password)])
        #expect(set.headers[.location] == "/\(language)/workspace/sign-in?said=password-set" && anna.session == nil)
        #expect(
            try await anna.get(try #require(set.headers[.location])).body.contains(texts(.signInPasswordSet)))
        let used = try await anna.get(link)
        #expect(used.status == .gone && used.body.contains(texts(.accountLinkGone)))

        // A coordinator sets a device up before anything else.
        let workspace = "/\(language)/workspace"
        #expect(try await anna.signIn("anna", language: language).headers[.location] == workspace + "/second-factor")
        let weak = anna.session
        for path in ["/people", "/trail", "/account"] {
            #expect(
                try await anna.get(workspace + path).headers[.location]
                    == workspace + "/second-factor?next=%2F\(language)%2Fworkspace%2F" + path.dropFirst())
        }
        let page = try await anna.get(workspace + "/second-factor")
        #expect(try Markup(page.body).all("svg").contains { $0.attributes["class"] == "qr" })
        let wrong = try await anna.send(workspace + "/second-factor", on: page, [("code", "000000")])
        #expect(wrong.status == .unprocessableContent && wrong.body.contains(texts(.accountFactorWrong)))
        let first = try code(of: page, accounts)
        let codes = try await anna.send(workspace + "/second-factor", on: page, [("code", first)])
        let recovery = try Markup(codes.body).all("li").filter { $0.attributes["class"] == "secret" }.map(\.text)
        #expect(recovery.count == 10 && codes.headers[.cacheControl] == "no-store" && anna.session != weak)
        #expect(try await anna.get(workspace + "/people").status == .ok)

        // Out; the next time with the password and a code, and a code works once.
        let strong = anna.session
        let out = try await anna.fill(workspace + "/sign-out", page: workspace + "/account")
        #expect(out.status == .seeOther && anna.session == nil)
        anna.show(session: strong)
        #expect(try await anna.get(workspace + "/account").status == .found)
        anna.show(session: nil)
        #expect(try await anna.signIn("anna", language: language).headers[.location] == workspace + "/code")
        let half = anna.session
        let replay = try await anna.fill(workspace + "/code", [("code", first)])
        #expect(replay.status == .unprocessableContent && replay.body.contains(texts(.signInCodeWrong)))
        let inside = try await anna.fill(workspace + "/code", [("code", recovery[0])])
        #expect(inside.headers[.location] == workspace && anna.session != half)
        #expect(try await anna.get(workspace + "/account").status == .ok)
        #expect(!accounts.log.text.contains(AccountSite.password) && !accounts.log.text.contains("anna@"))
    }

    /// Whoever comes from somewhere goes on there, through both steps.
    @Test func goesOnWhereItWasToGo() async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let anna = Visitor(accounts)
        let door = try #require(try await anna.get("/fr/workspace/people").headers[.location])
        #expect(door == "/fr/workspace/sign-in?next=%2Ffr%2Fworkspace%2Fpeople")
        let page = try await anna.get(door)
        let inside = try await anna.send(
            "/fr/workspace/sign-in", on: page, [("email", "anna@example.be"), ("password", AccountSite.password)])
        #expect(inside.headers[.location] == "/fr/workspace/people")
        // Signed in already, the door is open.
        #expect(try await anna.get(door).headers[.location] == "/fr/workspace/people")
    }

    @Test func sessionsAreListedAndEnded() async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let (here, there, third) = (Visitor(accounts), Visitor(accounts), Visitor(accounts))
        for visitor in [there, third, here] {
            _ = try await visitor.signIn("anna")
            accounts.wait(61)
        }
        let path = "/nl/workspace/account"
        let page = try await here.get(path)
        #expect(page.body.components(separatedBy: "Firefox, Linux").count > 3)
        #expect(page.body.contains("23 november 2026") && page.body.contains(Texts.of(.nl)(.accountSessionHere)))
        let id = try await there.visit().session.id
        let form: [(String, String)] = try Form(action: path, in: page.body).hidden.filter { $0.0 == "form-code" }
        _ = try await here.post(path, form + [("part", "sessions"), ("session", id)])
        #expect(try await there.get(path).status == .found)
        #expect(try await third.get(path).status == .ok)
        _ = try await here.post(path, form + [("part", "sessions"), ("session", "others")])
        #expect(try await third.get(path).status == .found)
        #expect(try await here.get(path).status == .ok)
        // Somebody else's session is none of theirs.
        try await accounts.member("bert", [.editor], of: WorkSite.mediawijs)
        let bert = Visitor(accounts)
        _ = try await bert.signIn("bert")
        let his = try await bert.visit().session.id
        _ = try await here.post(path, form + [("part", "sessions"), ("session", his)])
        #expect(try await bert.get(path).status == .ok)
    }

    // MARK: Nothing is lost

    /// A session that is over in the middle of a form: signed in again, also through the code, it goes where it was to go.
    @Test(arguments: [false, true])
    func aLostSessionLosesNothing(_ withCode: Bool) async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let anna = Visitor(accounts)
        _ = try await anna.signIn("anna")
        let path = "/nl/workspace/account"
        var secret = Data()
        if withCode {
            let page = try await anna.get("/nl/workspace/second-factor")
            let shown = try #require(try Markup(page.body).elements.first { $0.attributes["class"] == "secret" }).text
            secret = try #require(Base32.bytes(of: shown))
            let set = try await anna.send(
                "/nl/workspace/second-factor", on: page,
                [("password", AccountSite.password), ("code", Self.code(secret, accounts))])
            #expect(set.status == .ok)
        }
        let page = try await anna.get(path)
        accounts.wait(AccountSession.idle + 1)
        let typed = [
            ("name", "Anna & <Zoë>"), ("language", "de"), ("words", "één\ntwee=2&drie"), ("letters", "directory"),
            ("new-password", "nooit terug"),
        ]
        var answer = try await anna.send(path, on: page, typed)
        #expect(answer.status == .unauthorized && answer.body.contains("drie") && !answer.body.contains("nooit terug"))
        // A wrong password on the way keeps it too.
        answer = try await anna.send(
            "/nl/workspace/sign-in", on: answer, [("email", "anna@example.be"), ("password", "verkeerd")])
        #expect(answer.status == .unprocessableContent && answer.body.contains("drie"))
        answer = try await anna.send(
            "/nl/workspace/sign-in", on: answer, [("email", "anna@example.be"), ("password", AccountSite.password)])
        if withCode {
            answer = try await anna.send("/nl/workspace/code", on: answer, [("code", "000000")])
            #expect(answer.status == .unprocessableContent)
            answer = try await anna.send("/nl/workspace/code", on: answer, [("code", Self.code(secret, accounts))])
        }
        #expect(answer.status == .ok && answer.body.contains(Texts.of(.nl)(.sendAgainText)))
        answer = try await anna.send(path, on: answer)
        #expect(answer.headers[.location] == path + "?said=saved")
        let account = try #require(try await accounts.workspace.account(email: "anna@example.be"))
        #expect(account.name == "Anna & <Zoë>" && account.language == .de && account.knowsWords == "één\ntwee=2&drie")
        #expect(account.isInDirectory && !account.wantsDigest)
    }

    /// A form of an earlier session is not done, and not lost.
    @Test func anOldFormIsSentOnceMore() async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let anna = Visitor(accounts)
        _ = try await anna.signIn("anna")
        let path = "/nl/workspace/account"
        let old = try await anna.get(path)
        anna.show(session: nil)
        _ = try await anna.signIn("anna")
        let again = try await anna.send(path, on: old, [("name", "Anna Nieuw"), ("language", "nl")])
        #expect(again.status == .ok && again.body.contains("Anna Nieuw"))
        #expect(try await accounts.workspace.account(email: "anna@example.be")?.name == "Anna")
        _ = try await anna.send(path, on: again)
        #expect(try await accounts.workspace.account(email: "anna@example.be")?.name == "Anna Nieuw")
    }
}

extension Visitor {
    /// Sends a form without anything typed that stands on another page.
    func fill(_ path: String, page: String) async throws -> TestSite.Answer {
        try await send(path, on: try await get(page))
    }
}
