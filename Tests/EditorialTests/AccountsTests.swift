import Catalogue
import Foundation
import Testing

@testable import Editorial

/// Accounts: who comes in, how, and who may change what.
@Suite struct AccountsTests {
    private let desk = AccountsDesk()
    private var workspace: Workspace { desk.workspace }

    // MARK: Invitations

    @Test func anInvitationWorksOnceAndForAWeek() async throws {
        let token = try #require(
            try await workspace.invite(desk.invitee("anna", [.coordinator]), by: AccountsDesk.machine))
        #expect(try await workspace.invitation(token.text)?.0.purpose == .join)
        #expect(try await workspace.accept(token.text, password: "kort") == .tooShort)
        desk.wait(Invitation.joiningTime - 1)
        #expect(try await workspace.accept(token.text, password: AccountsDesk.password) == nil)
        await #expect(throws: WorkspaceError.notFound) {
            try await workspace.accept(token.text, password: AccountsDesk.password)
        }
        let late = try #require(
            try await workspace.invite(desk.invitee("bert", [.coordinator]), by: AccountsDesk.machine))
        desk.wait(Invitation.joiningTime)
        #expect(try await workspace.invitation(late.text) == nil)
        #expect(!desk.store.contents.contains(AccountsDesk.password))
    }

    /// A link of one kind is none of another, and no guess is one.
    @Test func onlyTheLinkItselfOpens() async throws {
        let token = try #require(
            try await workspace.invite(desk.invitee("anna", [.coordinator]), by: AccountsDesk.machine))
        let hash = token.hash(for: .invitation).hex
        for wrong in ["", hash, token.text + "A", String(token.text.dropLast()), SecretToken.new().text] {
            #expect(try await workspace.invitation(wrong) == nil)
        }
        #expect(try await workspace.visit(token.text) == nil)
    }

    /// An address that is known gets a letter; whoever invites sees no difference, and nothing is changed.
    @Test func whoeverInvitesLearnsNothing() async throws {
        let account = try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let other = try await desk.member("bert", [.editor], of: AccountsDesk.two).actor
        try await workspace.invite(desk.invitee("anna", [.contributor], of: AccountsDesk.two), by: other)
        #expect(try await workspace.account(email: "anna@example.be") == account)
        #expect(try await desk.notices().contains(.invitedAgain(by: "bert")))
    }

    /// An invitation that waits is not taken over by another organisation, until it has run out.
    @Test func aWaitingInvitationIsNotTakenOver() async throws {
        let first = try #require(
            try await workspace.invite(desk.invitee("anna", [.editor], of: AccountsDesk.one), by: AccountsDesk.machine))
        let other = try await desk.member("bert", [.editor], of: AccountsDesk.two).actor
        let invitee = desk.invitee("anna", [.contributor], of: try AccountsDesk.two)
        #expect(try await workspace.invite(invitee, by: other) == nil)
        #expect(try await workspace.invitation(first.text)?.1.organisation == AccountsDesk.one)
        desk.wait(Invitation.joiningTime + 1)
        #expect(try await workspace.invite(invitee, by: other) != nil)
        // Not where it was to be more than editors give.
        _ = try await workspace.invite(desk.invitee("cato", [.coordinator]), by: AccountsDesk.machine)
        desk.wait(Invitation.joiningTime + 1)
        #expect(
            try await workspace.invite(desk.invitee("cato", [.editor], of: AccountsDesk.two), by: other) == nil)
    }

    @Test func editorsInviteTheirOwnAndGiveTheirOwnRoles() async throws {
        let editor = try await desk.member("anna", [.editor], of: AccountsDesk.one).actor
        let contributor = try await desk.member("bert", [.contributor], of: AccountsDesk.one).actor
        for role in Role.allCases {
            let invitee = desk.invitee("new-\(role)", [role], of: try AccountsDesk.one)
            if Role.givenByEditors.contains(role) {
                #expect(try await workspace.invite(invitee, by: editor) != nil, "\(role)")
            } else {
                await #expect(throws: WorkspaceError.notAllowed(.changeRoles), "\(role)") {
                    try await workspace.invite(invitee, by: editor)
                }
            }
        }
        for (organisation, actor) in [(try AccountsDesk.two, editor), (try AccountsDesk.one, contributor)] {
            await #expect(throws: WorkspaceError.notAllowed(.invite)) {
                try await workspace.invite(desk.invitee("x", [.editor], of: organisation), by: actor)
            }
        }
    }

    @Test(arguments: ["", String(repeating: "a", count: 81), "Anna\r\nBcc: x@example.be", "a\u{0}b"])
    func aNameIsOneLine(_ name: String) async throws {
        var invitee = desk.invitee("anna", [.coordinator])
        invitee.name = name
        await #expect(throws: WorkspaceError.faulty) { try await workspace.invite(invitee, by: AccountsDesk.machine) }
    }

    // MARK: Forgotten

    @Test func aResetWorksOnceAndForAnHourAndEndsSessions() async throws {
        try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let session = try #require(try await desk.signIn("anna"))
        try await workspace.forget(email: "ANNA@example.be")
        guard case .reset(let link) = try #require(try await desk.notices().last) else {
            Issue.record("no link")
            return
        }
        #expect(try await workspace.accept(link, password: "een heel ander wachtwoord dan eerst") == nil)
        #expect(try await workspace.visit(session.text) == nil)
        #expect(try await desk.signIn("anna") == nil)
        #expect(try await desk.signIn("anna", password: "een heel ander wachtwoord dan eerst") != nil)
        #expect(try await workspace.invitation(link) == nil)
        #expect(try await desk.notices().contains(.passwordChanged))
    }

    /// Nobody's letter box is filled, and nobody learns who has an account: one line in the trail either way.
    @Test func forgettingTellsNothing() async throws {
        try await desk.member("anna", [.editor], of: AccountsDesk.one)
        for _ in 0..<5 { try await workspace.forget(email: "anna@example.be") }
        for email in ["nobody@example.be", "", "x"] { try await workspace.forget(email: email) }
        let links = try await desk.notices().filter { if case .reset = $0 { true } else { false } }
        #expect(links.count == 3)
        #expect(try await desk.store.trail(TrailSelection(deeds: [.askedForReset])).count == 8)
        // A link that was not used runs out.
        desk.wait(Invitation.resettingTime)
        for case .reset(let link) in links { #expect(try await workspace.invitation(link) == nil) }
    }

    // MARK: Roles

    @Test func theLastCoordinatorStays() async throws {
        let anna = try await desk.member("anna", [.coordinator])
        await #expect(throws: WorkspaceError.notNow) {
            try await workspace.change(anna.id, roles: [.reader], organisation: nil, by: anna.actor)
        }
        let bert = try await desk.member("bert", [.coordinator])
        try await workspace.change(anna.id, roles: [.reader], organisation: nil, by: bert.actor)
        await #expect(throws: WorkspaceError.notNow) { try await workspace.disable(bert.id, true, by: bert.actor) }
        // Whoever sits at the machine can make another.
        try await workspace.disable(bert.id, true, by: AccountsDesk.machine)
        #expect(try await workspace.coordinators().isEmpty)
    }

    @Test func shuttingOutEndsSessionsAndTokensAtOnce() async throws {
        let anna = try await desk.member("anna", [.editor], of: AccountsDesk.one)
        let session = try #require(try await desk.signIn("anna"))
        let token = try await workspace.makeToken(label: "site", by: anna.actor)
        try await workspace.disable(anna.id, true, by: AccountsDesk.machine)
        #expect(try await workspace.visit(session.text) == nil)
        #expect(try await workspace.member(for: token.text) == nil)
        #expect(try await desk.signIn("anna") == nil)
        try await workspace.forget(email: anna.email)
        #expect(try await !desk.notices().contains { if case .reset = $0 { true } else { false } })
        try await workspace.disable(anna.id, false, by: AccountsDesk.machine)
        #expect(try await desk.signIn("anna") != nil)
        #expect(try await workspace.visit(session.text) == nil)
    }

    @Test func editorsShutOutTheirOwnButNoCoordinator() async throws {
        let editor = try await desk.member("anna", [.editor], of: AccountsDesk.one).actor
        let own = try await desk.member("bert", [.contributor], of: AccountsDesk.one)
        let other = try await desk.member("cato", [.contributor], of: AccountsDesk.two)
        let chief = try await desk.member("dries", [.coordinator, .editor], of: AccountsDesk.one)
        _ = try await desk.member("els", [.coordinator])
        try await workspace.disable(own.id, true, by: editor)
        await #expect(throws: WorkspaceError.notAllowed(.disableAccount)) {
            try await workspace.disable(other.id, true, by: editor)
        }
        await #expect(throws: WorkspaceError.notAllowed(.changeRoles)) {
            try await workspace.disable(chief.id, true, by: editor)
        }
        #expect(try await workspace.people(for: editor).map(\.name).sorted() == ["anna", "bert", "dries"])
        await #expect(throws: WorkspaceError.notFound) { try await workspace.person(other.id, for: editor) }
        await #expect(throws: WorkspaceError.notAllowed(.readTrail)) {
            try await workspace.trail(TrailSelection(), for: editor)
        }
    }
}
