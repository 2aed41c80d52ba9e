import Catalogue
import Foundation

extension Letter {
    /// As it is sent: RFC 5322, with names and subject after RFC 2047 and the text after RFC 2045, in lines of at most
    /// 76 characters (a long address in a header stays whole) that end with CR and LF.
    package var bytes: Data {
        let lines =
            [
                "Date: \(date.inLetters)",
                "From: \(from.written(after: "From: ".count))",
                "To: \(to.written(after: "To: ".count))",
                "Subject: \(EncodedWords.subject(subject, after: "Subject: ".count))",
                "Message-ID: \(messageID)",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "Content-Language: \(language.rawValue)",
                // Nobody's holiday answers to it (RFC 3834, 5).
                "Auto-Submitted: auto-generated",
            ] + headers.map(\.written)
        return Data((lines + ["", QuotedPrintable.text(body)]).joined(separator: "\r\n").utf8)
    }
}

extension Letter.Mailbox {
    fileprivate func written(after column: Int) -> String {
        guard let name, !name.isEmpty else { return address.description }
        let shown = EncodedWords.name(name, after: column)
        let address = "<\(address)>"
        let lastLine = shown.split(separator: "\r\n").last.map(\.count) ?? 0
        let fits = column + lastLine + 1 + address.count <= EncodedWords.longestLine
        return shown + (fits ? " " : "\r\n ") + address
    }
}

extension Letter.Header {
    fileprivate var written: String { "\(name): " + EncodedWords.folded(value, after: name.count + 2) }
}

extension Date {
    /// `Fri, 27 Nov 2026 09:05:00 +0000` (RFC 5322, 3.3).
    fileprivate var inLetters: String {
        let seconds = Int(timeIntervalSince1970.rounded(.down))
        let day = CivilDay(daysSinceEpoch: Int((Double(seconds) / 86_400).rounded(.down)))
        let second = seconds - day.daysSinceEpoch * 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        let weekday = Self.weekdays[((day.daysSinceEpoch + 3) % 7 + 7) % 7]
        return "\(weekday), \(day.day) \(Self.months[day.month - 1]) \(day.year) \(clock.joined(separator: ":")) +0000"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
