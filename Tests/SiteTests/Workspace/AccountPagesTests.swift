import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Editorial
@testable import Site

/// The pages of accounts: who sees which, what they say, and what is wrong with a form.
@Suite struct AccountPagesTests {
    private static let open = ["sign-in", "forgot", "invitation/nonsense"]
    private static let inside = ["account", "second-factor", "people", "tokens", "trail", "people/editor"]

    /// Every page is well formed and speaks its language.
    @Test(arguments: Language.allCases)
    func everyPageInEveryLanguage(_ language: Language) async throws {
        let work = try await WorkSite()
        for path in Self.open + Self.inside {
            // Tokens are those of an organisation.
            let person: WorkSite.Person? =
                Self.open.contains(path) ? nil : path == "tokens" ? .editor : .coordinator
            let answer = try await work.get("/\(language)/workspace/\(path)", as: person)
            #expect([.ok, .gone].contains(answer.status), "\(path)")
            let page = try Markup(answer.body)
            #expect(page.all("html").first?.attributes["lang"] == language.rawValue)
            #expect(page.all("h1").count == 1 && answer.body.contains("noindex"), "\(path)")
            for key in TextKey.allCases where key.rawValue.contains(".") {
                #expect(!answer.body.contains(">\(key.rawValue)<"), "\(path): \(key)")
            }
            // Every label has its field, and no two fields share a name for it.
            let ids = page.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count, "\(path): \(ids)")
            for target in page.all("label").compactMap({ $0.attributes["for"] }) {
                #expect(ids.contains(target), "\(path): \(target)")
            }
        }
    }

    @Test(arguments: [
        ("people", [WorkSite.Person.editor, .otherEditor, .outsider, .coordinator]),
        ("tokens", [.editor, .otherEditor, .outsider]), ("trail", [.coordinator]),
        ("account", WorkSite.Person.allCases), ("people/contributor", [.editor, .coordinator]),
    ])
    func onlyThoseWhoMay(_ path: String, _ allowed: [WorkSite.Person]) async throws {
        let work = try await WorkSite()
        for person in WorkSite.Person.allCases {
            let answer = try await work.get("/nl/workspace/\(path)", as: person)
            let refusals: [HTTPResponse.Status] = [.forbidden, .notFound]
            #expect(
                allowed.contains(person) ? answer.status == .ok : refusals.contains(answer.status),
                "\(path) \(person): \(answer.status)")
        }
        #expect(try await work.get("/nl/workspace/\(path)", as: nil).status == .found)
    }

    // MARK: People

    @Test func anInvitationWithFaultsComesBackFilled() async throws {
        let work = try await WorkSite()
        let texts = Texts.of(.fr)
        let answer = try await work.post(
            "/fr/workspace/people",
            [
                ("email", "anna at example"), ("name", ""), ("language", "de"), ("organisation", ""),
                ("roles", "editor"),
            ],
            as: .coordinator)
        #expect(answer.status == .unprocessableContent && answer.body.contains("anna at example"))
        for fault in [texts(.teamEmailFault), texts(.teamNameFault, "80"), texts(.teamOrganisationFault)] {
            // On top, and beside the field.
            #expect(answer.body.components(separatedBy: fault).count == 3, "\(fault)")
        }
        #expect(
            try Markup(answer.body).all("option").contains {
                $0.attributes["selected"] != nil && $0.attributes["value"] == "de"
            })
        let none = try await work.post("/fr/workspace/people", [("email", "a@b.be"), ("name", "A")], as: .editor)
        #expect(none.body.contains(texts(.teamRolesFault)))
        #expect(try await work.workspace.account(email: "a@b.be") == nil)
    }

    /// What the form does not offer is refused all the same.
    @Test func anEditorCanNotGiveMoreThanOffered() async throws {
        let work = try await WorkSite()
        let page = try Markup(try await work.get("/nl/workspace/people", as: .editor).body)
        let offered = page.all("input").filter { $0.attributes["name"] == "roles" }.compactMap {
            $0.attributes["value"]
        }
        #expect(Set(offered) == ["contributor", "editor", "handler"])
        let forged = try await work.post(
            "/nl/workspace/people",
            [("email", "x@example.be"), ("name", "X"), ("roles", "coordinator"), ("organisation", "child-focus")],
            as: .editor)
        #expect(forged.status == .forbidden)
        // The organisation is always the own one.
        _ = try await work.post(
            "/nl/workspace/people",
            [("email", "y@example.be"), ("name", "Y"), ("roles", "editor"), ("organisation", "child-focus")],
            as: .editor)
        #expect(try await work.workspace.account(email: "y@example.be")?.organisation == WorkSite.mediawijs)
        for (part, status) in [
            ("roles", HTTPResponse.Status.forbidden), ("take-factor", .forbidden), ("x", .unprocessableContent),
        ] {
            let answer = try await work.post(
                "/nl/workspace/people/contributor",
                [("part", part), ("roles", "coordinator"), ("organisation", "mediawijs")], as: .editor)
            #expect(answer.status == status, "\(part)")
        }
        #expect(
            try await work.post("/nl/workspace/people/otherEditor", [("part", "disable")], as: .editor).status
                == .forbidden)
        #expect(
            try await work.post("/nl/workspace/people/nobody", [("part", "disable")], as: .editor).status == .notFound)
    }

    @Test func rolesAccessAndTheSecondFactorOfAPerson() async throws {
        let work = try await WorkSite()
        let path = "/nl/workspace/people/contributor"
        func post(_ fields: [(String, String)]) async throws -> TestSite.Answer {
            try await work.post(path, fields, as: .coordinator)
        }
        #expect(try await post([("part", "roles"), ("organisation", "mediawijs")]).status == .unprocessableContent)
        let roles = [("part", "roles"), ("roles", "editor"), ("roles", "reader"), ("organisation", "mediawijs")]
        #expect(try await post(roles).headers[.location] == path + "?said=saved")
        var account = try #require(try await work.workspace.account(email: "contributor@example.be"))
        #expect(account.roles == [.editor, .reader])
        // The session is over: other roles, another sign-in.
        #expect(try await work.get("/nl/workspace/account", as: .contributor).status == .found)
        _ = try await post([("part", "take-factor")])
        _ = try await post([("part", "disable")])
        account = try #require(try await work.workspace.account(email: "contributor@example.be"))
        #expect(account.secondFactor == nil && account.isDisabled)
        let page = try await work.get(path, as: .coordinator)
        let texts = Texts.of(.nl)
        for text in [texts(.teamEnable), texts(.teamDisabled), texts(.deedTookSecondFactor), texts(.deedDisabled)] {
            #expect(page.body.contains(text), "\(text)")
        }
        // Nobody shuts themselves out.
        let own = try await work.get("/nl/workspace/people/coordinator", as: .coordinator)
        #expect(!own.body.contains(texts(.teamDisable)))
        #expect(
            try await work.post("/nl/workspace/people/coordinator", [("part", "disable")], as: .coordinator).status
                == .conflict)
    }

    // MARK: The own account

    @Test func thePasswordNeedsThePresentOne() async throws {
        let accounts = try AccountSite()
        try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let (anna, other) = (Visitor(accounts), Visitor(accounts))
        _ = try await anna.signIn("anna")
        _ = try await other.signIn("anna")
        let path = "/nl/workspace/account"
        let new = "een ander stel losse woorden"
        func change(_ present: String, _ new: String) async throws -> TestSite.Answer {
            let page = try await anna.get(path)
            let code = try Form(action: path, in: page.body).hidden.filter { $0.0 == "form-code" }
            return try await anna.post(
                path, code + [("part", "password"), ("present-password", present), ("new-password", new)])
        }
        let wrong = try await change("verkeerd", new)
        #expect(wrong.status == .unprocessableContent && wrong.body.contains(Texts.of(.nl)(.passwordPresentWrong)))
        let short = try await change(AccountSite.password, "kort")
        #expect(short.status == .unprocessableContent && short.body.contains(Texts.of(.nl)(.passwordTooShort, "12")))
        let done = try await change(AccountSite.password, new)
        #expect(done.headers[.location] == path + "?said=password-changed")
        #expect(try await other.get(path).status == .found)
        #expect(try await anna.get(path).status == .ok)
        #expect(try await accounts.letters().last?.subject == Texts.of(.nl)(.letterPasswordSubject))
        // Guessing at it here is guessing.
        var last = HTTPResponse.Status.ok
        for _ in 0..<12 { last = try await change("verkeerd", new).status }
        #expect(last == .tooManyRequests)
    }

    /// Somebody at a screen that was left open can't take the account over.
    @Test func whatProtectsTheAccountNeedsThePassword() async throws {
        let accounts = try AccountSite()
        let account = try await accounts.member("anna", [.editor], of: WorkSite.mediawijs)
        let anna = Visitor(accounts)
        _ = try await anna.signIn("anna")
        let path = "/nl/workspace/second-factor"
        let page = try await anna.get(path)
        let shown = try #require(try Markup(page.body).elements.first { $0.attributes["class"] == "secret" }).text
        let code = AccountJourneyTests.code(try #require(Base32.bytes(of: shown)), accounts)
        for password in ["", "verkeerd"] {
            let refused = try await anna.send(path, on: page, [("password", password), ("code", code)])
            #expect(refused.status == .unprocessableContent)
        }
        #expect(try await accounts.store.find(Account.self, account.id)?.value.secondFactor == nil)
        _ = try await anna.send(path, on: page, [("password", AccountSite.password), ("code", code)])
        #expect(try await accounts.store.find(Account.self, account.id)?.value.secondFactor != nil)
        // New recovery codes likewise, and each time others.
        func newCodes(_ password: String) async throws -> [String] {
            let page = try await anna.get("/nl/workspace/account")
            let form = try Form(action: "/nl/workspace/account", in: page.body).hidden.filter { $0.0 == "form-code" }
            let answer = try await anna.post(
                "/nl/workspace/account", form + [("part", "codes"), ("password", password)])
            return try Markup(answer.body).all("li").filter { $0.attributes["class"] == "secret" }.map(\.text)
        }
        #expect(try await newCodes("verkeerd").isEmpty)
        let (first, second) = (try await newCodes(AccountSite.password), try await newCodes(AccountSite.password))
        #expect(first.count == 10 && second.count == 10 && Set(first).isDisjoint(with: second))
    }

    // MARK: Keys of programs

    @Test func aKeyIsShownOnce() async throws {
        let work = try await WorkSite()
        let path = "/nl/workspace/tokens"
        #expect(try await work.post(path, [("label", "")], as: .editor).status == .unprocessableContent)
        let made = try await work.post(path, [("label", "Onze <site>")], as: .editor)
        let token = try #require(try Markup(made.body).elements.first { $0.attributes["class"] == "secret" }).text
        #expect(try await work.workspace.member(for: token)?.actor.account == "editor")
        let page = try await work.get(path, as: .editor)
        #expect(!page.body.contains(token) && page.body.contains("Onze &lt;site&gt;"))
        #expect(page.body.contains(Texts.of(.nl)(.tokenLastUsed, "23 november 2026")))
        let id = try #require(try await work.workspace.tokens(for: WorkSite.Person.editor.actor).first?.id)
        #expect(try await work.post(path, [("end", id)], as: .otherEditor).status == .notFound)
        #expect(try await work.post(path, [("end", id)], as: .editor).headers[.location] == path + "?said=token-ended")
        #expect(try await work.workspace.member(for: token) == nil)
        for person in [WorkSite.Person.contributor, .reader, .handler, .coordinator] {
            #expect(try await work.post(path, [("label", "x")], as: person).status == .forbidden, "\(person)")
        }
    }

    // MARK: The trail

    @Test func theTrailIsFilteredAndPaged() async throws {
        let work = try await WorkSite()
        let texts = Texts.of(.de)
        for number in 0..<60 {
            _ = try await work.workspace.invite(
                Workspace.Invitee(
                    email: "n\(number)@example.be", name: "N\(number)", language: .nl, organisation: nil,
                    roles: [.reader]), by: WorkSite.Person.coordinator.actor)
        }
        _ = try await work.workspace.makeToken(label: "x", by: WorkSite.Person.editor.actor)
        let path = "/de/workspace/trail"
        let all = try await work.get(path, as: .coordinator)
        #expect(all.body.contains(texts(.deedMadeToken)) && all.body.contains(texts(.deedInvited)))
        let older = try #require(
            try Markup(all.body).all("a").first { $0.attributes["rel"] == "next" }?.attributes["href"])
        #expect(older == path + "?page=2")
        let second = try await work.get(older, as: .coordinator)
        #expect(second.body.contains("rel=\"prev\"") && !second.body.contains("rel=\"next\""))
        func lines(_ query: String) async throws -> Int {
            let page = try Markup(try await work.get(path + query, as: .coordinator).body)
            return page.all("li").count { $0.text.contains("2026") }
        }
        #expect(try await lines("?deed=made-token") == 1)
        #expect(try await lines("?person=editor") == 1)
        #expect(try await lines("?person=coordinator&deed=made-token") == 0)
        #expect(try await lines("?organisation=mediawijs") == 1)
        #expect(try await lines("?object=mediawijs") == 1)
        #expect(try await lines("?object=nothing") == 0)
        // Nonsense is no filter.
        for nonsense in ["?deed=x", "?organisation=%3Cb%3E", "?page=-3", "?page=x"] {
            #expect(try await lines(nonsense) == 50, "\(nonsense)")
        }
        #expect(try await work.get(path + "?page=9999999999999999999", as: .coordinator).status == .ok)
    }

    @Test(arguments: Language.allCases)
    func everyDeedHasWords(_ language: Language) {
        let words = Deed.allCases.map { Texts.of(language)($0.words) }
        #expect(words.allSatisfy { !$0.isEmpty && !$0.contains("deed.") })
        #expect(Set(words).count == words.count)
    }
}
