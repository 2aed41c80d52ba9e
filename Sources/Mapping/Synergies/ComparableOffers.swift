import Catalogue

/// The active offers of a catalogue with what they are compared by, apart from their texts. An offer is known by its
/// number, from 0: one kind after the other, and in each kind in the order of the ids.
struct ComparableOffers: Sendable {
    let records: [Record]
    /// By the number of the offer: its place among the records.
    let places: [Int]
    let kinds: [Kind]
    /// By the number of the offer: the first number that is of another kind again.
    let endOfKind: [Int]
    let themes: ConceptSets<ConceptID>
    let audiences: ConceptSets<ConceptID>
    let formats: ConceptSets<ConceptID>
    /// All places that an offer reaches: those that it names and those in them.
    let territories: ConceptSets<ConceptID>
    /// The first parts of the tags: easy Dutch is Dutch.
    let languages: ConceptSets<String>
    /// For each place by its number: the numbers of those whose offers reach it too.
    private let wider: [[Int]]

    init(_ catalogue: Catalogue) {
        let records = catalogue.records
        let active = catalogue.activeOffers
        let places = Kind.offers.flatMap { kind in active.filter { records[$0].kind == kind } }
        self.records = records
        self.places = places
        let kinds = places.map { records[$0].kind }
        self.kinds = kinds
        var ends = Array(kinds.indices)
        for offer in kinds.indices.reversed() {
            ends[offer] = offer + 1 < kinds.count && kinds[offer + 1] == kinds[offer] ? ends[offer + 1] : offer + 1
        }
        endOfKind = ends
        func known(_ name: VocabularyName) -> [ConceptID] { catalogue[name].concepts.map(\.id) }
        let count = places.count
        themes = ConceptSets(known: known(.themes), count: count) { records[places[$0]].themes }
        audiences = ConceptSets(known: known(.audiences), count: count) { records[places[$0]].audiences }
        formats = ConceptSets(known: known(.formats), count: count) { records[places[$0]].formats }
        let wider = Self.wider(in: catalogue[.territories])
        var held = wider.indices.map { [$0] }
        for (number, wider) in wider.enumerated() { for place in wider { held[place].append(number) } }
        self.wider = wider
        territories = ConceptSets(known: known(.territories), held: held, count: count) {
            records[places[$0]].territories
        }
        languages = ConceptSets(known: Language.allCases.map(\.rawValue), count: count) {
            records[places[$0]].languages.map(\.primary)
        }
    }

    var count: Int { places.count }

    func id(_ offer: Int) -> RecordID { records[places[offer]].id }

    /// How alike two offers of one kind are, but for their texts.
    func likeness(_ one: Int, _ other: Int) -> SynergyLikeness {
        var likeness = SynergyLikeness()
        likeness.themes = SynergyLikeness.part(themes.likeness(one, other))
        // Most pairs end here.
        guard likeness.themes >= SynergyLikeness.leastThemes else { return likeness }
        likeness.audiences = SynergyLikeness.part(audiences.likeness(one, other))
        likeness.formats = SynergyLikeness.part(formats.likeness(one, other))
        likeness.places = SynergyLikeness.part(territories.overlap(one, other))
        likeness.languages = SynergyLikeness.part(languages.overlap(one, other))
        return likeness
    }

    /// What could be done with two offers; nil also where nobody noted in which languages one of them exists.
    func suggestion(_ likeness: SynergyLikeness, _ one: Int, _ other: Int) -> SynergySuggestion? {
        guard !languages.isEmpty(one), !languages.isEmpty(other) else { return nil }
        return likeness.suggestion(kinds[one], sharingOrganisation: !owners(ofAll: [one, other]).isEmpty)
    }

    /// The organisations behind all of these offers.
    func owners(ofAll offers: [Int]) -> [RecordID] {
        guard let first = offers.first else { return [] }
        return records[places[first]].organisations.filter { owner in
            offers.dropFirst().allSatisfy { records[places[$0]].organisations.contains(owner) }
        }
    }

    /// The places that all of these offers reach, without those that lie in another one of them.
    func widestPlaces(reachedByAll offers: [Int]) -> [ConceptID] {
        let reached = territories.shared(by: offers)
        let all = Set(reached)
        return reached.filter { place in
            place >= wider.count || wider[place].allSatisfy { !all.contains($0) }
        }.map { territories.names[$0] }
    }

    private static func wider(in vocabulary: Vocabulary) -> [[Int]] {
        let numbers = Dictionary(
            zip(vocabulary.concepts.map(\.id), vocabulary.concepts.indices), uniquingKeysWith: { first, _ in first })
        return vocabulary.concepts.map { vocabulary.covering($0.id).compactMap { numbers[$0] } }
    }
}

extension LanguageTag {
    /// The language without script, country or kind of words: `nl` of `nl-simple`.
    fileprivate var primary: String {
        let hyphen = description.utf8.firstIndex(of: UInt8(ascii: "-"))
        return hyphen.map { String(description[..<$0]) } ?? description
    }
}
