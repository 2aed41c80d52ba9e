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
        commandName: "serve", abstract: "Serve the website and its API until Ctrl-C.",
        discussion: """
            Everything that can be set may also stand in the configuration file, or in the environment: \
            betternet settings lists it.
            """)

    @OptionGroup var options: DataOptions

    @OptionGroup var flags: ServeFlags

    @OptionGroup var clock: ClockOptions

    @Flag(help: "Say whether everything that was set makes sense, and end.")
    var check = false

    @Option(
        help: ArgumentHelp("Show every text as another language would look: long or mirrored.", visibility: .hidden))
    var pseudo: PseudoTranslation?

    func run() async throws {
        let given = options.given.merging(flags.given) { first, _ in first }
        let configured = try Configured(flags: given, file: options.config)
        var configuration = try ServeConfiguration(configured, data: options.data)
        configuration.site.pseudo = pseudo
        let (postman, place) = try configuration.mail.postman()
        if check {
            try configuration.checkSurroundings(configured)
            return Self.printSound(configured)
        }

        ForgetfulMemory.begin()
        configuration.log.begin()
        let stores = try Composition.stores(options)
        try await fillIfEmpty(stores.store, from: configuration.fill)
        let site = Composition.site(
            try await Composition.opening(stores), stores: stores, settings: configuration.site,
            postman: postman, clock: clock.now)
        print("Letters go \(place)")
        var listening = configuration.listening
        do { listening.sockets = try HandedOverSockets.taken() } catch { throw Failure.other(error.description) }
        do {
            let listening = listening
            try await site.serve(listening, services: services(of: site, configuration)) {
                print("Betternet is open: \(listening.address)/  (Ctrl-C closes it)")
                fflush(nil)
            }
        } catch let error as IOError {
            throw Failure.other(Self.refusal(error, listening))
        } catch is SocketAddressError.UnknownHost {
            throw Failure.other("\(listening.host): this is no address of this machine: choose another with --host")
        }
    }

    /// What goes on beside answering.
    private func services(of site: Site, _ configuration: ServeConfiguration) -> [any Service] {
        let publicAddress = configuration.site.publicAddress
        let logger = Logger(label: "betternet")
        var services: [any Service] = []
        if configuration.checksLinks {
            services.append(LinkWatch(workspace: site.workspace, publicAddress: publicAddress, logger: logger))
        }
        if configuration.harvests {
            let outside = HarvestOutside(publicAddress: publicAddress, rules: configuration.outside)
            services.append(HarvestWatch(workspace: site.workspace, outside: outside, logger: logger))
        }
        return services
    }

    private func fillIfEmpty(_ store: any Store, from paths: [String]) async throws {
        // A database that is away is not empty.
        do { guard !paths.isEmpty, try await store.firstRevision() == nil else { return } } catch StoreError.away {
            return
        }
        let reading = try Composition.read(paths)
        let publication = try await store.publish(reading.entries, by: Loading.filling, at: Date())
        print(
            "Filled the empty data folder ‘\(options.data)’ with \(reading.records.count) records (\(publication.added) entries)"
        )
    }

    private static func printSound(_ configured: Configured) {
        for setting in Setting.all {
            if let shown = configured.shown(setting) { print("\(setting.name): \(shown)") }
        }
        print("Everything that was set makes sense; the rest is as usual (betternet settings).")
    }

    /// Why it can't listen, at which of its ports. One that was handed over, or is free, is not what was refused.
    private static func refusal(_ error: IOError, _ listening: Listening) -> String {
        var (port, flag) = (listening.port, Setting.port.flag)
        if let second = listening.redirectPort, !listening.sockets.isEmpty || PortProbe.isFree(listening) {
            (port, flag) = (second, Setting.redirectPort.flag)
        }
        return "\(listening.shownHost):\(port): \(explanation(error, flag))"
    }

    private static func explanation(_ error: IOError, _ flag: String) -> String {
        switch error.errnoCode {
        case EADDRINUSE: "this port is in use: choose another with \(flag), or stop what uses it"
        case EACCES: "this port needs more rights: choose one above 1023 with \(flag)"
        case EADDRNOTAVAIL: "this machine has no such address: choose another with --host"
        default: "can't listen (\(error)): choose another --host or \(flag)"
        }
    }
}

extension PseudoTranslation: ExpressibleByArgument {}
