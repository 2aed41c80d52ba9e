import ArgumentParser
import Catalogue
import Foundation
import Guidance
import Readability
import Site

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate catalogue files; change nothing.",
        discussion: """
            Every fault is printed as ‘file:line: what is wrong: what to do’. Exit status 65 if there is one.

            Guides are checked for every minute of a year: at each urgent end somebody answers, at every hour, on holidays \
            too. What the sources can't support is printed as a finding; findings don't change the exit status.

            Guides and the interface are measured by the readability formulas of each language: texts that are harder than \
            they should be are printed as warnings, with the sentence to begin with.
            """)

    @Argument(help: "Catalogue folders or files.")
    var paths: [String]

    @Option(help: "The year whose minutes are checked; this year if you don't say.")
    var year: Int?

    func validate() throws {
        if let year, !(2000...2100).contains(year) { throw ValidationError("--year is a year from 2000 to 2100") }
    }

    func run() async throws {
        let reading = try Composition.read(paths, year: year)
        let findings = Composition.guideFindings(reading, year: year ?? BrusselsTime(Date()).day.year)
        for finding in findings.filter({ !$0.isFault }) { print("finding: " + Composition.line(finding, reading)) }
        let warnings = levels(of: reading)
        for warning in warnings { print("warning: " + warning) }
        let counted = findings.isEmpty ? "" : ", \(findings.count) findings"
        let warned = warnings.isEmpty ? "" : ", \(warnings.count) warnings"
        print("\(reading.files) files, \(reading.records.count) records: no faults\(counted)\(warned)")
    }

    /// Texts that are too hard, and easy ones that are missing.
    private func levels(of reading: CatalogueReading) -> [String] {
        var lines: [String] = []
        for record in reading.records {
            let place = reading.places[record.id] ?? record.id.description
            lines += LevelCheck.warnings(for: record).map { "\(place):1: \($0.problem): \($0.remedy)" }
            lines += Self.gap(LevelCheck.missing(in: record), at: "\(place):1: ")
        }
        for theme in reading.vocabularies.first(where: { $0.name == .themes })?.concepts ?? [] {
            lines += Self.gap(
                LevelCheck.missing(in: theme), at: "vocabularies/themes.yaml:1: ‘\(theme.id)’: ")
        }
        return lines + InterfaceLevels.warnings().map { "translations/site.xcstrings:1: \($0.problem): \($0.remedy)" }
    }

    private static func gap(_ editions: [Edition], at place: String) -> [String] {
        guard !editions.isEmpty else { return [] }
        let names = editions.map(\.description).joined(separator: ", ")
        return ["\(place)easy texts are missing in \(names): write them, after docs/translating.md"]
    }
}
