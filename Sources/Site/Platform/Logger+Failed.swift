import Logging

extension Logger {
    /// Says what could not be done. That the site closes in the middle of it is nothing to say: a task that was cancelled did
    /// not fail.
    func failed(_ what: String, _ error: any Error, level: Logger.Level = .warning) {
        guard !(error is CancellationError) else { return }
        log(level: level, "\(what): \(error)")
    }
}
