import ArgumentParser
import Foundation

/// Ends a command with lines on standard error and an exit status.
enum Failure {
    /// Something is wrong with what was given: status 65.
    static func badData(_ lines: [String]) -> ExitCode { report(lines, ExitCode(65)) }

    /// Something else went wrong: status 1.
    static func other(_ line: String) -> ExitCode { report([line], ExitCode(1)) }

    private static func report(_ lines: [String], _ code: ExitCode) -> ExitCode {
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        return code
    }
}
