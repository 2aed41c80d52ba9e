import Foundation

/// A secret that stands alone in a file, so that it is in no list of processes and in no copy of the configuration.
enum SecretFile {
    /// The first line of the file that a setting names; nil where nobody set it.
    static func text(_ setting: Setting, in configured: Configured) throws -> String? {
        guard let path = configured.text(setting) else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw configured.refusal(
                setting, "names \(path), which can't be read", "name a file with the secret in its first line")
        }
        guard let line = text.split(whereSeparator: \.isNewline).first, !line.allSatisfy(\.isWhitespace) else {
            throw configured.refusal(setting, "names \(path), which is empty", "write the secret in its first line")
        }
        return String(line)
    }
}
