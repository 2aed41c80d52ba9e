import Catalogue

/// Somebody wants to take part in a session of a lab. Nothing more is asked than the session needs, and all of it is wiped
/// soon after.
package struct LabRegistration: Item, Hashable {
    package static let shelf = Shelf.registration
    /// In characters.
    package static let longestName = 100
    package static let longestNeeds = 500
    /// So many days after the session it is wiped.
    package static let days = 14

    /// What people often need to take part.
    package enum Need: String, CaseIterable, Codable, Sendable {
        case wheelchair
        /// Flemish Sign Language, and the sign language of French-speaking Belgium.
        case signVGT = "sign-vgt"
        case signLSFB = "sign-lsfb"
        case speechToText = "speech-to-text"
        case easyWords = "easy-words"
        case childCare = "child-care"
    }

    /// The handle of whoever registered, such as `K7MP-2QXD`.
    package let code: String
    package let lab: RecordID
    package let session: Identifier
    /// The day of the session when it was kept: what counts where the lab is gone.
    package let day: PartialDate
    /// One of the groups that are invited; nil: another.
    package let sector: Identifier?
    package let name: String
    package let email: String
    package let needs: [Need]
    package let otherNeeds: String
    package let language: Language
    package let receivedOn: CivilDay

    package var id: String { code }
    package var key: String? { lab.description }

    package init(
        code: String, lab: RecordID, session: Lab.Session, sector: Identifier?, name: String, email: String,
        needs: [Need] = [], otherNeeds: String = "", language: Language, receivedOn: CivilDay
    ) {
        self.code = code
        self.lab = lab
        self.session = session.id
        day = session.day
        self.sector = sector
        self.name = name
        self.email = email
        self.needs = needs
        self.otherNeeds = otherNeeds
        self.language = language
        self.receivedOn = receivedOn
    }

    /// What keeps it from being kept, in the order of the form.
    package var faults: [FieldFault] { Self.faults(name: name, email: email, otherNeeds: otherNeeds) }

    package static func faults(name: String, email: String, otherNeeds: String) -> [FieldFault] {
        var check = FieldCheck()
        check.text(name, "name", most: longestName)
        check.email(email, "email", isNeeded: true)
        check.text(otherNeeds, "other-needs", most: longestNeeds, isNeeded: false)
        return check.faults
    }

    /// The last day on which it is kept: by the session as the catalogue has it now, which may have moved.
    func keptUntil(_ lab: Lab?) -> CivilDay {
        let day = lab?[session: session]?.day ?? day
        return day.lastDay.adding(days: Self.days)
    }
}
