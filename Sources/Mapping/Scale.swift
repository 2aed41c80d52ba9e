import Catalogue

/// The values of an axis in their order, and where on them each record stands.
struct Scale: Sendable {
    let axis: Axis
    /// As they stand in addresses: ids of concepts, bands of ages, languages.
    let values: [String]
    private let places: [ConceptID: [Step]]
    private let vocabulary: Vocabulary?

    /// One value and how it is come by, in two bytes: the numbers of a landscape are many.
    struct Step: Hashable, Comparable, Sendable {
        private let bits: UInt16

        init(_ place: Int, _ standing: Standing) {
            bits = UInt16(truncatingIfNeeded: place) << 2 | UInt16(standing.rawValue)
        }

        var place: Int { Int(bits >> 2) }
        var standing: UInt8 { UInt8(truncatingIfNeeded: bits & 3) }
        /// Whether the whole of the value is served, not only a part.
        var isServed: Bool { standing != Standing.inPart.rawValue }

        /// By place; at one place, the better standing first.
        static func < (left: Step, right: Step) -> Bool { left.bits < right.bits }
    }

    init(_ axis: Axis, of catalogue: Catalogue) {
        self.axis = axis
        vocabulary = axis.vocabulary.map { catalogue[$0] }
        let concepts = (vocabulary?.concepts ?? []).filter { concept in
            axis != .kind || Kind.offers.contains { $0.rawValue == concept.id.description }
        }
        values =
            switch axis {
            case .age: AgeBand.allCases.map(\.rawValue)
            case .language: OfferLanguage.allCases.map(\.rawValue)
            default: concepts.map(\.id.description)
            }
        places = axis == .age ? Self.bands(of: catalogue[.audiences]) : Self.places(of: concepts, axis, vocabulary)
    }

    /// What a record that names a concept stands at.
    private static func places(of concepts: [Concept], _ axis: Axis, _ vocabulary: Vocabulary?) -> [ConceptID: [Step]] {
        guard let vocabulary else { return [:] }
        let numbers = Dictionary(zip(concepts.map(\.id), concepts.indices), uniquingKeysWith: { first, _ in first })
        var places: [ConceptID: [Step]] = [:]
        for (number, concept) in zip(concepts.indices, concepts) {
            places[concept.id, default: []].append(Step(number, .direct))
            // A theme counts for its group; a place counts in part for the places that it lies in.
            let standing: Standing = axis == .territory ? .inPart : .direct
            for broader in vocabulary.ancestors(of: concept.id) {
                if let number = numbers[broader] { places[concept.id, default: []].append(Step(number, standing)) }
            }
            for included in concept.includes {
                if let number = numbers[included] { places[concept.id, default: []].append(Step(number, .inherited)) }
            }
            guard axis == .territory else { continue }
            for cover in vocabulary.covering(concept.id) {
                places[cover, default: []].append(Step(number, .inherited))
            }
        }
        return places
    }

    /// Adds where one of many records stands to `steps`, each value once, at its best standing. By its place among them:
    /// taking a record out of the list copies all of it.
    func add(_ records: [Record], at place: Int, to steps: inout [Step]) {
        switch axis {
        case .theme: add(records[place].themes, to: &steps)
        case .audience: add(records[place].audiences, to: &steps)
        case .territory: add(records[place].territories, to: &steps)
        case .format: add(records[place].formats, to: &steps)
        case .pillar: add(records[place].pillars, to: &steps)
        case .kind:
            if let kind = values.firstIndex(of: records[place].kind.rawValue) { steps.append(Step(kind, .direct)) }
        case .language:
            let start = steps.count
            for tag in records[place].languages {
                Self.add(Step(OfferLanguage(tag).place, .direct), to: &steps, from: start)
            }
        case .age:
            if let ages = records[place].ages {
                steps += Self.bands(of: ages)
            } else {
                add(records[place].audiences, to: &steps)
            }
        }
    }

    private func add(_ ids: [ConceptID], to steps: inout [Step]) {
        let start = steps.count
        for id in ids {
            guard let more = places[id] else { continue }
            guard steps.count > start else {
                steps += more
                continue
            }
            for step in more { Self.add(step, to: &steps, from: start) }
        }
    }

    /// Keeps the better of two standings at one place.
    private static func add(_ step: Step, to steps: inout [Step], from start: Int) {
        for known in start..<steps.count where steps[known].place == step.place {
            steps[known] = min(steps[known], step)
            return
        }
        steps.append(step)
    }

    /// Where a record stands if a source states its ages.
    private static func bands(of ages: AgeRange) -> [Step] {
        zip(AgeBand.allCases.indices, AgeBand.allCases).filter { $0.1.years(in: ages) > 0 }.map { Step($0.0, .direct) }
    }

    /// Where a record that names an audience stands if none does.
    private static func bands(of audiences: Vocabulary) -> [ConceptID: [Step]] {
        var bands: [ConceptID: [Step]] = [:]
        for audience in audiences.concepts {
            guard let ages = audience.ages else { continue }
            bands[audience.id] = zip(AgeBand.allCases.indices, AgeBand.allCases).filter { $0.1.isMostly(in: ages) }
                .map { Step($0.0, .inherited) }
        }
        return bands
    }
}
