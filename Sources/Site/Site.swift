import Catalogue
import Editorial
import Foundation
import Hummingbird
import Intake
import Logging
import NIOCore

/// The website and its API.
package struct Site: Sendable {
    let responder: SiteResponder<RouterResponder<SiteRequestContext>>
    let housekeeping: Housekeeping
    private let logger: Logger

    /// `clock` says what moment it is; tests stop it.
    package init(
        snapshots: SnapshotHolder, store: any Store, vault: (any ReportVault)? = nil, settings: SiteSettings,
        logger: Logger, clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        let environment = SiteEnvironment(
            snapshots: snapshots, store: store, settings: settings,
            security: SecurityHeaders(isSecure: settings.publicAddress.hasPrefix("https:")), clock: clock,
            reporting: vault.map { Reporting(vault: $0, settings: settings) }, logger: logger)
        self.logger = logger
        housekeeping = Housekeeping(site: environment)
        responder = SiteResponder(site: environment, inner: Self.router(environment).buildResponder())
    }

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
        SuggestionRoutes(site: environment).addRoutes(to: router)
        SearchAPI(site: environment).addRoutes(to: router)
        MachinePages(site: environment).addRoutes(to: router)
        AssetRoutes(security: environment.security).addRoutes(to: router)
        return router
    }

    /// Serves until SIGINT or SIGTERM; open requests are finished first.
    package func serve(host: String, port: Int, whenRunning: @escaping @Sendable () -> Void) async throws {
        // Before the first reader, so that nobody is told that no organisation takes reports.
        await housekeeping.refreshInboxes()
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(30),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 * 1_024, maxHeaderListSize: 16 * 1_024, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: .maximum(4_096, logger: logger)),
            services: [housekeeping],
            onServerRunning: { _ in whenRunning() },
            logger: logger)
        try await application.runService()
    }
}
