import Catalogue

/// The whole landscape of one state of the catalogue for programs: counts, gaps, what is alike, and who works together.
package struct LandscapeDocument: Encodable, Sendable {
    package struct Group: Encodable, Sendable {
        let offers: [RecordID]
        let kind: Kind
        let likeness: Double
        let themes: [ConceptID]
        /// The languages in which none of them exists.
        let missing: [Language]
        let suggestions: [SynergySuggestion]
    }

    package struct Ties: Encodable, Sendable {
        /// Organisations of each community, the strongest first.
        let communities: [[RecordID]]
        /// Organisations that share no record with another.
        let alone: [RecordID]
    }

    /// The number of the newest revision in it.
    let version: Int
    /// Active offers.
    let offers: Int
    /// Records that are shown, by kind.
    let records: [String: Int]
    /// Active offers at each value of each axis.
    let axes: [String: [String: Int]]
    /// The first ten.
    let gaps: GapsDocument
    let alike: [Group]
    let network: Ties

    package init(
        _ catalogue: Catalogue, revision: Int, census: Census, gaps: Gaps, nearest: NearestOffers, synergies: Synergies,
        network: Network
    ) {
        version = revision
        offers = census.offers.count
        records = Dictionary(grouping: catalogue.records, by: \.kind.rawValue).mapValues(\.count)
        axes = Dictionary(
            uniqueKeysWithValues: Axis.allCases.map { axis in
                let counts = zip(census.values(of: axis), census.standings(on: axis))
                    .map { ($0, $1.direct + $1.inherited) }
                return (axis.rawValue, Dictionary(counts, uniquingKeysWith: { first, _ in first }))
            })
        self.gaps = GapsDocument(gaps, nearest: nearest, offset: 0, limit: Gaps.first)
        alike = synergies.groups.map(Group.init)
        self.network = Ties(
            communities: network.communities, alone: network.actors.filter { $0.degree == 0 }.map(\.id))
    }
}

extension LandscapeDocument.Group {
    package init(_ group: SynergyGroup) {
        offers = group.members.map(\.id)
        kind = group.kind
        likeness = (group.likeness * 100).rounded() / 100
        themes = group.themes
        missing = group.missing
        suggestions = group.advice.map(\.suggestion)
    }
}
