import ArgumentParser
import Catalogue
import Editorial
import Foundation
import Outbound

struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "Check every outgoing link that is due.",
        discussion: """
            Asks each site politely: it says who asks, keeps to robots.txt, one question at a time to a host, and never leads \
            into a private network. A link is broken only after three failures over three days; links that are alive are asked \
            again after a week. What wants looking at stands in the work list. The exit status is 0 whatever the links are.
            """)

    @Flag(help: "Check all of them, whether they are due or not.")
    var all = false

    @Option(
        name: .customLong("url"),
        help: ArgumentHelp(
            "Where readers reach the site, for the sites that are asked; as in the configuration if you don't say.",
            valueName: "address"))
    private var givenAddress: String?

    @OptionGroup var options: DataOptions

    private var url: String { givenAddress ?? options.publicAddress }

    func run() async throws {
        let store = try Composition.existingStores(options).store
        let catalogue = try await store.published().catalogue
        let workspace = Workspace(store: store, publicAddress: url, published: { catalogue }, clock: { Date() })
        let addresses = all ? LinkTable(catalogue).addresses : try await workspace.linksDue()
        print("\(addresses.count) links to check")
        let tally = try await LinkWatch(workspace: workspace, publicAddress: url).check(addresses) { address, answer in
            switch answer {
            case .alive: break
            case .moved(let target, let permanently):
                print("\(address): moved\(permanently ? " for good" : "") to \(target)")
            case .broken(let why): print("\(address): \(why)")
            case .forbiddenByRobots: print("\(address): its robots.txt wants no programs")
            case .refused(let why): print("\(address): not asked: \(why)")
            case .later(let seconds): print("\(address): wants to be asked in \(seconds) s")
            }
        }
        guard let tally else {
            throw Failure.other("nearly nothing could be reached: is this machine on line? Nothing was kept")
        }
        print(
            "\(tally.alive) alive, \(tally.moved) moved, \(tally.failed) failed, \(tally.unasked) not asked;"
                + " \(tally.broken) broken after three failures over three days")
    }
}
