import Catalogue
import Editorial
import Exchange
import Foundation

/// What was published of what somebody follows, for a feed reader: nothing that readers of the site could not see.
struct FollowFeed {
    /// Revisions in it.
    static let length = 50
    /// Fields that are named in one entry.
    private static let mostFields = 8

    /// Newest first.
    let steps: [HistoryStep]
    let feed: Feed
    let context: PageContext

    var atom: AtomFeed {
        AtomFeed(
            // No address of the feed itself: that changes when its owner wants another.
            id: address(.workspace(.follows)) + "#" + feed.account, title: context.texts(.followsFeedName, site),
            author: site, language: context.language.rawValue, address: address(.workspace(.follows)),
            ownAddress: address(context.address), updated: began, entries: steps.map(entry))
    }

    private var site: String { context.texts(.siteName) }

    /// The day on which its address was made.
    private var began: Date { Date(timeIntervalSince1970: Double(feed.madeOn.daysSinceEpoch) * 86_400) }

    private func address(_ address: Address) -> String {
        context.settings.publicAddress + address.print(in: context.edition)
    }

    private func entry(_ step: HistoryStep) -> AtomFeed.Entry {
        let record = step.revision.record
        let place = context.catalogue[record.id].map { Address.record($0.kind, $0.id) } ?? .workspace(.entry(record.id))
        return AtomFeed.Entry(
            id: address(.workspace(.revision(record.id, step.id))),
            title: record.title.text(for: context.edition)?.text ?? record.id.description,
            updated: step.revision.madeAt, address: address(place), summary: summary(of: step))
    }

    /// What happened, and for something new what it is; for something changed which fields.
    private func summary(of step: HistoryStep) -> String {
        let happened = HistoryWords(step: step, context: context).words
        let more: String?
        if step.before == nil {
            more = step.revision.record.summary.text(for: context.edition)?.text
        } else {
            let fields = step.changes.map(\.path).filter { !FieldPath.ofEvents.contains($0.steps.first ?? "") }
            more = fields.prefix(Self.mostFields).map { FieldNames.words(for: $0, in: context) }.joined(separator: ", ")
        }
        return [happened, more ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
