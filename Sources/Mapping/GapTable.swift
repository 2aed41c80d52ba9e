import Catalogue

/// Something that somebody may need: a theme, for an audience, in a place, in a language that is spoken there.
package struct GapUnit: Hashable, Sendable {
    package let theme: ConceptID
    package let audience: ConceptID
    package let place: ConceptID
    package let language: Language

    package init(theme: ConceptID, audience: ConceptID, place: ConceptID, language: Language) {
        self.theme = theme
        self.audience = audience
        self.place = place
        self.language = language
    }
}

/// For every unit that is looked at: what speaks for its need, and which offers serve it. Weights come later.
///
/// Looked at are the narrowest themes, the audiences that the consortium gave a weight, and the places whose languages
/// are known. A theme that concerns certain audiences or ages only is not looked at for others.
package struct GapTable: Sendable {
    struct Row: Sendable {
        let unit: GapUnit
        /// Theme, audience, people, searches, guides: each from 0 to 1 (``GapWeights/needs``).
        let need: SIMD8<Double>
        /// The ages of those for whose sake the audience is addressed about the theme; nil where nobody says.
        let ages: AgeRange?
        /// How many people of these ages live in the place; nil where no table says so.
        let people: Int?
        let searches: Int
        let walks: Int
        /// Active offers by their ``Soundness``.
        var supply = [Int32](repeating: 0, count: Soundness.count)
    }

    let rows: [Row]

    package init(
        _ catalogue: Catalogue, searches: [Language: [ConceptID: Int]] = [:], walks: [Language: [ConceptID: Int]] = [:]
    ) {
        var plan = GapPlan(catalogue, searches: searches, walks: walks)
        plan.count(catalogue)
        rows = plan.rows
    }

    /// Units that are looked at.
    package var count: Int { rows.count }
}

extension Concept {
    /// The ages of the people for whose sake an audience is addressed about this theme: its own, or of those whom it
    /// cares for, as far as the theme concerns them; nil where nobody says.
    fileprivate func ages(of audience: Concept) -> AgeRange? {
        guard let people = audience.ages ?? audience.caresFor, let ages else {
            return audience.ages ?? audience.caresFor
        }
        return AgeRange(from: max(people.from, ages.from), to: min(people.to, ages.to))
    }

    /// Whether a theme concerns an audience. Adults are concerned by what concerns those whom they care for.
    fileprivate func concerns(_ audience: Concept) -> Bool {
        (audiences.isEmpty || audiences.contains(audience.id))
            && (ages.flatMap { ages in (audience.ages ?? audience.caresFor).map(ages.overlaps) } ?? true)
    }
}

/// What is looked at, in order, and the counting.
private struct GapPlan {
    private let themes: [Concept]
    private let audiences: [Concept]
    private let areas: [(place: Concept, language: Language)]
    private let themeNumbers: [ConceptID: Int]
    /// The audiences that an offer for one serves, and whether it is made for them.
    private var served: [ConceptID: [(audience: Int, soundness: Soundness)]] = [:]
    /// The areas that an offer for a place reaches.
    private var reached: [ConceptID: [Int]] = [:]
    /// The place of each unit among the rows; nil where it is not looked at.
    private var places: [Int?] = []
    var rows: [GapTable.Row] = []

    init(_ catalogue: Catalogue, searches: [Language: [ConceptID: Int]], walks: [Language: [ConceptID: Int]]) {
        let territories = catalogue[.territories]
        themes = catalogue[.themes].concepts.filter { catalogue[.themes].narrower($0.id).isEmpty }
        audiences = catalogue[.audiences].concepts.filter { $0.weight != nil }
        areas = territories.concepts.flatMap { place in place.speech.map { (place, $0) } }
        themeNumbers = Dictionary(zip(themes.map(\.id), themes.indices), uniquingKeysWith: { first, _ in first })
        for concept in catalogue[.audiences].concepts {
            for (number, audience) in zip(audiences.indices, audiences) {
                if audience.id == concept.id { served[concept.id, default: []].append((number, .addressed)) }
                if concept.includes.contains(audience.id) { served[concept.id, default: []].append((number, [])) }
            }
        }
        for (number, area) in zip(areas.indices, areas) {
            for cover in [area.place.id] + territories.covering(area.place.id) {
                reached[cover, default: []].append(number)
            }
        }
        // By theme, audience and area.
        let people = themes.map { theme in
            audiences.map { audience in
                areas.map { area in theme.ages(of: audience).flatMap { area.place.population?.people(aged: $0) } }
            }
        }
        let most = GapMost(
            people: people.joined().joined().compactMap { $0 }.max() ?? 0,
            searches: searches.values.flatMap(\.values).max() ?? 0, walks: walks.values.flatMap(\.values).max() ?? 0)
        for (theme, people) in zip(themes, people) {
            for (audience, counts) in zip(audiences, people) {
                let isLookedAt = theme.concerns(audience)
                let ages = theme.ages(of: audience)
                for (area, count) in zip(areas, counts) {
                    guard isLookedAt else {
                        places.append(nil)
                        continue
                    }
                    places.append(rows.count)
                    let searches = searches[area.language]?[theme.id] ?? 0
                    let walks = walks[area.language]?[theme.id] ?? 0
                    rows.append(
                        GapTable.Row(
                            unit: GapUnit(
                                theme: theme.id, audience: audience.id, place: area.place.id, language: area.language),
                            need: most.need(theme, audience, people: count, searches: searches, walks: walks),
                            ages: ages, people: count, searches: searches, walks: walks))
                }
            }
        }
    }

    /// Counts every active offer in the units that it serves, once in each.
    mutating func count(_ catalogue: Catalogue) {
        let records = catalogue.records
        let areaLanguages = areas.map { OfferLanguage($0.language) }
        var supplies = [Int32](repeating: 0, count: rows.count * Soundness.count)
        var serving = Serving()
        for place in catalogue.activeOffers {
            serve(records, at: place, areaLanguages, &serving)
            for theme in serving.themes {
                for (audience, soundness) in serving.audiences {
                    let unit = (theme * audiences.count + audience) * areas.count
                    for area in serving.areas {
                        if let row = places[unit + area] { supplies[row * Soundness.count + soundness.rawValue] += 1 }
                    }
                }
            }
        }
        for row in rows.indices {
            rows[row].supply = Array(supplies[row * Soundness.count..<(row + 1) * Soundness.count])
        }
    }

    /// What an offer serves, each once. Kept from offer to offer, so that room for it is made once only.
    private struct Serving {
        var themes: [Int] = []
        var audiences: [(number: Int, soundness: Soundness)] = []
        var areas: [Int] = []
    }

    private func serve(
        _ records: [Record], at place: Int, _ areaLanguages: [OfferLanguage], _ serving: inout Serving
    ) {
        serving.themes.removeAll(keepingCapacity: true)
        serving.audiences.removeAll(keepingCapacity: true)
        serving.areas.removeAll(keepingCapacity: true)
        let languages = records[place].languages.map(OfferLanguage.init)
        for territory in records[place].territories {
            for area in reached[territory] ?? [] where languages.contains(areaLanguages[area]) {
                if !serving.areas.contains(area) { serving.areas.append(area) }
            }
        }
        guard !serving.areas.isEmpty else { return }
        for concept in records[place].themes {
            if let theme = themeNumbers[concept], !serving.themes.contains(theme) { serving.themes.append(theme) }
        }
        let soundness = Soundness(of: records, at: place)
        for concept in records[place].audiences {
            for (audience, addressed) in served[concept] ?? [] {
                if let known = serving.audiences.firstIndex(where: { $0.number == audience }) {
                    serving.audiences[known].soundness.formUnion(addressed)
                } else {
                    serving.audiences.append((audience, soundness.union(addressed)))
                }
            }
        }
    }
}

/// The largest figure of each part of need, which counts 1.
private struct GapMost {
    let people: Int
    let searches: Int
    let walks: Int
    private static let mostWeight = 5.0

    func need(_ theme: Concept, _ audience: Concept, people: Int?, searches: Int, walks: Int) -> SIMD8<Double> {
        var need = SIMD8<Double>.zero
        need[0] = Double(theme.weight ?? Concept.usualWeight) / Self.mostWeight
        need[1] = Double(audience.weight ?? Concept.usualWeight) / Self.mostWeight
        need[2] = Self.share(people ?? 0, of: self.people)
        need[3] = Self.share(searches, of: self.searches)
        need[4] = Self.share(walks, of: self.walks)
        return need
    }

    /// The square root of the share: a community of some thousands still counts beside one of a million.
    private static func share(_ count: Int, of most: Int) -> Double {
        most > 0 ? (Double(count) / Double(most)).squareRoot() : 0
    }
}
