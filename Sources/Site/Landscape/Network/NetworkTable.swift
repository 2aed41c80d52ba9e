import Catalogue
import Mapping

/// Organisations with their ties and partners.
struct NetworkTable {
    /// Rows of the table on the page; the others are in the file.
    static let mostOnPage = 500

    private let network: Network
    private let context: PageContext

    init(_ network: Network, context: PageContext) {
        self.network = network
        self.context = context
    }

    /// Those with ties, the strongest first.
    var tied: FigureTable { table(Array(network.tied.prefix(Self.mostOnPage))) }

    /// Those without ties too.
    var whole: FigureTable { table(network.tied + network.lone) }

    private func table(_ actors: [Network.Actor]) -> FigureTable {
        FigureTable(
            file: .network, caption: context.texts(.networkTableCaption),
            header: [
                .networkColumnOrganisation, .networkColumnRecords, .networkColumnPartners, .networkColumnShared,
                .networkColumnBetween, .networkColumnCommunity, .networkColumnPartnerNames,
            ].map { context.texts($0) },
            rows: actors.map(row))
    }

    private func row(_ actor: Network.Actor) -> [FigureCell] {
        [
            .link(context.name(of: actor.id), to: context.link(.record(.organisation, actor.id))),
            .number(actor.records), .number(actor.degree), .number(actor.strength),
            .decimal(actor.betweenness, digits: 1),
            actor.community.map { .text(context.communityName(network.communities[$0])) } ?? .none,
            actor.degree == 0 ? .none : .text(partners(of: actor)),
        ]
    }

    /// `Mediawijs (3), CSEM (1)`: the strongest ties first.
    private func partners(of actor: Network.Actor) -> String {
        network.ties(of: actor.id)
            .map { (weight: $0.weight, partner: $0.partner(of: actor.id)) }
            .sorted { ($1.weight, $0.partner) < ($0.weight, $1.partner) }
            .map { "\(context.name(of: $0.partner)) (\(context.wording.number($0.weight)))" }
            .joined(separator: ", ")
    }
}
