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
            case "ø": result += "o"
            case "’", "ʼ": result += "'"
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
