/// Text in the headers of a letter, which are ASCII (RFC 2047, encoding Q).
enum EncodedWords {
    /// Of a line that holds an encoded word.
    static let longestLine = 76
    private static let longestWord = 75
    private static let opening = "=?utf-8?Q?"
    private static let closing = "?="

    /// A subject, as it stands behind `column` characters of its first line.
    static func subject(_ text: String, after column: Int) -> String {
        isPlain(text) ? folded(text, after: column) : encoded(text, after: column)
    }

    /// The name before an address: as it is, in quotation marks, or encoded.
    static func name(_ text: String, after column: Int) -> String {
        guard isPlain(text), text.count <= 60 else { return encoded(text, after: column) }
        let isBare = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return isBare ? text : "\"\(escaped)\""
    }

    /// ASCII text in lines that are as short as its spaces allow.
    static func folded(_ text: String, after column: Int) -> String {
        var column = column
        var line = ""
        for (place, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            // A line of spaces alone would end the headers for some: where spaces follow each other they stay together.
            if place > 0, column + 1 + word.count > longestLine, !word.isEmpty, line.last != " " {
                line += "\r\n"
                column = 0
            }
            line += (place > 0 ? " " : "") + word
            column += (place > 0 ? 1 : 0) + word.count
        }
        return line
    }

    /// Whether `text` can stand in a header as it is: printable ASCII in words that fit into a line, with single
    /// spaces, and nothing that looks encoded.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && text.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { (1...60).contains($0.count) }
    }

    /// In as many encoded words as it takes, a line each. No character is torn apart (RFC 2047, 5).
    private static func encoded(_ text: String, after column: Int) -> String {
        var words: [String] = []
        var word = ""
        var room = min(longestWord, longestLine - column) - opening.count - closing.count
        for scalar in text.unicodeScalars {
            let piece = piece(scalar)
            if word.count + piece.count > room {
                words.append(word)
                word = ""
                room = longestWord - opening.count - closing.count
            }
            word += piece
        }
        return (words + [word]).map { opening + $0 + closing }.joined(separator: "\r\n ")
    }

    /// Only what may stand before an address as well (RFC 2047, 5, rule 3).
    private static func piece(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case " ": "_"
        case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(scalar)
        default: String(scalar).utf8.map(QuotedPrintable.escaped).joined()
        }
    }
}
