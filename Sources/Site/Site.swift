import Catalogue
import Editorial
import Foundation
import Hummingbird
import Intake
import Logging
import NIOCore
import ServiceLifecycle

/// The website and its API.
package struct Site: Sendable {
    let environment: SiteEnvironment
    let responder: SiteResponder<RouterResponder<SiteRequestContext>>
    let housekeeping: Housekeeping
    private let logger: Logger

    /// `clock` says what moment it is; tests stop it.
    package init(
        snapshots: SnapshotHolder, store: any Store, vault: (any ReportVault)? = nil, settings: SiteSettings,
        postman: (any Postman)? = nil, logger: Logger, clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        let derivations = Derivations()
        let workspace = Workspace(
            store: store, publicAddress: settings.publicAddress, freshness: settings.freshness,
            passwordWork: settings.passwordWork, heavyWork: derivations, published: { snapshots.current.catalogue },
            clock: clock)
        let environment = SiteEnvironment(
            snapshots: snapshots, store: store, settings: settings,
            security: SecurityHeaders(isSecure: settings.publicAddress.hasPrefix("https:")), clock: clock,
            times: ResponseTimes(since: clock()),
            reporting: vault.map { Reporting(vault: $0, settings: settings, derivations: derivations) },
            workspace: workspace, postman: postman, logger: logger)
        self.logger = logger
        self.environment = environment
        housekeeping = Housekeeping(site: environment)
        responder = SiteResponder(site: environment, inner: Self.router(environment).buildResponder())
    }

    package var workspace: Workspace { environment.workspace }

    /// Every address of the site, in groups.
    private static func router(_ environment: SiteEnvironment) -> SiteRouter {
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
        AssetRoutes(security: environment.security).addRoutes(to: router)
        return router
    }

    /// Serves until SIGINT or SIGTERM; open requests are finished first.
    /// `services` run beside it.
    package func serve(
        host: String, port: Int, services: [any Service] = [], whenRunning: @escaping @Sendable () -> Void
    ) async throws {
        // Before the first reader, so that nobody is told that no organisation takes reports.
        await housekeeping.refreshInboxes()
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [OldConnectionsPlacing()], idleTimeout: .seconds(30),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 * 1_024, maxHeaderListSize: 16 * 1_024, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: .maximum(4_096, logger: logger)),
            services: [housekeeping] + services,
            onServerRunning: { _ in whenRunning() },
            logger: logger)
        try await application.runService()
    }
}
