import ArgumentParser
import Catalogue
import Editorial
import Exchange
import Foundation

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write records of the published catalogue into a file.",
        discussion: "A table that was written comes back in with betternet import.")

    @Option(help: "The format of the file.")
    var format: TableFormat

    @Option(help: ArgumentHelp("The file to write; one that is there is replaced.", valueName: "file"))
    var output: String

    @Option(help: "Only records of this kind.")
    var kind: Kind?

    @Option(help: ArgumentHelp("Only records of this organisation.", valueName: "id"))
    var organisation: String?

    @Option(help: ArgumentHelp("What stands between two cells: , ; | or tab.", valueName: "sign"))
    var delimiter: CSVFile.Delimiter = .semicolon

    @OptionGroup var options: DataOptions

    func run() async throws {
        let catalogue = try await Composition.existingStores(options).store.published().catalogue
        let owner = try organisation.map { try NamedOrganisation.of($0, in: catalogue) }
        let records = catalogue.forTables(kind, of: owner)
        let data: Data =
            switch format {
            case .csv: CSVExport(delimiter: delimiter).data(of: records)
            }
        do { try data.write(to: URL(fileURLWithPath: output), options: .atomic) } catch {
            throw Failure.other("\(output): can't be written: choose another place (\(error.localizedDescription))")
        }
        print("\(records.count) records written to \(output)")
    }
}
