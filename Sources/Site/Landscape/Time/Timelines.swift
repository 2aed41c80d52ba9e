import Catalogue
import Mapping

/// The time lines of offers and of organisations, until the present year.
struct Timelines: Sendable {
    let offers: Timeline
    let organisations: Timeline
    /// The years that either knows something of; the present one is the last, and always there.
    let years: ClosedRange<Int>

    init(_ context: PageContext) {
        let last = context.now.day.year
        offers = Timeline(context.catalogue, of: Kind.offers, until: last)
        organisations = Timeline(context.catalogue, of: [.organisation], until: last)
        let firsts = [offers, organisations].compactMap { $0.years.first?.year }
        years = (firsts.min() ?? last)...last
    }

    func nearest(to year: Int) -> Int { min(max(year, years.lowerBound), years.upperBound) }
}
