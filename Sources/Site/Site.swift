import Catalogue
import Editorial
import Foundation
import Hummingbird
import Intake
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The website and its API.
package struct Site: Sendable {
    let environment: SiteEnvironment
    let responder: SiteResponder<RouterResponder<SiteRequestContext>>
    let housekeeping: Housekeeping
    private let logger: Logger

    /// `clock` says what moment it is; tests stop it.
    package init(
        snapshots: SnapshotHolder, store: any Store, vault: (any ReportVault)? = nil, settings: SiteSettings,
        postman: (any Postman)? = nil, keeping: SnapshotKeeping? = nil, logger: Logger,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        let derivations = Derivations()
        let workspace = Workspace(
            store: store, publicAddress: settings.publicAddress, freshness: settings.freshness,
            passwordWork: settings.passwordWork, heavyWork: derivations, published: { snapshots.current.catalogue },
            clock: clock)
        let security = SecurityHeaders(isSecure: settings.publicAddress.hasPrefix("https:"))
        let environment = SiteEnvironment(
            snapshots: snapshots, store: store, settings: settings,
            security: security, clock: clock, connections: Connections(proxies: settings.proxies),
            assets: AssetRoutes(),
            keeping: keeping,
            times: ResponseTimes(since: clock()), admission: Admission(settings.load), derivations: derivations,
            reporting: vault.map { Reporting(vault: $0, settings: settings, derivations: derivations) },
            workspace: workspace, postman: postman, logger: logger)
        self.logger = logger
        self.environment = environment
        housekeeping = Housekeeping(site: environment)
        responder = SiteResponder(site: environment, inner: Self.router(environment).buildResponder())
    }

    package var workspace: Workspace { environment.workspace }

    /// Every address of the site, in groups.
    static func router(_ environment: SiteEnvironment) -> SiteRouter {
        let router = SiteRouter(context: SiteRequestContext.self)
        BrowseRoutes(site: environment).addRoutes(to: router)
        FindingRoutes(site: environment).addRoutes(to: router)
        HelpRoutes(site: environment).addRoutes(to: router)
        KidsRoutes(site: environment).addRoutes(to: router)
        PlanRoutes(site: environment).addRoutes(to: router)
        LearningRoutes(site: environment).addRoutes(to: router)
        ReportRoutes(site: environment).addRoutes(to: router)
        HandlingRoutes(site: environment).addRoutes(to: router)
        OfflineRoutes(site: environment).addRoutes(to: router)
        PaperRoutes(site: environment).addRoutes(to: router)
        ReadingRoutes(site: environment).addRoutes(to: router)
        ReadabilityRoutes(site: environment).addRoutes(to: router)
        AboutRoutes(site: environment).addRoutes(to: router)
        LandscapeRoutes(site: environment).addRoutes(to: router)
        SuggestionRoutes(site: environment).addRoutes(to: router)
        JoinRoutes(site: environment).addRoutes(to: router)
        WorkspaceRoutes(site: environment).addRoutes(to: router)
        OpenDataRoutes(site: environment).addRoutes(to: router)
        environment.assets.addRoutes(to: router)
        return router
    }

    /// Serves until SIGINT, SIGTERM or SIGHUP; open requests are finished first.
    /// `services` run beside it.
    package func serve(
        _ listening: Listening, services: [any Service] = [], whenRunning: @escaping @Sendable () -> Void
    ) async throws {
        // Before the first reader, so that nobody is told that no organisation takes reports.
        await housekeeping.refreshInboxes()
        let server = try SiteServer(
            listening, site: environment, responder: responder, whenRunning: whenRunning)
        // The server is the first to stop: what the others do, it may still need.
        var configuration = ServiceGroupConfiguration(
            services: [housekeeping, Watchman(site: environment)] + services + [server],
            gracefulShutdownSignals: ClosingSignals.all, logger: logger
        )
        configuration.maximumGracefulShutdownDuration = listening.deadlines.finishing + .seconds(10)
        try await ServiceGroup(configuration: configuration).run()
    }
}
