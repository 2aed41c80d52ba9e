import Catalogue

/// How often something was looked for on one day in one language. Nothing says who, when, or in what order.
package struct SearchCount: Hashable, Sendable {
    package let day: CivilDay
    package let language: Language
    /// The telling words in the order of the alphabet, without digits, addresses and words that nobody else typed. Empty
    /// for the count of all searches of the day.
    package let words: String
    package var searches: Int
    /// Of these, how many found nothing.
    package var withoutResult: Int

    package init(day: CivilDay, language: Language, words: String, searches: Int, withoutResult: Int) {
        self.day = day
        self.language = language
        self.words = words
        self.searches = searches
        self.withoutResult = withoutResult
    }

    /// Below this nothing is shown, so that nobody can be recognised in a number.
    package static let leastShown = 5
}
