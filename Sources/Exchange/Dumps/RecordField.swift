import Catalogue

/// A field of a record as others get it: what it may hold, and where it stands in a table.
package struct RecordField: Hashable, Sendable {
    package enum Shape: String, CaseIterable, Sendable {
        case text, texts, localised, localisedList, record, records, concept, concepts, number, flag, date, moment
        case address, tag, tags
        /// An object with fields of its own.
        case parts
        /// A list of such objects.
        case list
    }

    /// What may stand in it.
    package enum Values: Hashable, Sendable {
        case any
        case some([String])
        /// The ids of a vocabulary.
        case vocabulary(VocabularyName)

        static func all<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> Values
        where Value.RawValue == String {
            .some(type.allCases.map(\.rawValue))
        }
    }

    /// From the record: `contact.hours.certainty`.
    package let path: String
    package let shape: Shape
    package let values: Values
    /// Whether no record is without it.
    package let isAlways: Bool
    /// As it stands in JSON.
    package let example: String?
    package let columns: [RecordTable.Column]

    init(
        _ path: String, _ shape: Shape, _ values: Values = .any, isAlways: Bool = false, example: String? = nil,
        columns: [RecordTable.Column] = []
    ) {
        self.path = path
        self.shape = shape
        self.values = values
        self.isAlways = isAlways
        self.example = example
        self.columns = columns
    }

    /// The field in which it stands; nil: the record itself.
    package var parent: String? {
        path.lastIndex(of: ".").map { String(path[..<$0]) }
    }

    package static let all = general + reach + event + tree + recommendation + life + web

    package static let byPath = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
}

extension RecordField {
    private static func of(_ column: RecordColumn) -> [RecordTable.Column] { [.record(column)] }

    private static func each(_ column: (Language) -> RecordColumn) -> [RecordTable.Column] {
        Language.allCases.map { .record(column($0)) }
    }

    private static let general: [RecordField] = [
        RecordField("id", .text, isAlways: true, example: #""awel-102""#, columns: of(.id)),
        RecordField("kind", .text, .all(Kind.self), isAlways: true, columns: of(.kind)),
        RecordField(
            "title", .localised, isAlways: true, example: #"{"nl": "Kenniscentrum Mediawijs"}"#,
            columns: each { .title($0) }),
        RecordField("ownNames", .tags, .all(Language.self), example: #"["nl"]"#, columns: of(.ownNames)),
        RecordField("summary", .localised, isAlways: true, columns: each { .summary($0) }),
        RecordField("organisations", .records, example: #"["child-focus"]"#, columns: of(.organisations)),
        RecordField("languages", .tags, example: #"["nl", "fr"]"#, columns: of(.languages)),
        RecordField(
            "themes", .concepts, .vocabulary(.themes), example: #"["cyberbullying"]"#, columns: of(.themes)),
        RecordField(
            "audiences", .concepts, .vocabulary(.audiences), example: #"["parents"]"#, columns: of(.audiences)),
        RecordField("ages", .parts, example: #"{"from": 6, "to": 25}"#, columns: of(.ageFrom) + of(.ageTo)),
        RecordField("ages.from", .number, columns: of(.ageFrom)),
        RecordField("ages.to", .number, columns: of(.ageTo)),
        RecordField(
            "territories", .concepts, .vocabulary(.territories), example: #"["flanders"]"#,
            columns: of(.territories)),
        RecordField("pillars", .concepts, .vocabulary(.pillars), columns: of(.pillars)),
        RecordField("formats", .concepts, .vocabulary(.formats), example: #"["helpline"]"#, columns: of(.formats)),
        RecordField("cost", .concept, .vocabulary(.costs), columns: of(.cost)),
        RecordField("status", .text, .all(Status.self), isAlways: true, columns: of(.status)),
        RecordField("founded", .number, example: "2024", columns: of(.founded)),
        RecordField("ended", .number, columns: of(.ended)),
        RecordField("member", .flag),
        RecordField("links", .list, columns: each { .link($0) } + of(.link(nil))),
        RecordField("links.address", .address, example: #""https://www.awel.be""#),
        RecordField("links.language", .tag, .all(Language.self)),
    ]

    private static let reach: [RecordField] = [
        RecordField("contact", .parts),
        RecordField("contact.phones", .list, columns: of(.phones)),
        RecordField("contact.phones.number", .text, example: #""116 000""#),
        RecordField("contact.phones.note", .localised),
        RecordField("contact.phones.remark", .text),
        RecordField("contact.emails", .list, columns: of(.emails)),
        RecordField("contact.emails.address", .text, example: #""brievenbus@awel.be""#),
        RecordField("contact.emails.note", .localised),
        RecordField("contact.emails.remark", .text),
        RecordField("contact.chat", .address, columns: of(.chat)),
        RecordField("contact.form", .address, columns: of(.form)),
        RecordField("contact.address", .text, columns: of(.address)),
        RecordField("contact.addressRemark", .text),
        RecordField("contact.hours", .parts),
        RecordField("contact.hours.certainty", .text, .all(Hours.Certainty.self)),
        RecordField("contact.hours.seen", .date),
        RecordField("contact.hours.applies", .text, .all(Hours.Applies.self)),
        RecordField("contact.hours.always", .flag),
        RecordField(
            "contact.hours.weekly", .list, example: #"[{"days": ["mo", "tu"], "opens": 540, "closes": 1020}]"#),
        RecordField("contact.hours.holidays", .text, .all(Hours.OnHolidays.self)),
        RecordField("contact.hours.exceptions", .list, example: #"[{"day": "2026-12-24", "spans": []}]"#),
        RecordField("contact.hours.asFound", .text),
        RecordField("contact.hours.remark", .text),
        RecordField("service", .parts),
        RecordField("service.isAnonymous", .flag),
        RecordField("service.contact", .localised),
        RecordField("service.can", .localisedList, example: #"{"lists": {"nl": ["…", "…"]}}"#),
        RecordField("service.cannot", .localisedList),
    ]

    private static let event: [RecordField] = [
        RecordField("dates", .list, columns: of(.dates)),
        RecordField("dates.start", .date, example: #""2027-02-09""#),
        RecordField("dates.end", .date),
        RecordField("yearly", .flag, columns: of(.yearly)),
        RecordField("recurrence", .parts, example: #"{"ordinal": 2, "weekday": "tu", "month": 2}"#),
        RecordField("lab", .parts),
        RecordField("lab.question", .localised),
        RecordField("lab.sectors", .list),
        RecordField("lab.sectors.id", .text),
        RecordField("lab.sectors.name", .localised),
        RecordField("lab.sessions", .list),
        RecordField("lab.sessions.id", .text),
        RecordField("lab.sessions.day", .date),
        RecordField("lab.sessions.from", .number),
        RecordField("lab.sessions.until", .number),
        RecordField("lab.sessions.place", .localised),
        RecordField("lab.sessions.languages", .tags),
        RecordField("lab.sessions.seats", .number),
        RecordField("lab.registrationUntil", .date),
        RecordField("lab.testimonies", .list),
        RecordField("lab.testimonies.sector", .text),
        RecordField("lab.testimonies.text", .localised),
        RecordField("lab.findings", .list),
        RecordField("lab.findings.id", .text),
        RecordField("lab.findings.text", .localised),
        RecordField("lab.findings.leadsTo", .list),
        RecordField("lab.findings.leadsTo.publication", .record),
        RecordField("lab.findings.leadsTo.recommendation", .text),
        RecordField("campaign", .parts),
        RecordField("campaign.goals", .localisedList),
        RecordField("campaign.actions", .list),
        RecordField("campaign.actions.id", .text),
        RecordField("campaign.actions.setting", .text, .all(Campaign.Setting.self)),
        RecordField("campaign.actions.title", .localised),
        RecordField("campaign.actions.minutes", .number),
        RecordField("campaign.actions.ages", .parts, example: #"{"from": 6, "to": 12}"#),
        RecordField("campaign.actions.needs", .localisedList),
        RecordField("campaign.actions.steps", .localisedList),
        RecordField("campaign.actions.material", .records),
    ]

    private static let tree: [RecordField] = [
        RecordField("guide", .parts),
        RecordField("guide.start", .text),
        RecordField("guide.questions", .list),
        RecordField("guide.questions.id", .text),
        RecordField("guide.questions.text", .localised),
        RecordField("guide.questions.answers", .list),
        RecordField("guide.questions.answers.label", .localised),
        RecordField("guide.questions.answers.leadsTo", .text),
        RecordField("guide.ends", .list),
        RecordField("guide.ends.id", .text),
        RecordField("guide.ends.audience", .concept, .vocabulary(.audiences)),
        RecordField("guide.ends.isUrgent", .flag),
        RecordField("guide.ends.title", .localised),
        RecordField("guide.ends.lead", .localised),
        RecordField("guide.ends.channels", .records),
        RecordField("guide.ends.first", .localisedList),
        RecordField("guide.ends.keep", .localisedList),
        RecordField("guide.ends.never", .localisedList),
        RecordField("guide.ends.next", .localisedList),
        RecordField("guide.ends.records", .records),
        RecordField("guide.childDoor", .localised),
        RecordField("route", .parts),
        RecordField("route.stops", .list),
        RecordField("route.stops.title", .localised),
        RecordField("route.stops.text", .localised),
        RecordField("route.stops.together", .localised),
        RecordField("route.stops.records", .records),
        RecordField("route.stops.minutes", .number),
    ]

    /// Where it says what it is worth.
    private static let evidence =
        #"[{"on": "2024-03", "says": {"en": "…"}, "source": "https://…", "state": "begun"}]"#

    private static let recommendation: [RecordField] = [
        RecordField("recommendations", .list),
        RecordField("recommendations.id", .text),
        RecordField("recommendations.text", .localised),
        RecordField("recommendations.asked", .date),
        RecordField("recommendations.source", .address),
        RecordField("recommendations.to", .parts),
        RecordField("recommendations.to.organisations", .records),
        RecordField("recommendations.to.others", .list, example: #"[{"en": "The federal government"}]"#),
        RecordField("recommendations.themes", .concepts, .vocabulary(.themes)),
        RecordField("recommendations.measures", .list),
        RecordField("recommendations.measures.id", .text),
        RecordField("recommendations.measures.text", .localised),
        RecordField("recommendations.measures.state", .text, .all(RecommendationState.self)),
        RecordField("recommendations.measures.responsible", .parts),
        RecordField("recommendations.measures.responsible.organisations", .records),
        RecordField("recommendations.measures.responsible.others", .list, example: #"[{"en": "Schools"}]"#),
        RecordField("recommendations.measures.nextCheck", .date),
        RecordField("recommendations.measures.evidence", .list, example: evidence),
        RecordField("recommendations.evidence", .list, example: evidence),
        RecordField("recommendations.nextCheck", .date),
        RecordField("announced", .number),
    ]

    private static let life: [RecordField] = [
        RecordField("sources", .list, columns: of(.sourceURLs) + of(.sourceSays) + of(.sourceSeen)),
        RecordField("sources.address", .address, columns: of(.sourceURLs)),
        RecordField("sources.says", .text, columns: of(.sourceSays)),
        RecordField("sources.seen", .date, example: #""2024-11""#, columns: of(.sourceSeen)),
        RecordField("verified", .parts, columns: of(.verified)),
        RecordField("verified.on", .date, columns: of(.verified)),
        RecordField("verified.organisation", .record),
        RecordField("verified.by", .text, .all(Verification.Means.self)),
        RecordField("translations", .parts, .all(TranslationState.self), example: #"{"fr": "person"}"#),
        RecordField("withdrawn", .date),
        RecordField("successor", .record),
        RecordField("isMerged", .flag),
        RecordField("setAside", .date),
        RecordField("home", .address),
    ]

    /// What can be said of it only where it is published.
    private static let web: [RecordField] = [
        RecordField("uri", .address, isAlways: true, columns: [.uri]),
        RecordField("url", .address, isAlways: true),
        RecordField("modified", .moment, isAlways: true, example: #""2026-11-27T12:00:00Z""#, columns: [.modified]),
        RecordField("revision", .number, isAlways: true),
        RecordField("licence", .address, isAlways: true, example: "\"\(Licence.data.address)\""),
    ]
}
