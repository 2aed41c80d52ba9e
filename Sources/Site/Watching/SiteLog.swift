import Foundation
import Logging
import Synchronization

/// The log of the site: a line an event, on standard error, for people or for programs. It says what happened and where
/// in the program, and never who asked or what somebody typed.
package struct SiteLog: Sendable {
    /// How a line is written.
    package enum Format: String, CaseIterable, Sendable {
        /// `2026-11-27T10:30:00Z error: what happened: name=value (File.swift:12)`
        case plain
        /// An object of JSON.
        case json
    }

    package let format: Format
    package let level: Logger.Level
    private let counts = LogCounts()
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - level: what is less is not written; `warning` and above mean that somebody should look.
    ///   - write: takes each line, without its end.
    package init(
        format: Format = .plain, level: Logger.Level = .warning,
        write: @escaping @Sendable (String) -> Void = SiteLog.writeToStandardError
    ) {
        self.format = format
        self.level = level
        self.write = write
    }

    /// Takes over every logger that is made from now on. Once in a program, before all else.
    package func begin() { LoggingSystem.bootstrap { _ in handler } }

    /// A logger that writes here.
    package var logger: Logger { Logger(label: "betternet") { _ in handler } }

    private var handler: LogWriter { LogWriter(format: format, logLevel: level, counts: counts, write: write) }

    package static let writeToStandardError: @Sendable (String) -> Void = { line in
        // A log that takes no more, such as one on a full disk, ends nothing.
        _ = try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
}

/// How many events of each level were logged.
final class LogCounts: Sendable {
    private let counts = Mutex<[Logger.Level: Int]>([:])

    func add(_ level: Logger.Level) { counts.withLock { $0[level, default: 0] += 1 } }

    subscript(level: Logger.Level) -> Int { counts.withLock { $0[level] ?? 0 } }
}

/// Writes the events of one logger.
struct LogWriter: LogHandler {
    let format: SiteLog.Format
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    let counts: LogCounts
    let write: @Sendable (String) -> Void

    init(
        format: SiteLog.Format, logLevel: Logger.Level, counts: LogCounts, write: @escaping @Sendable (String) -> Void
    ) {
        self.format = format
        self.logLevel = logLevel
        self.counts = counts
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        counts.add(event.level)
        var values = metadata.merging(event.metadata ?? [:]) { $1 }
        if let error = event.error { values["error"] = "\(error)" }
        let line = LogLine(
            time: Date(), level: event.level, message: event.message.description,
            values: values.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) },
            place: "\(event.file.split(separator: "/").last ?? ""):\(event.line)")
        write(line.written(format))
    }
}
