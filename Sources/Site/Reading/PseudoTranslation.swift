import HTML

/// Makes every text of a page look like another language, to prove that the layout holds before there is a translator:
/// four tenths longer, and in letters that run from right to left where the language does.
package enum PseudoTranslation: String, CaseIterable, Sendable {
    /// +40 %, with accents: what French and Ukrainian do to English.
    case long
    /// Mirrored, in Arabic letters.
    case mirrored

    var direction: String { self == .mirrored ? "rtl" : "ltr" }
    /// The language that the page says it is in.
    var language: String { self == .mirrored ? "ar" : "nl" }

    func translate(_ tree: HTMLTree) -> HTMLTree { HTMLTree(tree.nodes.map(translate)) }

    private func translate(_ node: HTMLTree.Node) -> HTMLTree.Node {
        switch node {
        case .text(let text): return .text(translate(text))
        case .element(var element):
            guard !["svg", "script", "style", "textarea"].contains(element.name) else { return node }
            element["lang"] = nil
            for name in ["title", "aria-label", "placeholder"] { element[name] = element[name].map(translate) }
            element.children = element.children.map(translate)
            return .element(element)
        }
    }

    private func translate(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            // Entities and numbers stay as they are.
            guard word.count > 1, !word.contains("&"), word.allSatisfy({ !$0.isNumber }) else { return String(word) }
            let longer = word + String(repeating: "·", count: (word.count * 4 + 5) / 10)
            switch self {
            case .long: return String(longer.map { Self.accents[$0] ?? ($0 == "·" ? "n" : $0) })
            case .mirrored: return String(longer.map { $0 == "·" ? "ن" : $0.isLetter ? Self.arabic(for: $0) : $0 })
            }
        }.joined(separator: " ")
    }

    private static let accents: [Character: Character] = [
        "a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "c": "ç", "n": "ñ", "A": "Á", "E": "É", "I": "Í", "O": "Ó",
    ]

    private static func arabic(for letter: Character) -> Character {
        let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
        return letters[Int(letter.unicodeScalars.first?.value ?? 0) % letters.count]
    }
}
