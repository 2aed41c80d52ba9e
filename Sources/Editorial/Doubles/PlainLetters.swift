import Foundation

/// Small letters without accents, as bytes: the ground on which names and texts of different writers are compared.
enum PlainLetters {
    /// What a character is to the word around it.
    enum Part {
        /// A letter or a digit.
        case letter
        /// A sign on the letter before, or an invisible one: the word goes on.
        case mark
        /// The word ends.
        case gap
    }

    /// Adds to `bytes` what `scalar` comes down to: `É` is `e`, `ß` is `ss`. Letters of other alphabets stay, in UTF-8.
    static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Part {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39:
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            return .letter
        case 0x41...0x5A:
            bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
            return .letter
        case 0x00...0x7F: return .gap
        case 0xC0...0x17F:
            let plain = latin[Int(scalar.value - 0xC0)]
            bytes += plain
            return plain.isEmpty ? .gap : .letter
        // Signs that stand alone behind their letter, and those that nobody sees.
        case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFEFF: return .mark
        default: return appendOther(scalar, to: &bytes)
        }
    }

    /// The words of `text` in order, each as plain letters.
    static func words(of text: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard append(scalar, to: &word) == .gap, !word.isEmpty else { continue }
            words.append(String(decoding: word, as: UTF8.self))
            word.removeAll(keepingCapacity: true)
        }
        return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
    }

    private static func appendOther(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Part {
        if isMark(scalar) { return .mark }
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return .gap }
        for part in plain(scalar) { bytes += Array(String(part).utf8) }
        return .letter
    }

    private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        String(scalar).lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars.filter { !isMark($0) }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark
    }

    /// À to ſ. What can't be taken apart by Unicode is written out as people type it.
    private static let latin: [[UInt8]] = (0xC0...0x17F as ClosedRange<UInt32>).map { value in
        guard let scalar = Unicode.Scalar(value) else { return [] }
        let written: String =
            switch scalar {
            case "×", "÷": ""
            case "ß": "ss"
            case "æ", "Æ": "ae"
            case "œ", "Œ": "oe"
            case "ø", "Ø": "o"
            case "đ", "Đ", "ð", "Ð": "d"
            case "ħ", "Ħ": "h"
            case "ı": "i"
            case "ł", "Ł": "l"
            case "þ", "Þ": "th"
            default: String(String.UnicodeScalarView(plain(scalar)))
            }
        return Array(written.utf8)
    }
}
