import Catalogue

/// A gap for programs.
package struct GapDocument: Encodable, Sendable {
    package struct Nearest: Encodable, Sendable {
        let id: RecordID
        let lacks: [NearOffer.Lack]
    }

    let rank: Int
    let theme: ConceptID
    let audience: ConceptID
    let territory: ConceptID
    let language: Language
    /// Rounded to four digits, as are need, supply and stays.
    let score: Double
    let need: Double
    let supply: Double
    let offers: Int
    let verified: Int
    let free: Int
    let offline: Int
    let people: Int?
    let searches: Int
    let walks: Int
    /// The share of the weightings tried in which it stays among the first ten.
    let stays: Double
    let nearest: [Nearest]

    package init(_ gap: Gap, nearest: [NearOffer]) {
        rank = gap.rank
        theme = gap.unit.theme
        audience = gap.unit.audience
        territory = gap.unit.place
        language = gap.unit.language
        score = Self.rounded(gap.score)
        need = Self.rounded(gap.need)
        supply = Self.rounded(gap.supply)
        offers = gap.offers
        verified = gap.verified
        free = gap.free
        offline = gap.offline
        people = gap.people
        searches = gap.searches
        walks = gap.walks
        stays = Self.rounded(gap.stays)
        self.nearest = nearest.map { Nearest(id: $0.id, lacks: $0.lacks) }
    }

    private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

/// A page of the ranking of gaps.
package struct GapsDocument: Encodable, Sendable {
    /// How many combinations were looked at.
    let total: Int
    let gaps: [GapDocument]

    package init(_ gaps: Gaps, nearest: NearestOffers, offset: Int, limit: Int) {
        total = gaps.ranked.count
        self.gaps = gaps.ranked.dropFirst(offset).prefix(limit)
            .map { GapDocument($0, nearest: nearest.nearest(to: $0.unit)) }
    }
}
