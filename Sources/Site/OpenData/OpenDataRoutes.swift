import Hummingbird

/// Every address of the open data.
struct OpenDataRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        OpenDataPageRoutes(site: site).addRoutes(to: router)
        SearchAPI(site: site).addRoutes(to: router)
        LandscapeAPI(site: site).addRoutes(to: router)
        DraftAPI(site: site).addRoutes(to: router)
        RecordsAPI(site: site).addRoutes(to: router)
        ChannelsAPI(site: site).addRoutes(to: router)
        VocabulariesAPI(site: site).addRoutes(to: router)
        RootAPI(site: site).addRoutes(to: router)
        APIPageRoutes(site: site).addRoutes(to: router)
        FeedRoutes(site: site).addRoutes(to: router)
        MachinePages(site: site).addRoutes(to: router)
        MetricsDoor(site: site).addRoutes(to: router)
        LinkedDataRoutes(site: site).addRoutes(to: router)
        HSDSRoutes(site: site).addRoutes(to: router)
        OAIRoutes(site: site).addRoutes(to: router)
        EmbedRoutes(site: site).addRoutes(to: router)
        VocabularyRoutes(site: site).addRoutes(to: router)
        DatasetRoutes(site: site).addRoutes(to: router)
    }
}
