/// The letters that `&eacute;`, `&#233;` and `&#xE9;` stand for.
enum CharacterReferences {
    /// The letter at `place`, where an `&` stands, and the place behind it; nil where it stands for itself.
    static func read(_ bytes: [UInt8], at place: Int) -> (String, end: Int)? {
        guard let length = bytes[(place + 1)...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(place + 1)..<length], as: UTF8.self)
        guard let letter = letter(name) else { return nil }
        return (String(letter), length + 1)
    }

    /// With the letters themselves for names that HTML has and XML hasn't, which feeds are full of.
    static func spelled(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var spelled: [UInt8] = []
        spelled.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "&"), place + 1 < bytes.count, bytes[place + 1] != UInt8(ascii: "#"),
                let (letters, end) = read(bytes, at: place), !marks.contains(letters)
            {
                spelled += letters.utf8
                place = end
            } else {
                spelled.append(bytes[place])
                place += 1
            }
        }
        return spelled
    }

    /// Those that XML knows too, and needs.
    private static let marks: Set = ["&", "<", ">", "\"", "'"]

    static func letter(_ name: String) -> Unicode.Scalar? {
        guard name.first == "#" else { return named[name] }
        let digits = name.dropFirst()
        let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number > 0 else { return nil }
        return Unicode.Scalar(number) ?? "\u{FFFD}"
    }

    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
            "scaron": "š", "Yuml": "Ÿ", "ensp": " ", "emsp": " ", "thinsp": "\u{2009}", "ndash": "–", "mdash": "—",
            "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "bull": "•",
            "hellip": "…", "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "rarr": "→", "larr": "←",
        ]
        for (offset, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
            named[String(name)] = Unicode.Scalar(UInt32(160 + offset))
        }
        return named
    }()

    /// Those of the letters 160 to 255, in order (HTML 4.01, section 24.2.1).
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
        deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
        Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
        ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
        agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
        eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """
}
