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
    private let gapTables = Mutex<(demand: ThemeDemand, table: GapTable)?>(nil)

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    var census: Census { censusOnce.value { Census(catalogue) } }
    var nearest: NearestOffers { nearestOnce.value { NearestOffers(catalogue) } }

    var synergies: Synergies { synergiesOnce.value { Synergies(catalogue) } }
    var network: Network { networkOnce.value { Network(catalogue) } }

    /// All of it for programs.
    func document(_ revision: Int, _ demand: GapDemand) -> LandscapeDocument {
        LandscapeDocument(
            catalogue, revision: revision, census: census, gaps: Gaps(gapTable(demand.byTheme)), nearest: nearest,
            synergies: synergies, network: network)
    }

    /// What is needed and what is there, with what people came for.
    func gapTable(_ demand: ThemeDemand) -> GapTable {
        gapTables.withLock { kept in
            if let kept, kept.demand == demand { return kept.table }
            let table = GapTable(catalogue, searches: demand.searches, walks: demand.walks)
            kept = (demand, table)
            return table
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
