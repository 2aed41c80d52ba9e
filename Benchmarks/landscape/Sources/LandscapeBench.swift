import ArgumentParser
import Catalogue
import Foundation
import Mapping

/// Times every part of the landscape on a synthetic catalogue, and writes the same records as tables for peers.py.
@main struct LandscapeBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "landscapebench")

    @Option(help: "The catalogue that the synthetic one is made after.") var catalogue = "catalogue"
    @Option(help: "How many records.") var records = 10_000
    @Option(help: "How often everything is timed.") var repeats = 5
    @Option(help: "A folder for the peers' tables and our own answers; nothing is written without it.") var out: String?

    func run() throws {
        let reading = CatalogueReader().read([catalogue])
        guard reading.faults.isEmpty else {
            throw ValidationError(reading.faults.prefix(3).map(\.description).joined(separator: "\n"))
        }
        guard records >= reading.records.count else {
            throw ValidationError("--records must be at least \(reading.records.count), as many as the shipped ones")
        }
        var making = SyntheticCatalogue(after: reading.catalogue, seed: 1)
        let catalogue = making.catalogue(of: records)
        var stopwatch = Stopwatch()
        var landscape = Landscape(of: catalogue, timedBy: &stopwatch)
        for _ in 1..<max(1, repeats) { landscape = Landscape(of: catalogue, timedBy: &stopwatch) }
        print("\(catalogue.records.count) records, \(landscape.census.offers.count) active offers;", landscape.found)
        stopwatch.show()
        guard let out else { return }
        let folder = URL(fileURLWithPath: out)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try PeerTables(catalogue, landscape.gaps).write(to: folder)
        let answers = PeerAnswers(landscape, UnitNumbers(catalogue), best: stopwatch.best)
        try JSONEncoder().encode(answers).write(to: folder.appending(path: "betternet.json"))
    }
}

/// All that is computed, part by part.
struct Landscape {
    /// Every two different axes, once.
    static let pairs: [(rows: Axis, columns: Axis)] = Axis.allCases.indices.flatMap { row in
        Axis.allCases[(row + 1)...].map { (Axis.allCases[row], $0) }
    }
    /// For how many gaps, from the first, the nearest offers are looked for: as many as the page shows.
    private static let gapsShown = 25
    private static let thisYear = 2026

    let census: Census
    let coverages: [Coverage]
    let gaps: Gaps
    /// What there is of the rest, in words.
    let found: String

    init(of catalogue: Catalogue, timedBy stopwatch: inout Stopwatch) {
        let census = stopwatch.time("census") { Census(catalogue) }
        coverages = stopwatch.time("all pairs of axes") {
            Self.pairs.map { Coverage(census, rows: $0.rows, columns: $0.columns) }
        }
        let table = stopwatch.time("gap table") { GapTable(catalogue) }
        let gaps = stopwatch.time("gaps, ranked 201 times") { Gaps(table) }
        let near = stopwatch.time("offers nearest to gaps") { Self.near(gaps, catalogue) }
        let synergies = stopwatch.time("synergies") { Synergies(catalogue) }
        let network = stopwatch.time("network") { Network(catalogue) }
        let timelines = stopwatch.time("time") {
            [Kind.offers, [.organisation]].map { Timeline(catalogue, of: $0, until: Self.thisYear) }
        }
        stopwatch.lapIsOver()
        self.census = census
        self.gaps = gaps
        found = """
            \(gaps.ranked.count) units of need, \(near) near offers, \(synergies.groups.count) groups alike, \
            \(network.ties.count) ties, \(timelines.map(\.years.count).max() ?? 0) years
            """
    }

    private static func near(_ gaps: Gaps, _ catalogue: Catalogue) -> Int {
        let nearest = NearestOffers(catalogue)
        return gaps.ranked.prefix(gapsShown).reduce(0) { $0 + nearest.nearest(to: $1.unit).count }
    }
}
