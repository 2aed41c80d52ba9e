import ArgumentParser
import Catalogue
import Editorial
import Exchange
import Foundation
import Site

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the published catalogue into a file.",
        discussion: """
            csv: a table of records, which comes back in with betternet import. jsonl: a record a line, as the API has \
            it. yaml: catalogue files in a folder, which come back in with betternet load. hsds: a data package of Open \
            Referral, as a zip. jsonld: schema.org. skos: the vocabularies. dcat: what data there are, for portals of \
            open data.

            skos and dcat are Turtle, or JSON-LD where the name of the file ends in .jsonld.
            """)

    @Option(help: "The format of the file: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: ExportFormat

    @Option(
        help: ArgumentHelp(
            "The file to write; one that is there is replaced. For yaml an empty or a new folder.", valueName: "file"))
    var output: String

    @Option(
        name: .customLong("address"),
        help: ArgumentHelp(
            "Where the site is reached: names on the web begin with it. As in the configuration if you don't say.",
            valueName: "url"))
    private var givenAddress: String?

    private var address: String { givenAddress ?? options.publicAddress }

    @Option(help: "For csv: only records of this kind.")
    var kind: Kind?

    @Option(help: ArgumentHelp("For csv: only records of this organisation.", valueName: "id"))
    var organisation: String?

    @Option(help: ArgumentHelp("For csv: what stands between two cells: , ; | or tab.", valueName: "sign"))
    var delimiter: CSVFile.Delimiter = .semicolon

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard format == .csv || (kind == nil && organisation == nil) else {
            throw ValidationError("--kind and --organisation are for csv only: the other formats hold everything")
        }
        guard WebAddress(address + "/") != nil || address.hasPrefix("http://localhost"), !address.hasSuffix("/") else {
            throw ValidationError("--address is where the site is reached, without a slash at the end")
        }
    }

    func run() async throws {
        let store = try Composition.existingStores(options).store
        let target = ExportTarget(path: output)
        switch format {
        case .csv:
            let catalogue = try await store.published().catalogue
            let owner = try organisation.map { try NamedOrganisation.of($0, in: catalogue) }
            let records = catalogue.forTables(kind, of: owner)
            try target.write(CollectionOfOne([UInt8](CSVExport(delimiter: delimiter).data(of: records))))
            return print("\(records.count) records written to \(output)")
        case .yaml:
            let count = try target.write(CatalogueWriter(try await store.published().catalogue))
            return print("\(count) files written to \(output)")
        case .jsonl, .hsds, .jsonld, .skos, .dcat:
            let files = DataFiles(
                try await Composition.snapshot(of: store), publicAddress: address, now: Date())
            try write(files, to: target)
            print("written to \(output)")
        }
    }

    private func write(_ files: DataFiles, to target: ExportTarget) throws {
        let isJSON = output.hasSuffix(".jsonld") || output.hasSuffix(".json")
        switch format {
        case .jsonl: try target.write(files.lines)
        case .jsonld: try target.write(files.linkedData)
        case .hsds:
            let package: [UInt8]
            do { package = try files.package() } catch {
                throw Failure.other("\(output): the package can't be made: look whether memory is free (\(error))")
            }
            try target.write(CollectionOfOne(package))
        case .skos: try target.write(CollectionOfOne(files.vocabularies(asJSON: isJSON)))
        case .dcat: try target.write(CollectionOfOne(files.description(asJSON: isJSON)))
        case .csv, .yaml: break
        }
    }
}
