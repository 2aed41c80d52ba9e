import Catalogue
import Exchange

extension RecordField {
    /// What it means; nil where nobody said so, which a test forbids.
    var meaning: TextKey? { Self.meanings[path] ?? FieldNames.keys[path.replacing(".", with: "/")] }

    private static let meanings: [String: TextKey] = [
        "id": .dictionarySaysId, "kind": .dictionarySaysKind, "title": .dictionarySaysTitle,
        "ownNames": .dictionarySaysOwnNames, "summary": .dictionarySaysSummary,
        "organisations": .dictionarySaysOrganisations, "languages": .dictionarySaysLanguages,
        "themes": .dictionarySaysThemes, "audiences": .dictionarySaysAudiences,
        "ages": .dictionarySaysAges, "ages.from": .columnAgeFrom, "ages.to": .columnAgeTo,
        "territories": .dictionarySaysTerritories, "pillars": .dictionarySaysPillars,
        "formats": .dictionarySaysFormats, "cost": .dictionarySaysCost, "status": .dictionarySaysStatus,
        "founded": .dictionarySaysFounded, "ended": .dictionarySaysEnded, "member": .dictionarySaysMember,
        "links": .dictionarySaysLinks, "links.address": .fieldLinks, "links.language": .dictionarySaysLinksLanguage,
        "contact": .dictionarySaysContact, "contact.phones": .dictionarySaysPhones,
        "contact.phones.number": .fieldPhones, "contact.phones.note": .dictionarySaysNote,
        "contact.phones.remark": .dictionarySaysRemark, "contact.emails": .dictionarySaysEmails,
        "contact.emails.address": .fieldEmails, "contact.emails.note": .dictionarySaysNote,
        "contact.emails.remark": .dictionarySaysRemark, "contact.chat": .dictionarySaysChat,
        "contact.form": .dictionarySaysForm, "contact.address": .dictionarySaysPostal,
        "contact.addressRemark": .dictionarySaysRemark, "contact.hours": .dictionarySaysHours,
        "contact.hours.certainty": .dictionarySaysCertainty, "contact.hours.seen": .dictionarySaysHoursSeen,
        "contact.hours.applies": .dictionarySaysApplies, "contact.hours.always": .dictionarySaysAlwaysOpen,
        "contact.hours.weekly": .dictionarySaysWeekly, "contact.hours.holidays": .dictionarySaysHolidays,
        "contact.hours.exceptions": .dictionarySaysExceptions, "contact.hours.asFound": .dictionarySaysAsFound,
        "contact.hours.remark": .dictionarySaysRemark, "service": .dictionarySaysService,
        "dates": .dictionarySaysDates, "dates.start": .dictionarySaysDatesStart,
        "dates.end": .dictionarySaysDatesEnd, "yearly": .dictionarySaysYearly,
        "recurrence": .dictionarySaysRecurrence, "lab": .dictionarySaysLab, "campaign": .dictionarySaysCampaign,
        "guide": .dictionarySaysGuide, "guide.questions.id": .fieldIdentifier, "guide.ends.id": .fieldIdentifier,
        "route": .dictionarySaysRoute, "recommendations": .dictionarySaysRecommendations,
        "recommendations.id": .fieldIdentifier, "recommendations.measures.id": .fieldIdentifier,
        "announced": .dictionarySaysAnnounced, "sources": .dictionarySaysSources,
        "sources.address": .dictionarySaysSourceAddress, "sources.says": .dictionarySaysSays,
        "sources.seen": .dictionarySaysSeen, "verified": .dictionarySaysVerified,
        "verified.on": .dictionarySaysVerifiedOn, "verified.organisation": .dictionarySaysVerifiedOrganisation,
        "verified.by": .dictionarySaysVerifiedBy, "translations": .dictionarySaysTranslations,
        "withdrawn": .dictionarySaysWithdrawn, "successor": .dictionarySaysSuccessor,
        "isMerged": .dictionarySaysIsMerged, "setAside": .dictionarySaysSetAside, "home": .dictionarySaysHome,
        "uri": .dictionarySaysUri, "url": .dictionarySaysUrl, "modified": .dictionarySaysModified,
        "revision": .dictionarySaysRevision, "licence": .dictionarySaysLicence,
    ]
}

extension RecordField.Shape {
    var name: TextKey {
        switch self {
        case .text: .dictionaryTypeText
        case .texts: .dictionaryTypeTexts
        case .localised: .dictionaryTypeLocalised
        case .localisedList: .dictionaryTypeLocalisedList
        case .record: .dictionaryTypeRecord
        case .records: .dictionaryTypeRecords
        case .concept: .dictionaryTypeConcept
        case .concepts: .dictionaryTypeConcepts
        case .number: .dictionaryTypeNumber
        case .flag: .dictionaryTypeFlag
        case .date: .dictionaryTypeDate
        case .moment: .dictionaryTypeMoment
        case .address: .dictionaryTypeAddress
        case .tag: .dictionaryTypeTag
        case .tags: .dictionaryTypeTags
        case .parts: .dictionaryTypeParts
        case .list: .dictionaryTypeList
        }
    }
}
