import Catalogue
import Exchange

/// A channel as the API gives it at a moment, for a reader of one language.
struct OpenChannel: Sendable {
    let page: PageContext
    let moment: BrusselsTime

    func json(_ channel: Record, speaks: Bool) -> JSON {
        let contact = channel.contact
        let state = contact?.hours?.state(at: moment) ?? .unverified
        let change = page.snapshot.log[channel.id]
        return .fields([
            "id": .text(channel.id.description),
            "uri": .text(page.addresses.record(channel.id)),
            "url": .text(page.addresses.page(of: channel, in: page.language)),
            "title": .text(words(channel.title) ?? channel.id.description),
            "summary": .text(words(channel.summary) ?? ""),
            "open": state.isOpen.map { .bool($0) } ?? JSON.null,
            "next": contact?.hours?.nextChange(after: moment).map { .text($0.rfc3339) } ?? JSON.null,
            "state": .text(state.name),
            "speaks": .bool(speaks),
            "phones": .list((contact?.phones ?? []).map(phone)),
            "emails": .list((contact?.emails ?? []).map { .text($0.address) }),
            "chat": .text(contact?.chat?.description),
            "form": .text(contact?.form?.description),
            "languages": names(channel.languages),
            "cost": .text(channel.cost?.description),
            "anonymous": channel.service?.isAnonymous.map { .bool($0) },
            "themes": names(channel.themes),
            "audiences": names(channel.audiences),
            "ages": channel.ages?.keptJSON,
            "territories": names(channel.territories),
            "organisations": names(channel.organisations),
            "hours": contact?.hours?.keptJSON,
            "verified": channel.verified?.keptJSON,
            "modified": change.map { .text($0.last.rfc3339) },
            "revision": change.map { .number($0.revision) },
        ])
    }

    private func phone(_ phone: Contact.Phone) -> JSON {
        .fields([
            "number": .text(phone.number.description), "dialled": .text(phone.number.dialled),
            "note": .text(phone.note.flatMap(words)),
        ])
    }

    private func words(_ text: LocalisedText) -> String? { text.text(for: page.edition)?.text }

    private func names(_ values: [some CustomStringConvertible]) -> JSON { .list(values.map { .text($0.description) }) }
}
