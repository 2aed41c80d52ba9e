import Catalogue
import Editorial
import Logging
import Synchronization

/// The actions of campaigns as the public sees them. They are no part of the snapshot: they are asked for when a page is
/// made, and kept for when the store is away.
final class ActionBoard: Sendable {
    private let known = Mutex<[RecordID: [CampaignTally]]>([:])

    func tallies(_ workspace: Workspace, logger: Logger) async -> [RecordID: [CampaignTally]] {
        do {
            let tallies = try await workspace.campaignTallies()
            known.withLock { $0 = tallies }
            return tallies
        } catch {
            logger.warning("the actions of campaigns can't be read: \(error)")
            return known.withLock { $0 }
        }
    }
}
