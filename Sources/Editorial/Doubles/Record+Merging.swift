import Catalogue

// What two sides say, brought together without losing any of it.

extension Record {
    /// Its ways to be reached, also where it has none yet.
    var reach: Contact {
        get { contact ?? Contact() }
        set { contact = newValue.isEmpty ? nil : newValue }
    }

    /// What it asks for, also where it has none yet.
    var asks: [Recommendation] {
        get { recommendations ?? [] }
        set { recommendations = newValue.isEmpty ? nil : newValue }
    }
}

extension LocalisedText {
    /// With the texts of `other` in the languages and easy words in which there is none.
    func filled(from other: LocalisedText) -> LocalisedText {
        var text = self
        for edition in Edition.allCases where text[edition] == nil { text[edition] = other[edition] }
        return text
    }
}

extension LocalisedList {
    /// Of each edition the entries of both, each once, its own first.
    func joined(with other: LocalisedList) -> LocalisedList {
        var lists: [Edition: [String]] = [:]
        for edition in Edition.allCases where has(edition) || other.has(edition) {
            let own = has(edition) ? self[edition] : []
            let theirs = other.has(edition) ? other[edition] : []
            lists[edition] = own + theirs.filter { !own.contains($0) }
        }
        return LocalisedList(lists)
    }
}

extension Contact.Phone {
    func filled(from other: Contact.Phone) -> Contact.Phone {
        var phone = self
        phone.note = note.filled(from: other.note)
        phone.remark = remark.joined(with: other.remark)
        return phone
    }
}

extension Contact.Email {
    func filled(from other: Contact.Email) -> Contact.Email {
        var email = self
        email.note = note.filled(from: other.note)
        email.remark = remark.joined(with: other.remark)
        return email
    }
}

extension Source {
    /// The same source with the younger of both dates.
    func newer(_ other: Source) -> Source {
        var source = self
        source.seen = [seen, other.seen].compactMap { $0 }.max()
        return source
    }
}

extension LocalisedText? {
    fileprivate func filled(from other: LocalisedText?) -> LocalisedText? {
        guard let self, let other else { return self ?? other }
        return self.filled(from: other)
    }
}

extension String? {
    /// Remarks are for editors: both stay, one behind the other.
    fileprivate func joined(with other: String?) -> String? {
        guard let self, let other, self != other else { return self ?? other }
        return self + "; " + other
    }
}
