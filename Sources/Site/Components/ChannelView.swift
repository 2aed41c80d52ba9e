import Catalogue
import Guidance
import HTML

/// A channel for somebody who needs it now: how to reach it and whether it answers, then what to know before.
struct ChannelView: HTML {
    let entry: ChannelQueue.Entry
    let context: PageContext
    /// For children: without the small print.
    var isBrief = false

    private var channel: Record { entry.channel }

    var body: some HTML {
        article(.class("card channel")) {
            h3 {
                a(.href(context.link(.record(.channel, channel.id)))) {
                    Localised(channel.title, context, isName: true)
                }
            }
            ul(.class("reach")) {
                for phone in channel.contact?.phones.prefix(isBrief ? 1 : 2) ?? [] {
                    li {
                        a(.class("number"), .href("tel:\(phone.number.dialled)")) {
                            Icon("phone")
                            phone.number.description
                        }
                        if let note = phone.note {
                            " "
                            small { Localised(note, context) }
                        }
                    }
                }
                if let chat = channel.contact?.chat {
                    li {
                        a(.class("button quietly"), .href(chat.description), .rel("noopener")) {
                            Icon("chat")
                            context.texts(.contactChat, chat.site)
                        }
                    }
                }
                if let form = channel.contact?.form {
                    li {
                        a(.class("button quietly"), .href(form.description), .rel("noopener")) {
                            Icon("form")
                            context.texts(.contactForm, form.site)
                        }
                        FormLanguage(form: form, record: channel, context: context)
                    }
                }
                if !channel.isAnsweredByAPerson, channel.contact?.form == nil {
                    Elsewhere(channel: channel, context: context)
                }
            }
            p(.class("state-line")) {
                if channel.isAnsweredByAPerson || entry.reach != .inWriting {
                    OpenStateText(hours: channel.contact?.hours, context: context)
                }
                if entry.reach == .inWriting {
                    span(.class("state")) { context.texts(.inWritingAlways) }
                }
                if !entry.speaks, !channel.languages.isEmpty {
                    " "
                    span(.class("badge")) { context.texts(.speaksLanguages, languages) }
                }
            }
            if !facts.isEmpty { p(.class("quiet")) { facts } }
            if let service = channel.service {
                if isBrief {
                    p { Localised(service.contact, context) }
                } else {
                    details {
                        summary { context.texts(.serviceWhat) }
                        p { Localised(service.contact, context) }
                        ServiceList(
                            heading: context.texts(.serviceCan), items: service.can[context.edition], style: "can")
                        ServiceList(
                            heading: context.texts(.serviceCannot), items: service.cannot[context.edition],
                            style: "cannot")
                    }
                }
            }
        }
    }

    private var languages: String { context.wording.names(of: channel.languages) }

    /// "free · you can stay anonymous · Dutch, French"
    private var facts: String {
        var parts: [String] = []
        if let cost = channel.cost { parts.append(context.label(cost, in: .costs)) }
        if let isAnonymous = channel.service?.isAnonymous {
            parts.append(context.texts(isAnonymous ? .anonymousYes : .anonymousNo))
        }
        if entry.speaks { parts.append(languages) }
        return parts.joined(separator: " · ")
    }
}

/// In which language a form is, where the links of its record say that it is not the reader's.
struct FormLanguage: HTML {
    let form: WebAddress
    let record: Record
    let context: PageContext

    var body: some HTML {
        if let language = languages.first, !languages.contains(context.language) {
            " "
            span(.class("badge")) { context.texts(.inLanguage, context.wording.name(of: LanguageTag(language))) }
        }
    }

    private var languages: [Language] { record.links.filter { $0.address == form }.compactMap(\.language) }
}

/// The e-mail address or the site of a channel that has neither phone, chat nor form.
private struct Elsewhere: HTML {
    let channel: Record
    let context: PageContext

    var body: some HTML {
        if let email = channel.contact?.emails.first {
            li {
                a(.href("mailto:\(email.address)")) {
                    Icon("mail")
                    email.address
                }
            }
        } else if let link = channel.links.first(where: { $0.language == context.language }) ?? channel.links.first {
            li {
                a(.href(link.address.description), .rel("noopener")) {
                    Icon("external")
                    context.texts(.openSite, link.address.site)
                }
            }
        }
    }
}

/// What a channel can, or can't, do.
struct ServiceList: HTML {
    let heading: String
    let items: [String]
    let style: String

    var body: some HTML {
        if !items.isEmpty {
            p(.class("heading")) { heading }
            ul(.class(style)) { for item in items { li { item } } }
        }
    }
}
