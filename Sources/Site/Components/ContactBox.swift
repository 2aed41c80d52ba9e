import Catalogue
import HTML

/// Every way to reach a record: the number large, open or not in words, then the rest.
struct ContactBox: HTML {
    let contact: Contact
    let record: Record
    let context: PageContext

    var body: some HTML {
        section(.class("contact"), .ariaLabelledBy("contact")) {
            h2(.id("contact")) { context.texts(.contactTitle) }
            if let hours = contact.hours { p { OpenStateText(hours: hours, context: context) } }
            ul(.class("plain")) {
                for phone in contact.phones {
                    li {
                        a(.class("number"), .href("tel:\(phone.number.dialled)")) {
                            Icon("phone")
                            phone.number.description
                        }
                        if let note = phone.note {
                            " "
                            Localised(note, context)
                        }
                        if phone.remark != nil {
                            " "
                            span(.class("notice")) { context.texts(.toBeVerified) }
                        }
                    }
                }
                if let chat = contact.chat {
                    li {
                        a(.href(chat.description), .rel("noopener")) {
                            Icon("chat")
                            context.texts(.contactChat, chat.site)
                        }
                    }
                }
                if let form = contact.form {
                    li {
                        a(.href(form.description), .rel("noopener")) {
                            Icon("form")
                            context.texts(.contactForm, form.site)
                        }
                        FormLanguage(form: form, record: record, context: context)
                    }
                }
                for email in contact.emails {
                    li {
                        a(.href("mailto:\(email.address)")) {
                            Icon("mail")
                            email.address
                        }
                        if let note = email.note {
                            " "
                            Localised(note, context)
                        }
                        if email.remark != nil {
                            " "
                            span(.class("notice")) { context.texts(.toBeVerified) }
                        }
                    }
                }
                if let address = contact.address {
                    li {
                        Icon("place")
                        address
                        if contact.addressRemark != nil {
                            " "
                            span(.class("notice")) { context.texts(.toBeVerified) }
                        }
                    }
                }
            }
            if let hours = contact.hours { HoursDetails(hours: hours, context: context) }
        }
    }
}

/// What is known about the hours, and how surely.
private struct HoursDetails: HTML {
    let hours: Hours
    let context: PageContext

    var body: some HTML {
        if hours.hasRule, !hours.weekly.isEmpty {
            HoursTable(hours: hours, context: context)
        } else if !hours.hasRule {
            p(.class("quiet")) { context.texts(explanation) }
        }
        if let applies, hours.hasRule { p(.class("quiet")) { context.texts(applies) } }
        if let seen = hours.seen, hours.hasRule {
            p(.class("quiet")) { context.texts(.hoursSeen, context.wording.date(seen)) }
        }
    }

    private var explanation: TextKey {
        switch hours.certainty {
        case .conflicting: .hoursConflicting
        case .old: .hoursOld
        case .stated, .unknown: .hoursUnknown
        }
    }

    private var applies: TextKey? {
        switch hours.applies {
        case .phone: .hoursOfPhone
        case .email: .hoursOfEmail
        case .chat: .hoursOfChat
        case .place: .hoursOfPlace
        case nil: nil
        }
    }
}
