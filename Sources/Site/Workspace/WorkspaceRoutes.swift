/// Every room of the workspace.
struct WorkspaceRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        BulkRoutes(site: site).addRoutes(to: router)
        HarvestRoutes(site: site).addRoutes(to: router)
        DeskRoutes(site: site).addRoutes(to: router)
        LinkRoutes(site: site).addRoutes(to: router)
        DoublesRoutes(site: site).addRoutes(to: router)
        AccountRoutes(site: site).addRoutes(to: router)
        ReviewingRoutes(site: site).addRoutes(to: router)
        FreshnessRoutes(site: site).addRoutes(to: router)
        EntryRoutes(site: site).addRoutes(to: router)
        DraftRoutes(site: site).addRoutes(to: router)
        ConsortiumRoutes(site: site).addRoutes(to: router)
        SuggestingRoutes(site: site).addRoutes(to: router)
        LabDeskRoutes(site: site).addRoutes(to: router)
        ClaimRoutes(site: site).addRoutes(to: router)
        FollowRoutes(site: site).addRoutes(to: router)
    }
}
