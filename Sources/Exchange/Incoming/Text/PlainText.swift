import Foundation

/// Texts of other people, as they may stand in a record: plain, of a bounded length, without letters that nobody sees.
enum PlainText {
    /// Letters.
    static let longestTitle = 300
    static let longestText = 4_000

    /// What a text is written in.
    enum Form {
        case plain, html
        /// Nobody said: HTML where a tag of HTML stands in it.
        case unknown
    }

    /// In one line. Empty where nothing is left.
    static func title(_ text: String, _ form: Form = .unknown) -> String {
        clean(unmarked(text, form), keepsLines: false, most: longestTitle)
    }

    static func text(_ text: String, _ form: Form = .unknown) -> String {
        clean(unmarked(text, form), keepsLines: true, most: longestText)
    }

    private static func unmarked(_ text: String, _ form: Form) -> String {
        switch form {
        case .plain: text
        case .html: Markup.plain(text)
        case .unknown: Markup.isLikely(in: text) ? Markup.plain(text) : text
        }
    }

    private static func clean(_ text: String, keepsLines: Bool, most: Int) -> String {
        var letters = String.UnicodeScalarView()
        var count = 0
        var isGap = false
        var lines = 0
        var isCombined = false
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            switch scalar {
            case " ", "\t": isGap = true
            case "\n" where before == "\r": break
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                isGap = true
                lines += keepsLines ? 1 : 0
            case _ where isUnseen(scalar): break
            default:
                if isGap, count > 0 {
                    letters.append(
                        contentsOf: lines > 1
                            ? "\n\n".unicodeScalars : lines > 0 ? "\n".unicodeScalars : " ".unicodeScalars)
                    count += 1
                }
                (isGap, lines) = (false, 0)
                guard count < most else { return shortened(String(letters)) }
                letters.append(scalar)
                count += 1
                if (0x300...0x36F).contains(scalar.value) { isCombined = true }
            }
        }
        return isCombined ? String(letters).precomposedStringWithCanonicalMapping : String(letters)
    }

    /// Control characters, marks that turn the direction of what follows, and letters that stand for nothing.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF,
            0xE0000...0xE0FFF:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private static func shortened(_ text: String) -> String {
        // Not inside a word, unless it is a very long one.
        let end = text.lastIndex { $0 == " " || $0 == "\n" }
        let cut = end.map { text[..<$0] } ?? text[...]
        return (cut.utf8.count * 2 > text.utf8.count ? String(cut) : text) + "…"
    }
}

extension PlainText {
    /// A name of something, of any length, in one line.
    static func name(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnseen($0) })).trimmed
    }

    /// The same without letters that nobody sees; line breaks and tabs stay.
    static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isUnseen($0) && $0 != "\n" && $0 != "\t" }) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !isUnseen($0) || $0 == "\n" || $0 == "\t" }))
    }
}
