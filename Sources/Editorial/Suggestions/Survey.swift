import Catalogue

/// The consortium's questions about an initiative: who, what, for whom, where, since when, in which languages, in
/// practice, with what result, and what is needed.
package struct Survey: Hashable, Codable, Sendable {
    /// At most this many characters of a name.
    package static let longestName = 200

    package var name: String
    package var organisation: String
    package var website: String
    /// What it is, in the sender's words.
    package var about: String
    package var themes: [ConceptID]
    package var audiences: [ConceptID]
    package var territories: [ConceptID]
    package var languages: [LanguageTag]
    /// A year.
    package var since: Int?
    /// How it works in practice.
    package var practice: String
    /// How its effect is looked at.
    package var evaluation: String
    /// What it needs: money, partners, a translation.
    package var needs: String

    package init(name: String = "", organisation: String = "", website: String = "", about: String = "") {
        self.name = name
        self.organisation = organisation
        self.website = website
        self.about = about
        themes = []
        audiences = []
        territories = []
        languages = []
        practice = ""
        evaluation = ""
        needs = ""
    }
}

extension Survey {
    /// As far as it fits into a record of this name, in the language of its sender. What is not known to the catalogue
    /// stays in the survey beside it.
    package func record(_ id: RecordID, in language: Language, of catalogue: Catalogue) -> Record {
        var record = Record(
            id: id, kind: .initiative, title: LocalisedText([language: name]),
            summary: LocalisedText(about.isEmpty ? [:] : [language: about]), status: .active)
        record.themes = themes
        record.audiences = audiences
        record.territories = territories
        record.languages = languages
        record.founded = since
        record.translations = [language: .original]
        if let address = WebAddress(website) {
            record.links = [Link(address: address, language: nil)]
            record.sources = [Source(address: address, says: "as its own site says", seen: nil)]
        }
        let wanted = organisation.lowercased()
        record.organisations = catalogue.records.filter { known in
            known.kind == .organisation
                && Language.allCases.contains { known.title[$0]?.lowercased() == wanted }
        }.map(\.id)
        return record
    }
}
