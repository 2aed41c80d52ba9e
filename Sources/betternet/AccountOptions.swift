import ArgumentParser
import Catalogue
import Editorial
import Foundation
import Site

/// What every command about accounts needs.
struct AccountOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @Option(
        name: .customLong("url"),
        help: ArgumentHelp(
            "Where readers reach the site, for the links; as in the configuration if you don't say.",
            valueName: "address"))
    private var givenAddress: String?

    var url: String { givenAddress ?? data.publicAddress }

    @OptionGroup(visibility: .hidden) var clock: ClockOptions

    func validate() throws { try PublicAddress.check(url) }

    func workspace() async throws -> Workspace {
        let store = try Composition.existingStores(data).store
        let catalogue = try await store.published().catalogue
        return Workspace(store: store, publicAddress: url, published: { catalogue }, clock: clock.now)
    }

    func link(_ token: SecretToken, in language: Language) -> String {
        url + Address.workspace(.invitation(token.text)).print(in: language)
    }
}

/// What somebody is there for, and for whom.
struct RoleOptions: ParsableArguments {
    @Option(help: "contributor, editor, coordinator, handler or reader; may be repeated.")
    var role: [Role]

    @Option(help: ArgumentHelp("The organisation, by its id in the catalogue.", valueName: "id"))
    var organisation: String?

    func validate() throws {
        guard !role.isEmpty else { throw ValidationError("name at least one --role") }
        if organisation == nil, let needy = role.first(where: \.needsOrganisation) {
            throw ValidationError("--role \(needy.rawValue) needs an --organisation")
        }
    }

    var roles: Set<Role> { Set(role) }

    func organisation(in catalogue: Catalogue) throws -> RecordID? {
        try organisation.map { try NamedOrganisation.of($0, in: catalogue) }
    }
}

/// The address under which a site is reached.
enum PublicAddress {
    static let rule = "it begins with http:// or https://, and behind the host stands no path and no slash"

    /// Every address of the site begins at the root of a host: below a path no link would lead anywhere.
    static func isRight(_ url: String) -> Bool {
        guard let scheme = ["http://", "https://"].first(where: { url.hasPrefix($0) }) else { return false }
        let host = url.dropFirst(scheme.count)
        return !host.isEmpty && !host.contains { "/?#@".contains($0) || $0.isWhitespace }
    }

    static func check(_ url: String) throws {
        guard isRight(url) else { throw ValidationError("--url: \(rule)") }
    }
}

extension Workspace {
    /// The account of an address that must be there.
    func known(_ email: String) async throws -> Account {
        guard let account = try await account(email: email) else {
            throw Failure.badData(["\(email): no such account: see betternet account list"])
        }
        return account
    }
}

extension Set<Role> {
    var shown: String { map(\.rawValue).sorted().joined(separator: ", ") }
}

extension Role: ExpressibleByArgument {}
