import Catalogue
import HTML
import Mapping

/// The groups that work together more than with others, and who belongs to them.
struct NetworkCommunities: HTML {
    private static let most = 60
    let network: Network
    let context: PageContext

    var body: some HTML {
        if !network.communities.isEmpty {
            let counts = tieCounts
            section(.ariaLabelledBy("communities")) {
                h2(.id("communities")) { context.texts(.networkCommunities) }
                p { context.texts(.networkCommunitiesLead) }
                for (number, community) in network.communities.prefix(Self.most).enumerated() {
                    // The number is the one that its organisations bear in the drawing.
                    h3 { "\(number + 1). " + context.communityName(community) }
                    p(.class("quiet")) {
                        context.texts(
                            .networkCommunitySize, count: community.count,
                            context.wording.number(counts[number].inside),
                            context.wording.number(counts[number].outwards))
                    }
                    OrganisationLinks(ids: community, context: context)
                }
                if network.communities.count > Self.most {
                    MoreInFile(count: network.communities.count - Self.most, context: context)
                }
            }
        }
    }

    /// The ties within each community, and those that lead out of it.
    private var tieCounts: [(inside: Int, outwards: Int)] {
        var counts = network.communities.map { _ in (inside: 0, outwards: 0) }
        for tie in network.ties {
            guard let left = network[tie.left]?.community, let right = network[tie.right]?.community else { continue }
            if left == right {
                counts[left].inside += 1
            } else {
                counts[left].outwards += 1
                counts[right].outwards += 1
            }
        }
        return counts
    }
}

/// Who shares no record with anybody.
struct NetworkLone: HTML {
    let network: Network
    let context: PageContext

    var body: some HTML {
        let lone = network.lone
        if !lone.isEmpty {
            section(.ariaLabelledBy("lone")) {
                h2(.id("lone")) { context.texts(.networkLone) }
                p { context.texts(.networkLoneLead, count: lone.count) }
                list(.networkLoneWith, lone.filter { $0.records > 0 })
                list(.networkLoneWithout, lone.filter { $0.records == 0 })
            }
        }
    }

    @HTMLBuilder private func list(_ words: TextKey, _ actors: [Network.Actor]) -> some HTML {
        if !actors.isEmpty {
            details {
                summary { context.texts(words, context.wording.number(actors.count)) }
                OrganisationLinks(ids: actors.map(\.id), context: context)
            }
        }
    }
}

/// How it is counted, and after whom.
struct NetworkMethod: HTML {
    let network: Network
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("method")) {
            h2(.id("method")) { context.texts(.networkMethod) }
            ul {
                li { context.texts(.networkMethodTies) }
                li { context.texts(.networkMethodCommunities) }
                li { context.texts(.networkMethodBridges) }
                if let pivots = network.pivots {
                    li {
                        context.texts(
                            .networkMethodPivots, context.wording.number(network.mostExact),
                            context.wording.number(pivots))
                    }
                }
                if !network.wide.isEmpty { li { context.texts(.networkWide, count: network.wide.count) } }
            }
        }
    }
}

/// Organisations by name, each a link; as many as a page can bear.
struct OrganisationLinks: HTML {
    private static let most = 300
    let ids: [RecordID]
    let context: PageContext

    var body: some HTML {
        ul(.class("links names")) {
            for id in ids.prefix(Self.most) { li { OrganisationLink(id: id, context: context) } }
        }
        if ids.count > Self.most { MoreInFile(count: ids.count - Self.most, context: context) }
    }
}

struct OrganisationLink: HTML {
    let id: RecordID
    let context: PageContext

    var body: some HTML {
        a(.href(context.link(.record(.organisation, id)))) { context.name(of: id) }
    }
}

/// What a page leaves to the file.
struct MoreInFile: HTML {
    let count: Int
    let context: PageContext

    var body: some HTML {
        p(.class("quiet")) { context.texts(.networkMore, context.wording.number(count)) }
    }
}
