import ArgumentParser
import Editorial
import Foundation
import Storage

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database into a file while the site runs, and prove the copy.",
        discussion: """
            The file holds everything: the catalogue with its history, the workspace with its accounts, sealed reports. \
            Keep it where only you can read it, and no longer than 30 days.
            """)

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
    var file: String

    @Flag(help: "Replace the file if there is one.")
    var force = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let proof: BackupProof
        do {
            if let address = options.database {
                proof = try await PostgreSQLBackup.make(of: address, to: file, replacing: force)
            } else {
                try Composition.requireDatabase(options)
                proof = try SQLiteBackup.make(of: options.data, to: file, replacing: force)
            }
        } catch BackupError.unsound(let faults) {
            let place =
                options.database.map { StorePlace.database($0).description } ?? "\(options.data)/betternet.sqlite"
            throw Failure.badData(faults.map { "\(place): \($0)" })
        } catch let error as any KeepingError {
            throw error.failure
        }
        print(
            "\(file): \(proof.holding.entries) entries up to revision \(proof.holding.revision), \(proof.size) bytes, proved in \(Self.seconds(proof.seconds)) s"
        )
        do {
            try await Composition.stores(options).store.note(proof)
        } catch {
            FileHandle.standardError.write(
                Data("warning: the backup is sound, but its proof can't be noted (\(error))\n".utf8))
        }
    }

    private static func seconds(_ seconds: Double) -> String {
        "\(Int(seconds)).\(Int(seconds * 10) % 10)"
    }
}
