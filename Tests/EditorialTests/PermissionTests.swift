import Catalogue
import Editorial
import Testing

/// The whole table of who may do what, written down a second time: role × action × own, other or nobody's.
@Suite struct PermissionTests {
    private static let own = RecordID("own")
    private static let other = RecordID("other")

    /// For each action, who may do it to something of the own organisation, of another organisation, and of nobody:
    /// c contributor, e editor, k coordinator (who has no organisation), h handler, r reader.
    private static let table: [Action: (own: String, other: String, nobody: String)] = [
        .write: ("cek", "k", "k"), .submit: ("cek", "k", "k"), .review: ("k", "ek", "ek"),
        .verify: ("cek", "k", "k"), .withdraw: ("ek", "k", "k"), .merge: ("ek", "k", "k"),
        .importRecords: ("ek", "k", "k"), .claim: ("", "e", "e"), .decideClaim: ("k", "k", "k"),
        .handleSuggestion: ("ek", "k", "k"), .replaceDomain: ("k", "k", "k"),
        .harvest: ("ek", "k", "k"),
        .seeWorkspace: ("cekhr", "cekhr", "cekhr"), .exportRecords: ("cekr", "cekr", "cekr"),
        .follow: ("cekr", "cekr", "cekr"), .seeInternalContacts: ("cek", "cek", "cek"),
        .readFigures: ("kr", "kr", "kr"), .readDashboard: ("k", "k", "k"), .readTrail: ("k", "k", "k"),
        .invite: ("ek", "k", "k"), .changeRoles: ("k", "k", "k"), .disableAccount: ("ek", "k", "k"),
        .makeToken: ("e", "", ""), .openReports: ("h", "", ""),
        .keepContact: ("ek", "k", "k"), .keepProject: ("cek", "k", "k"), .keepMeeting: ("ek", "k", "k"),
        .sponsor: ("e", "e", "e"), .vote: ("e", "e", "e"), .decideApplication: ("k", "k", "k"),
        .endMembership: ("ek", "k", "k"),
        .readRegistrations: ("k", "k", "k"), .decideSignUp: ("k", "k", "k"),
    ]

    private static let letters: [Role: Character] = [
        .contributor: "c", .editor: "e", .coordinator: "k", .handler: "h", .reader: "r",
    ]

    @Test func everyActionIsInTheTable() {
        #expect(Set(Self.table.keys) == Set(Action.allCases))
        #expect(Set(Self.letters.keys) == Set(Role.allCases))
    }

    @Test(arguments: Action.allCases)
    func everyCellIsAsWritten(_ action: Action) throws {
        let cells = try #require(Self.table[action])
        for role in Role.allCases {
            let letter = try #require(Self.letters[role])
            let actor = Actor(
                account: "x", name: "x", organisation: role == .coordinator ? nil : Self.own, roles: [role])
            #expect(actor.may(action, on: Self.own) == cells.own.contains(letter), "\(role) \(action) own")
            #expect(actor.may(action, on: Self.other) == cells.other.contains(letter), "\(role) \(action) other")
            #expect(actor.may(action, on: nil) == cells.nobody.contains(letter), "\(role) \(action) nobody's")
            #expect(actor.may(action, on: [Self.own, Self.other].compactMap { $0 }) == cells.own.contains(letter))
        }
    }

    @Test(arguments: Action.allCases)
    func nobodyWithoutARoleMayDoAnything(_ action: Action) {
        let actor = Actor(account: "x", name: "x", organisation: Self.own, roles: [])
        #expect(!actor.may(action, on: Self.own) && !actor.may(action, on: nil) && !actor.mayEver(action))
    }

    @Test func severalRolesMayWhatEachMay() {
        let actor = Actor(account: "x", name: "x", organisation: Self.own, roles: [.handler, .reader])
        #expect(actor.may(.openReports, on: Self.own) && actor.may(.readFigures, on: nil))
        #expect(!actor.may(.write, on: Self.own))
        #expect(throws: WorkspaceError.notAllowed(.write)) { try actor.require(.write, on: Self.own) }
    }
}
