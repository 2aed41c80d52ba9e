import Catalogue

extension RowReader {
    mutating func webAddress(_ cell: String, _ column: RecordColumn) -> WebAddress? {
        guard !cell.isEmpty else { return nil }
        let address = WebAddress(cell)
        if address == nil { add(column, cell, .noWebAddress) }
        return address
    }

    mutating func readLink(_ cell: String, for language: Language?) {
        let address = webAddress(cell, .link(language))
        var links = record.links.filter { $0.language != language }
        if let address {
            // In the order of the languages, that for any last, as in the catalogue's files.
            let later = links.firstIndex { link in
                guard let language else { return false }
                return link.language.map { $0 > language } ?? true
            }
            links.insert(Link(address: address, language: language), at: later ?? links.endIndex)
        }
        record.links = links
    }

    mutating func changeContact(_ change: (inout Contact) -> Void) {
        var contact = record.contact ?? Contact()
        change(&contact)
        record.contact = contact
    }

    // MARK: Numbers and addresses

    /// Numbers that stay keep what is noted beside them.
    mutating func readPhones(_ cell: String) {
        let numbers = list(cell, .phones, otherwise: { _, _ in .noPhoneNumber }) { PhoneNumber(written: $0) }
        var before = original.contact?.phones ?? []
        let phones = numbers.map { number in
            guard let place = before.firstIndex(where: { $0.number.dialled == number.dialled }) else {
                return Contact.Phone(number: number)
            }
            var phone = before.remove(at: place)
            // A spreadsheet makes one number of ‘116 000’; that is no reason to lose the groups.
            if number.description.contains(" ") { phone.number = number }
            return phone
        }
        changeContact { $0.phones = phones }
    }

    mutating func readEmails(_ cell: String) {
        let written = list(cell, .emails, otherwise: { _, _ in .noEmail }) { Contact.Email(address: $0) }
        var before = original.contact?.emails ?? []
        let emails = written.map { email in
            let place = before.firstIndex { $0.address.lowercased() == email.address.lowercased() }
            var kept = place.map { before.remove(at: $0) } ?? email
            kept.address = email.address
            return kept
        }
        changeContact { $0.emails = emails }
    }
}
