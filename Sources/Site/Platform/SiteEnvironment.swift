import Catalogue
import Editorial
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Logging

/// What every feature of the site works with.
struct SiteEnvironment: Sendable {
    let snapshots: SnapshotHolder
    let store: any Store
    let settings: SiteSettings
    let security: SecurityHeaders
    let clock: @Sendable () -> Date
    let ready = ReadyPages()
    let counter = SearchCounter()
    let walks = WalkCounter()
    let lookout = Lookout()
    let times: ResponseTimes
    /// Nil where this site takes no reports at all.
    let reporting: Reporting?
    let workspace: Workspace
    let desk = Desk()
    /// Nil: letters stay in the store until a site with a postman takes them.
    let postman: (any Postman)?
    let logger: Logger

    /// Where a request comes from, for limits only. Behind a proxy it is the last address of `X-Forwarded-For`, the one
    /// that the proxy itself wrote; what stands before it anybody may have written.
    func source(of request: Request, _ context: SiteRequestContext) -> String {
        guard settings.isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return RequestSource.name(of: context.source) }
        return RequestSource.name(of: last)
    }

    /// What a page at `address` needs to know for one request.
    func context(for request: Request, edition: Edition, address: Address) -> PageContext {
        PageContext(
            edition: edition, snapshot: snapshots.current, now: BrusselsTime(clock()),
            carried: Carried(request.query), address: address,
            isNearest: request.query.first(Self.nearest) != nil, settings: settings)
    }

    /// Sends a reader who asked for something that is no longer there to the nearest page, which says so.
    func redirect(toNearest address: Address, _ context: PageContext) -> Response {
        let location = context.link(address)
        return .redirect(to: location + (location.contains("?") ? "&" : "?") + Self.nearest + "=1", type: .found)
    }

    private static let nearest = "nearest"

    /// Answers with a page, and keeps it ready for the next reader where it may be kept.
    func answer(_ page: some SitePage, to request: Request, status: HTTPResponse.Status = .ok) -> Response {
        let finished = ReadyPage(
            status: status, language: page.context.edition.description, bytes: Frame(page: page).renderBytes(),
            freshness: page.freshness, framing: page.framing)
        return answer(finished, to: request, keeping: page.context.shortlist.isEmpty, context: page.context)
    }

    func answer(_ page: ReadyPage, to request: Request, keeping: Bool, context: PageContext) -> Response {
        guard keeping, mayKeep(page, for: request) else { return page.response(to: request) }
        return keep(page, for: request, revision: context.snapshot.revision).response(to: request)
    }

    /// The finished answer to a request, if there is one that is still true.
    func readyPage(for request: Request) -> ReadyPage? {
        // Other forms of what stands at an address are not kept under it.
        guard request.method == .get || request.method == .head, !request.wantsLines else { return nil }
        let revision = snapshots.revision
        guard let page = ready.page(at: request.uri.string, revision: revision, minute: minute) else { return nil }
        // Packed when somebody first asks for it packed that way.
        return page.isPrepared(for: page.coding(for: request)) ? page : keep(page, for: request, revision: revision)
    }

    private func keep(_ page: ReadyPage, for request: Request, revision: Int) -> ReadyPage {
        let page = page.prepared(for: page.coding(for: request), security: security)
        ready.keep(page, at: request.uri.string, revision: revision, minute: minute)
        return page
    }

    /// Minutes since 1970, for what is true for a minute.
    private var minute: Int { Int(clock().timeIntervalSince1970 / 60) }

    private func mayKeep(_ page: ReadyPage, for request: Request) -> Bool {
        guard page.status == .ok, request.method == .get, request.uri.string.utf8.count <= 512 else { return false }
        switch page.freshness {
        case .snapshot, .minute, .forever: return true
        case .personal, .never: return false
        }
    }
}

extension Request {
    var query: QueryItems { QueryItems(parsing: uri.query ?? "") }
}

/// What Hummingbird carries through one request.
struct SiteRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where the request comes from, for limits only: it is neither stored nor logged.
    let source: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        self.source = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// The language and the words of the page, out of the first step of the address.
    var edition: Edition {
        get throws {
            guard let edition = parameters.get("lang").flatMap({ Edition($0) }) else { throw HTTPError(.notFound) }
            return edition
        }
    }

    /// An identifier out of the address.
    func identifier(_ name: String = "id") throws -> Identifier {
        guard let id = parameters.get(name).flatMap({ Identifier($0) }) else { throw HTTPError(.notFound) }
        return id
    }

    /// A step of the address that is no identifier of the catalogue, such as the id of a draft.
    func step(_ name: String) throws -> String {
        guard let step = parameters.get(name) else { throw HTTPError(.notFound) }
        return step
    }

    func number(_ name: String) throws -> Int {
        guard let number = parameters.get(name).flatMap({ Int($0) }) else { throw HTTPError(.notFound) }
        return number
    }
}

typealias SiteRouter = Router<SiteRequestContext>
