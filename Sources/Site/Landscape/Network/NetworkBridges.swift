import Catalogue
import HTML
import Mapping

/// Who and what holds the network together, each in a sentence.
struct NetworkBridges: HTML {
    private static let most = 10
    let network: Network
    let context: PageContext

    var body: some HTML {
        let brokers = network.brokers
        if !brokers.isEmpty {
            section(.ariaLabelledBy("bridges")) {
                h2(.id("bridges")) { context.texts(.networkBridges) }
                p { context.texts(.networkBridgesLead) }
                h3 { context.texts(.networkBrokers) }
                ol { for actor in brokers.prefix(Self.most) { li { sentence(actor) } } }
                h3 { context.texts(.networkTies) }
                ties
            }
        }
    }

    @HTMLBuilder private func sentence(_ actor: Network.Actor) -> some HTML {
        OrganisationLink(id: actor.id, context: context)
        " "
            + context.texts(
                .networkBroker, context.wording.decimal(actor.betweenness, digits: 0),
                context.wording.number(pairs(besides: actor)))
        if actor.partsWithout > 1 {
            " " + context.texts(.networkBrokerParts, context.wording.number(actor.partsWithout))
        }
    }

    /// Pairs of other organisations that reach one another.
    private func pairs(besides actor: Network.Actor) -> Int {
        let others = (actor.component.map { network.components[$0].count } ?? 1) - 1
        return others * (others - 1) / 2
    }

    @HTMLBuilder private var ties: some HTML {
        let bridges = network.bridges
        if bridges.isEmpty {
            p { context.texts(.networkNoTies) }
        } else {
            ul { for tie in bridges.prefix(Self.most) { li { sentence(tie) } } }
        }
        let hanging = network.actors.count { $0.degree == 1 && ($0.component.map(size(of:)) ?? 0) > 2 }
        if hanging > 0 { p { context.texts(.networkHanging, count: hanging) } }
    }

    @HTMLBuilder private func sentence(_ tie: Network.Tie) -> some HTML {
        OrganisationLink(id: tie.left, context: context)
        " – "
        OrganisationLink(id: tie.right, context: context)
        ": "
            + context.texts(
                .networkTie, context.wording.number(tie.cutOff),
                context.wording.number((network[tie.left]?.component.map(size(of:)) ?? 0) - tie.cutOff))
            + " " + context.texts(.networkTieRests) + " "
        for (number, id) in tie.records.enumerated() {
            if number > 0 { ", " }
            if let record = context.catalogue[id] {
                a(.href(context.link(.record(record.kind, id)))) { context.name(of: id) }
            }
        }
        "."
    }

    private func size(of component: Int) -> Int { network.components[component].count }
}
