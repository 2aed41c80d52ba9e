import Catalogue
import HTML

/// A record in a list.
struct RecordCard: HTML {
    let record: Record
    let context: PageContext
    /// The level of the heading: 2 where the card stands right below the title of the page.
    var level = 2
    /// Whether only its name and how to reach it matter: somebody is in need.
    var isUrgent = false
    /// Why it is in this list, if that needs saying.
    var why: String?

    var body: some HTML {
        article(.class("card")) {
            p(.class("eyebrow")) {
                Icon("kind-\(record.kind.rawValue)")
                context.label(record.kind)
                if record.status == .ended { span(.class("badge")) { context.texts(.statusEnded) } }
                if isForeign { span(.class("badge")) { context.texts(.inLanguage, languages) } }
            }
            if level == 2 { h2 { heading } } else { h3 { heading } }
            if !isUrgent { p { Localised(record.summary, context) } }
            if record.kind == .channel { ContactLine(record: record, context: context) }
            if let line { p(.class("quiet")) { line } }
            if let why { p(.class("why")) { why } }
            KeepLink(record: record, context: context)
        }
    }

    @HTMLBuilder private var heading: some HTML {
        a(.href(context.link(.record(record.kind, record.id)))) { Localised(record.title, context, isName: true) }
    }

    /// Whether the offer is in other languages than the reader's.
    private var isForeign: Bool {
        !record.languages.isEmpty && !record.languages.contains(LanguageTag(context.language))
    }

    private var languages: String { context.wording.names(of: record.languages) }

    /// "For parents, teachers · Flanders · in Dutch · free"
    private var line: String? {
        var parts: [String] = []
        let audiences = record.audiences.prefix(3).map { context.label($0, in: .audiences) }
        if !audiences.isEmpty { parts.append(audiences.joined(separator: ", ")) }
        if let ages = record.ages { parts.append(context.texts(.agesShort, "\(ages.from)", "\(ages.to)")) }
        let places = record.territories.prefix(2).map { context.label($0, in: .territories) }
        if !places.isEmpty { parts.append(places.joined(separator: ", ")) }
        if !languages.isEmpty, !isForeign { parts.append(languages) }
        if let cost = record.cost { parts.append(context.label(cost, in: .costs)) }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}

/// The big number of a channel, and whether somebody answers now.
struct ContactLine: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        p(.class("reach")) {
            if let phone = record.contact?.phones.first(where: { $0.note == nil }) {
                a(.class("number"), .href("tel:\(phone.number.dialled)")) {
                    Icon("phone")
                    phone.number.description
                }
                " "
            }
            OpenStateText(hours: record.contact?.hours, context: context)
        }
    }
}

/// Puts a record on the shortlist, or takes it off.
struct KeepLink: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        if !context.isKept { link }
    }

    private var link: some HTML {
        p(.class("keep")) {
            if context.shortlist.contains(record.id) {
                a(.href(context.here(keeping: context.shortlist.removing(record.id))), .rel("nofollow")) {
                    Icon("kept")
                    context.texts(.unkeep)
                    span(.class("away")) { ": \(title)" }
                }
            } else if !context.shortlist.isFull {
                a(.href(context.here(keeping: context.shortlist.adding(record.id))), .rel("nofollow")) {
                    Icon("keep")
                    context.texts(.keep)
                    span(.class("away")) { ": \(title)" }
                }
            }
        }
    }

    private var title: String { record.title.text(for: context.edition)?.text ?? record.id.description }
}
