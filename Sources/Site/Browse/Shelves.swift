import Catalogue
import HTML
import Search

/// Who helps, what to use, what goes on: the first records of each kind under one heading, with a way to all.
struct Shelves: HTML {
    let context: PageContext
    let base: SearchRequest
    let includesOrganisations: Bool

    var body: some HTML {
        for (kind, key) in shelves {
            let shelf = shelf(kind)
            if !shelf.records.isEmpty {
                // On paper, whom to ask and what to use is enough.
                let style = kind == .channel || kind == .resource ? "shelf" : "shelf away-in-print"
                section(.class(style), .ariaLabelledBy("shelf-\(kind.rawValue)")) {
                    h2(.id("shelf-\(kind.rawValue)")) { context.texts(key) }
                    div(.class("cards")) {
                        for record in shelf.records { RecordCard(record: record, context: context, level: 3) }
                    }
                    if shelf.total > shelf.records.count {
                        p {
                            a(.href(context.link(.search(shelf.request)))) {
                                context.texts(
                                    .showAllOf, "\(shelf.total)", context.wording.inSentence(context.plural(kind)))
                            }
                        }
                    }
                }
            }
        }
    }

    private var shelves: [(Kind, TextKey)] {
        let shelves: [(Kind, TextKey)] = [
            (.channel, .shelfChannels), (.resource, .shelfResources), (.initiative, .shelfInitiatives),
            (.event, .shelfEvents), (.publication, .shelfPublications),
        ]
        return includesOrganisations ? shelves + [(.organisation, .shelfOrganisations)] : shelves
    }

    private func shelf(_ kind: Kind) -> (records: [Record], total: Int, request: SearchRequest) {
        let request = base.changing { $0.chosen[.kind] = [kind.rawValue] }
        var wide = request.query(for: context.language)
        wide.order = nil
        wide.limit = kind == .channel ? 200 : 40
        let results = context.snapshot.index.search(wide)
        let records = results.hits.compactMap { Identifier($0.id).flatMap { context.catalogue[$0] } }
        let fit =
            kind == .channel
            ? ChannelOrder.sorted(records, for: context.language, at: context.now)
            : records.filter { speaks($0) } + records.filter { !speaks($0) }
        return (Array(fit.prefix(kind == .channel ? 4 : 3)), results.total, request)
    }

    private func speaks(_ record: Record) -> Bool { record.languages.contains(LanguageTag(context.language)) }
}
