import Catalogue
import Search

extension Snapshot {
    /// What comes close to a search that found nothing because of its choices.
    func nearby(_ request: SearchRequest, language: Language, now: BrusselsTime) -> [Record] {
        for looser in request.looser {
            let results = search(looser, language: language, now: now).results
            if results.total > 0 {
                return results.hits.prefix(5).compactMap { Identifier($0.id).flatMap { catalogue[$0] } }
            }
        }
        return []
    }
}

extension SearchRequest {
    /// Searches for less, the closest first: the words without the choices, then the choices without the words, then
    /// fewer and fewer of the choices. What it is about is never given up: the rest would be anything at all.
    var looser: [SearchRequest] {
        guard isNarrowed else { return [] }
        var choices = changing { $0.text = "" }
        var all = text.isEmpty ? [] : [SearchRequest(text: text), choices]
        for giveUp in Self.concessions {
            let fewer = choices.changing(giveUp)
            guard fewer != choices else { continue }
            guard fewer.isNarrowed else { break }
            choices = fewer
            all.append(fewer)
        }
        return all
    }

    /// What tells least about a wish comes first: a price or a language can be got round.
    private static var concessions: [(inout SearchRequest) -> Void] {
        [
            { $0.isOpenNow = false }, { $0.chosen[.cost] = nil }, { $0.chosen[.language] = nil }, { $0.ages = nil },
            { $0.chosen[.format] = nil }, { $0.chosen[.kind] = nil }, { $0.chosen[.territory] = nil },
            { $0.chosen[.audience] = nil }, { $0.chosen[.need] = nil },
        ]
    }
}
