/// What was typed, taken apart: words, phrases in quotes, words not wanted, and choices such as `theme:sexting`.
///
/// Whatever is not well formed is searched as text.
package struct QueryText: Sendable, Equatable {
    /// All that is wanted, phrases included, in order.
    package private(set) var wanted = ""
    package private(set) var phrases: [String] = []
    package private(set) var unwanted: [String] = []
    package private(set) var choices: [Choice] = []

    /// What is left when the choices are taken out, as it can be typed again.
    package var withoutChoices: String {
        let quoted = phrases.map { "\"\($0)\"" }
        let minus = unwanted.map { "-\"\($0)\"" }
        return ([wanted] + quoted + minus).filter { !$0.isEmpty }.joined(separator: " ")
    }

    package struct Choice: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    /// `names` are the choices that exist; another name before a colon is text. `accepts` says whether a value makes
    /// sense; if not, the whole is text.
    package init(_ text: String, names: Set<String> = [], accepts: (Choice) -> Bool = { _ in true }) {
        // Most people type words and nothing else.
        guard text.utf8.contains(where: { $0 >= 0x80 || "\"-:".utf8.contains($0) }) else {
            wanted = text
            return
        }
        var pieces: [String] = []
        for piece in Self.pieces(text) {
            var body = piece[...]
            let isUnwanted = body.first == "-" && body.count > 1
            if isUnwanted { body = body.dropFirst() }
            if let choice = Self.choice(body, names: names), !isUnwanted, accepts(choice) {
                choices.append(choice)
                continue
            }
            let isPhrase = body.count > 2 && body.first == "\"" && body.last == "\""
            let bare = String(body).filter { $0 != "\"" }
            guard !bare.words.isEmpty else { continue }
            if isUnwanted {
                unwanted.append(bare)
            } else {
                pieces.append(bare)
                if isPhrase, bare.words.count > 1 { phrases.append(bare) }
            }
        }
        wanted = pieces.joined(separator: " ")
        // Nothing but unwanted words is no question: somebody began a line with a dash.
        if wanted.isEmpty, choices.isEmpty, !unwanted.isEmpty {
            wanted = unwanted.joined(separator: " ")
            unwanted = []
        }
    }

    /// Cuts at spaces outside quotes. A quote that is never closed is none.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var isQuoted = false
        let quotes = text.count { isQuote($0) }
        var seen = 0
        func finish() {
            if !piece.isEmpty { pieces.append(piece) }
            piece = ""
        }
        for letter in text {
            if isQuote(letter) {
                seen += 1
                let isLonely = !isQuoted && seen == quotes
                guard !isLonely else { continue }
                isQuoted.toggle()
                piece.append("\"")
                if !isQuoted { finish() }
            } else if letter.isWhitespace, !isQuoted {
                finish()
            } else {
                piece.append(letter)
            }
        }
        finish()
        return pieces
    }

    private static func isQuote(_ letter: Character) -> Bool { "\"“”„«»".contains(letter) }

    private static func choice(_ text: Substring, names: Set<String>) -> Choice? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon].lowercased()
        let value = text[text.index(after: colon)...].filter { $0 != "\"" }
        guard names.contains(name), !value.isEmpty, !value.hasPrefix("/") else { return nil }
        return Choice(name: name, value: String(value))
    }
}
