import Catalogue
import Foundation
import Testing

@testable import Editorial

/// Sessions, the second factor, and tokens of programs.
@Suite struct AccountsSessionTests {
    private let desk = AccountsDesk()
    private var workspace: Workspace { desk.workspace }

    // MARK: Sessions

    @Test func sessionsEndAloneAndTogether() async throws {
        try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let idle = try #require(try await desk.signIn("anna"))
        desk.wait(AccountSession.idle - 1)
        #expect(try await workspace.visit(idle.text) != nil)
        desk.wait(AccountSession.idle)
        #expect(try await workspace.visit(idle.text) == nil)
        let busy = try #require(try await desk.signIn("anna"))
        for _ in 0..<31 {
            desk.wait(900)
            #expect(try await workspace.visit(busy.text) != nil)
        }
        desk.wait(901)
        #expect(try await workspace.visit(busy.text) == nil)
        // What is over is forgotten, what is open is not.
        let open = try #require(try await desk.signIn("anna"))
        try await workspace.forgetWhatIsOver()
        #expect(try await desk.store.all(AccountSession.self).count == 1)
        #expect(try await workspace.visit(open.text) != nil)
    }

    /// A browser that signs in again leaves no session behind.
    @Test func signingInAgainEndsWhatTheBrowserHad() async throws {
        try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let first = try #require(try await desk.signIn("anna"))
        _ = try await workspace.signIn(
            email: "anna@example.be", password: AccountsDesk.password, device: "", replacing: first.text)
        #expect(try await workspace.visit(first.text) == nil)
    }

    /// A hash with other parameters is made anew while the password is at hand.
    @Test func parametersAreRaisedAtTheNextSignIn() async throws {
        let account = try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let stronger = desk.workspace(rounds: 4)
        _ = try await stronger.signIn(email: account.email, password: AccountsDesk.password, device: "")
        let kept = try #require(try await desk.store.find(Account.self, account.id)?.value.password)
        #expect(kept.parameters == ScryptParameters(rounds: 4) && kept.matches(AccountsDesk.password))
    }

    @Test func failuresAreNotedWithoutTheAddressOfStrangers() async throws {
        let account = try await desk.member("anna", [.editor], of: AccountsDesk.one)
        #expect(try await desk.signIn("anna", password: "verkeerd maar wel lang") == nil)
        #expect(try await desk.signIn("nobody") == nil)
        let lines = try await desk.store.trail(TrailSelection(deeds: [.signInFailed]))
        #expect(lines.map(\.object) == ["", account.id])
        #expect(lines.allSatisfy { $0.account == nil && !$0.name.contains("nobody") })
    }

    @Test func aNewPasswordEndsTheOtherSessionsAndLinks() async throws {
        try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let other = try await desk.visit("anna")
        let here = try await desk.visit("anna")
        try await workspace.forget(email: "anna@example.be")
        let new = "nog vier andere losse woorden"
        #expect(try await workspace.changePassword(from: "verkeerd", to: new, by: here) == .wrong)
        #expect(
            try await workspace.changePassword(from: AccountsDesk.password, to: "anna anna anna", by: here)
                == .refused(.personal))
        #expect(try await workspace.changePassword(from: AccountsDesk.password, to: new, by: here) == .changed)
        #expect(try await workspace.visit(inSession: here.session.id) != nil)
        #expect(try await workspace.visit(inSession: other.session.id) == nil)
        #expect(try await desk.store.all(Invitation.self).isEmpty)
    }

    // MARK: The second factor

    @Test func theRolesThatNeedItDoNothingWithoutIt() async throws {
        for role in Role.allCases {
            let organisation = role.needsOrganisation ? try AccountsDesk.one : nil
            try await desk.member("of-\(role)", [role], of: organisation)
            let wants = try await desk.visit("of-\(role)").wants
            #expect((wants == .secondFactor) == [.coordinator, .handler].contains(role), "\(role)")
        }
    }

    /// Set up, the session of before is worth nothing; nor is the one between password and code.
    @Test func everyStepUpBeginsANewSession() async throws {
        try await desk.member("anna", [.coordinator])
        let before = try await desk.visit("anna")
        let (secret, _, session) = try await desk.setUp("anna")
        #expect(try await workspace.visit(inSession: before.session.id) == nil)
        #expect(try await workspace.visit(session.text)?.wants == nil)
        let half = try await desk.visit("anna")
        #expect(half.wants == .code)
        guard case .right(let whole) = try await workspace.show(code: desk.code(secret, step: 1), in: half.session)
        else {
            Issue.record("refused")
            return
        }
        #expect(try await workspace.visit(inSession: half.session.id) == nil)
        #expect(try await workspace.visit(whole.text)?.wants == nil)
    }

    @Test func codesAndRecoveryCodesWorkOnce() async throws {
        try await desk.member("anna", [.coordinator])
        let (secret, recovery, _) = try await desk.setUp("anna")
        // The code with which the device was set up is used.
        for code in [desk.code(secret), "000000", "", "1234567"] {
            guard case .wrong = try await workspace.show(code: code, in: try await desk.visit("anna").session) else {
                Issue.record("\(code) is not refused")
                return
            }
        }
        for isFirst in [true, false] {
            let outcome = try await workspace.show(
                code: recovery[3].lowercased(), in: try await desk.visit("anna").session)
            if case .right = outcome { #expect(isFirst) } else { #expect(!isFirst) }
        }
        let done = try await desk.store.trail(TrailSelection(deeds: [.usedRecoveryCode]))
        #expect(done.count == 1)
        #expect(recovery.allSatisfy { !desk.store.contents.contains($0) })
    }

    @Test func fiveWrongCodesEndTheSession() async throws {
        try await desk.member("anna", [.coordinator])
        let (secret, _, _) = try await desk.setUp("anna")
        let session = try await desk.visit("anna").session
        for round in 1...AccountSession.mostCodes {
            let outcome = try await workspace.show(code: "000000", in: session)
            if case .ended = outcome { #expect(round == AccountSession.mostCodes) } else { #expect(round < 5) }
        }
        // The right one comes too late.
        guard case .ended = try await workspace.show(code: desk.code(secret, step: 1), in: session) else {
            Issue.record("goes on")
            return
        }
    }

    /// Guesses at the same time count one by one: none gets past the limit.
    @Test func guessesAtTheSameTimeCount() async throws {
        try await desk.member("anna", [.coordinator])
        _ = try await desk.setUp("anna")
        let session = try await desk.visit("anna").session
        let workspace = workspace
        let tried = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        if case .wrong = try await workspace.show(code: "000000", in: session) { return true }
                        return false
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(tried <= AccountSession.mostCodes)
        #expect(try await desk.store.trail(TrailSelection(deeds: [.signInFailed])).count <= AccountSession.mostCodes)
    }

    /// The secret comes from the session: nobody brings one along.
    @Test func aDeviceIsSetUpWithTheSecretOfTheSession() async throws {
        try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let visit = try await desk.visit("anna")
        await #expect(throws: WorkspaceError.notNow) { try await workspace.setSecondFactor(code: "000000", by: visit) }
        let secret = try await workspace.pendingSecondFactor(of: visit)
        #expect(try await workspace.pendingSecondFactor(of: visit) == secret)
        let other = try await desk.visit("anna")
        #expect(try await workspace.pendingSecondFactor(of: other) != secret)
        let ready = try #require(try await workspace.visit(inSession: visit.session.id))
        #expect(try await workspace.setSecondFactor(code: "000000", by: ready) == nil)
        #expect(try await workspace.setSecondFactor(code: desk.code(secret), by: ready)?.codes.count == 10)
    }

    @Test func onlyACoordinatorOrTheMachineTakesItAway() async throws {
        let anna = try await desk.member("anna", [.coordinator])
        let bert = try await desk.member("bert", [.coordinator])
        let editor = try await desk.member("cato", [.editor], of: AccountsDesk.one)
        let (_, _, session) = try await desk.setUp("anna")
        await #expect(throws: WorkspaceError.notAllowed(.changeRoles)) {
            try await workspace.takeSecondFactor(from: anna.id, by: editor.actor)
        }
        await #expect(throws: WorkspaceError.notNow) {
            try await workspace.takeSecondFactor(from: anna.id, by: anna.actor)
        }
        try await workspace.takeSecondFactor(from: anna.id, by: bert.actor)
        #expect(try await workspace.visit(session.text) == nil)
        #expect(try await desk.visit("anna").wants == .secondFactor)
        #expect(try await desk.notices().contains(.secondFactorChanged))
    }

    // MARK: Tokens

    @Test func aTokenStandsForItsMakerAndIsNotedOnceADay() async throws {
        let anna = try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let token = try await workspace.makeToken(label: "onze site", by: anna.actor)
        #expect(try await workspace.tokens(for: anna.actor).first?.lastUsedOn == nil)
        for _ in 0..<3 {
            let member = try #require(try await workspace.member(for: token.text))
            #expect(member.actor == anna.actor && member.token.lastUsedOn == workspace.today)
        }
        let kept = try #require(try await desk.store.all(MemberToken.self).first)
        #expect(kept.version == 2 && !desk.store.contents.contains(token.text))
        for wrong in ["", kept.value.id, SecretToken.new().text] {
            #expect(try await workspace.member(for: wrong) == nil)
        }
        // Another role, or another organisation, and it opens nothing.
        try await workspace.change(
            anna.id, roles: [.editor], organisation: AccountsDesk.two, by: AccountsDesk.machine)
        #expect(try await workspace.member(for: token.text) == nil)
        try await workspace.change(
            anna.id, roles: [.contributor], organisation: AccountsDesk.one, by: AccountsDesk.machine)
        #expect(try await workspace.member(for: token.text) == nil)
    }

    @Test func tokensBelongToTheOrganisation() async throws {
        let anna = try await desk.member("anna", [.editor], of: AccountsDesk.one).actor
        let bert = try await desk.member("bert", [.editor], of: AccountsDesk.one).actor
        let other = try await desk.member("cato", [.editor], of: AccountsDesk.two).actor
        let writer = try await desk.member("dries", [.contributor], of: AccountsDesk.one).actor
        let token = try await workspace.makeToken(label: "onze site", by: anna)
        let id = try #require(try await workspace.tokens(for: bert).first?.id)
        await #expect(throws: WorkspaceError.notFound) { try await workspace.endToken(id, by: other) }
        await #expect(throws: WorkspaceError.notAllowed(.makeToken)) { try await workspace.endToken(id, by: writer) }
        for label in ["", String(repeating: "a", count: 61), "a\nb"] {
            await #expect(throws: WorkspaceError.faulty) { try await workspace.makeToken(label: label, by: anna) }
        }
        try await workspace.endToken(id, by: bert)
        #expect(try await workspace.member(for: token.text) == nil)
        for number in 0..<MemberToken.most { _ = try await workspace.makeToken(label: "\(number)", by: anna) }
        await #expect(throws: WorkspaceError.notNow) { try await workspace.makeToken(label: "x", by: anna) }
    }

    // MARK: The own profile

    @Test func aProfileIsChangedAndNotedOnlyWhereItDiffers() async throws {
        try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let visit = try await desk.visit("anna")
        var profile = Workspace.Profile(visit.account)
        try await workspace.change(profile, by: visit)
        #expect(try await desk.store.trail(TrailSelection(deeds: [.changedProfile])).isEmpty)
        profile.name = "Anna De Smet"
        profile.language = .de
        profile.wantsDigest = false
        profile.isInDirectory = true
        profile.knowsWords = "Lessen voor kleuters"
        try await workspace.change(profile, by: visit)
        let kept = try #require(try await desk.store.find(Account.self, visit.account.id)?.value)
        #expect(Workspace.Profile(kept) == profile)
        #expect(try await desk.store.trail(TrailSelection(deeds: [.changedProfile])).count == 1)
        for fault in [
            { $0.name = "" }, { $0.knowsWords = String(repeating: "a", count: 501) },
            { $0.knows = [ConceptID("no-theme")].compactMap { $0 } },
        ] as [(inout Workspace.Profile) -> Void] {
            var faulty = profile
            fault(&faulty)
            await #expect(throws: WorkspaceError.faulty) { try await workspace.change(faulty, by: visit) }
        }
    }
}
