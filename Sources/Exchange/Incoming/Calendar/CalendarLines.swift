/// A line of iCalendar (RFC 5545, section 3.1): a name, parameters and a value.
struct CalendarLine {
    /// In capital letters.
    let name: String
    let parameters: [String: String]
    /// As it stands there, with its escapes.
    let value: String

    /// Nil where no name stands before a colon.
    init?(_ line: [UInt8]) {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        var value: ArraySlice<UInt8>?
        for (place, byte) in line.enumerated() {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ";"), !isQuoted {
                parts.append([])
            } else if byte == UInt8(ascii: ":"), !isQuoted {
                value = line[(place + 1)...]
                break
            } else {
                parts[parts.count - 1].append(byte)
            }
        }
        let texts = parts.prefix(20).map { String(decoding: $0, as: UTF8.self) }
        guard let value, let name = texts.first, !name.isEmpty, name.utf8.count <= 60 else { return nil }
        self.name = name.uppercased()
        self.value = String(decoding: value, as: UTF8.self)
        parameters = Dictionary(
            texts.dropFirst().compactMap { text in
                let halves = text.split(separator: "=", maxSplits: 1)
                return halves.count == 2 ? (halves[0].uppercased(), String(halves[1])) : nil
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Its text without escapes (section 3.3.11).
    var text: String {
        var text = ""
        var isEscaped = false
        for letter in value {
            if isEscaped {
                text.append(letter == "n" || letter == "N" ? "\n" : letter)
                isEscaped = false
            } else if letter == "\\" {
                isEscaped = true
            } else {
                text.append(letter)
            }
        }
        return text
    }

    /// The parts of a list, with commas between them.
    var list: [String] {
        var parts = [""]
        var isEscaped = false
        for letter in value {
            if isEscaped {
                parts[parts.count - 1].append(letter == "n" || letter == "N" ? " " : letter)
                isEscaped = false
            } else if letter == "\\" {
                isEscaped = true
            } else if letter == "," {
                parts.append("")
            } else {
                parts[parts.count - 1].append(letter)
            }
        }
        return parts.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// All lines of a file: what begins with a space goes on with the line before.
    static func all(in text: String) -> [CalendarLine] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var isStart = false
        for byte in text.utf8 where byte != UInt8(ascii: "\r") {
            if byte == UInt8(ascii: "\n") {
                if isStart { lines.append(line) }
                (line, isStart) = (isStart ? [] : line, true)
            } else if isStart, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
                isStart = false
            } else {
                if isStart {
                    lines.append(line)
                    line = []
                    isStart = false
                }
                line.append(byte)
            }
        }
        return (lines + [line]).compactMap { CalendarLine($0) }
    }
}
