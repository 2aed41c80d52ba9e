import Catalogue

/// Who does something to accounts: somebody who is signed in, or whoever sits at the machine.
package protocol Doer: Sendable {
    /// As it stands in the trail.
    var name: String { get }
    /// Nil: no account.
    var accountID: String? { get }
    var organisation: RecordID? { get }
    func may(_ action: Action, on owner: RecordID?) -> Bool
}

extension Doer {
    /// Throws ``WorkspaceError/notAllowed(_:)`` unless the doer may.
    package func require(_ action: Action, on owner: RecordID?) throws {
        guard may(action, on: owner) else { throw WorkspaceError.notAllowed(action) }
    }
}

extension Actor: Doer {
    package var accountID: String? { account }
}

/// The command line. Whoever can read and write the database may do everything already.
package struct ShellCommand: Doer {
    /// Such as `betternet account add`.
    package let name: String
    package var accountID: String? { nil }
    package var organisation: RecordID? { nil }

    package init(_ name: String) { self.name = name }

    package func may(_ action: Action, on owner: RecordID?) -> Bool { true }
}
