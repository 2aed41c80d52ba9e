import Catalogue

/// The fields of a record that an editor chooses between when two become one. The raw value is the name in the form.
///
/// Not among them: the id, the kind, what says how the record stands in the shop (withdrawn, set aside, verified)
/// and where it is at home, which are those of the kept record; the states of the translations, which follow the
/// texts.
package enum MergeField: String, CaseIterable, Codable, Sendable {
    /// With the languages in which it is the owner's own name.
    case title
    case summary, organisations, languages, themes, audiences, ages, territories, pillars, formats, cost, status
    case founded, ended, dates, yearly, recurrence, member, links
    case phones, emails, chat, form, address
    case addressRemark = "address-remark"
    case hours, service, guide, route
    case recommendations, announced
    case lab, campaign
    case sources

    /// The value in `record`, so that a page can show both sides.
    package func value(in record: Record) -> MergeValue { rule.value(record) }

    /// Whether a record of `kind` can have it.
    package func belongs(to kind: Kind) -> Bool {
        switch self {
        case .dates, .yearly, .recurrence, .lab, .campaign: kind == .event
        case .member: kind == .organisation
        case .service: kind == .channel
        case .guide: kind == .guide
        case .route: kind == .route
        case .recommendations, .announced: kind == .publication
        default: true
        }
    }

    /// Whether both sides can be kept: lists and texts, of which each language is a part.
    package var canKeepBoth: Bool { rule.join != nil }
}

/// Which side of a field is taken.
package enum MergeChoice: String, CaseIterable, Codable, Sendable {
    case kept, other
    /// Of lists all entries, those of the kept record first; of texts all languages, where both have one that of the
    /// kept record.
    case both
}

/// What one side says in one field.
package enum MergeValue: Hashable, Sendable {
    case text(LocalisedText)
    case title(LocalisedText, own: Set<Language>)
    case words(String?)
    case number(Int?)
    case flag(Bool)
    case ages(AgeRange?)
    case status(Status)
    case languages([LanguageTag])
    case records([RecordID])
    case concepts([ConceptID], of: VocabularyName)
    case dates([EventDate])
    case recurrence(Recurrence?)
    case links([Link])
    case phones([Contact.Phone])
    case emails([Contact.Email])
    case address(WebAddress?)
    case hours(Hours?)
    case service(ChannelService?)
    case guide(HelpTree?)
    case route(Route?)
    case recommendations([Recommendation])
    case lab(Lab?)
    case campaign(Campaign?)
    case sources([Source])

    /// Whether nothing is said. A flag that is off and an unknown status say nothing.
    package var isEmpty: Bool {
        switch self {
        case .text(let text), .title(let text, own: _): text.isEmpty
        case .words(let text): text?.isEmpty ?? true
        case .number(let number): number == nil
        case .flag(let flag): !flag
        case .ages(let ages): ages == nil
        case .status(let status): status == .unknown
        case .languages(let tags): tags.isEmpty
        case .records(let ids), .concepts(let ids, of: _): ids.isEmpty
        case .dates(let dates): dates.isEmpty
        case .recurrence(let recurrence): recurrence == nil
        case .links(let links): links.isEmpty
        case .phones(let phones): phones.isEmpty
        case .emails(let emails): emails.isEmpty
        case .address(let address): address == nil
        case .hours(let hours): hours == nil
        case .service(let service): service == nil
        case .guide(let guide): guide == nil
        case .route(let route): route == nil
        case .recommendations(let recommendations): recommendations.isEmpty
        case .lab(let lab): lab == nil
        case .campaign(let campaign): campaign == nil
        case .sources(let sources): sources.isEmpty
        }
    }
}
