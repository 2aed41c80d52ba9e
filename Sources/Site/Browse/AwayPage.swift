import Catalogue
import HTML
import HTTPTypes
import Hummingbird

/// The page at the address of something that was withdrawn or set aside: what it was, since when, and where to go on.
struct AwayPage: SitePage {
    var context: PageContext
    let record: Record
    /// What to look at instead.
    let successor: Record?

    private var name: String { record.title.text(for: context.edition)?.text ?? record.id.description }

    var title: String { context.texts(record.withdrawn == nil ? .awayAsideTitle : .awayWithdrawnTitle, name) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        p(.class("eyebrow")) {
            Icon("kind-\(record.kind.rawValue)")
            context.label(record.kind)
        }
        h1 { title }
        p(.class("lead")) { explanation }
        if let successor {
            h2 { context.texts(.awayInstead) }
            RecordCard(record: successor, context: context, level: 3)
        }
        if record.withdrawn == nil {
            if !record.links.isEmpty {
                p { context.texts(.awayOwnSite) }
                div(.class("actions")) {
                    for link in record.links {
                        a(.class("button"), .href(link.address.description), .rel("noopener")) {
                            Icon("external")
                            context.texts(.openSite, link.address.site)
                        }
                    }
                }
            }
            p {
                a(.href(context.link(.suggestion(record.id))), .rel("nofollow")) {
                    Icon("form")
                    context.texts(.awayTell)
                }
            }
        }
        p { context.texts(.awaySearch) }
        SearchForm(context: context)
        p {
            a(.class("button urgent"), .href(context.link(.help))) {
                Icon("help")
                context.texts(.helpNow)
            }
        }
    }

    private var explanation: String {
        let wording = context.wording
        if let day = record.withdrawn { return context.texts(.awayWithdrawn, wording.date(day)) }
        if let verified = record.verified { return context.texts(.awayAsideSince, wording.date(verified.on)) }
        return context.texts(.awayAsideNever, record.setAside.map(wording.date) ?? "")
    }
}

extension SiteEnvironment {
    /// The answer where a record was: the way to what it is now, or a page that says what became of it; nil where it is
    /// still here, or never was.
    func answer(inPlaceOf id: RecordID, _ page: PageContext, to request: Request) -> Response? {
        switch page.catalogue.whereabouts(of: id) {
        case .here, .unknown: return nil
        case .moved(let record):
            var response = Response.redirect(to: page.link(.record(record.kind, record.id)), type: .permanent)
            // A merge can be undone: no browser may believe in it for ever.
            response.headers[.cacheControl] = "public, max-age=60, must-revalidate"
            return response
        case .withdrawn(let record, let successor):
            return answer(
                AwayPage(context: page, record: record, successor: successor), to: request, status: .gone)
        case .setAside(let record):
            return answer(AwayPage(context: page, record: record, successor: nil), to: request, status: .gone)
        }
    }
}
