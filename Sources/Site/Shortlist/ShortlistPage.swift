import Catalogue
import HTML

/// What the reader keeps: to print, to pass on. It is in the address and nowhere else.
struct ShortlistPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.navShortlist) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .minute }
    var hasLeaflet: Bool { true }

    var content: some HTML {
        h1 { title }
        if records.isEmpty {
            p(.class("lead")) { context.texts(.shortlistEmpty) }
            SearchForm(context: context)
        } else {
            p(.class("lead")) { context.texts(.shortlistLead) }
            p(.class("only-in-print copied")) { address }
            p(.class("away-in-print")) {
                a(.class("button"), .href(mail.address)) {
                    Icon("share")
                    context.texts(.shortlistMail)
                }
                " "
                a(.href(Address.shortlist.print(in: context.edition))) { context.texts(.shortlistClear) }
            }
            p(.class("quiet away-in-print")) { context.texts(.shortlistPrintHint) }
            div(.class("cards")) {
                for record in records {
                    RecordCard(record: record, context: context)
                    p(.class("only-in-print copied")) {
                        context.at(.record(record.kind, record.id)).shortAddress
                        if let own = record.links(for: context.language).first { " · " + own.address.description }
                    }
                }
            }
            if context.shortlist.isFull { p(.class("notice")) { context.texts(.shortlistFull) } }
        }
    }

    private var records: [Record] { context.shortlist.ids.compactMap { context.catalogue[$0] } }

    private var mail: MailLink {
        MailLink(subject: title, body: address)
    }

    /// With the list in it, and absolute, so that it leads back from paper and from a letter.
    private var address: String { context.settings.publicAddress + context.link(.shortlist) }
}
