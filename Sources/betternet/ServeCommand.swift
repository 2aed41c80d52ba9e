import ArgumentParser
import Catalogue
import Editorial
import Foundation
import NIOCore
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

    @Option(
        help: ArgumentHelp(
            "Stand still at this moment, to see what is shown then: 2026-12-25T03:00 on the clocks of Belgium.",
            valueName: "moment"))
    var clock: String?

    @Option(help: "How many reports one source may send at once; they come back one by one within an hour.")
    var mostReports = 60

    @Option(help: ArgumentHelp("Days after which closed reports are wiped.", valueName: "days"))
    var keepClosed = 90

    @Flag(help: "A proxy stands in front and says in X-Forwarded-For where requests come from.")
    var behindProxy = false

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
        if let clock, Self.moment(clock) == nil {
            throw ValidationError("--clock is a day and a time, such as 2026-12-25T03:00")
        }
        guard (1...65_535).contains(port) else { throw ValidationError("--port is a number from 1 to 65535") }
        if let url, !(url.hasPrefix("http://") || url.hasPrefix("https://")) || url.hasSuffix("/") {
            throw ValidationError("--url begins with http:// or https:// and has no slash at the end")
        }
    }

    func run() async throws {
        ForgetfulMemory.begin()
        let shown = host.contains(":") ? "[\(host)]" : host
        var settings = SiteSettings(publicAddress: url ?? "http://\(shown):\(port)")
        settings.mostReports = mostReports
        settings.keepsClosedDays = keepClosed
        settings.isBehindProxy = behindProxy
        settings.pseudo = pseudo
        let stores = try Composition.stores(options)
        try await fillIfEmpty(stores.store)
        let moment = clock.flatMap(Self.moment)
        let site = Composition.site(
            try await Composition.snapshot(of: stores.store), stores: stores, settings: settings,
            clock: { moment ?? Date() })
        do {
            try await site.serve(host: host, port: port) {
                print("Betternet is open: http://\(shown):\(port)/  (Ctrl-C closes it)")
                fflush(nil)
            }
        } catch let error as IOError {
            throw Failure.other("\(shown):\(port): \(Self.explanation(error))")
        }
    }

    private static func moment(_ text: String) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "Europe/Brussels")
        formatter.dateFormat = "yyyy-MM-dd'T'HH:mm"
        return formatter.date(from: text)
    }

    private func fillIfEmpty(_ store: any Store) async throws {
        guard !fill.isEmpty, try await store.published().revision == 0 else { return }
        let reading = try Composition.read(fill)
        let publication = try await store.publish(reading.entries, by: "betternet serve --fill", at: Date())
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
