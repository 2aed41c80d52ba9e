import Foundation

extension String {
    /// Small letters without accents, with ß, œ, æ and ĳ written out, so that what people type meets what is written.
    package var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar {
            case "ß": result += "ss"
            case "œ": result += "oe"
            case "æ": result += "ae"
            case "’", "ʼ": result += "'"
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The words of a text in small letters, accents kept: runs of letters and digits, apostrophes inside kept.
    package var words: [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func finish() {
            while word.last == "'" { word.removeLast() }
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in lowercased().unicodeScalars {
            if scalar == "'" || scalar == "’" {
                if !word.isEmpty { word.append("'") }
            } else if scalar.isPartOfWord {
                word.append(scalar)
            } else {
                finish()
            }
        }
        finish()
        return words
    }
}

extension Unicode.Scalar {
    fileprivate var isPartOfWord: Bool {
        if isASCII { return ("a"..."z").contains(self) || ("0"..."9").contains(self) }
        return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }
}
