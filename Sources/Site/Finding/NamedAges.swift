import Catalogue
import Search

/// The ages that a query names: "mijn zoon van 9", « 14 ans », "12-jarige", "1re secondaire".
struct NamedAges {
    /// Words that make a number beside them an age in years.
    private static let units: Set<String> = [
        "jaar", "jr", "jarige", "jarigen", "jarig", "j", "ans", "an", "jahre", "jahren", "jahr", "jahrige", "jahrigen",
        "jahriger", "jahrig", "year", "years", "yr", "yrs", "yo", "aged", "leeftijd", "age", "alter",
    ]
    /// Words between a child and its age: "mijn dochter van 10", « ma fille de 10 ans », "age 10".
    private static let children: Set<String> = [
        "kind", "kinderen", "zoon", "dochter", "zoontje", "dochtertje", "kleinkind", "kleinzoon", "kleindochter",
        "fils",
        "fille", "enfant", "enfants", "ado", "sohn", "tochter", "kinder", "enkel", "enkelin", "son", "daughter",
        "child",
        "kid", "grandson", "granddaughter", "boy", "girl",
    ]
    private static let between: Set<String> = [
        "van", "de", "von", "mit", "of", "is", "a", "ist", "aged", "wordt", "met", "avec",
    ]

    /// The youngest and the oldest age that the words name; nil if they name none.
    static func range(in text: String) -> ClosedRange<Int>? {
        let words = text.words.map(\.folded)
        var ages: [Int] = []
        for (place, word) in words.enumerated() {
            let digits = word.prefix { $0.isNumber }
            guard let age = Int(digits), (1...25).contains(age) else { continue }
            let rest = String(word.dropFirst(digits.count))
            let next = place + 1 < words.count ? words[place + 1] : ""
            let isAge =
                rest.isEmpty
                ? units.contains(next) || isRange(words, from: place) || followsChild(words, place)
                : units.contains(rest)
            if isAge { ages.append(age) }
        }
        guard let youngest = ages.min(), let oldest = ages.max() else { return nil }
        return youngest...oldest
    }

    /// "10 tot 12 jaar": the first number is an age because the second is.
    private static func isRange(_ words: [String], from place: Int) -> Bool {
        for step in 1...2 where place + step + 1 < words.count {
            if let next = Int(words[place + step]), (1...25).contains(next) {
                return units.contains(words[place + step + 1])
            }
        }
        return false
    }

    private static func followsChild(_ words: [String], _ place: Int) -> Bool {
        guard place > 0 else { return false }
        if children.contains(words[place - 1]) { return true }
        return place > 1 && between.contains(words[place - 1]) && children.contains(words[place - 2])
    }
}
