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
    let connections: Connections
    let assets: AssetRoutes
    let ready = ReadyPages()
    let counter = SearchCounter()
    let walks = WalkCounter()
    let lookout = Lookout()
    let standing = StoreStanding()
    let probe = StoreProbe()
    /// Nil where nothing is kept for the next start.
    var keeping: SnapshotKeeping?
    let times: ResponseTimes
    let traffic = Traffic()
    let admission: Admission
    let busy = BusyPages()
    let watched = Watched()
    let derivations: Derivations
    /// That it was said that a proxy is not believed.
    private let strangeProxy = SaidOnce()
    /// Nil where this site takes no reports at all.
    let reporting: Reporting?
    let workspace: Workspace
    let desk = Desk()
    /// Nil: letters stay in the store until a site with a postman takes them.
    let postman: (any Postman)?
    let logger: Logger

    /// Where a request comes from, for limits only. Behind a proxy that is believed it is whom the proxy has it from.
    func source(of request: Request, _ context: SiteRequestContext) -> String {
        origin(of: request, context).map { RequestSource.name(of: $0) } ?? RequestSource.unknown
    }

    /// The address that a request comes from; nil: by a socket file of this machine.
    func origin(of request: Request, _ context: SiteRequestContext) -> String? {
        let lines = HTTPField.Name("X-Forwarded-For").map { request.headers[values: $0] } ?? []
        if !lines.isEmpty, TrustedProxies.nearby.trust(context.peer), !settings.proxies.trust(context.peer),
            strangeProxy.isFirst()
        {
            logger.warning(
                "a proxy nearby is not believed, so all who come through it count as one source: serve --behind-proxy, or name it with --trusted-proxies"
            )
        }
        return settings.proxies.origin(peer: context.peer, forwardedFor: lines)
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

    /// The finished answer at an address, for whatever is no wish for another form of it.
    func readyPage(at address: String) -> ReadyPage? {
        ready.page(at: address, revision: snapshots.revision, minute: minute)
    }

    private func keep(_ page: ReadyPage, for request: Request, revision: Int) -> ReadyPage {
        keep(page.prepared(for: page.coding(for: request)), at: request.uri.string, revision)
    }

    /// Keeps a page that is prepared already, unless something was published since it was begun.
    func keep(_ page: ReadyPage, at address: String, _ revision: Int) -> ReadyPage {
        guard revision == snapshots.revision else { return page }
        ready.keep(page, at: address, revision: revision, minute: minute)
        return page
    }

    /// Minutes since 1970, for what is true for a minute.
    private var minute: Int { Int(clock().timeIntervalSince1970 / 60) }

    private func mayKeep(_ page: ReadyPage, for request: Request) -> Bool {
        guard page.status == .ok, request.method == .get, request.uri.string.utf8.count <= 512 else { return false }
        switch page.freshness {
        case .snapshot, .minute, .known, .forever: return true
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
    /// The address of who holds the other end of the connection, for limits only: it is neither stored nor logged. Nil
    /// for a socket file of this machine.
    let peer: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
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
