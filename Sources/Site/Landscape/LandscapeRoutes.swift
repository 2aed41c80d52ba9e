import Hummingbird

/// Every address of the landscape.
struct LandscapeRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        LabRoutes(site: site).addRoutes(to: router)
        CampaignRoutes(site: site).addRoutes(to: router)
        RecommendationRoutes(site: site).addRoutes(to: router)
        CoverageRoutes(site: site).addRoutes(to: router)
        StateRoutes(site: site).addRoutes(to: router)
        SynergyRoutes(site: site).addRoutes(to: router)
        NetworkRoutes(site: site).addRoutes(to: router)
        TimeRoutes(site: site).addRoutes(to: router)
        LandscapeReportRoutes(site: site).addRoutes(to: router)
    }
}
