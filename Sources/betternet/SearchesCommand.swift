import ArgumentParser
import Catalogue
import Editorial
import Foundation

struct SearchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "searches",
        abstract: "List what people looked for, and what they did not find; counted without knowing who.")

    @Option(help: "How many days back.")
    var days = 30

    @Flag(help: "Only what found nothing.")
    var nothingFound = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard (1...3_660).contains(days) else { throw ValidationError("--days is a number from 1 to 3660") }
    }

    func run() async throws {
        let today = BrusselsTime(Date()).day
        let counts = try await Composition.existingStores(options).store.searchCounts(
            since: today.adding(days: 1 - days))
        let listed = SearchListing(counts, nothingFound: nothingFound)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(listed.rows), as: UTF8.self))
        } else if listed.rows.isEmpty {
            print("Nothing was looked for \(SearchCount.leastShown) times or more in these \(days) days.")
        } else {
            print("searches  without result  language  words")
            for row in listed.rows {
                let cells = [String(row.searches), String(row.withoutResult), row.language]
                let padded = zip(cells, [8, 14, 8]).map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }
                print(padded.joined(separator: "  ") + "  " + (row.words.isEmpty ? "(all searches)" : row.words))
            }
        }
    }
}
