import Catalogue
import Exchange

/// A record as an entry of a feed.
struct FeedEntry {
    let record: Record
    let change: ChangeLog.Change
    let context: PageContext

    private var addresses: PublicAddresses { context.addresses }

    var entry: AtomFeed.Entry {
        let title = record.title.text(for: context.edition)
        let summary = record.summary.text(for: context.edition)
        var entry = AtomFeed.Entry(
            id: addresses.record(record.id), title: title?.text ?? record.id.description, updated: change.last,
            address: context.absolute(.record(record.kind, record.id)), summary: summary?.text ?? "")
        entry.published = change.first
        entry.titleLanguage = otherLanguage(of: title)
        entry.summaryLanguage = otherLanguage(of: summary)
        entry.links = links
        entry.categories = categories
        entry.contributors = record.organisations.compactMap { context.catalogue[$0] }.map { organisation in
            AtomFeed.Person(
                name: organisation.title.text(for: context.edition)?.text ?? organisation.id.description,
                address: addresses.record(organisation.id))
        }
        return entry
    }

    /// The page in the other languages, the record for programs, and where the thing itself is.
    private var links: [AtomFeed.Link] {
        let others = Language.allCases.filter { $0 != context.language }.map { language in
            AtomFeed.Link(
                "alternate", addresses.page(of: record, in: language), mediaType: "text/html",
                language: language.rawValue)
        }
        let data = AtomFeed.Link(
            "alternate", addresses.site + "/api/v1/records/\(record.id)", mediaType: "application/json")
        let own = record.links.map {
            AtomFeed.Link("related", $0.address.description, language: $0.language?.rawValue)
        }
        return others + [data] + own
    }

    private var categories: [AtomFeed.Category] {
        let concepts: [(VocabularyName, [ConceptID])] = [
            (.kinds, [ConceptID(record.kind.rawValue)].compactMap { $0 }), (.themes, record.themes),
            (.audiences, record.audiences), (.formats, record.formats), (.territories, record.territories),
        ]
        return concepts.flatMap { vocabulary, ids in
            ids.map {
                AtomFeed.Category(
                    scheme: addresses.vocabulary(vocabulary), term: $0.description,
                    label: context.label($0, in: vocabulary))
            }
        }
    }

    private func otherLanguage(of passage: Passage?) -> String? {
        passage.flatMap { $0.language == context.language ? nil : $0.edition.description }
    }
}
