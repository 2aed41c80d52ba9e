import ArgumentParser
import Editorial
import Foundation
import Storage

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Look through a backup, or what the site uses, without changing it: is everything as it was written?",
        discussion: """
            With a file it looks through that backup. Without one it looks through the data folder or the PostgreSQL \
            database; the site may run meanwhile.
            """)

    /// More say nothing new.
    private static let mostFaults = 50

    @Argument(help: ArgumentHelp("A file that betternet backup made.", valueName: "file"))
    var file: String?

    @OptionGroup var options: DataOptions

    func run() async throws {
        let (check, place) = try await look()
        guard check.faults.isEmpty, let holding = check.holding else {
            let more = check.faults.count - Self.mostFaults
            throw Failure.badData(
                check.faults.prefix(Self.mostFaults).map { "\(place): \($0)" }
                    + (more > 0 ? ["\(place): \(more) more of the kind"] : []))
        }
        print("\(place): sound")
        if check.isOlder { print("made by an older betternet: the first start with it brings it up to date") }
        print("\(holding.entries) entries up to revision \(holding.revision), digest \(holding.digest)")
        print(TableCounts.line(holding.rows))
    }

    private func look() async throws -> (check: DatabaseCheck, place: String) {
        do {
            if let file { return (try DatabaseCheck(of: file), file) }
            if let address = options.database {
                return (try await PostgreSQLBackup.check(address), StorePlace.database(address).description)
            }
            try Composition.requireDatabase(options)
            return (try DatabaseCheck(ofFolder: options.data), options.data)
        } catch StoreError.unreadable(let path, let reason) where path == file {
            throw Failure.other("\(path): it can't be opened (\(reason)): name a file that betternet backup made")
        } catch BackupError.isFolder(let path) {
            throw Failure.other("\(path): this is a folder: look through a data folder with --data \(path)")
        } catch let error as any KeepingError {
            throw error.failure
        }
    }
}

/// How many rows tables hold, in one line.
enum TableCounts {
    static func line(_ rows: [String: Int]) -> String {
        rows.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
