import Catalogue

/// An offer that would fill a gap if one or two things of it were otherwise.
package struct NearOffer: Hashable, Sendable {
    /// What it lacks. The order is that of how little work it is to add.
    package enum Lack: String, CaseIterable, Comparable, Codable, Sendable {
        /// It is not known whether it goes on.
        case known
        case language, place, audience

        package static func < (left: Lack, right: Lack) -> Bool { left.cost < right.cost }

        private var cost: Int { Lack.allCases.firstIndex(of: self) ?? 0 }
    }

    package let id: RecordID
    /// Never empty.
    package let lacks: [Lack]
}

/// Finds what comes nearest to filling a gap.
package struct NearestOffers: Sendable {
    private let records: [Record]
    /// By their places among the records: taking a record out of the list copies all of it.
    private let byTheme: [ConceptID: [Int]]
    private let territories: Vocabulary
    private let audiences: Vocabulary
    /// More than this and it is another offer.
    private static let mostLacks = 2

    package init(_ catalogue: Catalogue) {
        territories = catalogue[.territories]
        audiences = catalogue[.audiences]
        let records = catalogue.records
        self.records = records
        var byTheme: [ConceptID: [Int]] = [:]
        for place in records.indices where records[place].status != .ended && Kind.offers.contains(records[place].kind)
        {
            for theme in Set(records[place].themes) { byTheme[theme, default: []].append(place) }
        }
        self.byTheme = byTheme
    }

    /// Those that lack least first.
    package func nearest(to unit: GapUnit, most: Int = 3) -> [NearOffer] {
        let reaching = Set([unit.place] + territories.covering(unit.place))
        let serving = [unit.audience] + audiences.concepts.filter { $0.includes.contains(unit.audience) }.map(\.id)
        let language = OfferLanguage(unit.language)
        let near = (byTheme[unit.theme] ?? []).compactMap { place -> NearOffer? in
            var lacks: [NearOffer.Lack] = []
            if records[place].status != .active { lacks.append(.known) }
            if !records[place].languages.contains(where: { OfferLanguage($0) == language }) { lacks.append(.language) }
            if reaching.isDisjoint(with: records[place].territories) { lacks.append(.place) }
            if !serving.contains(where: records[place].audiences.contains) { lacks.append(.audience) }
            guard (1...Self.mostLacks).contains(lacks.count) else { return nil }
            return NearOffer(id: records[place].id, lacks: lacks)
        }
        return Array(near.sorted { $0.isNearer(than: $1) }.prefix(most))
    }
}

extension NearOffer {
    fileprivate func isNearer(than other: NearOffer) -> Bool {
        if lacks.count != other.lacks.count { return lacks.count < other.lacks.count }
        for (mine, theirs) in zip(lacks, other.lacks) where mine != theirs { return mine < theirs }
        return id < other.id
    }
}
