import Catalogue
import Guidance
import HTML

/// A sheet for the wall of a waiting room: whom one can call in a place, in large figures.
struct PosterPage: SitePage {
    /// More would be too small to read from a chair.
    private static let most = 6

    var context: PageContext
    let place: Concept

    var title: String { context.texts(.posterTitle) }
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        p(.class("quiet away-in-print")) {
            context.texts(.posterHint) + " "
            a(.href(context.link(.territory(place.id)))) { context.label(place.id, in: .territories) }
        }
        div(.class("poster")) {
            h1 { title }
            p(.class("lead")) { context.texts(.posterLead) }
            ul(.class("plain numbers")) {
                for entry in entries {
                    if let phone = entry.channel.contact?.phones.first {
                        li {
                            a(.class("number"), .href("tel:\(phone.number.dialled)")) { phone.number.description }
                            p {
                                strong { name(of: entry.channel) }
                                br()
                                details(of: entry.channel)
                            }
                        }
                    }
                }
            }
            DangerLine(context: context)
            div(.class("leaflet")) {
                if let code = QRCode(address) { QRCodeView(code: code, label: context.texts(.leafletCode)) }
                p {
                    context.texts(.posterCode)
                    br()
                    strong { context.at(.help).shortAddress }
                    br()
                    context.texts(.leafletDay, context.wording.date(context.now.day))
                }
            }
        }
    }

    private var address: String { context.settings.publicAddress + Address.help.print(in: context.edition) }

    /// Lines that anybody may call, first those that always answer; then those made for this place.
    private var entries: [ChannelQueue.Entry] {
        let places = Set([place.id] + context.catalogue[.territories].covering(place.id))
        let listeners = context.catalogue.listeners
        let known = Set(listeners.map(\.id))
        let others = context.catalogue.records.filter { record in
            record.kind == .channel && !known.contains(record.id) && record.status != .ended
                && record.territories.contains(place.id) && record.isAnsweredByAPerson
        }
        let all = (listeners + others).filter { channel in
            channel.contact?.phones.isEmpty == false
                && (channel.territories.isEmpty || channel.territories.contains { places.contains($0) })
                && channel.speaks(context.language)
        }
        let queue = ChannelQueue(all, for: context.language, at: context.now).entries
        let always = queue.filter { $0.channel.contact?.hours?.always == true }
        let rest = queue.filter { $0.channel.contact?.hours?.always != true }
        return Array((always + rest).prefix(Self.most))
    }

    private func name(of channel: Record) -> String {
        let owner = channel.organisations.first.flatMap { context.catalogue[$0] } ?? channel
        return owner.title.text(for: context.edition)?.text ?? channel.id.description
    }

    private func details(of channel: Record) -> String {
        var parts: [String] = []
        if let cost = channel.cost { parts.append(context.label(cost, in: .costs)) }
        if channel.service?.isAnonymous == true { parts.append(context.texts(.anonymousYes)) }
        parts.append(OpenStateText(hours: channel.contact?.hours, context: context).week)
        return parts.joined(separator: " · ")
    }
}
