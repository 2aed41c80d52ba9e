import Catalogue
import Exchange
import Guidance
import Hummingbird

/// `/api/v1/channels`: who helps, and who is open now or at a moment.
struct ChannelsAPI: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) { API.channels.addRoute(to: router, site, channels) }

    @Sendable private func channels(_ question: APIQuestion) -> Response {
        let page = question.page
        let asked = question.moment("at")
        let moment = asked.map { BrusselsTime($0.date) } ?? page.now
        let filter = RecordFilter(question, kinds: [.channel])
        // Those that readers of the language do better without come last, but they are not kept back.
        let queue = ChannelQueue(page.catalogue.records.filter(filter.holds), for: page.language, at: moment)
        let form = OpenChannel(page: page, moment: moment)
        let channels = (queue.entries + queue.elsewhere).map { form.json($0.channel, speaks: $0.speaks) }
        let body = JSON.fields([
            "at": .text(moment.rfc3339), "channels": .list(channels), "licence": .text(Licence.data.address),
        ])
        return site.open(
            body.bytes, "application/json", to: question.request, context: page,
            freshness: asked == nil ? .minute : .snapshot)
    }
}
