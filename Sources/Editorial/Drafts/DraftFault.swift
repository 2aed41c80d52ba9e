import Catalogue

/// What a draft still lacks before somebody can review it.
package enum DraftFault: Hashable, Sendable {
    /// A field whose text can't be read; the name of the field in the form.
    case unread(String)
    case noTitle
    case noSummary(Language)
    /// A text in a language without a title: the page would have no name there.
    case noTitleIn(Language)
    case noOrganisation
    case unknownOrganisation(RecordID)
    case noSource
    case endsBeforeBegins
    case noDate
    /// A channel that nobody can reach.
    case noContact
    case unknownConcept(ConceptID, VocabularyName)

    /// The field of the form beside which it is said.
    package var field: String {
        switch self {
        case .unread(let field): field
        case .noTitle: "title-nl"
        case .noTitleIn(let language): "title-\(language.rawValue)"
        case .noSummary(let language): "summary-\(language.rawValue)"
        case .noOrganisation, .unknownOrganisation: "organisations"
        case .noSource: "source-1"
        case .endsBeforeBegins: "ended"
        case .noDate: "date-1-start"
        case .noContact: "phone-1"
        case .unknownConcept(_, let name): name.rawValue
        }
    }
}

extension Draft {
    /// Everything that keeps it from being submitted, in the order of the form.
    package func faults(in catalogue: Catalogue) -> [DraftFault] {
        var faults = typed.keys.sorted().map(DraftFault.unread)
        if record.title.languages.isEmpty { faults.append(.noTitle) }
        for language in Language.allCases {
            switch (record.title[language] != nil, record.summary[language] != nil) {
            case (true, false): faults.append(.noSummary(language))
            case (false, true): faults.append(.noTitleIn(language))
            default: break
            }
        }
        if record.kind != .organisation, record.kind != .guide, record.kind != .route, record.organisations.isEmpty {
            faults.append(.noOrganisation)
        }
        for id in record.organisations where catalogue[id]?.kind != .organisation {
            faults.append(.unknownOrganisation(id))
        }
        for (ids, name) in record.concepts {
            for id in ids where catalogue[name][id] == nil { faults.append(.unknownConcept(id, name)) }
        }
        if let founded = record.founded, let ended = record.ended, ended < founded { faults.append(.endsBeforeBegins) }
        if record.kind == .event, record.dates.isEmpty, record.recurrence == nil, !record.yearly {
            faults.append(.noDate)
        }
        if record.kind == .channel, record.contact?.isEmpty ?? true, record.links.isEmpty { faults.append(.noContact) }
        if record.sources.isEmpty, record.kind != .guide, record.kind != .route { faults.append(.noSource) }
        return faults
    }
}

extension Record {
    /// The concepts that it names, with their vocabularies.
    package var concepts: [([ConceptID], VocabularyName)] {
        [
            (themes, .themes), (audiences, .audiences), (territories, .territories), (pillars, .pillars),
            (formats, .formats), (cost.map { [$0] } ?? [], .costs),
        ]
    }
}
