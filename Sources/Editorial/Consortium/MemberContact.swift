import Catalogue

/// Somebody to talk to at a member, for the other members only. Whom readers may reach stands in the record of the
/// organisation.
package struct MemberContact: Item, Hashable {
    package static let shelf = Shelf.contact
    /// In characters.
    package static let longestName = 80
    package static let longestFunction = 120
    /// A list that nobody reads helps nobody.
    package static let mostOfOne = 30

    package let id: String
    package let organisation: RecordID
    package var name: String
    /// What for: "press", "schools", in the words of the organisation.
    package var function: String
    package var email: String
    package var phone: String
    package var languages: [Language]

    package var key: String? { organisation.description }

    package init(
        id: String, organisation: RecordID, name: String = "", function: String = "", email: String = "",
        phone: String = "", languages: [Language] = []
    ) {
        self.id = id
        self.organisation = organisation
        self.name = name
        self.function = function
        self.email = email
        self.phone = phone
        self.languages = languages
    }

    /// What keeps it from being kept, in the order of the form.
    package var faults: [FieldFault] {
        var check = FieldCheck()
        check.text(name, "name", most: Self.longestName)
        check.text(function, "function", most: Self.longestFunction, isNeeded: false)
        check.that(!email.isEmpty || !phone.isEmpty, "email", .unreachable)
        check.email(email, "email", isNeeded: false)
        check.that(phone.isEmpty || PhoneNumber(written: phone) != nil, "phone", .phone)
        return check.faults
    }
}
