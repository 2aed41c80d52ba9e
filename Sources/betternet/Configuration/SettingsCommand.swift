import ArgumentParser

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "List everything that can be set, and what is set here.",
        discussion: """
            A flag wins over a variable of the environment, that over the configuration file. Secrets are not shown.
            """)

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    @Flag(help: .hidden)
    var markdown = false

    func run() throws {
        guard !markdown else {
            for setting in Setting.all { print(setting.row) }
            return
        }
        let configured = try Configured(flags: [:], file: config)
        for setting in Setting.all {
            print("\(setting.name): \(configured.shown(setting) ?? "\(setting.usual) (usual)")")
            print("    \(setting.meaning); \(setting.kind.rule)")
        }
    }
}

extension Setting {
    /// As it stands in docs/configuration.md.
    var row: String { "| `\(name)` | `\(variable)` | \(kind.rule) | \(usual) | \(meaning) |" }
}

extension Configured {
    /// What a setting is and where that was said: `9000 (BETTERNET_PORT)`; nil where nobody did.
    func shown(_ setting: Setting) -> String? {
        said(setting).map { "\(setting.kind.isSecret ? "a secret" : $0.content.shown) (\($0.place))" }
    }
}
