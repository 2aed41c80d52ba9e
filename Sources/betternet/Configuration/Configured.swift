import ArgumentParser
import Catalogue
import Configuration
import Foundation

/// What whoever runs the shop has set: flags over environment over file. Everything in it is as its setting allows.
struct Configured: Sendable {
    /// Says where a setting stands in one of the sources.
    private struct Source: Sendable {
        let provider: any ConfigProvider
        let place: @Sendable (Setting) -> String
    }

    private let reader: ConfigReader
    private let flags: Set<Setting>
    private let sources: [Source]

    /// Reads all that was set, and ends the command with every fault if there is one.
    init(
        flags: [Setting: ConfigContent], file path: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        if let (setting, _) = flags.first(where: { !$0.key.kind.allows($0.value) }) {
            throw ValidationError("\(setting.flag) is \(setting.kind.rule)")
        }
        let variables = environment.filter { $0.key.hasPrefix(Setting.variablePrefix) }
        let usualFile =
            FileManager.default.fileExists(atPath: ConfigurationFile.usualPath)
            ? ConfigurationFile.usualPath : nil
        let file = (path ?? usualFile).map { ConfigurationFile(path: $0) }
        let faults = Self.faults(in: variables) + (file?.faults.map(\.description) ?? [])
        guard faults.isEmpty else { throw Failure.badData(faults) }

        self.flags = Set(flags.keys)
        sources = [
            Source(provider: Self.provider("flags", flags)) { $0.flag },
            Source(provider: Self.provider(of: variables)) { $0.variable },
            Source(provider: Self.provider("file", file?.values ?? [:])) { [lines = file?.lines ?? [:]] setting in
                "\(file?.path ?? ""):\(lines[setting] ?? 1)"
            },
        ]
        reader = ConfigReader(providers: sources.map(\.provider))
    }

    // MARK: What was set

    func text(_ setting: Setting) -> String? { reader.string(forKey: setting.key, isSecret: setting.kind.isSecret) }
    func number(_ setting: Setting) -> Int? { reader.int(forKey: setting.key) }
    func isOn(_ setting: Setting) -> Bool? { reader.bool(forKey: setting.key) }
    func list(_ setting: Setting) -> [String]? { reader.stringArray(forKey: setting.key) }

    /// What was set, and where: `--port`, `BETTERNET_PORT`, `/etc/betternet/betternet.yaml:3`. Nil where nobody did.
    func said(_ setting: Setting) -> (content: ConfigContent, place: String)? {
        for source in sources {
            if let content = Self.content(setting, in: source.provider) { return (content, source.place(setting)) }
        }
        return nil
    }

    /// Ends the command, because of what was set: what is wrong with it, and what to do.
    func refusal(_ setting: Setting, _ problem: String, _ remedy: String) -> any Error {
        let line = "\(said(setting)?.place ?? setting.flag): ‘\(setting.name)’ \(problem): \(remedy)"
        return flags.contains(setting) ? ValidationError(line) : Failure.badData([line])
    }

    // MARK: Sources

    private static func provider(_ name: String, _ values: [Setting: ConfigContent]) -> InMemoryProvider {
        InMemoryProvider(
            name: name,
            values: Dictionary(
                values.map {
                    (AbsoluteConfigKey([$0.key.name]), ConfigValue($0.value, isSecret: $0.key.kind.isSecret))
                },
                uniquingKeysWith: { first, _ in first }))
    }

    private static func provider(of variables: [String: String]) -> EnvironmentVariablesProvider {
        EnvironmentVariablesProvider(
            environmentVariables: Dictionary(
                variables.map { (String($0.key.dropFirst(Setting.variablePrefix.count)), $0.value) },
                uniquingKeysWith: { first, _ in first }))
    }

    private static func content(_ setting: Setting, in provider: any ConfigProvider) -> ConfigContent? {
        (try? provider.value(forKey: AbsoluteConfigKey([setting.name]), type: setting.kind.type))?.value?.content
    }

    private static func faults(in variables: [String: String]) -> [String] {
        let provider = provider(of: variables)
        // Those of tests are nobody's settings.
        return variables.keys.filter { !$0.hasPrefix("BETTERNET_TEST_") }.sorted().compactMap { variable in
            guard let setting = Setting.all.first(where: { $0.variable == variable }) else {
                let remedy = ConfigurationFile.remedy(for: variable, among: Setting.all.map(\.variable))
                return "\(variable): there is no such setting: \(remedy)"
            }
            guard content(setting, in: provider).map(setting.kind.allows) == true else {
                let shown = setting.kind.isSecret ? "what stands there" : "‘\(variables[variable] ?? "")’"
                return "\(variable): ‘\(setting.name)’ can't be \(shown): it is \(setting.kind.rule)"
            }
            return nil
        }
    }
}

extension Setting {
    var key: ConfigKey { ConfigKey([name]) }
}
