import ArgumentParser
import Editorial
import Foundation
import Storage

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the database, prove it, and keep the old one aside.",
        discussion: """
            The site must be stopped. The backup is looked through first, and what was brought back is compared with it. \
            With --database it is brought into a PostgreSQL database, which must be empty.
            """)

    @Argument(help: ArgumentHelp("A file that betternet backup made.", valueName: "file"))
    var file: String

    @Flag(help: "If there is a database, put it aside under a name with the day, and take the backup.")
    var force = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        do {
            if let address = options.database {
                guard !force else {
                    throw Failure.other(
                        "--force: it puts aside what a data folder holds, and a database can't be put aside: name an empty one"
                    )
                }
                let rows = try await StoreMove(database: address).bring(file: file)
                print("\(StorePlace.database(address)): holds what \(file) holds")
                print(TableCounts.line(rows))
            } else {
                let outcome = try SQLiteRestore.restore(file, to: options.data, replacing: force)
                print(
                    "\(options.data): \(outcome.holding.entries) entries up to revision \(outcome.holding.revision), as in \(file)"
                )
                if let aside = outcome.aside { print("the database that was there is now \(aside)") }
            }
        } catch StoreError.unreadable(let path, let reason) where path == file {
            throw Failure.other("\(path): it can't be opened (\(reason)): name a file that betternet backup made")
        } catch let error as any KeepingError {
            throw error.failure
        }
    }
}
