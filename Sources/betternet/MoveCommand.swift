import ArgumentParser
import Editorial
import Foundation
import Storage

struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Carry everything from a data folder into a PostgreSQL database, or back.",
        discussion: """
            The site must be stopped. What is moved stays where it was, too. The target must be empty; when all is there, \
            every table is read again and compared.

            The password of the database comes from the file that database-password-file names, in the configuration or \
            in BETTERNET_DATABASE_PASSWORD_FILE.
            """)

    @Option(help: ArgumentHelp("The data folder or the address of the database to move.", valueName: "place"))
    var from: String

    @Option(help: ArgumentHelp("The empty database or data folder to move to.", valueName: "place"))
    var to: String

    @Option(
        help: ArgumentHelp(
            "The configuration file; \(ConfigurationFile.usualPath) if it is there and you don't say.",
            valueName: "file"))
    var config: String?

    func run() async throws {
        let configured = try Configured(flags: [:], file: config)
        let (source, target) = (StorePlace(from), StorePlace(to))
        let rows: [String: Int]
        do {
            switch (source, target) {
            case (.folder(let folder), .database(let address)):
                guard try SQLiteStore.isThere(in: folder) else {
                    throw Failure.other("\(folder): there is no database here: name the data folder of a site")
                }
                rows = try await StoreMove(database: DatabaseAddress.withPassword(address, configured))
                    .bring(folder: folder)
            case (.database(let address), .folder(let folder)):
                rows = try await StoreMove(database: DatabaseAddress.withPassword(address, configured))
                    .take(toFolder: folder)
            case (.folder, .folder):
                throw ValidationError("from folder to folder goes by betternet backup and betternet restore")
            case (.database, .database):
                throw ValidationError("from database to database goes by pg_dump and pg_restore of PostgreSQL")
            }
        } catch let error as any KeepingError {
            throw error.failure
        }
        print("\(target): holds what \(source) holds")
        print(TableCounts.line(rows))
    }
}
