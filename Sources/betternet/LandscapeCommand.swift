import ArgumentParser
import Catalogue
import Editorial
import Foundation
import Mapping
import Site

struct LandscapeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landscape",
        abstract: "Say who does what, for whom, where, what is missing and what is done twice.",
        discussion: """
            text is for reading, json is what /api/v1/landscape answers, csv is the table of two axes, a line a cell, \
            and html is the dated report, for keeping and printing.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, csv, html
    }

    @Option(help: "text, json, csv or html.")
    var format: Format = .text

    @Option(help: "The language of the words: nl, fr, de or en.")
    var lang: Language = .nl

    @Option(help: "The rows of the table: \(Axis.names).")
    var rows: Axis = .theme

    @Option(help: "The columns of the table.")
    var columns: Axis = .audience

    @Option(help: ArgumentHelp("Write into a file instead; one that is there is replaced.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Where the site is reached, for the links of the report.", valueName: "url"))
    var address = "http://127.0.0.1:8080"

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard rows != columns else { throw ValidationError("--rows and --columns are two different sides") }
    }

    func run() async throws {
        let store = try Composition.existingStores(options).store
        let now = BrusselsTime(Date())
        let snapshot = try await Composition.snapshot(of: store)
        let demand = try await Demand.read(from: store, until: now.day)
        let printout = LandscapePrintout(
            snapshot, demand: demand, language: lang, rows: rows, columns: columns, now: now)
        let data: Data =
            switch format {
            case .text: Data(printout.text.utf8)
            case .json: try printout.json() + Data("\n".utf8)
            case .csv: printout.csv
            case .html: printout.html(publicAddress: address)
            }
        guard let output else { return FileHandle.standardOutput.write(data) }
        do { try data.write(to: URL(fileURLWithPath: output), options: .atomic) } catch {
            throw Failure.other("\(output): can't be written: choose another place (\(error.localizedDescription))")
        }
        print("written to \(output)")
    }
}

extension Axis: ExpressibleByArgument {
    fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
