import Catalogue

extension Application {
    /// What an applicant says of itself.
    package struct Statement: Hashable, Codable, Sendable {
        /// In characters.
        package static let longestName = 200
        package static let longestWebsite = 300
        package static let longestText = 4_000

        package var organisation: String
        package var website: String
        /// What it does.
        package var about: String
        /// Why it wants to join.
        package var purpose: String
        /// The person to answer.
        package var contact: String
        package var email: String
        /// Members that know it, as it says.
        package var knownTo: [RecordID]

        package init(
            organisation: String = "", website: String = "", about: String = "", purpose: String = "",
            contact: String = "", email: String = "", knownTo: [RecordID] = []
        ) {
            self.organisation = organisation
            self.website = website
            self.about = about
            self.purpose = purpose
            self.contact = contact
            self.email = email
            self.knownTo = knownTo
        }

        /// The website, also where it was written without `https://`.
        package var address: WebAddress? { WebAddress(website) ?? WebAddress("https://" + website) }

        /// What keeps it from being sent, in the order of the form.
        package var faults: [FieldFault] {
            var check = FieldCheck()
            check.text(organisation, "organisation", most: Self.longestName)
            check.text(website, "website", most: Self.longestWebsite)
            check.that(website.isEmpty || address != nil, "website", .webAddress)
            check.text(about, "about", most: Self.longestText)
            check.text(purpose, "purpose", most: Self.longestText)
            check.text(contact, "contact", most: Account.longestName)
            check.email(email, "email", isNeeded: true)
            return check.faults
        }
    }
}
