/// The apostrophe that keeps a spreadsheet from taking a cell for a formula.
///
/// Sources: OWASP, "CSV Injection"; OWASP ASVS 5.0, 1.2.10. White space before the sign is looked through, because some
/// programs do; full-width signs count, because some programs fold them.
enum FormulaMark {
    static func put(on cell: String) -> String { isNeeded(by: cell.unicodeScalars[...]) ? "'" + cell : cell }

    /// The cell that ``put(on:)`` was given. An apostrophe that is nobody's mark stays: ’s Gravenbrakel is a place.
    static func takeOff(_ cell: String) -> String {
        let rest = cell.unicodeScalars.dropFirst()
        return cell.unicodeScalars.first == "'" && isNeeded(by: rest) ? String(rest) : cell
    }

    /// Apostrophes before the sign count too: otherwise the first of them would be taken for our mark.
    private static func isNeeded(by cell: Substring.UnicodeScalarView) -> Bool {
        let rest = cell.drop { $0 == "'" }
        guard let first = rest.first else { return false }
        return controls.contains(first)
            || rest.first { !$0.properties.isWhitespace }.map(signs.contains) ?? false
    }

    private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    private static let controls: Set<Unicode.Scalar> = ["\t", "\r", "\n", "\0"]
}
