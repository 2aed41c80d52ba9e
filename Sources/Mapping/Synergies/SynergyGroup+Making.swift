import Catalogue

extension SynergyGroup {
    init(_ cluster: SynergyClusters.Cluster, pairs: AlikePairs, offers: ComparableOffers, words: OfferWords) {
        let numbers = cluster.members
        let among = cluster.ranks.map { (pairs.ranked[$0], pairs.pairs[$0]) }
        members = numbers.map { Member(id: offers.id($0), languages: offers.languageTags($0)) }
        kind = offers.kinds[numbers[0]]
        likeness = Double(among.map(\.1.likeness.total).min() ?? 0) / Double(SynergyLikeness.full)
        reasons = Self.reasons(numbers, offers, words)
        advice = SynergySuggestion.allCases.compactMap { suggestion -> (count: Int, advice: Advice)? in
            let advising = among.filter { $0.1.suggestion == suggestion }
            let advised = Set(advising.flatMap { [Int($0.0.one), Int($0.0.other)] }).sorted()
            guard !advising.isEmpty else { return nil }
            return (advising.count, Advice(suggestion: suggestion, members: advised.map { offers.id($0) }))
        }
        .sorted { ($1.count, $0.advice.suggestion) < ($0.count, $1.advice.suggestion) }.map(\.advice)
    }

    private static func reasons(_ numbers: [Int], _ offers: ComparableOffers, _ words: OfferWords) -> [SynergyReason] {
        var reasons: [SynergyReason] = []
        func add<Name>(_ names: [Name], _ reason: ([Name]) -> SynergyReason) {
            if !names.isEmpty { reasons.append(reason(names)) }
        }
        add(offers.themes.names(sharedBy: numbers), SynergyReason.themes)
        add(offers.audiences.names(sharedBy: numbers), SynergyReason.audiences)
        add(offers.formats.names(sharedBy: numbers), SynergyReason.formats)
        add(offers.owners(ofAll: numbers), SynergyReason.organisations)
        add(offers.widestPlaces(reachedByAll: numbers), SynergyReason.places)
        let shared = Language.allCases.map { ($0, words.shared(by: numbers, $0, in: offers)) }.filter { !$0.1.isEmpty }
        if !shared.isEmpty { reasons.append(.words(Dictionary(uniqueKeysWithValues: shared))) }
        return reasons
    }
}

extension ComparableOffers {
    fileprivate func languageTags(_ offer: Int) -> [LanguageTag] {
        languages.shared(by: [offer]).compactMap { LanguageTag(languages.names[$0]) }
    }
}
