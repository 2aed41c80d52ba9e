import ArgumentParser

/// The program: the website, its API, and what its keepers need.
@main
struct Betternet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "betternet",
        abstract: "The one-stop shop for a better internet for children and young people in Belgium.",
        subcommands: [
            ServeCommand.self, CheckCommand.self, LoadCommand.self, SearchCommand.self, SearchesCommand.self,
            LandscapeCommand.self,
            ExportCommand.self, ImportCommand.self, InboxCommand.self, AccountCommand.self, TextsCommand.self,
            LinksCommand.self, HarvestCommand.self, BackupCommand.self, RestoreCommand.self, VerifyCommand.self,
            MoveCommand.self, SettingsCommand.self,
        ])
}
