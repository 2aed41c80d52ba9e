import Catalogue
import HTML
import Mapping

/// Which organisations work together: drawn, in groups, and as a table.
struct NetworkPage: LandscapePage {
    var context: PageContext
    let network: Network
    private let layout: NetworkLayout

    init(context: PageContext, network: Network) {
        self.context = context
        self.network = network
        layout = NetworkLayout(network)
    }

    var title: String { context.texts(.networkTitle) }
    var summary: String? { context.texts(.networkLead) }
    // The other way of counting shows the same organisations.
    var isListed: Bool { !countsAll }

    private var countsAll: Bool { network.kinds == Network.allKinds }

    var content: some HTML {
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(countsAll ? .networkLeadAll : .networkLead) }
        p {
            context.texts(
                .networkFigures, context.wording.number(network.tied.count),
                context.wording.number(network.actors.count), context.wording.number(network.ties.count),
                context.wording.number(network.components.first?.count ?? 0))
        }
        p {
            a(.href(context.link(.landscape(countsAll ? .network : .networkOfAll)))) {
                context.texts(countsAll ? .networkShowUsual : .networkShowAll)
            }
        }
        picture
        NetworkCommunities(network: network, context: context)
        NetworkBridges(network: network, context: context)
        NetworkLone(network: network, context: context)
        NetworkMethod(network: network, context: context)
    }

    @HTMLBuilder private var picture: some HTML {
        let name = FigureName(
            id: "network", title: context.texts(.networkPictureTitle),
            description: context.texts(.networkPictureDescription))
        Figure(
            name, table: NetworkTable(network, context: context).tied,
            csv: context.link(.landscape(.table(.network, of: countsAll ? .networkOfAll : .network))), context: context
        ) {
            NetworkPicture(name, nodes: nodes, edges: edges, groups: groups, context: context)
        }
        if layout.nodes.count < network.tied.count {
            p(.class("quiet")) {
                context.texts(
                    .networkDrawn, context.wording.number(layout.nodes.count),
                    context.wording.number(network.tied.count))
            }
        }
    }

    private var nodes: [NetworkPicture.Node] {
        layout.nodes.map { node in
            let actor = network[node.id]
            return NetworkPicture.Node(
                context.name(of: node.id), x: node.place.x, y: node.place.y, size: Double(actor?.strength ?? 0),
                group: actor?.community ?? 0,
                detail: context.texts(.networkPartners, count: actor?.degree ?? 0),
                link: context.link(.record(.organisation, node.id)))
        }
    }

    private var edges: [NetworkPicture.Edge] {
        let places = Dictionary(uniqueKeysWithValues: zip(layout.nodes.map(\.id), layout.nodes.indices))
        return layout.ties.compactMap { tie in
            guard let from = places[tie.left], let to = places[tie.right] else { return nil }
            return NetworkPicture.Edge(from, to, weight: Double(tie.weight))
        }
    }

    /// The names of the communities that are drawn; they come in order of size, so those come first.
    private var groups: [String] {
        let last = layout.nodes.compactMap { network[$0.id]?.community }.max() ?? -1
        return network.communities.prefix(last + 1).map { context.communityName($0) }
    }
}

extension PageContext {
    /// A community is called after its strongest organisation, which stands first.
    func communityName(_ community: [RecordID]) -> String {
        texts(.networkAround, community.first.map { name(of: $0) } ?? "")
    }
}
