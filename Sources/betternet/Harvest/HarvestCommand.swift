import ArgumentParser
import Catalogue
import Editorial
import Foundation

/// Fetching entries from other sites.
struct HarvestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harvest", abstract: "Fetch entries from other sites.",
        subcommands: [HarvestRunCommand.self, HarvestAddCommand.self, HarvestListCommand.self],
        defaultSubcommand: HarvestRunCommand.self)
}

/// What every command about sources needs.
struct HarvestAccess: ParsableArguments {
    @Option(
        name: .customLong("url"),
        help: ArgumentHelp(
            "Where readers reach this site: what is at home there is not fetched. As in the configuration if you don't say.",
            valueName: "address"))
    private var givenAddress: String?

    var url: String { givenAddress ?? data.publicAddress }

    @OptionGroup var data: DataOptions
    @OptionGroup var clock: ClockOptions

    func validate() throws { try PublicAddress.check(url) }

    func workspace() async throws -> Workspace {
        let store = try Composition.existingStores(data).store
        let catalogue = try await store.published().catalogue
        return Workspace(store: store, publicAddress: url, published: { catalogue }, clock: clock.now)
    }
}

struct HarvestRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Fetch one source, or all whose day has come.",
        discussion: """
            What comes in goes into review, unless the source is trusted. Running it again, or after it was cut off, changes \
            nothing that was done already. Exit status 1 if a source could not be read to its end.
            """)

    @Argument(help: "The name or the id of a source; without it, all that are due.")
    var source: String?

    @Flag(help: "Say what would be done; change nothing.")
    var dryRun = false

    @Flag(help: "Believe that what vanished is gone, however much it is.")
    var believe = false

    @OptionGroup var privateNetworks: PrivateNetworkOptions
    @OptionGroup var access: HarvestAccess

    func run() async throws {
        let workspace = try await access.workspace()
        let now = access.clock.now()
        let all = try await workspace.store.all(HarvestSource.self).map(\.value)
        let chosen =
            source.map { name in all.filter { $0.id == name || $0.name == name } } ?? all.filter { $0.isDue(at: now) }
        if let source, chosen.isEmpty {
            throw Failure.badData(["\(source): no such source: see betternet harvest list"])
        }
        let watch = HarvestWatch(
            workspace: workspace, outside: HarvestOutside(publicAddress: access.url, rules: privateNetworks.rules))
        var troubles: [String] = []
        var isBroken = false
        for source in chosen {
            let run = try await watch.run(source, isTrial: dryRun, believesVanished: believe)
            print("\(source.name): \(run.summary)")
            for line in run.report { print(line) }
            troubles += run.troubles(of: source.name)
            isBroken = isBroken || run.stop != nil
        }
        if chosen.isEmpty { print("no source is due") }
        guard !troubles.isEmpty else { return }
        if isBroken { throw Failure.other(troubles.joined(separator: "\n")) }
        FileHandle.standardError.write(Data((troubles.joined(separator: "\n") + "\n").utf8))
    }
}

struct HarvestAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a source, or change the one of that name.")

    @Argument(help: "Its name.")
    var name: String

    @Argument(help: "Where its list begins; of another Betternet the address of the site.")
    var address: String

    @Option(help: "betternet, oai, hsds, feed, jsonld, icalendar or csv.")
    var format: IncomingFormat

    @Option(help: ArgumentHelp("Days between two runs.", valueName: "days"))
    var every = 7

    @Flag(help: "Publish what it says without a review.")
    var trusted = false

    @Flag(help: "Fetch it only when somebody asks for it.")
    var off = false

    @OptionGroup var mapping: MappingOptions
    @OptionGroup var access: HarvestAccess

    func run() async throws {
        let workspace = try await access.workspace()
        let command = ShellCommand("betternet harvest add")
        let organisation = try mapping.organisation(in: workspace.catalogue)
        let known = try await workspace.store.all(HarvestSource.self).map(\.value).first { $0.name == name }
        var source = try known ?? workspace.newSource(for: organisation, in: .en, by: command)
        source.name = name
        source.address = address
        source.format = format
        source.mapping = try mapping.mapping(for: workspace.catalogue)
        source.organisation = organisation
        source.interval = every
        source.isTrusted = trusted
        source.isOn = !off
        guard source.faults.isEmpty else {
            throw Failure.badData(source.faults.map(\.line))
        }
        try await workspace.keep(source, by: command)
        print("\(source.name): kept as \(source.id)")
    }
}

struct HarvestListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the sources.")

    @OptionGroup var access: HarvestAccess

    func run() async throws {
        for source in try await access.workspace().store.all(HarvestSource.self).map(\.value) {
            let state = [
                source.isOn ? "every \(source.interval) days" : "off", source.isTrusted ? "trusted" : "reviewed",
            ]
            print(
                "\(source.id)  \(source.name)  \(source.format.rawValue)  \(source.address)  \(state.joined(separator: ", "))"
            )
            if let last = source.last {
                print(
                    "  \(last.at.ISO8601Format()): \(last.summary)\(last.stop.map { "; broke off: \($0.words)" } ?? "")"
                )
            }
        }
    }
}
