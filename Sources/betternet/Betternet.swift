import ArgumentParser
import Foundation

/// The program: the website, its API, and what its keepers need.
@main
struct Betternet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "betternet",
        abstract: "The one-stop shop for a better internet for children and young people in Belgium.",
        version: Release.number,
        subcommands: [
            ServeCommand.self, CheckCommand.self, LoadCommand.self, SearchCommand.self, SearchesCommand.self,
            LandscapeCommand.self,
            ExportCommand.self, ImportCommand.self, InboxCommand.self, AccountCommand.self, TextsCommand.self,
            LinksCommand.self, HarvestCommand.self, BackupCommand.self, RestoreCommand.self, VerifyCommand.self,
            MoveCommand.self, SettingsCommand.self,
        ])

    static func main() async {
        // The database holds what is for nobody else, and the files beside it come and go with it: all that the program
        // makes is its owner's alone, wherever it was started.
        umask(0o077)
        await Self.main(nil)
    }
}
