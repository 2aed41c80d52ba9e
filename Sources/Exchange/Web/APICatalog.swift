/// Which services a site has for programs (RFC 9727), as a set of links (RFC 9264).
package struct APICatalog: Sendable {
    package static let mediaType = "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\""
    package static let path = "/.well-known/api-catalog"

    package struct Link: Sendable {
        package let relation: String
        package let address: String
        package let mediaType: String?

        package init(_ relation: String, _ address: String, mediaType: String? = nil) {
            self.relation = relation
            self.address = address
            self.mediaType = mediaType
        }
    }

    package struct Service: Sendable {
        package let address: String
        package let links: [Link]

        package init(_ address: String, _ links: [Link]) {
            self.address = address
            self.links = links
        }
    }

    private let address: String
    private let services: [Service]

    /// `address` is its own.
    package init(address: String, services: [Service]) {
        self.address = address
        self.services = services
    }

    package var json: JSON {
        let all = Service(address, services.map { Link("item", $0.address) })
        return ["linkset": .list(([all] + services).map(Self.json))]
    }

    private static func json(_ service: Service) -> JSON {
        var relations: [String] = []
        for link in service.links where !relations.contains(link.relation) { relations.append(link.relation) }
        return .object(
            [JSON.Field("anchor", .text(service.address))]
                + relations.map { relation in
                    JSON.Field(relation, .list(service.links.filter { $0.relation == relation }.map(json)))
                })
    }

    private static func json(_ link: Link) -> JSON {
        .fields(["href": .text(link.address), "type": .text(link.mediaType)])
    }
}
