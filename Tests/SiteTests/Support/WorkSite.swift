import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import Site

/// A site with people who are signed in: two member organisations and one that is none, and the coordinator.
struct WorkSite: Sendable {
    let site: TestSite
    var store: any Store { site.store }
    var workspace: Workspace { site.site.environment.workspace }

    /// Member organisations of the shipped catalogue.
    static let mediawijs = Identifier.of("mediawijs")
    static let childFocus = Identifier.of("child-focus")

    enum Person: String, CaseIterable, Sendable {
        case editor, contributor, otherEditor, outsider, coordinator, reader, handler

        var organisation: RecordID? {
            switch self {
            case .editor, .contributor, .handler: WorkSite.mediawijs
            case .otherEditor: WorkSite.childFocus
            case .outsider: WorkSite.stranger
            case .coordinator, .reader: nil
            }
        }

        var roles: Set<Role> {
            switch self {
            case .editor, .otherEditor, .outsider: [.editor]
            case .contributor: [.contributor]
            case .coordinator: [.coordinator]
            case .reader: [.reader]
            case .handler: [.handler]
            }
        }

        var actor: Actor {
            Actor(account: rawValue, name: "Test \(rawValue)", organisation: organisation, roles: roles)
        }
    }

    /// An organisation that is no member.
    static let stranger = Identifier.of("febelfin")

    /// A site over the shipped catalogue, with everybody's session.
    init(clock: Date = TestSite.noon) async throws {
        let shipped = TestSite.shipped.snapshot
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("work-\(UUID().uuidString)").path
        let store = try SQLiteStore(folder: folder)
        let published = try await store.publish(
            shipped.catalogue.records.map(Entry.record), by: "betternet load", at: clock)
        site = try TestSite(
            shipped.taking(PublishedChanges(entries: [], revision: published.revision)), store: store, clock: clock)
        for person in Person.allCases {
            var work = Work(by: "test", at: clock)
            var account = Account(
                id: person.rawValue, email: "\(person.rawValue.lowercased())@example.be",
                name: "Test \(person.rawValue)",
                language: .nl, organisation: person.organisation, roles: person.roles,
                madeOn: BrusselsTime(clock).day)
            account.password = .dummy(of: ScryptParameters(rounds: 2))
            account.secondFactor = SecondFactor(
                secret: OneTimeSecret(), lastStep: nil, recovery: RecoveryCodes.new().kept)
            try work.put(account)
            try work.put(
                AccountSession(
                    id: Self.token(of: person).hash(for: .session).hex, account: account.id, began: clock, used: clock,
                    formCode: Self.formCode, isStrong: true, device: "Test"))
            try await store.commit(work)
        }
    }

    static let formCode = "form-code-of-the-tests"

    private static let tokens = Dictionary(
        uniqueKeysWithValues: Person.allCases.map { ($0, SecretToken.new()) })

    static func token(of person: Person) -> SecretToken { tokens[person] ?? .new() }

    func get(_ path: String, as person: Person?) async throws -> TestSite.Answer {
        try await site.get(path, headers: headers(person))
    }

    /// Sends a form of the workspace, with its code.
    func post(_ path: String, _ fields: [(String, String)], as person: Person?) async throws -> TestSite.Answer {
        let items = [QueryItem(FormCode.field, Self.formCode)] + fields.map { QueryItem($0.0, $0.1) }
        return try await site.post(path, QueryItems(items).form, headers: headers(person))
    }

    private func headers(_ person: Person?) -> HTTPFields {
        guard let person else { return [:] }
        return [.cookie: "__Host-session=\(Self.token(of: person).text)"]
    }

    /// Takes what was published since into the snapshot, as the running site does every two seconds.
    func refresh() async throws { await site.site.housekeeping.refresh() }
}

extension Identifier {
    /// Of a name that is written in a test.
    static func of(_ name: String) -> Identifier {
        guard let id = Identifier(name) else { preconditionFailure("\(name) is no identifier") }
        return id
    }
}
