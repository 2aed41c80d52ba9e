import Catalogue
import Editorial

/// A row of `searchCount`.
struct SearchCountRow: KeptRow {
    static let table = "searchCount"

    let day: String
    let language: String
    let words: String
    let searches: Int
    let withoutResult: Int

    init(_ count: SearchCount) {
        day = count.day.description
        language = count.language.rawValue
        words = count.words
        searches = count.searches
        withoutResult = count.withoutResult
    }

    func count() throws -> SearchCount {
        guard let language = Language(rawValue: language), let day = PartialDate(day)?.civilDay else {
            throw StoreError.unreadable("searchCount \(day)", reason: "its fields make no sense")
        }
        return SearchCount(
            day: day, language: language, words: words, searches: searches, withoutResult: withoutResult)
    }
}
