import Catalogue
import Editorial
import Logging
import Synchronization

/// The actions of campaigns as the public sees them. They are no part of the snapshot: they are asked for when a page is
/// made, and kept for when the store is away.
final class ActionBoard: Sendable {
    private let known = Mutex<[RecordID: [CampaignTally]]>([:])

    func tallies(_ site: SiteEnvironment) async -> [RecordID: [CampaignTally]] {
        // A store that is away may take long to say so.
        guard !site.standing.isAway else { return known.withLock { $0 } }
        do {
            let tallies = try await site.workspace.campaignTallies()
            known.withLock { $0 = tallies }
            return tallies
        } catch {
            site.logger.warning("the actions of campaigns can't be read: \(error)")
            return known.withLock { $0 }
        }
    }
}
