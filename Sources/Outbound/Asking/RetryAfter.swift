import Foundation

/// Reads the field `Retry-After` of an answer (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// Seconds from `now`, at least 1; nil if the field can't be read.
    static func seconds(_ field: String, now: Date) -> Int? {
        let field = field.trimmingCharacters(in: .whitespaces)
        if !field.isEmpty, field.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return max(1, Int(field) ?? .max)
        }
        return date(field).map { max(1, Int(min($0.timeIntervalSince(now), 1e9).rounded(.up))) }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`. The two older ways to write a date are left out: hardly a server uses them.
    private static func date(_ text: String) -> Date? {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.date(from: text)
    }
}
