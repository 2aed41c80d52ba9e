import Catalogue
import Foundation

/// Where an organisation receives reports. The server holds its public key only.
package struct Inbox: Hashable, Sendable {
    /// The theme that no inbox takes: in Belgium only Child Focus may receive and analyse such reports, by its own form
    /// (royal decree of 15 November 2016).
    package static let abuseImages = ConceptID("child-sexual-abuse-material")

    package let organisation: RecordID
    package let publicKey: PublicSealingKey
    package var themes: [ConceptID]
    package var languages: [Language]
    /// Within how many working days somebody answers, if the organisation says so.
    package var answersWithin: Int?
    package var isOn: Bool

    package init(
        organisation: RecordID, publicKey: PublicSealingKey, themes: [ConceptID], languages: [Language],
        answersWithin: Int? = nil, isOn: Bool = true
    ) {
        self.organisation = organisation
        self.publicKey = publicKey
        self.themes = themes
        self.languages = languages
        self.answersWithin = answersWithin
        self.isOn = isOn
    }

    /// Whether it takes reports on one of these themes from somebody who writes this language.
    package func takes(_ themes: [ConceptID], in language: Language) -> Bool {
        isOn && languages.contains(language) && !Set(self.themes).isDisjoint(with: themes)
    }
}

/// Somebody who opens the reports of an inbox.
package struct Handler: Hashable, Sendable {
    package static let longestName = 60

    /// A name as it is kept, whatever keyboard typed its accents; nil where it is empty, too long or more than a line.
    package static func name(_ typed: String) -> String? {
        let words = typed.precomposedStringWithCanonicalMapping.split(separator: " ")
        let name = words.joined(separator: " ")
        let isLine = !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return isLine && (1...longestName).contains(name.count) ? name : nil
    }

    package let inbox: RecordID
    package let name: String
    /// The key of the inbox, locked with this handler's passphrase.
    package let wrapped: WrappedKey
    package let addedOn: CivilDay
    /// The handler who added this one; nil: the operator.
    package let addedBy: String?

    package init(inbox: RecordID, name: String, wrapped: WrappedKey, addedOn: CivilDay, addedBy: String?) {
        self.inbox = inbox
        self.name = name
        self.wrapped = wrapped
        self.addedOn = addedOn
        self.addedBy = addedBy
    }

    /// What a wrapping is bound to.
    package static func owner(_ name: String, of inbox: RecordID) -> String { "\(inbox)/\(name)" }
}
