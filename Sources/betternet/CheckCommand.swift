import ArgumentParser
import Catalogue
import Foundation
import Guidance

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate catalogue files; change nothing.",
        discussion: """
            Every fault is printed as ‘file:line: what is wrong: what to do’. Exit status 65 if there is one.

            Guides are checked for every minute of a year: at each urgent end somebody answers, at every hour, on holidays \
            too. What the sources can't support is printed as a finding; findings don't change the exit status.
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
        let counted = findings.isEmpty ? "" : ", \(findings.count) findings"
        print("\(reading.files) files, \(reading.records.count) records: no faults\(counted)")
    }
}
