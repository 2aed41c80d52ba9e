import Catalogue
import Exchange

extension RecordColumn {
    /// What it is called for those who work here.
    func words(in context: PageContext) -> String {
        let texts = context.texts
        switch self {
        case .id: return texts(.columnId)
        case .title(let language): return FieldNames.words(texts(.fieldTitle), of: Edition(language), in: context)
        case .summary(let language): return FieldNames.words(texts(.fieldSummary), of: Edition(language), in: context)
        case .link(let language?): return FieldNames.words(texts(.columnLink), of: Edition(language), in: context)
        case .link(nil): return texts(.columnLinkAny)
        case .ageFrom: return texts(.columnAgeFrom)
        case .ageTo: return texts(.columnAgeTo)
        case .sourceURLs: return texts(.columnSourceUrls)
        case .sourceSays: return texts(.columnSourceSays)
        case .sourceSeen: return texts(.columnSourceSeen)
        case .kind: return texts(.fieldKind)
        case .ownNames: return texts(.fieldOwnNames)
        case .organisations: return texts(.fieldOrganisations)
        case .languages: return texts(.fieldLanguages)
        case .themes: return texts(.fieldThemes)
        case .audiences: return texts(.fieldAudiences)
        case .territories: return texts(.fieldTerritories)
        case .pillars: return texts(.fieldPillars)
        case .formats: return texts(.fieldFormats)
        case .cost: return texts(.fieldCost)
        case .founded: return texts(.fieldFounded)
        case .ended: return texts(.fieldEnded)
        case .dates: return texts(.fieldDates)
        case .yearly: return texts(.fieldYearly)
        case .phones: return texts(.fieldPhones)
        case .emails: return texts(.fieldEmails)
        case .chat: return texts(.fieldChat)
        case .form: return texts(.fieldForm)
        case .address: return texts(.fieldAddress)
        case .verified: return texts(.fieldVerified)
        case .status: return texts(.fieldStatus)
        }
    }
}
