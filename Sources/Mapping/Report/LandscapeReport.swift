import Catalogue

/// The landscape of one state of the catalogue, to be dated and cited.
///
/// The same catalogue gives the same report, whenever it is made: what readers looked for is not in it.
package struct LandscapeReport: Sendable {
    /// How many gaps are told of.
    package static let firstGaps = Gaps.first
    /// How many years are told of, the last one included.
    package static let years = 10
    /// How many of these what began and ended is named.
    package static let namedYears = 2

    /// Its version: the number of the newest revision in it.
    package let revision: Int
    /// The day on which that revision was made, in Belgium.
    package let day: CivilDay
    /// Records of that time that this program can't read any more; they count nowhere.
    package let unread: Int
    /// Every record that was shown, in the order of their ids.
    package let entries: [ReportEntry]
    package let labels: ReportLabels
    /// All that are looked at, the worst first.
    package let gaps: [Gap]
    /// All of them, those behind most active offers first.
    package let organisations: [ReportOrganisation]
    /// The last ``years`` of ``Kind/offers``, as far as sources reach back.
    package let timeline: [Timeline.Year]
    /// In the order in which they are told.
    package let figures: [ReportFigure]
    private let counts: [ReportFigure: Int]
    private let coverages: [ReportMatrix: Coverage]
    private let direct: [Axis: [String: Int]]
    private let kinds: [Kind: [Status: Int]]
    private let verified: [Kind: Int]

    package init(_ catalogue: Catalogue, revision: Int, day: CivilDay, unread: Int = 0) {
        self.revision = revision
        self.day = day
        self.unread = unread
        entries = catalogue.records.map { ReportEntry($0) }
        labels = ReportLabels(catalogue)
        gaps = Gaps(GapTable(catalogue)).ranked
        organisations = Self.organisations(of: catalogue)
        timeline = Array(Timeline(catalogue, of: Kind.offers, until: day.year).years.suffix(Self.years))
        let census = Census(catalogue)
        coverages = Dictionary(
            uniqueKeysWithValues: ReportMatrix.allCases.map {
                ($0, Coverage(census, rows: $0.rows, columns: $0.columns))
            })
        direct = Dictionary(
            uniqueKeysWithValues: Self.inheriting.map { ($0, ReportCounting.direct(on: $0, census)) })
        var kinds: [Kind: [Status: Int]] = [:]
        var verified: [Kind: Int] = [:]
        for entry in entries {
            kinds[entry.kind, default: [:]][entry.status, default: 0] += 1
            if entry.isVerified { verified[entry.kind, default: 0] += 1 }
        }
        self.kinds = kinds
        self.verified = verified
        var counting = ReportCounting()
        counting.countEntries(entries, kinds)
        counting.countOffers(catalogue.records)
        counting.countOrganisations(organisations, Network(catalogue))
        counting.count(.synergies, Synergies(catalogue).groups.count)
        counting.count(.needs, gaps.count)
        counting.count(.unserved, gaps.count { $0.offers == 0 })
        for axis in [Axis.language, .pillar, .theme, .audience, .age, .territory, .format] {
            counting.count(axis, in: coverages)
        }
        figures = counting.order
        counts = counting.counts
    }

    /// 0 for what the report doesn't know, such as a theme that came later.
    package subscript(figure: ReportFigure) -> Int { counts[figure] ?? 0 }

    package subscript(matrix: ReportMatrix) -> Coverage? { coverages[matrix] }

    /// Axes on which an offer may serve a value that it doesn't name, because it is for a wider one.
    package static let inheriting: [Axis] = [.audience, .age, .territory]

    /// Active offers that name a value of one of the ``inheriting`` axes themselves; nil for other axes.
    package func direct(_ axis: Axis, _ value: String) -> Int? { direct[axis].map { $0[value] ?? 0 } }

    /// Records of a kind; of one status, or (nil) of any.
    package func count(_ kind: Kind, _ status: Status? = nil) -> Int {
        status.map { kinds[kind]?[$0] ?? 0 } ?? (kinds[kind]?.values.reduce(0, +) ?? 0)
    }

    package func verified(_ kind: Kind) -> Int { verified[kind] ?? 0 }

    /// The values of an axis that is told of, in their order.
    package func values(of axis: Axis) -> [String] {
        figures.compactMap { figure in
            if case .value(axis, let value) = figure { value } else { nil }
        }
    }

    /// The years of which what began and ended is named.
    package var named: ClosedRange<Int> { day.year - Self.namedYears + 1...day.year }

    /// Offers that began in the years that are named, in the order of their ids.
    package var began: [ReportEntry] { named(\.began) }

    /// Offers that ended in them.
    package var ended: [ReportEntry] { named(\.ended) }

    private func named(_ list: KeyPath<Timeline.Year, [RecordID]>) -> [ReportEntry] {
        let ids = Set(timeline.filter { named.contains($0.year) }.flatMap { $0[keyPath: list] })
        return entries.filter { ids.contains($0.id) }
    }

    private static func organisations(of catalogue: Catalogue) -> [ReportOrganisation] {
        var offers: [RecordID: Int] = [:]
        for record in catalogue.records where record.isActiveOffer {
            for id in Set(record.organisations) { offers[id, default: 0] += 1 }
        }
        return catalogue.records.filter { $0.kind == .organisation }
            .map {
                ReportOrganisation(id: $0.id, title: $0.title, isMember: $0.member, offers: offers[$0.id] ?? 0)
            }
            .sorted { ($1.offers, $0.id) < ($0.offers, $1.id) }
    }
}
