import ArgumentParser
import Catalogue

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate catalogue files; change nothing.",
        discussion: "Every fault is printed as ‘file:line: what is wrong: what to do’. Exit status 65 if there is one.")

    @Argument(help: "Catalogue folders or files.")
    var paths: [String]

    func run() async throws {
        let reading = try Composition.read(paths)
        print("\(reading.files) files, \(reading.records.count) records: no faults")
    }
}
