import Exchange
import Foundation
import Logging

/// One event of the log. Whatever looks like somebody's address is taken out, wherever it came from.
struct LogLine {
    let time: Date
    let level: Logger.Level
    let message: String
    let values: [(name: String, value: String)]
    /// Where in the program: `File.swift:12`.
    let place: String

    func written(_ format: SiteLog.Format) -> String {
        let time = time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        switch format {
        case .plain:
            // On one line, so that nothing in a message looks like an event of its own.
            let values = values.map { " \($0.name)=\(Self.tidied($0.value))" }.joined()
            return "\(time) \(level): \(Self.tidied(message))\(values.isEmpty ? "" : ":" + values) (\(place))"
        case .json:
            let fields = [
                JSON.Field("time", .text(time)), JSON.Field("level", .text(level.rawValue)),
                JSON.Field("message", .text(Self.tidied(message))), JSON.Field("place", .text(place)),
            ]
            let own = Set(fields.map(\.name))
            let more = values.map {
                JSON.Field(own.contains($0.name) ? "\($0.name)_" : $0.name, .text(Self.tidied($0.value)))
            }
            var bytes: [UInt8] = []
            JSON.object(fields + more).write(to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// In characters, of a message or a value. To look for addresses takes the square of it, and somebody else may have
    /// written it.
    private static let longest = 1_024

    /// Without addresses of people and machines, without what stands behind a question mark of a path, on one line, and
    /// cut where it is very long.
    static func tidied(_ text: String) -> String {
        String(text.prefix(longest).map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
            .replacing(#/[^\s@"'<>(),;:=]+@[^\s@"'<>(),;:]+/#, with: "‹address›")
            .replacing(#/\b\d{1,3}(\.\d{1,3}){3}\b/#, with: "‹address›")
            .replacing(#/[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){3,7}/#, with: "‹address›")
            .replacing(#/(?<path>/[^\s?"']*)\?[^\s"')]*/#) { "\($0.output.path)" }
    }
}
