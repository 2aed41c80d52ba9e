/// One thing as another site delivers it.
package struct Incoming: Hashable, Codable, Sendable {
    /// What the source calls it, the same for ever: an OAI identifier, an HSDS id, the id of an Atom entry, a UID.
    package var key: String
    /// As the source has it; nil: the source says that it is gone. Its id is the one that the source uses where that can be
    /// one of ours, and else made of its title; what the source doesn't speak about is empty.
    package var record: Record?
    /// The fields of a record that the source speaks about, by the names of ``Record/CodingKeys``. The others are not its
    /// business: nothing of them is ever changed for its sake.
    package var fields: Set<String>
    /// Where people read it there.
    package var page: String?
    /// Its name at the site where it is at home, if that is another than the source; for sites that pass on what they
    /// harvested.
    package var home: String?

    package init(
        key: String, record: Record?, fields: Set<String> = [], page: String? = nil, home: String? = nil
    ) {
        self.key = key
        self.record = record
        self.fields = fields
        self.page = page
        self.home = home
    }
}

/// The formats in which other sites deliver.
package enum IncomingFormat: String, CaseIterable, Codable, Sendable {
    /// The API of another Betternet: nothing is lost on the way.
    case betternet
    /// OAI-PMH 2.0.
    case oai
    /// HSDS 3.
    case hsds
    /// Atom or RSS.
    case feed
    /// schema.org in a page, or in a file.
    case jsonld
    case icalendar
    case csv

    /// Whether one run brings everything that there is, so that what is missing has vanished. A feed has the newest only.
    package var bringsEverything: Bool { self != .feed }
}

/// How what a source says becomes records of ours.
package struct IncomingMapping: Hashable, Codable, Sendable {
    /// Of what doesn't say itself what it is.
    package var kind: Kind
    /// Of texts that don't say themselves in which language they are.
    package var language: Language
    /// Behind whatever names no organisation that we know.
    package var organisation: RecordID?
    /// Words of the source, in small letters, and the concepts that they stand for (`themes/cyberbullying`).
    package var words: [String: [String]] = [:]
    /// For tables: the column of a record that each header stands for; empty: it is guessed.
    package var columns: [String: String] = [:]

    package init(kind: Kind, language: Language, organisation: RecordID? = nil) {
        self.kind = kind
        self.language = language
        self.organisation = organisation
    }
}
