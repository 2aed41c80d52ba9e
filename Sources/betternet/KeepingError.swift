import ArgumentParser
import Editorial
import Storage

/// What goes wrong when databases are copied, looked through or exchanged; each case says what to do.
protocol KeepingError: Error, CustomStringConvertible {
    /// How the command ends: 65 where something in a database is wrong, 1 for the rest.
    var failure: ExitCode { get }
}

extension StoreError: KeepingError {
    var failure: ExitCode {
        if case .damaged = self { Failure.badData([description]) } else { Failure.other(description) }
    }
}

extension BackupError: KeepingError {
    var failure: ExitCode {
        if case .unsound = self { Failure.badData([description]) } else { Failure.other(description) }
    }
}

extension RestoreError: KeepingError {
    var failure: ExitCode {
        if case .unsound = self { Failure.badData([description]) } else { Failure.other(description) }
    }
}
