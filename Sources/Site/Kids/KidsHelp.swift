import Catalogue
import Guidance
import HTML

/// Who children can call, on every page of theirs.
struct KidsHelp: HTML {
    let context: PageContext

    var body: some HTML {
        let entries = entries
        if !entries.isEmpty {
            p(.class("kidshelp")) {
                context.texts(.kidsCall)
                for entry in entries {
                    if let phone = entry.channel.contact?.phones.first {
                        " "
                        a(.class("number"), .href("tel:\(phone.number.dialled)")) {
                            Icon("phone")
                            phone.number.description
                        }
                        if !entry.speaks {
                            small { "(" + context.texts(.speaksLanguages, languages(entry)) + ")" }
                        }
                    }
                }
            }
        }
    }

    /// The line that answers now, and one that is made for children.
    private var entries: [ChannelQueue.Entry] {
        let free = context.catalogue.listeners.filter {
            $0.contact?.phones.isEmpty == false && $0.cost?.description == "free"
        }
        let isForChildren: (Record) -> Bool = { $0.audiences.contains { $0.description == "children" } }
        let queue = ChannelQueue(
            free.filter(isForChildren) + free.filter { !isForChildren($0) }, for: context.language, at: context.now)
        let spoken = queue.entries.filter(\.speaks)
        guard let first = spoken.first ?? queue.entries.first else { return [] }
        let second = spoken.first { $0.channel.id != first.channel.id && isForChildren($0.channel) }
        return [first] + (second.map { [$0] } ?? [])
    }

    private func languages(_ entry: ChannelQueue.Entry) -> String {
        context.wording.names(of: entry.channel.languages)
    }
}

/// The way back to the door.
struct KidsBack: HTML {
    let context: PageContext

    var body: some HTML {
        p(.class("progress")) {
            a(.href(context.link(.kids))) {
                Icon("back")
                context.texts(.kidsBack)
            }
        }
    }
}
