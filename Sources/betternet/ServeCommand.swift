import ArgumentParser
import Catalogue
import Editorial
import Foundation
import Logging
import NIOCore
import ServiceLifecycle
import Site

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the website and its API until Ctrl-C.")

    @OptionGroup var options: DataOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Option(help: ArgumentHelp("Where readers reach the site, such as https://www.example.be.", valueName: "address"))
    var url: String?

    @Option(help: ArgumentHelp("Load these catalogue files first, if nothing is published yet.", valueName: "path"))
    var fill: [String] = []

    @OptionGroup var clock: ClockOptions

    @OptionGroup var mail: MailOptions

    @Option(help: "How many reports one source may send at once; they come back one by one within an hour.")
    var mostReports = 60

    @Option(help: ArgumentHelp("Days after which closed reports are wiped.", valueName: "days"))
    var keepClosed = 90

    @Option(help: ArgumentHelp("Days after which a channel is to be checked again.", valueName: "days"))
    var verifyChannels = FreshnessRules().channelDays

    @Option(help: ArgumentHelp("Days after which other entries are to be checked again.", valueName: "days"))
    var verifyOthers = FreshnessRules().otherDays

    @Option(
        help: ArgumentHelp(
            "Days without a check after which a channel is set aside, or ‘never’; 365 if you don't say.",
            valueName: "days"))
    var hideUnverified: HidingDays?

    @Flag(help: "A proxy stands in front and says in X-Forwarded-For where requests come from.")
    var behindProxy = false

    @Flag(inversion: .prefixedNo, help: "Check the outgoing links that are due, once a day.")
    var checkLinks = true

    @Flag(inversion: .prefixedNo, help: "Fetch entries from other sites when their day has come, or somebody asks.")
    var harvest = true

    @OptionGroup var privateNetworks: PrivateNetworkOptions

    @Option(
        help: ArgumentHelp("Show every text as another language would look: long or mirrored.", visibility: .hidden))
    var pseudo: PseudoTranslation?

    func validate() throws {
        guard (3...1_000_000).contains(mostReports) else {
            throw ValidationError("--most-reports is a number from 3 to 1000000")
        }
        guard (1...3_650).contains(keepClosed) else {
            throw ValidationError("--keep-closed is a number of days from 1 to 3650")
        }
        for (name, days) in [("--verify-channels", verifyChannels), ("--verify-others", verifyOthers)]
        where !(1...3_650).contains(days) {
            throw ValidationError("\(name) is a number of days from 1 to 3650")
        }
        guard freshness.warnsBeforeHiding else {
            let least = freshness.leastHidingDays
            throw ValidationError("--hide-unverified is ‘never’ or a number of days from \(least) to 36500")
        }
        guard (1...65_535).contains(port) else { throw ValidationError("--port is a number from 1 to 65535") }
        if let url { try PublicAddress.check(url) }
    }

    func run() async throws {
        ForgetfulMemory.begin()
        let shown = host.contains(":") ? "[\(host)]" : host
        var settings = SiteSettings(publicAddress: url ?? "http://\(shown):\(port)")
        settings.mostReports = mostReports
        settings.keepsClosedDays = keepClosed
        settings.isBehindProxy = behindProxy
        settings.pseudo = pseudo
        settings.freshness = freshness
        if let sender = mail.mailFrom { settings.sender = sender }
        let (postman, place) = try mail.postman(data: options.data)
        let stores = try Composition.stores(options)
        try await fillIfEmpty(stores.store)
        let site = Composition.site(
            try await Composition.snapshot(of: stores.store), stores: stores, settings: settings, postman: postman,
            clock: clock.now)
        print("Letters go \(place)")
        do {
            let watch = LinkWatch(
                workspace: site.workspace, publicAddress: settings.publicAddress, logger: Logger(label: "betternet"))
            let harvesting = HarvestWatch(
                workspace: site.workspace,
                outside: HarvestOutside(publicAddress: settings.publicAddress, rules: privateNetworks.rules),
                logger: Logger(label: "betternet"))
            let services: [any Service] = (checkLinks ? [watch] : []) + (harvest ? [harvesting] : [])
            try await site.serve(host: host, port: port, services: services) {
                print("Betternet is open: http://\(shown):\(port)/  (Ctrl-C closes it)")
                fflush(nil)
            }
        } catch let error as IOError {
            throw Failure.other("\(shown):\(port): \(Self.explanation(error))")
        }
    }

    private var freshness: FreshnessRules {
        var rules = FreshnessRules()
        rules.channelDays = verifyChannels
        rules.otherDays = verifyOthers
        switch hideUnverified {
        case .never: rules.hidingDays = nil
        case .days(let days): rules.hidingDays = days
        case nil: break
        }
        return rules
    }

    private func fillIfEmpty(_ store: any Store) async throws {
        guard !fill.isEmpty, try await store.published().revision == 0 else { return }
        let reading = try Composition.read(fill)
        let publication = try await store.publish(reading.entries, by: Loading.filling, at: Date())
        print(
            "Filled the empty data folder ‘\(options.data)’ with \(reading.records.count) records (\(publication.added) entries)"
        )
    }

    private static func explanation(_ error: IOError) -> String {
        switch error.errnoCode {
        case EADDRINUSE: "this port is in use: choose another with --port, or stop what uses it"
        case EACCES: "this port needs more rights: choose one above 1023 with --port"
        case EADDRNOTAVAIL: "this machine has no such address: choose another with --host"
        default: "can't listen (\(error)): choose another --host or --port"
        }
    }
}

extension PseudoTranslation: ExpressibleByArgument {}

/// After how many days a channel that nobody checked is set aside.
enum HidingDays: ExpressibleByArgument {
    case never
    case days(Int)

    init?(argument: String) {
        if argument == "never" {
            self = .never
        } else {
            guard let days = Int(argument) else { return nil }
            self = .days(days)
        }
    }
}
