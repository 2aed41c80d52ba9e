/// Reads one record file. What it points at in other files is checked by ``CatalogueReader``.
struct RecordReader {
    let kind: Kind
    let vocabularies: [VocabularyName: Vocabulary]

    func read(_ fields: inout Fields) -> RecordFile? {
        let place = fields.place
        let id = fields.value("id", required: true, expected: identifierRule) { RecordID($0) }
        let title = fields.localised("title")
        let summary = fields.localised("summary")
        let status = fields.choice("status", required: true, Status.self)
        let organisations = fields.texts("organisations")
        var record = Record(
            id: id ?? .unreadable, kind: kind, title: title ?? LocalisedText(), summary: summary ?? LocalisedText(),
            status: status ?? .unknown)
        record.ownNames = fields.values("own_names", expected: Fields.oneOf(Language.self)) { Language(rawValue: $0) }
        record.organisations = organisations.compactMap { RecordID($0.value) }
        record.languages = fields.values("languages", expected: "a language tag such as nl, fr, de, en or ar") {
            LanguageTag($0)
        }
        record.themes = concepts("themes", in: .themes, &fields)
        record.audiences = concepts("audiences", in: .audiences, &fields)
        record.ages = fields.ages("ages")
        record.territories = concepts("territories", in: .territories, &fields)
        record.pillars = concepts("pillars", in: .pillars, &fields)
        record.formats = concepts("formats", in: .formats, &fields)
        record.cost = fields.text("cost").flatMap { concept($0, in: .costs, key: "cost", log: fields.log) }
        record.founded = fields.year("founded")
        record.ended = fields.year("ended")
        var references = organisations.map { Reference(id: $0, kind: .organisation) }
        if kind == .event {
            record.yearly = fields.flag("yearly")
            record.recurrence = fields.value(
                "recurs", expected: "which weekday of which month, such as 2 tu 2 for the second Tuesday of February"
            ) { Recurrence($0) }
            record.dates = fields.list("dates").compactMap(eventDate)
            var labs = LabReader(audiences: vocabularies[.audiences])
            record.lab = fields.fields("lab").flatMap { labs.read($0) }
            var campaigns = CampaignReader()
            record.campaign = fields.fields("campaign").flatMap { campaigns.read($0) }
            references += labs.references + campaigns.references
        }
        if kind == .organisation { record.member = fields.flag("member") }
        record.withdrawn = fields.date("withdrawn")
        record.home = fields.text("home")?.value
        record.links = links(&fields)
        record.contact = fields.fields("contact").map(ContactReader().read)
        record.sources = fields.list("sources").compactMap(source)
        if kind == .channel { record.service = fields.fields("service").map(service) }
        if kind == .guide {
            var reader = GuideReader(audiences: vocabularies[.audiences])
            let door = fields.localised("child_door", required: false)
            record.guide = fields.fields("guide", required: true).flatMap { reader.read($0, childDoor: door) }
            references += reader.references
        }
        if kind == .route {
            var reader = RouteReader()
            let stops = fields.list("stops")
            if stops.count < 2 { fields.log.add(place, "a route has two stops or more", "add ‘stops:’") }
            record.route = reader.read(stops)
            references += reader.references
        }
        if kind == .publication {
            var reader = RecommendationReader(records: self)
            reader.read(&fields, into: &record)
            references += reader.references
        }
        // Guides and routes are our own texts; what they name has sources of its own.
        if !fields.has("sources"), kind != .guide, kind != .route {
            fields.log.add(place, "no sources", "add ‘sources:’ with the page that each fact comes from")
        }
        if let founded = record.founded, let ended = record.ended, ended < founded {
            fields.log.add(place, "it ended (\(ended)) before it began (\(founded))", "correct one of the years")
        }
        fields.finish()
        guard id != nil else { return nil }
        return RecordFile(record: record, place: place, references: references)
    }

    // MARK: Concepts

    func concepts(_ key: String, in name: VocabularyName, _ fields: inout Fields) -> [ConceptID] {
        let texts = fields.texts(key)
        var seen: Set<String> = []
        for text in texts where !seen.insert(text.value).inserted {
            fields.log.add(text.place, "‘\(text.value)’ stands twice in ‘\(key)’", "keep it once")
        }
        return texts.compactMap { concept($0, in: name, key: key, log: fields.log) }
    }

    private func concept(
        _ text: Located<String>, in name: VocabularyName, key: String, log: FaultLog
    ) -> ConceptID? {
        let vocabulary = vocabularies[name]
        if let id = ConceptID(text.value), vocabulary?[id] != nil { return id }
        let known = vocabulary?.concepts.map(\.id.description) ?? []
        let remedy =
            nearest(to: text.value, among: known).map { "did you mean ‘\($0)’?" }
            ?? "choose one of vocabularies/\(name.rawValue).yaml, or add it there first"
        log.add(text.place, "‘\(text.value)’ in ‘\(key)’ is no concept of the vocabulary \(name.rawValue)", remedy)
        return nil
    }

    // MARK: Parts

    private func links(_ fields: inout Fields) -> [Link] {
        guard var links = fields.fields("links") else { return [] }
        var found: [Link] = []
        for language in Language.allCases {
            if let address = links.webAddress(language.rawValue) {
                found.append(Link(address: address, language: language))
            }
        }
        if let address = links.webAddress("any") { found.append(Link(address: address, language: nil)) }
        links.finish()
        return found
    }

    private func service(_ fields: Fields) -> ChannelService {
        var fields = fields
        let isAnonymous = fields.has("anonymous") ? fields.flag("anonymous") : nil
        let service = ChannelService(
            isAnonymous: isAnonymous, contact: fields.localised("contact") ?? LocalisedText(),
            can: fields.localisedList("can"), cannot: fields.localisedList("cannot"))
        fields.finish()
        return service
    }

    private func source(_ fields: Fields) -> Source? {
        var fields = fields
        let address = fields.webAddress("url", required: true)
        let says = fields.text("says", required: true)?.value
        let seen = fields.date("seen")
        fields.finish()
        guard let address, let says else { return nil }
        return Source(address: address, says: says, seen: seen)
    }

    private func eventDate(_ fields: Fields) -> EventDate? {
        var fields = fields
        let start = fields.date("start", required: true)
        let end = fields.date("end")
        fields.finish()
        guard let start else { return nil }
        if let end, end < start {
            fields.log.add(
                fields.place, "the event ends (\(end)) before it starts (\(start))", "correct one of the dates")
            return nil
        }
        return EventDate(start: start, end: end)
    }
}

/// A record with what a check across files needs to say where something is wrong.
struct RecordFile {
    let record: Record
    let place: FilePlace
    let references: [Reference]
}

/// The name of another record in a file.
struct Reference {
    let id: Located<String>
    /// What it has to be; nil: anything.
    let kind: Kind?
    /// The one of its recommendations that is meant.
    var recommendation: Located<String>?
}

extension Fields {
    mutating func webAddress(_ key: String, required: Bool = false) -> WebAddress? {
        value(key, required: required, expected: "a whole web address that begins with https:// or http://") {
            WebAddress($0)
        }
    }

    mutating func date(_ key: String, required: Bool = false) -> PartialDate? {
        value(key, required: required, expected: "a date as 2024, 2024-11 or 2024-11-27") { PartialDate($0) }
    }

    mutating func year(_ key: String) -> Int? {
        value(key, expected: "a year of four digits") { PartialDate($0).flatMap { $0.month == nil ? $0.year : nil } }
    }
}
