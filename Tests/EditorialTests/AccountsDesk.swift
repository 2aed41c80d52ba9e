import Catalogue
import Foundation
import Synchronization
import Testing

@testable import Editorial

/// A workspace of two organisations with accounts, a clock that can be moved, and passwords that cost little.
struct AccountsDesk: Sendable {
    static let password = "vier losse woorden hier"
    static let noon = Date(timeIntervalSince1970: 1_795_431_600)

    let store = MemoryStore()
    private let clock = Clock()

    private final class Clock: Sendable {
        let now = Mutex(AccountsDesk.noon)
    }

    func wait(_ seconds: TimeInterval) { clock.now.withLock { $0 += seconds } }

    var workspace: Workspace { workspace(rounds: 2) }

    func workspace(rounds: Int) -> Workspace {
        Workspace(
            store: store, publicAddress: "https://shop.example", passwordWork: ScryptParameters(rounds: rounds),
            published: {
                Catalogue(
                    records: ["one", "two"].compactMap { RecordID($0) }.map {
                        Record(
                            id: $0, kind: .organisation, title: LocalisedText([.nl: "Organisatie \($0)"]),
                            summary: LocalisedText(), status: .active)
                    }, vocabularies: [], pages: [])
            }, clock: { [clock] in clock.now.withLock { $0 } })
    }

    static var one: RecordID { get throws { try #require(RecordID("one")) } }
    static var two: RecordID { get throws { try #require(RecordID("two")) } }

    static let machine = ShellCommand("betternet account add")

    func invitee(_ name: String, _ roles: Set<Role>, of organisation: RecordID? = nil) -> Workspace.Invitee {
        Workspace.Invitee(
            email: "\(name)@example.be", name: name, language: .nl, organisation: organisation, roles: roles)
    }

    /// Somebody who took the invitation up.
    @discardableResult
    func member(_ name: String, _ roles: Set<Role>, of organisation: RecordID? = nil) async throws -> Account {
        let token = try #require(try await workspace.invite(invitee(name, roles, of: organisation), by: Self.machine))
        #expect(try await workspace.accept(token.text, password: Self.password) == nil)
        return try #require(try await workspace.account(email: "\(name)@example.be"))
    }

    func signIn(_ name: String, password: String = AccountsDesk.password) async throws -> SecretToken? {
        let outcome = try await workspace.signIn(email: "\(name)@example.be", password: password, device: "Test")
        guard case .right(let token) = outcome else { return nil }
        return token
    }

    func visit(_ name: String) async throws -> Workspace.Visit {
        let token = try #require(try await signIn(name))
        return try #require(try await workspace.visit(token.text))
    }

    /// Sets a device up, and returns its secret, the recovery codes and the session.
    func setUp(_ name: String) async throws -> (secret: OneTimeSecret, codes: [String], session: SecretToken) {
        var visit = try await visit(name)
        let secret = try await workspace.pendingSecondFactor(of: visit)
        visit = try #require(try await workspace.visit(inSession: visit.session.id))
        let set = try #require(try await workspace.setSecondFactor(code: code(secret), by: visit))
        return (secret, set.codes, set.session)
    }

    /// The code that a device shows, some steps from now.
    func code(_ secret: OneTimeSecret, step offset: Int = 0) -> String {
        OneTimeCode.code(
            secret, counter: UInt64(OneTimeCode.step(at: workspace.now) + offset), digits: OneTimeCode.digits)
    }

    func notices() async throws -> [Notice.Matter] { try await store.all(Notice.self).map(\.value.matter) }
}
