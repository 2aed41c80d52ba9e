import Catalogue
import Exchange

extension PageContext {
    /// The services of the site for programs.
    var serviceCatalog: APICatalog {
        let site = settings.publicAddress
        let guide = APICatalog.Link(
            "service-doc", absolute(.openData(.overview)), mediaType: "text/html")
        let licence = APICatalog.Link("license", Licence.data.address)
        let feeds = Language.allCases.map { language in
            APICatalog.Link(
                "item", site + Address.feed(.all).print(in: language), mediaType: "application/atom+xml")
        }
        let calendars = Language.allCases.map { language in
            APICatalog.Link(
                "item", site + Address.calendar(.events).print(in: language), mediaType: "text/calendar")
        }
        return APICatalog(
            address: site + APICatalog.path,
            services: [
                .init(
                    site + "/api/v1",
                    [
                        .init(
                            "service-desc", site + "/api/v1/openapi.json",
                            mediaType: "application/vnd.oai.openapi+json"),
                        .init("service-doc", absolute(.openData(.api)), mediaType: "text/html"),
                        .init("status", site + "/health", mediaType: "application/json"), licence,
                    ]),
                .init(site + "/hsds", [guide, licence]),
                .init(
                    site + "/oai",
                    [.init("service-desc", site + "/oai?verb=Identify", mediaType: "text/xml"), guide, licence]),
                .init(
                    site + "/dataset.ttl",
                    [.init("service-doc", absolute(.openData(.dictionary)), mediaType: "text/html"), licence]),
                .init(
                    absolute(.openData(.feeds)),
                    feeds + calendars
                        + [
                            .init(
                                "search", absolute(.searchDescription), mediaType: OpenSearchDescription.mediaType),
                            .init("item", site + MachinePages.sitemap, mediaType: "application/xml"), licence,
                        ]),
            ])
    }
}
