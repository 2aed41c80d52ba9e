import Catalogue

// For programs that keep a list of references.
extension Citation {
    package static let bibTeXMediaType = "application/x-bibtex; charset=utf-8"
    package static let risMediaType = "application/x-research-info-systems; charset=utf-8"

    /// An entry for BibTeX and BibLaTeX.
    package var bibTeX: String {
        let fields: [(String, String?)] = [
            ("author", "{\(Self.inTeX(author))}"), ("title", "{\(Self.inTeX(title))}"),
            ("year", updated.map { "\($0.year)" }), ("date", updated?.description), ("url", address),
            ("language", Self.inTeX(language.nameInTeX)), ("note", Self.inTeX(licence.name)),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}" } }
        return "@misc{betternet-\(record),\n\(lines.joined(separator: ",\n"))\n}\n"
    }

    /// An entry in the RIS format.
    package var ris: String {
        let tags: [(String, String?)] = [
            ("TY", "ELEC"), ("AU", author), ("TI", title), ("PY", updated.map { "\($0.year)" }),
            ("DA", updated.map { $0.description.replacing("-", with: "/") }), ("AB", summary), ("UR", address),
            ("LA", language.rawValue), ("C1", licence.name), ("ER", ""),
        ]
        // A tag ends with its line.
        return tags.compactMap { tag, value in value.map { "\(tag)  - \(Self.onOneLine($0))\r\n" } }.joined()
    }

    private static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: { $0.isNewline }).joined(separator: " ")
    }

    /// With the letters that mean something to TeX taken as they are.
    private static func inTeX(_ text: String) -> String {
        var result = ""
        for letter in onOneLine(text) {
            switch letter {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "{", "}", "&", "%", "$", "#", "_": result += "\\\(letter)"
            default: result.append(letter)
            }
        }
        return result
    }
}

extension Language {
    /// As BibLaTeX and its languages call it.
    fileprivate var nameInTeX: String {
        switch self {
        case .nl: "dutch"
        case .fr: "french"
        case .de: "german"
        case .en: "english"
        }
    }
}
