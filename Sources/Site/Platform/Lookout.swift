import Catalogue
import Editorial
import Foundation
import Mapping
import Synchronization

/// What the site saw when it last looked into the store, for pages that tell of it: pages never ask the store.
final class Lookout: Sendable {
    /// How often it looks.
    static let interval = Duration.seconds(600)

    struct Sight: Sendable {
        let at: BrusselsTime
        let demand: Demand
        let links: LinkStanding
        /// The last backup that was proved; nil if there was none.
        let backup: BackupProof?
    }

    private let held = Mutex<Sight?>(nil)

    /// Nil until the store could be read for the first time.
    var sight: Sight? { held.withLock { $0 } }

    /// Looks into the store. If it throws, what was seen before stays.
    func look(into store: any Store, catalogue: Catalogue, at now: Date) async throws {
        let time = BrusselsTime(now)
        let sight = Sight(
            at: time, demand: try await Demand.read(from: store, until: time.day),
            links: LinkStanding(
                LinkTable(catalogue), reports: try await store.all(CheckedLink.self).map(\.value.report)),
            backup: try await store.lastBackup())
        held.withLock { $0 = sight }
    }
}

extension Demand {
    /// What was counted in the ``days`` that end with `day`.
    package static func read(from store: any Store, until day: CivilDay) async throws -> Demand {
        let since = day.adding(days: 1 - days)
        return Demand(
            searches: try await store.searchCounts(since: since), walks: try await store.walks(since: since),
            since: since, until: day)
    }

    /// Sums counts of several days, and leaves out what is too rare to be shown.
    package init(searches: [SearchCount], walks: [GuideWalks], since: CivilDay, until: CivilDay) {
        self.init(since: since, until: until)
        // The row without words counts all searches.
        for row in SearchListing(searches, nothingFound: true).rows where !row.words.isEmpty {
            guard let language = Language(rawValue: row.language) else { continue }
            unanswered[language, default: [:]][row.words] = row.withoutResult
        }
        self.walks = GuideWalks.sums(walks).mapValues { guides in
            guides.mapValues(\.walks).filter { $0.value >= SearchCount.leastShown }
        }.filter { !$0.value.isEmpty }
    }
}

extension SiteEnvironment {
    /// What people came for, as far as the site knows now; nothing where it has not been able to look yet.
    var demand: Demand {
        let today = BrusselsTime(clock()).day
        return lookout.sight?.demand ?? Demand(since: today.adding(days: 1 - Demand.days), until: today)
    }
}
