import Catalogue

/// The active offers of a catalogue, laid out for counting.
package struct Census: Sendable {
    /// In the order of their ids.
    package let offers: [RecordID]
    private let columns: [Column]
    /// By the number of the offer: the languages of the shop that it exists in, as bits in their order.
    let languages: [UInt8]

    /// Where every offer stands on one axis: the steps of offer `i` are `steps[starts[i]..<starts[i + 1]]`.
    struct Column: Sendable {
        let values: [String]
        private var starts: [Int32] = [0]
        private(set) var steps: [Scale.Step] = []

        init(_ scale: Scale, offers: Int) {
            values = scale.values
            starts.reserveCapacity(offers + 1)
        }

        /// The next offer.
        mutating func add(_ records: [Record], at place: Int, by scale: Scale) {
            scale.add(records, at: place, to: &steps)
            starts.append(Int32(steps.count))
        }

        func range(of offer: Int) -> Range<Int> { Int(starts[offer])..<Int(starts[offer + 1]) }

        func steps(of offer: Int) -> ArraySlice<Scale.Step> { steps[range(of: offer)] }
    }

    package init(_ catalogue: Catalogue) {
        let records = catalogue.records
        let active = catalogue.activeOffers
        offers = active.map { records[$0].id }
        columns = Axis.allCases.map { axis in
            let scale = Scale(axis, of: catalogue)
            var column = Column(scale, offers: active.count)
            for place in active { column.add(records, at: place, by: scale) }
            return column
        }
        let speech = columns[Axis.allCases.firstIndex(of: .language) ?? 0]
        languages = active.indices.map { offer in
            speech.steps(of: offer).reduce(0) { $1.place < Language.allCases.count ? $0 | 1 << UInt8($1.place) : $0 }
        }
    }

    /// The values of an axis in their order.
    package func values(of axis: Axis) -> [String] { self[axis].values }

    subscript(axis: Axis) -> Column { columns[Axis.allCases.firstIndex(of: axis) ?? 0] }

    /// The numbers of the offers that serve at least one of the chosen values of each axis; in part is not served.
    func selected(by filters: CensusFilters) -> [Int] {
        var isKept = [Bool](repeating: true, count: offers.count)
        for (axis, chosen) in filters.chosen {
            let column = self[axis]
            let places = Set(chosen.compactMap { column.values.firstIndex(of: $0) })
            for offer in offers.indices where isKept[offer] {
                isKept[offer] = column.steps(of: offer).contains {
                    places.contains($0.place) && $0.isServed
                }
            }
        }
        return offers.indices.filter { isKept[$0] }
    }

    /// The offers that serve at least one of the chosen values of each axis.
    package func offers(_ filters: CensusFilters) -> [RecordID] { selected(by: filters).map { offers[$0] } }
}

/// What is looked at only: of each axis that is named, offers with at least one of its values.
package struct CensusFilters: Hashable, Sendable {
    package var chosen: [Axis: [String]]

    package init(_ chosen: [Axis: [String]] = [:]) { self.chosen = chosen }

    /// The same, and only offers with this value.
    package func adding(_ value: String, of axis: Axis) -> CensusFilters {
        CensusFilters(chosen.merging([axis: [value]]) { _, new in new })
    }
}

extension Census {
    /// How many offers stand at a value, by how they come to.
    package struct Standings: Hashable, Sendable {
        package fileprivate(set) var direct = 0
        package fileprivate(set) var inherited = 0
        package fileprivate(set) var inPart = 0
    }

    /// Distinct offers at each value of an axis, in the order of ``values(of:)``.
    package func standings(on axis: Axis) -> [Standings] {
        var standings = [Standings](repeating: Standings(), count: self[axis].values.count)
        for step in self[axis].steps {
            switch step.standing {
            case Standing.direct.rawValue: standings[step.place].direct += 1
            case Standing.inherited.rawValue: standings[step.place].inherited += 1
            default: standings[step.place].inPart += 1
            }
        }
        return standings
    }
}
