import Catalogue
import Search

/// How records become documents of the index.
struct SearchDocument {
    static let ageSpan = "age"
    static let newestOrder = "newest"
    static func titleOrder(_ language: Language) -> String { "title-\(language)" }

    static let title = Field("title", weight: 6, isName: true)
    static let organisation = Field("organisation", weight: 1.5, isNormalised: false)
    static let summary = Field("summary", weight: 1.5)
    static let contact = Field("contact", weight: 4, isNormalised: false)
    /// The numbers of an organisation's channels.
    static let offers = Field("offers", weight: 1, isNormalised: false)

    /// Made one after another as they are asked for: all of them at once take more room than the index.
    static func documents(of catalogue: Catalogue) -> some Sequence<Document> {
        let facets = SearchFacets(catalogue)
        return catalogue.records.lazy.map { document(of: $0, in: catalogue, facets: facets) }
    }

    static func document(of record: Record, in catalogue: Catalogue, facets: SearchFacets) -> Document {
        var document = Document(id: record.id.description)
        document.texts = texts(of: record, in: catalogue)
        for channel in facets.channels[record.id] ?? [] {
            let words = numbers(of: channel).joined(separator: " ")
            document.texts += Language.allCases.map { FieldText(offers, language: $0.rawValue, text: words) }
        }
        document.facets = facets.values(of: record)
        if let ages = ages(of: record, in: catalogue) { document.spans[ageSpan] = ages.from...ages.to }
        for language in Language.allCases {
            let title = record.title.text(for: language)?.text
            document.names[language.rawValue] = title
            document.orders[titleOrder(language)] = (title ?? record.id.description).folded
        }
        document.kind = record.kind.rawValue
        // Newest first: the order is an ascending one.
        let year = record.dates.last?.start.year ?? record.founded ?? 0
        document.orders[newestOrder] = String(9_999 - min(9_999, max(0, year)))
        document.weight = weight(of: record)
        return document
    }

    /// The stated ages of a record, or those that its audiences stand for.
    static func ages(of record: Record, in catalogue: Catalogue) -> AgeRange? {
        if let ages = record.ages { return ages }
        let classes = record.audiences.compactMap { catalogue[.audiences][$0]?.ages }
        guard let from = classes.map(\.from).min(), let to = classes.map(\.to).max() else { return nil }
        return AgeRange(from: from, to: to)
    }

    // MARK: Texts

    private static func texts(of record: Record, in catalogue: Catalogue) -> [FieldText] {
        var texts: [FieldText] = []
        let contactWords = contactWords(of: record)
        for language in Language.allCases {
            func add(_ field: Field, _ text: String?) {
                if let text, !text.isEmpty { texts.append(FieldText(field, language: language.rawValue, text: text)) }
            }
            add(title, record.title[language])
            add(summary, record.summary[language])
            for id in record.organisations { add(organisation, catalogue[id]?.title[language]) }
            add(contact, contactWords)
        }
        return texts
    }

    /// Numbers, and sites as people say them.
    private static func contactWords(of record: Record) -> String {
        (numbers(of: record) + record.links.map(\.address.site)).joined(separator: " ")
    }

    /// Numbers joined and split.
    private static func numbers(of record: Record) -> [String] {
        (record.contact?.phones.map(\.number) ?? []).flatMap { [$0.description, $0.dialled] }
    }

    // MARK: Order

    /// What still exists comes before what ended.
    private static func weight(of record: Record) -> Float {
        switch record.status {
        case .active: 1
        case .unknown: 0.9
        case .ended: 0.6
        }
    }
}
