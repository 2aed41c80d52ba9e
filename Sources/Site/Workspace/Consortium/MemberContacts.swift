import Catalogue
import Editorial
import HTML

/// The half that readers see too, out of the record.
struct PublicContact: HTML {
    let record: Record
    let mayWrite: Bool
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("public")) {
            h2(.id("public")) { context.texts(.consortiumReadersSee) }
            if lines.isEmpty { p { context.texts(.consortiumReadersSeeNothing) } }
            ul(.class("plain")) {
                for line in lines { li { a(.href(line.address)) { line.words } } }
                if let address = record.contact?.address { li { address } }
            }
            p {
                a(.href(context.link(.record(record.kind, record.id)))) { context.texts(.consortiumPublicPage) }
            }
            if mayWrite {
                p { a(.href(context.link(.workspace(.entry(record.id))))) { context.texts(.consortiumChangeEntry) } }
            }
        }
    }

    private var lines: [(words: String, address: String)] {
        let contact = record.contact
        let phones = (contact?.phones ?? []).map { ($0.number.description, "tel:\($0.number.dialled)") }
        let emails = (contact?.emails ?? []).map { ($0.address, "mailto:\($0.address)") }
        let pages = (record.links.map(\.address) + [contact?.form, contact?.chat].compactMap { $0 })
            .map { ($0.site, $0.description) }
        // A site has an address in each language; here one of them will do.
        var seen: Set<String> = []
        return (phones + emails + pages).filter { seen.insert($0.0).inserted }
    }
}

/// The half that only members see, with the form to change it.
struct InternalContacts: HTML {
    let page: MemberPage
    private var context: PageContext { page.context }

    var body: some HTML {
        section(.ariaLabelledBy("internal")) {
            h2(.id("internal")) {
                Icon("lock")
                context.texts(.consortiumMembersSee)
            }
            if page.member.contacts.isEmpty { p { context.texts(.consortiumNoContacts) } }
            ul(.class("persons")) { for kept in page.member.contacts { line(kept.value) } }
            if let edited = page.contact { ContactForm(page: page, edited: edited) }
        }
    }

    @HTMLBuilder private func line(_ contact: MemberContact) -> HTMLFragment {
        li {
            p(.class("heading")) { contact.name }
            if !contact.function.isEmpty { p { contact.function } }
            p {
                if !contact.email.isEmpty { MailTo(address: contact.email) }
                " "
                if let phone = PhoneNumber(contact.phone) {
                    a(.href("tel:\(phone.dialled)")) {
                        Icon("phone")
                        phone.description
                    }
                }
            }
            if !contact.languages.isEmpty {
                p(.class("quiet")) { context.wording.names(of: contact.languages.map { LanguageTag($0) }) }
            }
            if page.contact != nil { changes(contact) }
        }
    }

    @HTMLBuilder private func changes(_ contact: MemberContact) -> HTMLFragment {
        div(.class("actions")) {
            a(.href(page.address + QueryItems([QueryItem("contact", contact.id)]).print() + "#contact-form")) {
                context.texts(.consortiumContactChange)
                span(.class("away")) { ": \(contact.name)" }
            }
            WorkspaceForm(.member(page.member.record.id), visit: page.visit, context: context, style: "small") {
                input(.type("hidden"), .name("deed"), .value(MemberPage.Deed.remove.rawValue))
                input(.type("hidden"), .name("contact"), .value(contact.id))
                button(.type("submit"), .class("quietly")) {
                    context.texts(.consortiumContactRemove)
                    span(.class("away")) { ": \(contact.name)" }
                }
            }
        }
    }
}

extension MemberPage {
    fileprivate var address: String { Address.workspace(.member(member.record.id)).print(in: context.edition) }
}

/// Makes or changes a contact.
private struct ContactForm: HTML {
    let page: MemberPage
    let edited: MemberPage.EditedContact
    private var context: PageContext { page.context }
    private var form: ConsortiumForm { page.form }

    var body: some HTML {
        details(.id("contact-form")) {
            summary { context.texts(edited.version == nil ? .consortiumContactAdd : .consortiumContactChange) }
            WorkspaceForm(.member(page.member.record.id), visit: page.visit, context: context) {
                input(.type("hidden"), .name("deed"), .value(MemberPage.Deed.contact.rawValue))
                if let version = edited.version {
                    input(.type("hidden"), .name("contact"), .value(edited.contact.id))
                    input(.type("hidden"), .name("version"), .value("\(version)"))
                }
                form.line("name", context.texts(.consortiumContactName), longest: MemberContact.longestName)
                form.line(
                    "function", context.texts(.consortiumContactFunction),
                    hint: context.texts(.consortiumContactFunctionHint), longest: MemberContact.longestFunction)
                form.line("email", context.texts(.signInEmail), shape: .email, longest: 254)
                form.line("phone", context.texts(.consortiumContactPhone), longest: 40)
                PickMany(
                    name: "languages", words: context.texts(.consortiumContactLanguages),
                    options: context.languageOptions, chosen: Set(form.values.all("languages")))
                button(.type("submit")) { context.texts(.consortiumSave) }
            }
        }
        .attributes(.open, when: isOpen)
    }

    private var isOpen: Bool {
        edited.version != nil || ["name", "function", "email", "phone"].contains { form.faults[$0] != nil }
    }
}
