import Catalogue
import Mapping
import Synchronization

/// The landscape of one snapshot. Each part is computed when it is first asked for, and then kept as long as the snapshot.
final class Landscape: Sendable {
    private let catalogue: Catalogue
    private let censusOnce = Once<Census>()
    private let nearestOnce = Once<NearestOffers>()
    private let synergiesOnce = Once<Synergies>()
    private let networkOnce = Once<Network>()
    private let rankings = Mutex<Ranking?>(nil)

    /// Gaps for what people came for by then.
    private struct Ranking {
        let demand: ThemeDemand
        let table: GapTable
        let usual: Gaps
    }

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    var census: Census { censusOnce.value { Census(catalogue) } }
    var nearest: NearestOffers { nearestOnce.value { NearestOffers(catalogue) } }

    var synergies: Synergies { synergiesOnce.value { Synergies(catalogue) } }
    var network: Network { networkOnce.value { Network(catalogue) } }

    /// All of it for programs.
    func document(_ revision: Int, _ demand: GapDemand) -> LandscapeDocument {
        LandscapeDocument(
            catalogue, revision: revision, census: census, gaps: gaps(demand.byTheme), nearest: nearest,
            synergies: synergies, network: network)
    }

    /// What is needed and what is there, with what people came for.
    func gapTable(_ demand: ThemeDemand) -> GapTable { ranking(demand).table }

    /// All gaps by the usual weights. Kept, because two hundred other weightings are tried.
    func gaps(_ demand: ThemeDemand) -> Gaps { ranking(demand).usual }

    /// The gaps that a reader asked for.
    func gaps(_ request: GapRequest, _ demand: GapDemand) -> Gaps {
        if request.at(page: 1) == GapRequest() { return gaps(demand.byTheme) }
        return Gaps(gapTable(demand.byTheme), weights: request.weights, isWanted: request.isWanted)
    }

    private func ranking(_ demand: ThemeDemand) -> Ranking {
        rankings.withLock { kept in
            if let kept, kept.demand == demand { return kept }
            let table = GapTable(catalogue, searches: demand.searches, walks: demand.walks)
            let ranking = Ranking(demand: demand, table: table, usual: Gaps(table))
            kept = ranking
            return ranking
        }
    }
}

/// A value that is made the first time that it is asked for. Those who ask meanwhile wait for it.
final class Once<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    func value(_ make: () -> Value) -> Value {
        kept.withLock { kept in
            if let kept { return kept }
            let made = make()
            kept = made
            return made
        }
    }
}
