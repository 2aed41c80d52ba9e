import ArgumentParser
import Editorial
import Foundation
import Storage

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Look through a backup without changing it: can everything be read?")

    /// More say nothing new.
    private static let mostFaults = 50

    @Argument(help: ArgumentHelp("A file that betternet backup made.", valueName: "file"))
    var file: String

    func run() throws {
        let check: DatabaseCheck
        do { check = try DatabaseCheck(of: file) } catch StoreError.unreadable(_, let reason) {
            throw Failure.other("\(file): it can't be opened (\(reason)): name a file that betternet backup made")
        }
        guard check.faults.isEmpty, let holding = check.holding else {
            let more = check.faults.count - Self.mostFaults
            throw Failure.badData(
                check.faults.prefix(Self.mostFaults).map { "\(file): \($0)" }
                    + (more > 0 ? ["\(file): \(more) more of the kind"] : []))
        }
        print("\(file): sound")
        if check.isOlder { print("made by an older betternet: the first start with it brings it up to date") }
        print("\(holding.entries) entries up to revision \(holding.revision), digest \(holding.digest)")
        print(holding.rows.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
}
