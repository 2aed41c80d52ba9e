import ArgumentParser
import Catalogue
import Foundation
import Site

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the published catalogue, as the website does.")

    @Argument(help: "What to look for, in any of the four languages.")
    var query: String

    @Option(help: "The reader's language: nl, fr, de or en.")
    var lang: Language = .nl

    @Option(help: "The most results to show.")
    var limit = 10

    @Flag(help: "Show every contribution to each score.")
    var explain = false

    @Flag(help: "Print what the API would answer.")
    var json = false

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard (0...1_000).contains(limit) else { throw ValidationError("--limit is a number from 0 to 1000") }
    }

    func run() async throws {
        let snapshot = try await Composition.snapshot(of: try Composition.existingStores(options).store)
        let answer = SearchAnswer(
            query, language: lang, limit: limit, snapshot: snapshot, settings: SiteSettings(publicAddress: ""))
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(answer), as: UTF8.self))
        } else {
            show(answer)
        }
    }

    private func show(_ answer: SearchAnswer) {
        print(Texts.of(lang)(.resultsFound, count: answer.total))
        if !answer.intents.isEmpty { print("⚑ \(answer.intents.joined(separator: ", "))") }
        if let suggestion = answer.suggestion { print("\(Texts.of(lang)(.didYouMean)) \(suggestion)?") }
        for (place, result) in answer.results.enumerated() {
            print("\n\(place + 1). \(result.title)  [\(result.kind)]  \(result.url)\n   \(result.summary)")
            if explain {
                print("   \(result.score)")
                for line in result.explanation { print("     \(line)") }
            }
        }
    }
}

extension Language: ExpressibleByArgument {}
