import Catalogue
import Exchange
import Foundation
import Search

/// What is new in the catalogue, or in a part of it, as a feed.
struct CatalogueFeed {
    /// Entries of one page.
    static let length = 50

    let feed: FeedAddress
    /// Only what came before this revision; nil: from the newest.
    let before: Int?
    let context: PageContext

    private var log: ChangeLog { context.snapshot.log }

    var atom: AtomFeed {
        let (changes, hasMore, total) = chosen
        var atom = AtomFeed(
            id: absolute(.feed(feed)), title: context.name(of: feed), author: context.texts(.siteName),
            language: context.edition.description, address: absolute(feed.page),
            ownAddress: absolute(.feed(feed, before: before)),
            updated: log.changes.last?.last ?? context.snapshot.madeAt ?? Date(timeIntervalSince1970: 0),
            items: changes.compactMap(item))
        atom.licence = .data
        atom.total = total
        atom.links =
            [AtomFeed.Link("first", absolute(.feed(feed)))]
            + (hasMore
                ? changes.last.map { [AtomFeed.Link("next", absolute(.feed(feed, before: $0.revision)))] } ?? [] : [])
            + [
                AtomFeed.Link(
                    "search", absolute(.searchDescription), mediaType: OpenSearchDescription.mediaType)
            ]
        return atom
    }

    /// The changes of this page, newest first; whether there are more; and of a search how many it finds.
    private var chosen: (changes: [ChangeLog.Change], hasMore: Bool, total: Int?) {
        let all = log.newest(before: before)
        let found: [ChangeLog.Change]
        var total: Int?
        switch feed {
        case .all: found = Array(all.prefix(Self.length + 1))
        case .theme(let id):
            let themes = Set([id] + context.catalogue[.themes].descendants(of: id))
            found = first(of: all) { !themes.isDisjoint(with: $0.themes) }
        case .organisation(let id): found = first(of: all) { $0.id == id || $0.organisations.contains(id) }
        case .search(let request):
            let results = context.snapshot.search(request, language: context.language, now: context.now) { query in
                query.offset = 0
                query.limit = context.catalogue.records.count
                query.isExplained = false
            }.results
            let ids = Set(results.hits.map(\.id))
            total = results.total
            found = Array(all.lazy.filter { ids.contains($0.record.description) }.prefix(Self.length + 1))
        }
        return (Array(found.prefix(Self.length)), found.count > Self.length, total)
    }

    private func first(
        of changes: some Sequence<ChangeLog.Change>, where isWanted: (Record) -> Bool
    ) -> [ChangeLog.Change] {
        var found: [ChangeLog.Change] = []
        for change in changes where context.catalogue.any(change.record).map(isWanted) ?? false {
            found.append(change)
            if found.count > Self.length { break }
        }
        return found
    }

    private func item(_ change: ChangeLog.Change) -> AtomFeed.Item? {
        if let record = context.catalogue[change.record] {
            return .entry(FeedEntry(record: record, change: change, context: context).entry)
        }
        guard let gone = context.catalogue.any(change.record) else { return nil }
        let successor: String?
        switch context.catalogue.whereabouts(of: gone.id) {
        case .moved(let record), .withdrawn(_, successor: .some(let record)):
            successor = context.addresses.record(record.id)
        default: successor = nil
        }
        return .gone(
            AtomFeed.Gone(
                id: context.addresses.record(gone.id), at: change.last,
                comment: context.texts(gone.withdrawn == nil ? .feedsAside : .feedsWithdrawn), successor: successor))
    }

    private func absolute(_ address: Address) -> String { context.absolute(address) }
}

extension PageContext {
    /// The whole address of a page in the reader's edition, for readers elsewhere: without what the reader carries along.
    func absolute(_ address: Address) -> String { settings.publicAddress + address.print(in: edition) }

    /// What a feed is called in a feed reader.
    func name(of feed: FeedAddress) -> String {
        let site = texts(.siteName)
        switch feed {
        case .all: return texts(.feedsAllName, site)
        case .theme(let id): return texts(.feedsPartName, site, label(id, in: .themes))
        case .organisation(let id): return texts(.feedsPartName, site, title(of: id))
        case .search(let request):
            let choices = SearchChoice.all(in: request, context: self).map(\.label)
            let words = (request.text.isEmpty ? [] : ["‘\(request.text)’"]) + choices
            return texts(.feedsPartName, site, words.isEmpty ? texts(.searchTitle) : words.joined(separator: " · "))
        }
    }
}
