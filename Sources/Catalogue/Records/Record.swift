/// Anything in the catalogue: one real thing is one record, whatever its languages.
package struct Record: Hashable, Codable, Sendable, Identifiable {
    package var id: RecordID
    package var kind: Kind
    package var title: LocalisedText
    /// The languages in which ``title`` is the owner's own name; the others are ours.
    package var ownNames: [Language] = []
    package var summary: LocalisedText
    /// The actors behind it.
    package var organisations: [RecordID] = []
    /// In which languages the offer exists; empty if no source says so.
    package var languages: [LanguageTag] = []
    package var themes: [ConceptID] = []
    package var audiences: [ConceptID] = []
    /// Only where a source states it.
    package var ages: AgeRange?
    package var territories: [ConceptID] = []
    package var pillars: [ConceptID] = []
    package var formats: [ConceptID] = []
    /// Only where a source states it.
    package var cost: ConceptID?
    package var status: Status
    /// Year in which it began; for a publication, the year of publication.
    package var founded: Int?
    /// Year in which it ended.
    package var ended: Int?
    /// For events.
    package var dates: [EventDate] = []
    /// For events that come back every year.
    package var yearly = false
    /// For yearly events whose day follows from the calendar, unless ``dates`` has one for that year.
    package var recurrence: Recurrence?
    /// For events that are labs.
    package var lab: Lab?
    /// For events at which many do something together.
    package var campaign: Campaign?
    /// For organisations: a member of the consortium.
    package var member = false
    package var links: [Link] = []
    package var contact: Contact?
    /// For channels.
    package var service: ChannelService?
    /// For guides.
    package var guide: HelpTree?
    /// For routes.
    package var route: Route?
    /// For publications: what they ask for.
    package var recommendations: [Recommendation]?
    /// For publications: how many recommendations it says that it holds, where not all of them are entered.
    package var announced: Int?
    package var sources: [Source] = []
    /// The day on which it was taken out of the shop. Its address then says so.
    package var withdrawn: PartialDate?
    /// Of a withdrawn record: what to look at instead.
    package var successor: RecordID?
    /// Of a withdrawn record: whether ``successor`` is the same thing, so that its address leads there at once.
    package var isMerged: Bool?
    /// The day since which it is set aside because nobody verified it for too long.
    package var setAside: PartialDate?
    /// The last time that a named account checked it against its source.
    package var verified: Verification?
    /// How the texts of each language came about; nil where nobody noted it.
    package var translations: [Language: TranslationState]?
    /// Of what was harvested: its name on the web at the site where it is at home. Nil: it is at home here.
    package var home: String?

    package init(id: RecordID, kind: Kind, title: LocalisedText, summary: LocalisedText, status: Status) {
        self.id = id
        self.kind = kind
        self.title = title
        self.summary = summary
        self.status = status
    }

    /// Whether readers find it: neither withdrawn nor set aside.
    package var isShown: Bool { withdrawn == nil && setAside == nil }
}

/// The kinds of record. The raw value is the concept in the vocabulary `kinds`.
package enum Kind: String, CaseIterable, Codable, Sendable {
    case organisation, initiative, resource, channel, event, publication, route, guide

    /// The folder in `catalogue/` and the step in addresses.
    package var folder: String { rawValue + "s" }

    package init?(folder: some StringProtocol) {
        guard let kind = Kind.allCases.first(where: { $0.folder == folder }) else { return nil }
        self = kind
    }
}

/// As of the newest page seen about it, not as of today.
package enum Status: String, CaseIterable, Codable, Sendable {
    case active, ended, unknown
}

/// Ages in whole years, both ends included.
package struct AgeRange: Hashable, Codable, Sendable {
    package var from: Int
    package var to: Int

    /// Nil unless 0 ≤ `from` ≤ `to` ≤ 120.
    package init?(from: Int, to: Int) {
        guard from >= 0, from <= to, to <= 120 else { return nil }
        self.from = from
        self.to = to
    }

    package func overlaps(_ other: AgeRange) -> Bool { from <= other.to && other.from <= to }
}

/// The official address of a record, for readers of one language or (nil) of any.
package struct Link: Hashable, Codable, Sendable {
    package var address: WebAddress
    package var language: Language?

    package init(address: WebAddress, language: Language?) {
        self.address = address
        self.language = language
    }
}

/// What a fact in the record rests on.
package struct Source: Hashable, Codable, Sendable {
    package var address: WebAddress
    /// What the page supports, in English (the editors' working language).
    package var says: String
    /// Date of the page, where it shows one.
    package var seen: PartialDate?

    package init(address: WebAddress, says: String, seen: PartialDate?) {
        self.address = address
        self.says = says
        self.seen = seen
    }
}

/// One edition of an event: from the first to the last day.
package struct EventDate: Hashable, Codable, Sendable {
    package var start: PartialDate
    package var end: PartialDate?

    package init(start: PartialDate, end: PartialDate?) {
        self.start = start
        self.end = end
    }
}
