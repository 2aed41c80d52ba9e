import Catalogue
import Guidance
import HTML

/// Who can be called now, in a frame: the emergency number first.
struct EmbedHelp: HTML {
    let context: PageContext
    let size: EmbedFrame.Size

    var body: some HTML {
        p { NumberLink(number: "112", words: context.texts(.help112)) }
        h2 { context.texts(.embedOpen) }
        ul(.class("people")) {
            for entry in entries {
                li {
                    way(entry.channel)
                    " "
                    EmbedLink(.record(.channel, entry.channel.id), context) {
                        Localised(entry.channel.title, context, isName: true)
                    }
                    " "
                    small { note(entry) }
                }
            }
        }
        p(.class("more")) { EmbedLink(.help, context) { context.texts(.embedHelp) } }
    }

    /// Those who answer now. Where nobody does, the first to turn to, with when they do.
    private var entries: [ChannelQueue.Entry] {
        let queue = ChannelQueue(context.catalogue.listeners, for: context.language, at: context.now).entries
        let open = queue.filter { $0.reach == .open }
        return Array((open.isEmpty ? queue : open).prefix(size == .small ? 3 : 6))
    }

    @HTMLBuilder private func way(_ channel: Record) -> some HTML {
        if let phone = channel.contact?.phones.first {
            a(.class("number"), .href("tel:\(phone.number.dialled)")) {
                Icon("phone")
                phone.number.description
            }
        } else if let chat = channel.contact?.chat {
            a(.class("number"), .href(chat.description), .newTab, .rel("noopener")) {
                Icon("chat")
                context.texts(.contactChat, chat.site)
            }
        }
    }

    /// "Open now, until 10 pm · free · in French"
    private func note(_ entry: ChannelQueue.Entry) -> String {
        var parts = [OpenStateText(hours: entry.channel.contact?.hours, context: context).words]
        if let cost = entry.channel.cost { parts.append(context.label(cost, in: .costs)) }
        if !entry.speaks, !entry.channel.languages.isEmpty {
            parts.append(context.texts(.inLanguage, context.wording.names(of: entry.channel.languages)))
        }
        return parts.joined(separator: " · ")
    }
}
