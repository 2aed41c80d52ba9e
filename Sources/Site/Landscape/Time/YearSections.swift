import Catalogue
import HTML
import Mapping

/// What began, ended and was replaced in a year.
struct OffersOfYear: HTML {
    let year: Int
    let timeline: Timeline
    let context: PageContext

    var body: some HTML {
        let known = timeline[year] ?? Timeline.Year(year)
        p {
            context.texts(.timeActive, count: known.active.all, String(year))
            if known.unsure.all > 0 { " " + context.texts(.timeUnsure, count: known.unsure.all) }
        }
        if known.began.isEmpty, known.ended.isEmpty, known.replaced.isEmpty { p { context.texts(.timeNothing) } }
        RecordsOfYear(words: .timeBegan, ids: known.began, context: context)
        RecordsOfYear(words: .timeEnded, ids: known.ended, context: context)
        ReplacedInYear(replaced: known.replaced, context: context)
    }
}

/// The same for organisations.
struct OrganisationsOfYear: HTML {
    let year: Int
    let timeline: Timeline
    let context: PageContext

    var body: some HTML {
        let known = timeline[year] ?? Timeline.Year(year)
        p {
            context.texts(.timeOrganisationsActive, count: known.active.all, String(year)) + " "
                + context.texts(
                    .timeOrganisationsUnstated, context.wording.number(timeline.beginningUnstated.count),
                    context.wording.number(timeline.counted.count))
        }
        RecordsOfYear(words: .timeOrganisationsBegan, ids: known.began, context: context)
        RecordsOfYear(words: .timeOrganisationsEnded, ids: known.ended, context: context)
        ReplacedInYear(replaced: known.replaced, context: context)
    }
}

/// Records under a heading with their number; nothing where there are none.
private struct RecordsOfYear: HTML {
    /// As many as a page can bear.
    static let most = 200
    let words: TextKey
    let ids: [RecordID]
    let context: PageContext

    var body: some HTML {
        if !ids.isEmpty {
            h3 { context.texts(words, context.wording.number(ids.count)) }
            RecordLinks(records: ids.prefix(Self.most).compactMap { context.catalogue.any($0) }, context: context)
            if ids.count > Self.most {
                p(.class("quiet")) { context.texts(.timeMore, context.wording.number(ids.count - Self.most)) }
            }
        }
    }
}

/// What left the shop, and what stands in its place.
private struct ReplacedInYear: HTML {
    let replaced: [Timeline.Replacement]
    let context: PageContext

    var body: some HTML {
        if !replaced.isEmpty {
            h3 { context.texts(.timeReplaced, context.wording.number(replaced.count)) }
            ul(.class("links")) {
                for pair in replaced.prefix(RecordsOfYear.most) {
                    li {
                        name(pair.old)
                        " → " + context.texts(.timeReplacedBy) + " "
                        if let successor = context.catalogue[pair.successor] {
                            a(.href(context.link(.record(successor.kind, successor.id)))) { name(pair.successor) }
                        } else {
                            name(pair.successor)
                        }
                    }
                }
            }
            if replaced.count > RecordsOfYear.most {
                p(.class("quiet")) {
                    context.texts(.timeMore, context.wording.number(replaced.count - RecordsOfYear.most))
                }
            }
        }
    }

    /// What is away has a name, but no page.
    @HTMLBuilder private func name(_ id: RecordID) -> some HTML {
        if let record = context.catalogue.any(id) {
            Localised(record.title, context, isName: true)
        } else {
            id.description
        }
    }
}
