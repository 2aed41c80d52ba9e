import Foundation

extension String {
    /// Small letters without accents, with ß, œ, æ and ĳ written out, so that what people type meets what is written.
    package var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        if let folded = foldedLatin { return folded }
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar {
            case "ß": result += "ss"
            case "œ": result += "oe"
            case "æ": result += "ae"
            case "ø": result += "o"
            case "’", "ʼ": result += "'"
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The same for texts of ASCII and the letters À to ÿ, which is nearly all; nil for others.
    private var foldedLatin: String? {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count + 4)
        var isAfterC3 = false
        for byte in utf8 {
            if isAfterC3 {
                guard byte != 0x97, byte != 0xB7 else { return nil }
                if byte == 0xBF { result.append(UInt8(ascii: "y")) } else { result += Self.latin[Int(byte & 0x1F)] }
                isAfterC3 = false
            } else if byte == 0xC3 {
                isAfterC3 = true
            } else if byte < 0x80 {
                result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else {
                return nil
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// À to ß, and à to þ, which fold alike.
    private static let latin: [[UInt8]] = [
        "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "ð", "n", "o", "o", "o", "o",
        "o",
        "÷", "o", "u", "u", "u", "u", "y", "þ", "ss",
    ].map { Array($0.utf8) }
}
