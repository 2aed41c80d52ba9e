/// HTML as text, read once from left to right, so that no page takes longer than its length.
enum Markup {
    /// What is behind that is not read.
    private static let longest = 500_000

    /// Whether a tag of HTML stands in a text of which nobody said what it is.
    static func isLikely(in text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(longest))
        guard bytes.contains(UInt8(ascii: "<")), let last = bytes.lastIndex(of: UInt8(ascii: ">")) else { return false }
        return bytes.indices.contains { place in
            guard bytes[place] == UInt8(ascii: "<"), place < last, let name = tagName(bytes, at: place) else {
                return false
            }
            return known.contains(name)
        }
    }

    /// The text of HTML: without tags, scripts and styles, with a line for each block.
    static func plain(_ html: String) -> String {
        let bytes = Array(html.utf8.prefix(longest))
        let last = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "<"), place < last, isMark(bytes, at: place) {
                place = skip(bytes, at: place, &text)
            } else if byte == UInt8(ascii: "&"), let (letters, end) = CharacterReferences.read(bytes, at: place) {
                text += letters.utf8
                place = end
            } else {
                text.append(byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
                place += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A tag, an end tag, a comment or a declaration; a `<` in front of anything else is a letter.
    private static func isMark(_ bytes: [UInt8], at place: Int) -> Bool {
        guard place + 1 < bytes.count else { return false }
        let next = bytes[place + 1]
        return next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || tagName(bytes, at: place) != nil
    }

    /// Where it goes on behind a mark. Each byte is looked at once: what is looked for and not found ends the text.
    private static func skip(_ bytes: [UInt8], at place: Int, _ text: inout [UInt8]) -> Int {
        if bytes[place...].starts(with: "<!--".utf8) { return end(of: "-->", in: bytes, from: place + 4) }
        let end = end(of: ">", in: bytes, from: place + 1)
        guard let name = tagName(bytes, at: place) else { return end }
        if blocks.contains(name) { text.append(UInt8(ascii: "\n")) }
        if paragraphs.contains(name) { text.append(UInt8(ascii: "\n")) }
        guard silent.contains(name), bytes[place + 1] != UInt8(ascii: "/") else { return end }
        return Self.end(of: ">", in: bytes, from: Self.end(of: "</" + name, in: bytes, from: end))
    }

    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var place = start
        while place + mark.count <= bytes.count {
            if bytes[place] == mark[0], zip(bytes[place...], mark).allSatisfy({ lowered($0) == $1 }) {
                return place + mark.count
            }
            place += 1
        }
        return bytes.count
    }

    /// In small letters; nil where no name begins.
    private static func tagName(_ bytes: [UInt8], at place: Int) -> String? {
        var start = place + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
        var name: [UInt8] = []
        for byte in bytes[min(start, bytes.count)...].prefix(12).map(lowered) {
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            guard isLetter || isDigit && !name.isEmpty else { break }
            name.append(byte)
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    private static let silent: Set = ["script", "style", "template", "noscript", "iframe", "svg"]
    private static let paragraphs: Set = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table", "hr",
    ]
    private static let blocks: Set = paragraphs.union([
        "br", "div", "li", "tr", "section", "article", "header", "footer", "dt", "dd", "figure", "figcaption",
    ])
    private static let known = blocks.union(silent).union([
        "a", "b", "i", "em", "strong", "span", "img", "u", "small", "sup", "sub", "font", "td", "th", "html", "body",
        "code", "abbr", "video", "audio", "input", "button", "form",
    ])
}
