import Catalogue
import Search

extension Snapshot {
    /// What comes close to a search that found nothing: the same words without the choices,
    /// or the same choices without the words.
    func nearby(_ request: SearchRequest, language: Language, now: BrusselsTime) -> [Record] {
        var looser = SearchRequest(text: request.text)
        if !request.isNarrowed { looser = SearchRequest() }
        var results = search(looser, language: language, now: now).results
        if results.total == 0 {
            results = search(request.changing { $0.text = "" }, language: language, now: now).results
        }
        guard request.isNarrowed || results.total < index.count else { return [] }
        return results.hits.prefix(5).compactMap { Identifier($0.id).flatMap { catalogue[$0] } }
    }
}
