import Catalogue

/// What the form of a record asks, in order. A kind of record has one form, and everything about it is said here.
struct RecordForm: Sendable {
    struct Section: Sendable {
        /// Its place on the page.
        let id: String
        let title: TextKey
        let parts: [any FormPart]
    }

    let sections: [Section]
    /// The names of organisations that can be chosen; empty where none is asked for.
    let organisations: [String]

    /// - Parameter record: guides and routes have as many texts as this one's structure has places for.
    init(for record: Record, in catalogue: Catalogue, language: Language) {
        let owners = OrganisationsPart(in: catalogue, language: language)
        organisations = owners.choices
        let kind = record.kind
        var sections = [
            Section(id: "part-texts", title: .draftPartTexts, parts: Self.texts(of: kind)),
            Section(id: "part-who", title: .draftPartWho, parts: Self.about(kind, owners: owners)),
        ]
        switch kind {
        case .guide: sections.append(Section(id: "part-guide", title: .fieldGuide, parts: Self.guide(record)))
        case .route: sections.append(Section(id: "part-route", title: .fieldRoute, parts: Self.route(record)))
        default:
            if kind == .event {
                if record.lab != nil {
                    sections.append(Section(id: "part-lab", title: .fieldLab, parts: Self.lab(record)))
                }
                if record.campaign != nil {
                    sections.append(Section(id: "part-campaign", title: .fieldCampaign, parts: Self.campaign(record)))
                }
            }
            sections.append(Section(id: "part-when", title: .draftPartWhen, parts: Self.times(of: kind)))
            sections.append(Section(id: "part-reach", title: .draftPartReach, parts: Self.reach(of: kind)))
            sections.append(Section(id: "part-sources", title: .draftPartSources, parts: [SourcesPart()]))
        }
        self.sections = sections
    }

    var parts: [any FormPart] { sections.flatMap(\.parts) }

    // MARK: Between records and fields

    /// The fields of a record; where something was typed that can't be read, that.
    func values(of record: Record, typed: [String: String] = [:]) -> FormValues {
        var values = FormValues()
        for (field, text) in typed { values.put(field, text) }
        for part in parts { part.write(record, to: &values) }
        return values
    }

    /// The record that fields stand for. What the form does not ask, and what was left as `base` has it, stays as it is
    /// there to the letter.
    func read(_ values: FormValues, over base: Record) -> FormReading {
        var reading = FormReading(values, over: base)
        for part in parts {
            var before = FormValues()
            part.write(base, to: &before)
            if !values.part(part.names).says(sameAs: before) { part.read(&reading) }
        }
        reading.record.dropEmptyGroups(unlike: base)
        return reading
    }
}

// MARK: The parts of each kind

extension RecordForm {
    private static let title = TextField.text("title", .field(.fieldTitle), .line, at: \.title)
    private static let summary = TextField.text(
        "summary", .field(.fieldSummary), hint: .draftSummaryHint, at: \.summary)

    private static func texts(of kind: Kind) -> [any FormPart] {
        var fields = [title, summary]
        if kind == .channel {
            fields += [
                .text("service-contact", .field(.fieldServiceContact), at: \.help.contact),
                .points("service-can", .field(.fieldCan), at: \.help.can),
                .points("service-cannot", .field(.fieldCannot), at: \.help.cannot),
            ]
        }
        return [TextsPart(fields: fields), LanguageStatesPart()]
    }

    private static func about(_ kind: Kind, owners: OrganisationsPart) -> [any FormPart] {
        // Guides and routes are the consortium's own.
        let isOurs = kind == .guide || kind == .route
        var parts: [any FormPart] = isOurs ? [] : [owners]
        parts += [
            ConceptsPart(vocabulary: .themes, label: .fieldThemes, path: \.themes),
            ConceptsPart(vocabulary: .audiences, label: .fieldAudiences, path: \.audiences),
            AgesPart(),
            ConceptsPart(vocabulary: .territories, label: .fieldTerritories, path: \.territories),
            OfferLanguagesPart(),
        ]
        if !isOurs { parts.append(ConceptsPart(vocabulary: .formats, label: .fieldFormats, path: \.formats)) }
        parts.append(ConceptsPart(vocabulary: .pillars, label: .fieldPillars, path: \.pillars))
        if !isOurs { parts.append(ChoicePart.cost) }
        if kind == .channel { parts.append(ChoicePart.anonymity) }
        return parts
    }

    private static func times(of kind: Kind) -> [any FormPart] {
        let founded = YearPart(
            name: "founded", label: kind == .publication ? .factPublished : .fieldFounded, path: \.founded)
        let ended = YearPart(name: "ended", label: .fieldEnded, path: \.ended)
        return kind == .event
            ? [DatesPart(), RecurrencePart(), ChoicePart.status, founded, ended] : [ChoicePart.status, founded, ended]
    }

    private static func reach(of kind: Kind) -> [any FormPart] {
        kind == .publication ? [LinksPart()] : [LinksPart(), PhonesPart(), EmailsPart(), PlacesPart(), HoursPart()]
    }
}
