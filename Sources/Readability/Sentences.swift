import Foundation

/// Takes a text apart into sentences and words.
package enum Sentences {
    /// The sentences of a text, with their signs. A line of its own, such as a point of a list, is one too.
    package static func of(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).flatMap { split(String($0)) }
    }

    /// One line at its sentence ends. No character is lost but the space between two sentences.
    package static func split(_ line: String) -> [String] {
        var sentences: [String] = []
        var start = line.startIndex
        for match in line.matches(of: end) {
            let word = line[start..<match.range.lowerBound].split(whereSeparator: \.isWhitespace).last ?? ""
            guard !abbreviations.contains(word.lowercased()) else { continue }
            let cut = match.output.1.endIndex
            sentences.append(line[start..<cut].trimmingCharacters(in: .whitespaces))
            start = match.range.upperBound
        }
        sentences.append(line[start...].trimmingCharacters(in: .whitespaces))
        return sentences.filter { !$0.isEmpty }
    }

    /// The words of a sentence. What belongs together stays together: `klasgenoot’s`, `e-mail`, `116 000`.
    package static func words(of sentence: String) -> [String] {
        sentence.matches(of: word).map { String($0.output) }
    }

    /// A sign that ends a sentence, with closing quotes, before a space and a capital, a digit or an opening quote.
    /// French puts a narrow space before the sign.
    private nonisolated(unsafe) static let end = #/([.!?]+["’”»\)]*|[\u{202F}\u{A0} ][!?]+["’”»\)]*)\s+(?=["‘“„«(]?[\u{202F}\u{A0}]?[\p{Lu}\d])/#
    private nonisolated(unsafe) static let word = #/\d+(?:[ \u{A0}\u{202F}.,]\d+)*|[\p{L}\p{M}]+(?:['’\-][\p{L}\p{M}]+)*/#

    /// Words whose full stop ends nothing.
    private static let abbreviations: Set<String> = [
        "z", "b", "bv", "bijv", "nr", "mr", "mevr", "dr", "st", "p", "ex", "m", "mme", "ca", "bzw", "usw", "etc", "e.g",
    ]
}
