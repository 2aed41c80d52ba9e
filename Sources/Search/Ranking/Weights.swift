/// Everything that decides which result comes first, in one place.
///
/// Chosen by measuring on the half of the judged queries that is kept for it (Tests/SearchQuality/README.md).
enum Weights {
    /// BM25's k1: how soon a word that comes back counts no more.
    static let saturation: Float = 1.8
    /// BM25's b: how much a long text is held against its words.
    static let lengthNormalisation: Float = 0.9

    /// A word found in a language that is neither the reader's nor that of the query.
    static let otherLanguage: Float = 0.5
    /// A word found in the language of the query, where the reader's is another.
    static let queryLanguage: Float = 0.9
    /// The two halves of one word, found apart (`child focus` for `childfocus`).
    static let parts: Float = 0.8
    /// The beginning of a word, before what share of the word it is.
    static let beginning: Float = 0.5
    /// A word with one typing error; with two, its square.
    static let error: Float = 0.4
    /// How surely a mistyped word names a concept, beside the right word.
    static let errorCloseness: Float = 0.8

    /// What meeting a concept counts beside finding a word, by facet.
    static let concepts: [String: Float] = [
        "theme": 2.4, "format": 1.7, "need": 0.5, "audience": 0.8, "territory": 0.9, "kind": 0.7, "cost": 0.3,
    ]
    static let otherConcept: Float = 0.5
    /// Less of a concept's name than this, and it was not meant.
    static let leastAffinity: Float = 0.2

    /// Made for the age that the query names, or for another.
    static let spanHit: Float = 1.8
    static let spanMiss: Float = 0.6

    /// Made for the audience that the query names, or for others; named if nearly all of one of its names was typed.
    static let namedAffinity: Float = 0.9
    static let namedHit: Float = 1.5
    static let namedMiss: Float = 0.7

    /// With at least this share of its name typed, a concept stands for the words.
    static let coveringAffinity: Float = 0.3
    /// A name of a concept in another language than the reader's.
    static let otherName: Float = 0.9
    /// How much less a document is about a value for each other value that it has in the same facet.
    static let conceptSpread: Float = 0.12
    /// Of the concepts of one facet only those count that were met this nearly as well as the best.
    static let nearlyAsGood: Float = 0.4
    /// A word of a sentence that is in no name of a concept.
    static let ordinaryWord: Float = 0.6
    /// A sentence has at least so many telling words.
    static let sentence: Int = 3

    /// The share of the words of a long query that a result must hold.
    static let enoughWords: Float = 0.6

    /// With fewer results than this, those with fewer words are shown too.
    static let fewResults = 20

    /// What was typed is a whole name of the document.
    static let wholeName: Float = 2.2
    /// All that was typed stands in one name of the document; grows with the share of the name that it is.
    static let insideName: Float = 0.6
    /// How many of the best are looked at again for names.
    static let secondLook = 40
}
