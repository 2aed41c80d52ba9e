import Catalogue
import Exchange
import HTML

/// A page for one record, whatever its kind.
struct RecordPage: SitePage {
    var context: PageContext
    let record: Record

    var title: String { record.title.text(for: context.edition)?.text ?? record.id.description }
    var summary: String? { record.summary.text(for: context.edition)?.text }
    var freshness: ReadyPage.Freshness { followsTheClock ? .minute : .snapshot }
    var explainsWords: Bool { true }
    var hasLeaflet: Bool { true }
    var linkedData: [JSON] { [context.schema.record(record)] }
    var otherForms: [OtherForm] {
        context.otherForms(of: record)
            + (record.kind == .organisation ? [context.form(of: .organisation(record.id))] : [])
    }

    var content: some HTML {
        article(.class("record")) {
            p(.class("eyebrow")) {
                Icon("kind-\(record.kind.rawValue)")
                a(.href(context.link(.search(SearchRequest(.kind, record.kind.rawValue))))) {
                    context.label(record.kind)
                }
                if record.member { span(.class("badge member")) { context.texts(.memberBadge) } }
                if record.status == .ended { span(.class("badge")) { context.texts(.statusEnded) } }
            }
            h1 { Localised(record.title, context, isName: true) }
            p(.class("lead")) { Localised(record.summary, context) }
            LanguageNotice(record: record, context: context)
            if let contact = record.contact {
                ContactBox(contact: contact, record: record, context: context)
            }
            div(.class("actions")) {
                for link in links {
                    a(.class("button"), .href(link.address.description), .rel("noopener")) {
                        Icon(link.address.isDownload ? "download" : "external")
                        label(of: link)
                    }
                }
                KeepLink(record: record, context: context)
            }
            RecordFacts(record: record, context: context)
        }
        if let lab = record.lab { LabSection(record: record, lab: lab, context: context) }
        if let campaign = record.campaign { CampaignSection(record: record, campaign: campaign, context: context) }
        if record.kind == .publication { LabsBehind(publication: record.id, context: context) }
        PublicationRecommendations(publication: record, context: context)
        OfferLists(record: record, context: context)
        SimilarRecords(record: record, context: context)
        SourceList(record: record, context: context)
        TakeHome(record: record, context: context)
        ReuseBox(record: record, context: context)
        p {
            a(.href(context.link(.suggestion(record.id))), .rel("nofollow")) {
                Icon("form")
                context.texts(.somethingWrong)
            }
        }
    }

    /// What is open now, whether somebody can still register, and whether a check is overdue.
    private var followsTheClock: Bool {
        record.contact?.hours?.hasRule == true || record.lab?.registrationUntil != nil
            || record.publishedRecommendations.contains { $0.recommendation.nextLook != nil }
    }

    /// The reader's own language first.
    private var links: [Link] { record.links(for: context.language) }

    private func label(of link: Link) -> String {
        let key: TextKey =
            link.address.isDownload ? .download : record.kind == .publication ? .openPublication : .openSite
        let base = context.texts(key, link.address.site)
        guard let language = link.language, record.links.count > 1 || language != context.language else { return base }
        return base + " (" + context.wording.name(of: LanguageTag(language)) + ")"
    }
}

/// Says so where an offer does not exist in the reader's language.
private struct LanguageNotice: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        if !record.languages.isEmpty, !record.languages.contains(LanguageTag(context.language)) {
            p(.class("notice")) {
                context.texts(
                    .offerInOtherLanguage, context.wording.names(of: record.languages))
            }
        }
    }
}

/// What an organisation stands behind, by kind.
private struct OfferLists: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        if !offers.isEmpty {
            section(.ariaLabelledBy("offers")) {
                h2(.id("offers")) { context.texts(.offersTitle) }
                for kind in Kind.allCases {
                    let records = offers.filter { $0.kind == kind }
                    if !records.isEmpty {
                        h3 {
                            Icon("kind-\(kind.rawValue)")
                            context.plural(kind)
                        }
                        RecordLinks(records: records, context: context)
                    }
                }
            }
        }
    }

    private var offers: [Record] { record.kind == .organisation ? context.snapshot.offers(of: record.id) : [] }
}

private struct SimilarRecords: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        let similar = context.snapshot.similar(to: record, for: context.language)
        if !similar.isEmpty {
            section(.ariaLabelledBy("similar")) {
                h2(.id("similar")) { context.texts(.similarTitle) }
                RecordLinks(records: similar, context: context)
            }
        }
    }
}

/// The pages that the facts of a record rest on.
private struct SourceList: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        if !record.sources.isEmpty {
            p(.class("only-in-print quiet")) { freshness }
            details(.class("sources")) {
                summary { context.texts(.sourcesTitle, count: record.sources.count) }
                p(.class("quiet")) { freshness }
                ul {
                    for source in record.sources {
                        li {
                            a(.href(source.address.description), .rel("noopener nofollow")) { source.address.site }
                            if let seen = source.seen { " (\(context.wording.date(seen)))" }
                            ": "
                            span(.lang("en")) { source.says }
                        }
                    }
                }
            }
        }
    }

    private var freshness: String {
        let isChecked = record.verified != nil
        guard let newest = record.sources.compactMap(\.seen).max() else {
            return context.texts(isChecked ? .sourcesUndatedChecked : .sourcesUndated)
        }
        return context.texts(isChecked ? .sourcesNewestChecked : .sourcesNewest, context.wording.date(newest))
    }
}

extension Record {
    /// Its own pages: those in the reader's language first, then those of no language.
    func links(for language: Language) -> [Link] {
        links.filter { $0.language == language } + links.filter { $0.language == nil }
            + links.filter { $0.language != nil && $0.language != language }
    }
}
