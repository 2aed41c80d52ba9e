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
        try Composition.requireDatabase(options)
        let proof: BackupProof
        do {
            proof = try SQLiteBackup.make(of: options.data, to: file, replacing: force)
        } catch let error as BackupError {
            guard case .unsound(let faults) = error else { throw Failure.other(error.description) }
            throw Failure.badData(faults.map { "\(options.data)/betternet.sqlite: \($0)" })
        } catch let error as StoreError {
            throw Failure.other(error.description)
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
