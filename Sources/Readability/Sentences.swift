import Foundation

/// Takes a text apart into sentences and words.
package enum Sentences {
    /// The sentences of a text, with their signs. A line of its own, such as a point of a list, is one too.
    package static func of(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).flatMap { split(String($0)) }
    }

    /// One line at its sentence ends: `.`, `!`, `?` and closing quotes, before a space and then a capital, a digit or an
    /// opening quote. No character is lost but the space between two sentences.
    package static func split(_ line: String) -> [String] {
        let letters = Array(line)
        var sentences: [String] = []
        var start = 0
        var place = 0
        while place < letters.count {
            defer { place += 1 }
            guard ends.contains(letters[place]) else { continue }
            var end = place + 1
            while end < letters.count, ends.contains(letters[end]) || closing.contains(letters[end]) { end += 1 }
            // French puts a space before the closing quote, too.
            if end + 1 < letters.count, letters[end].isWhitespace, letters[end + 1] == "»" { end += 2 }
            var next = end
            while next < letters.count, letters[next].isWhitespace { next += 1 }
            guard next > end, next < letters.count, begins(letters[next...]) else { continue }
            if letters[place] == ".",
                isAbbreviation(letters[start..<place]) || isDate(letters[start..<place], letters[next...])
            {
                continue
            }
            sentences.append(String(letters[start..<end]))
            start = next
            place = next - 1
        }
        if start < letters.count { sentences.append(String(letters[start...])) }
        return sentences.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The words of a sentence. What belongs together stays together: `klasgenoot’s`, `e-mail`, `116 000`.
    package static func words(of sentence: String) -> [String] {
        var words: [String] = []
        var word = ""
        let letters = Array(sentence)
        for (place, letter) in letters.enumerated() {
            let next = place + 1 < letters.count ? letters[place + 1] : " "
            if letter.isLetter || letter.isNumber {
                word.append(letter)
            } else if let last = word.last,
                joins.contains(letter) && last.isLetter && next.isLetter
                    || (letter.isWhitespace || letter == "." || letter == ",") && last.isNumber && next.isNumber
            {
                word.append(letter)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    private static let ends: Set<Character> = [".", "!", "?"]
    private static let closing: Set<Character> = ["\"", "'", "’", "”", "»", ")"]
    private static let opening: Set<Character> = ["\"", "'", "‘", "“", "„", "«", "("]
    private static let joins: Set<Character> = ["'", "’", "-"]

    private static func begins(_ letters: ArraySlice<Character>) -> Bool {
        guard let first = letters.first(where: { !opening.contains($0) && !$0.isWhitespace }) else { return false }
        return first.isUppercase || first.isNumber
    }

    /// Whether what stands before a full stop is a word whose full stop ends nothing.
    private static func isAbbreviation(_ letters: ArraySlice<Character>) -> Bool {
        let word = letters.suffix { !$0.isWhitespace }
        return abbreviations.contains(String(word).lowercased())
    }

    /// German writes `23. November`.
    private static func isDate(_ before: ArraySlice<Character>, _ after: ArraySlice<Character>) -> Bool {
        let day = before.suffix { !$0.isWhitespace }
        return (1...2).contains(day.count) && day.allSatisfy(\.isNumber)
            && germanMonths.contains(String(after.prefix { $0.isLetter }))
    }

    private static let germanMonths: Set<String> = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]

    private static let abbreviations: Set<String> = [
        "z", "b", "bv", "bijv", "nr", "mr", "mevr", "dr", "st", "p", "ex", "m", "mme", "ca", "bzw", "usw", "etc", "e.g",
    ]
}

extension ArraySlice {
    /// The longest end whose elements all fulfil `isWanted`.
    fileprivate func suffix(while isWanted: (Element) -> Bool) -> ArraySlice {
        var start = endIndex
        while start > startIndex, isWanted(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
