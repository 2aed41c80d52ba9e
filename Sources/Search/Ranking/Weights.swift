import Foundation
/// Everything that decides which result comes first, in one place.
///
/// Chosen by measuring on the half of the judged queries that is kept for it (Tests/SearchQuality/README.md).
enum Weights {
    /// BM25's k1: how soon a word that comes back counts no more.
    static let saturation: Float = env("saturation", 1.8)
    /// BM25's b: how much a long text is held against its words.
    static let lengthNormalisation: Float = env("lengthNormalisation", 0.9)

    /// A word found in a language that is neither the reader's nor that of the query.
    static let otherLanguage: Float = env("otherLanguage", 0.6)
    /// A word found in the language of the query, where the reader's is another.
    static let queryLanguage: Float = env("queryLanguage", 0.9)
    /// The two halves of one word, found apart (`child focus` for `childfocus`).
    static let parts: Float = env("parts", 0.8)
    /// The beginning of a word, before what share of the word it is.
    static let beginning: Float = env("beginning", 0.5)
    /// A word with one typing error; with two, its square.
    static let error: Float = env("error", 0.4)
    /// How surely a mistyped word names a concept, beside the right word.
    static let errorCloseness: Float = 0.8

    /// What meeting a concept counts beside finding a word, by facet.
    static let concepts: [String: Float] = [
        "theme": env("theme", 2.4), "format": env("format", 1.4), "need": env("need",0.5), "audience": env("audience",0.8), "territory": env("territory",0.9), "kind": env("kind",0.7), "cost": 0.3,
    ]
    static let otherConcept: Float = env("otherConcept", 0.5)
    /// Less of a concept's name than this, and it was not meant.
    static let leastAffinity: Float = env("leastAffinity", 0.3)

    /// Made for the age that the query names, or for another.
    static let spanHit: Float = env("spanHit", 1.25)
    static let spanMiss: Float = env("spanMiss", 0.6)

    /// The share of the words of a long query that a result must hold.
    static let enoughWords: Float = env("enoughWords", 0.3)

    /// With fewer results than this, those with fewer words are shown too.
    static let fewResults = 10

    /// What was typed is a whole name of the document.
    static let wholeName: Float = env("wholeName", 2.2)
    /// All that was typed stands in one name of the document; grows with the share of the name that it is.
    static let insideName: Float = env("insideName", 0.6)
    /// Two words that follow each other in the query do so in the document.
    static let neighbours: Float = env("neighbours", 0.12)
    /// How many of the best are looked at again for names and neighbours.
    static let secondLook = 50
}

package func env(_ name: String, _ d: Float) -> Float { ProcessInfo.processInfo.environment["W_" + name].flatMap { Float($0) } ?? d }
package func env(_ name: String, _ d: Int) -> Int { ProcessInfo.processInfo.environment["W_" + name].flatMap { Int($0) } ?? d }
