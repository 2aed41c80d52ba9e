/// Text in lines of ASCII that most of Europe can still read with bare eyes (RFC 2045, 6.7).
enum QuotedPrintable {
    /// Without the sign that says that a line goes on.
    private static let longestLine = 75

    /// Any line break becomes CR and LF; there is one at the end.
    static func text(_ text: String) -> String {
        var lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map { line($0) + "\r\n" }.joined()
    }

    static func escaped(_ byte: UInt8) -> String {
        "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private static func line(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        var written = ""
        var column = 0
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            var piece = isPlain(byte, isLast: isLast) ? String(Unicode.Scalar(byte)) : escaped(byte)
            if column + piece.utf8.count > longestLine {
                written += "=\r\n"
                column = 0
            }
            // A dot at the beginning of a line may end a letter on its way, and ‘From ’ gets a sign in front.
            if column == 0, byte == UInt8(ascii: ".") || bytes[place...].starts(with: "From ".utf8) {
                piece = escaped(byte)
            }
            written += piece
            column += piece.utf8.count
        }
        return written
    }

    /// Spaces and tabs at the end of a line get lost on the way.
    private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        default: (0x21...0x7E).contains(byte)
        }
    }
}
