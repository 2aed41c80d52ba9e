import Catalogue
import Guidance
import HTML

/// "Need help now?" in the header of every page: closed it is one quiet button, opened the numbers that answer day and
/// night, and the way to everybody else. It says nothing that changes within a day, so pages can be kept ready.
struct HelpCard: HTML {
    let context: PageContext

    var body: some HTML {
        details(.class("needhelp")) {
            summary(.class("helpnow")) {
                Icon("help")
                context.texts(.helpShort)
            }
            div(.class("helpcard")) {
                p { strong { context.texts(.helpCardTitle) } }
                ul(.class("plain")) {
                    li { NumberLink(number: "112", words: context.texts(.help112)) }
                    li { NumberLink(number: "101", words: context.texts(.help101)) }
                    for channel in listening {
                        if let phone = channel.contact?.phones.first {
                            li { NumberLink(number: phone.number.description, words: words(channel)) }
                        }
                    }
                }
                p {
                    a(.class("button urgent"), .href(context.link(.help))) { context.texts(.helpAll) }
                    " "
                    a(.href(context.link(.kids))) { context.texts(.helpForKids) }
                }
            }
        }
    }

    /// Who answers day and night: those who speak the reader's language first.
    private var listening: [Record] {
        let channels = context.catalogue.listeners.filter {
            $0.contact?.hours?.always == true && $0.contact?.phones.isEmpty == false
        }
        return ChannelQueue(channels, for: context.language, at: context.now).entries.prefix(3).map(\.channel)
    }

    private func words(_ channel: Record) -> String {
        let name = channel.organisations.first.flatMap { context.catalogue[$0] }?.title ?? channel.title
        let languages = context.wording.names(of: channel.languages)
        return (name.text(for: context.edition)?.text ?? channel.id.description)
            + (channel.speaks(context.language) ? "" : " (" + context.texts(.inLanguage, languages) + ")")
    }
}

extension Catalogue {
    /// Who listens to everybody, whatever it is about; the helpline for life online first.
    var listeners: [Record] {
        let intent = ConceptID("someone-to-talk-to").flatMap { self[.intents][$0] }
        let helpline = RecordID("child-focus-116000").map { [$0] } ?? []
        var seen: Set<RecordID> = []
        return (helpline + (intent?.channels ?? [])).filter { seen.insert($0).inserted }.compactMap { self[$0] }
    }
}

/// A number to tap, and what it is for.
struct NumberLink: HTML {
    let number: String
    let words: String

    var body: some HTML {
        a(.class("number"), .href("tel:" + number.filter { $0 != " " })) {
            Icon("phone")
            number
        }
        " " + words
    }
}
