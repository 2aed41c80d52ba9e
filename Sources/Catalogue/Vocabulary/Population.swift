/// How many people live in a territory, by age, as a published table says it.
package struct Population: Hashable, Sendable {
    /// The people of certain ages.
    package struct Band: Hashable, Codable, Sendable {
        /// In years, both ends included. The band of the oldest reaches ``Population/oldest``.
        package let ages: AgeRange
        package let people: Int

        package init(ages: AgeRange, people: Int) {
            self.ages = ages
            self.people = people
        }
    }

    /// The day that the figures are of.
    package let on: PartialDate
    /// Where the table is published.
    package let source: WebAddress
    /// What the table is called and what was summed from it, in English (the editors' working language).
    package let says: String
    /// From the youngest to the oldest: every age stands in one band.
    package let bands: [Band]

    /// The highest age that is told apart, in years.
    package static let oldest = 120
    /// The most people in a band. More is a slip of the pen.
    package static let mostPeople = 1_000_000_000

    /// Nil unless the bands follow one another from age 0 to ``oldest``, with 0 to ``mostPeople`` people each.
    package init?(on: PartialDate, source: WebAddress, says: String, bands: [Band]) {
        var next = 0
        for band in bands {
            guard band.ages.from == next, band.ages.to >= next, (0...Self.mostPeople).contains(band.people)
            else { return nil }
            next = band.ages.to + 1
        }
        guard next == Self.oldest + 1 else { return nil }
        self.on = on
        self.source = source
        self.says = says
        self.bands = bands
    }

    /// People of every age.
    package var total: Int { bands.reduce(0) { $0 + $1.people } }

    /// People from `ages.from` to `ages.to` years old, both included, to the nearest person.
    ///
    /// A band that is only partly asked for counts in proportion to its years, as if each of its ages had equally many
    /// people. This is areal weighting, with years for areas: M. F. Goodchild and N. S.-N. Lam, “Areal interpolation: a
    /// variant of the traditional spatial problem”, Geo-Processing 1 (1980), 297–312. It is exact where the ages are
    /// those of whole bands; among the oldest, who grow fewer with every year, it is coarse.
    package func people(aged ages: AgeRange) -> Int {
        let people = bands.reduce(0.0) { sum, band in
            let years = min(band.ages.to, ages.to) - max(band.ages.from, ages.from) + 1
            guard years > 0 else { return sum }
            return sum + Double(band.people) * Double(years) / Double(band.ages.to - band.ages.from + 1)
        }
        return Int(people.rounded())
    }
}

extension Population: Codable {
    private enum CodingKeys: CodingKey {
        case on, source, says, bands
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        guard
            let population = Population(
                on: try values.decode(PartialDate.self, forKey: .on),
                source: try values.decode(WebAddress.self, forKey: .source),
                says: try values.decode(String.self, forKey: .says),
                bands: try values.decode([Band].self, forKey: .bands))
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .bands, in: values, debugDescription: "bands do not follow one another from age 0 to the oldest"
            )
        }
        self = population
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(on, forKey: .on)
        try values.encode(source, forKey: .source)
        try values.encode(says, forKey: .says)
        try values.encode(bands, forKey: .bands)
    }
}
