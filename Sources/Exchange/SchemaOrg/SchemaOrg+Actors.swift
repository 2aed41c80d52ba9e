import Catalogue

// Who does something, and what they set up.
extension SchemaOrg {
    func organisation(_ record: Record) -> JSON {
        let contact = record.contact ?? Contact()
        return thing(
            ["Organization"], record,
            [
                "knowsAbout": terms(record.themes, in: .themes), "areaServed": places(record.territories),
                "knowsLanguage": languages(record.languages),
                "foundingDate": record.founded.map { .text("\($0)") },
                "dissolutionDate": record.ended.map { .text("\($0)") },
                "memberOf": record.member ? publisher : nil,
                "email": .one(contact.emails.map { .text($0.address) }),
                "contactPoint": .one(contactPoints(contact)), "location": place(contact),
            ])
    }

    /// A project is an organisation to schema.org, and what it offers is a service: it is both.
    func project(_ record: Record) -> JSON {
        thing(
            ["Project", "Service"], record,
            [
                "provider": organisations(record.organisations), "category": terms(record.themes, in: .themes),
                "serviceType": labels(record.formats, in: .formats), "audience": people(record),
                "areaServed": places(record.territories), "knowsLanguage": languages(record.languages),
                "offers": free(record), "foundingDate": record.founded.map { .text("\($0)") },
                "dissolutionDate": record.ended.map { .text("\($0)") },
            ])
    }
}
