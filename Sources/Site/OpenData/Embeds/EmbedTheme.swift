import Catalogue
import HTML
import Search

/// What there is about a theme, in a frame: who helps and what to use, in the reader's language first.
struct EmbedTheme: HTML {
    let context: PageContext
    let size: EmbedFrame.Size
    let theme: ConceptID

    var body: some HTML {
        let records = records
        if records.isEmpty {
            p { context.texts(.embedNone) }
        } else {
            ul(.class("list")) {
                for record in records {
                    li {
                        EmbedLink(.record(record.kind, record.id), context) {
                            Localised(record.title, context, isName: true)
                        }
                        " "
                        small { note(record) }
                        if size == .large { p { Localised(record.summary, context) } }
                    }
                }
            }
        }
        p(.class("more")) { EmbedLink(.theme(theme), context) { context.texts(.embedTheme) } }
    }

    /// One of each kind in turn, so that a list of three isn't three of the same.
    private var records: [Record] {
        let shelves = [Kind.channel, .resource, .initiative, .event, .publication].map { found($0) }
        let longest = shelves.map(\.count).max() ?? 0
        let mixed = (0..<longest).flatMap { place in
            shelves.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        }
        return Array(mixed.prefix(size == .small ? 3 : 5))
    }

    /// What it is, and in which languages if not in the reader's.
    private func note(_ record: Record) -> String {
        let kind = context.label(record.kind)
        guard !record.languages.isEmpty, !record.languages.contains(LanguageTag(context.language)) else { return kind }
        return kind + " · " + context.texts(.inLanguage, context.wording.names(of: record.languages))
    }

    private func found(_ kind: Kind) -> [Record] {
        var query = SearchRequest(.theme, theme.description).changing { $0.chosen[.kind] = [kind.rawValue] }
            .query(for: context.language)
        query.order = nil
        query.limit = 12
        let records = context.snapshot.index.search(query).hits.compactMap { hit in
            Identifier(hit.id).flatMap { context.catalogue[$0] }
        }
        let speaking = records.filter { $0.languages.contains(LanguageTag(context.language)) }
        return speaking + records.filter { !speaking.contains($0) }
    }
}
