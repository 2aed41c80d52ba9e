import Catalogue
import Configuration
import Foundation
import Yams

/// The configuration file: one setting a line, in YAML. Read here and not by the library of configuration, whose reader
/// forgets in which line something stood.
struct ConfigurationFile: Sendable {
    /// Read where it is there and nobody names another.
    static let usualPath = "/etc/betternet/betternet.yaml"

    let path: String
    private(set) var values: [Setting: ConfigContent] = [:]
    private(set) var lines: [Setting: Int] = [:]
    private(set) var faults: [Fault] = []

    init(path: String, settings: [Setting] = Setting.all) {
        self.path = path
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            guard !isFolder.boolValue else {
                report(1, "this is a folder", "name the file in it with --config")
                return
            }
            report(
                1, isThere ? "you may not read this file, or it is not UTF-8 text" : "there is no such file",
                isThere
                    ? "run this as a user that may, such as with sudo -u betternet"
                    : "name one that is there with --config")
            return
        }
        do {
            // Nothing but remarks is a file that sets nothing.
            guard let node = try Yams.compose(yaml: text) else { return }
            guard case .mapping(let mapping) = node else {
                report(node.mark?.line ?? 1, "expected settings (name: value)", "write one setting a line")
                return
            }
            for (key, value) in mapping { take(key, value, among: settings) }
        } catch let error as YamlError {
            report(Self.line(of: error, in: text), "this is not YAML (\(error.problem))", error.remedy)
        } catch {
            report(1, "this is not YAML", "compare it with docs/configuration.md")
        }
    }

    private mutating func take(_ key: Node, _ value: Node, among settings: [Setting]) {
        let line = key.mark?.line ?? 1
        let name = key.string ?? ""
        guard let setting = settings.first(where: { $0.name == name }) else {
            report(line, "there is no setting ‘\(name)’", Self.remedy(for: name, among: settings.map(\.name)))
            return
        }
        guard let content = Self.content(of: value, as: setting.kind), setting.kind.allows(content) else {
            let shown = setting.kind.isSecret ? "what stands there" : "‘\(value.string ?? "this")’"
            report(line, "‘\(name)’ can't be \(shown)", "it is \(setting.kind.rule)")
            return
        }
        values[setting] = content
        lines[setting] = line
    }

    private mutating func report(_ line: Int, _ problem: String, _ remedy: String) {
        faults.append(Fault(file: path, line: line, problem: problem, remedy: remedy))
    }

    /// Of what stands twice the library names the first line of the file.
    private static func line(of error: YamlError, in text: String) -> Int {
        guard case .duplicatedKeysInMapping(let keys, _) = error, let key = keys.first else { return error.line }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.lastIndex { $0.hasPrefix("\(key):") }.map { $0 + 1 } ?? error.line
    }

    static func remedy(for name: String, among names: [String]) -> String {
        nearest(to: name, among: names).map { "did you mean ‘\($0)’?" }
            ?? "see betternet settings for all that there are"
    }

    private static func content(of node: Node, as kind: Setting.Kind) -> ConfigContent? {
        switch (kind, node) {
        case (.number, .scalar(let scalar)): Int.construct(from: scalar).map { .int($0) }
        case (.yesNo, .scalar(let scalar)): Bool.construct(from: scalar).map { .bool($0) }
        case (.list, .scalar(let scalar)): .stringArray([scalar.string])
        case (.list, .sequence(let sequence)):
            sequence.allSatisfy { $0.scalar != nil } ? .stringArray(sequence.compactMap(\.scalar?.string)) : nil
        case (_, .scalar(let scalar)): .string(scalar.string)
        default: nil
        }
    }
}
