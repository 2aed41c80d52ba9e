import ArgumentParser
import Catalogue
import Editorial
import Exchange
import Foundation
import Site

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read records out of a file or from an address into the review queue.",
        discussion: """
            Each row that is right becomes a draft, which an editor of another member organisation reviews. Every fault is \
            printed as ‘file:row: what is wrong: what to do’; those rows are left out. Exit status 65 if no row could be used.

            What the columns hold is guessed from their headers. To decide yourself, write the guess with --write-mapping, \
            correct it, and give it back with --mapping.

            Other formats than csv, and addresses, are read once as a source is with betternet harvest: what comes again \
            renews its draft instead of making a second one. Their mapping is described in docs/open-data/harvest.md.
            """)

    @Argument(help: "The file, or an address that begins with http:// or https://.")
    var file: String

    @Option(help: "betternet, oai, hsds, feed, jsonld, icalendar or csv.")
    var format: IncomingFormat

    @Option(
        help: ArgumentHelp(
            "What the columns hold, as --write-mapping writes it; or what words mean.", valueName: "file"))
    var mapping: String?

    @Option(help: ArgumentHelp("Write down what the columns seem to hold, and do nothing else.", valueName: "file"))
    var writeMapping: String?

    @Flag(help: "Say what would be done; change nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("For which organisation; a csv file needs one.", valueName: "id"))
    var organisation: String?

    @Option(
        help: ArgumentHelp(
            "Under whose account: an editor of that organisation, or a coordinator; a csv file needs one.",
            valueName: "email"))
    var by: String?

    @Option(help: "What it is, where another format than csv doesn't say.")
    var kind: Kind?

    @Option(help: ArgumentHelp("Of texts that don't say their language.", valueName: "language"))
    var language: Language?

    @Option(
        name: .customLong("url"),
        help: ArgumentHelp(
            "Where readers reach this site: what is at home there is not taken. As in the configuration if you don't say.",
            valueName: "address"))
    private var givenAddress: String?

    private var url: String { givenAddress ?? options.publicAddress }

    @Option(help: "What is changed and why, for the history of the records.")
    var why: String?

    @OptionGroup var options: DataOptions
    @OptionGroup var privateNetworks: PrivateNetworkOptions

    /// Whether it is a table of ours, whose rows are drafts of whoever sends it.
    private var isTable: Bool { format == .csv && !ImportOnce.isAddress(file) }

    func validate() throws {
        try PublicAddress.check(url)
        guard isTable else {
            if writeMapping != nil { throw ValidationError("--write-mapping is for csv files") }
            return
        }
        guard organisation != nil else { throw ValidationError("a csv file needs --organisation") }
        guard by != nil else { throw ValidationError("a csv file needs --by") }
        if let why, why.isEmpty || why.count > Importing.longestWhy {
            throw ValidationError("--why is a text of 1 to \(Importing.longestWhy) characters")
        }
        if mapping != nil, writeMapping != nil { throw ValidationError("give --mapping or --write-mapping, not both") }
    }

    func run() async throws {
        let stores = try Composition.existingStores(options)
        guard isTable else {
            return try await ImportOnce(
                place: file, format: format, mapping: mapping, kind: kind, language: language,
                organisation: organisation, by: by, isTrial: dryRun, url: url, rules: privateNetworks.rules
            ).run(in: stores.store)
        }
        let snapshot = try await Composition.snapshot(of: stores.store)
        let workspace = Workspace(
            store: stores.store, publicAddress: "", published: { snapshot.catalogue }, clock: { Date() })
        let actor = try await actor(workspace, snapshot.catalogue)
        let bytes = try read(file)
        let table = try table(bytes)
        let columns = try columns(of: table)
        if let writeMapping { return try write(columns, to: writeMapping) }
        let sheet = ImportSheet(
            table, mapping: columns, against: snapshot.catalogue, revision: snapshot.revision,
            reserved: try await workspace.reservedNames(), by: actor)
        let faults = sheet.lines(in: snapshot).map { "\(file):\($0.row): \($0.words)" }
        let tally = sheet.tally
        print("\(tally.new) new, \(tally.changed) changed, \(tally.same) same, \(tally.wrong) wrong")
        let status = faults.isEmpty ? nil : Failure.badData(faults)
        guard !sheet.records.records.isEmpty else {
            if let status { throw status }
            return print("nothing to send")
        }
        if dryRun { return }
        let leftOut = sheet.leftOut(header: "what is wrong") { problem in sheet.words(of: problem, in: snapshot) }
        let importing = try await workspace.beginImport(
            of: bytes, named: URL(fileURLWithPath: file).lastPathComponent, columns: columns.names, isRemembered: false,
            by: actor)
        try await workspace.choose(columns.names, of: columns.fingerprint, for: importing.id, by: actor)
        try await workspace.send(
            sheet.records, of: importing.id, why: why ?? importing.name, tally: tally, leftOut: leftOut, by: actor)
        print("sent to review: \(sheet.records.records.count) drafts (import \(importing.id))")
    }

    // MARK: Who

    /// The account as it acts for the organisation.
    private func actor(_ workspace: Workspace, _ catalogue: Catalogue) async throws -> Actor {
        guard let name = self.organisation, let by else { throw ExitCode.validationFailure }
        let organisation = try NamedOrganisation.of(name, in: catalogue)
        let account = try await workspace.known(by)
        guard !account.isDisabled else { throw Failure.badData(["\(by): is shut out: name another account"]) }
        let actor = Actor(
            account: account.id, name: account.name, organisation: account.organisation ?? organisation,
            roles: account.roles)
        guard actor.organisation == organisation, actor.may(.importRecords, on: organisation) else {
            throw Failure.badData([
                "\(by): may not import for \(organisation): name an editor of it, or a coordinator without organisation"
            ])
        }
        return actor
    }

    // MARK: What

    private func read(_ path: String) throws -> Data {
        do { return try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw Failure.badData(["\(path): can't be read: name a file (\(error.localizedDescription))"])
        }
    }

    private func table(_ bytes: Data) throws -> CSVFile {
        do { return try CSVFile(bytes) } catch { throw Failure.badData(["\(file):\(error.row): \(error)"]) }
    }

    private func columns(of table: CSVFile) throws -> ColumnMapping {
        guard let path = mapping else { return ColumnMapping(guessing: table.headers) }
        let columns: ColumnMapping
        do { columns = try JSONDecoder().decode(ColumnMapping.self, from: try read(path)) } catch is DecodingError {
            throw Failure.badData(["\(path):1: is no mapping: write one with --write-mapping, and correct that"])
        }
        guard columns.fits(table) else {
            throw Failure.badData([
                "\(path):1: is for other headers than \(file) has: write a new one with --write-mapping"
            ])
        }
        guard columns.doubled.isEmpty else {
            let names = columns.doubled.map(\.name).joined(separator: ", ")
            throw Failure.badData(["\(path):1: several headers stand for \(names): keep one for each"])
        }
        return columns.ordered(as: table)
    }

    private func write(_ columns: ColumnMapping, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try (try encoder.encode(columns) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure.other("\(path): can't be written: choose another place (\(error.localizedDescription))")
        }
        let left = columns.headers.filter { columns[$0] == nil }
        print("written to \(path); left out: \(left.isEmpty ? "nothing" : left.joined(separator: ", "))")
    }
}

extension CSVFile.Fault {
    /// Where it is, as a spreadsheet counts.
    fileprivate var row: Int {
        switch self {
        case .raggedRow(let row, _, _), .brokenQuotes(let row): row
        default: 1
        }
    }
}
