import Catalogue
import Editorial

extension FormFault {
    /// What is wrong, and how it is written well.
    func words(in context: PageContext) -> String {
        let texts = context.texts
        switch reason {
        case .year: return texts(.draftFaultYear)
        case .date: return texts(.draftFaultDate)
        case .day: return texts(.draftFaultDay)
        case .ages: return texts(.draftFaultAges)
        case .webAddress: return texts(.draftFaultWebAddress)
        case .phone: return texts(.draftFaultPhone)
        case .email: return texts(.draftFaultEmail)
        case .time: return texts(.draftFaultTime)
        case .organisation(let nearest?): return texts(.draftFaultOrganisationNear, nearest)
        case .organisation(nil): return texts(.draftFaultOrganisation)
        case .languageTag: return texts(.draftFaultLanguageTag)
        case .tooLong(let most): return texts(.draftFaultLong, "\(most)")
        case .rowWithoutMain: return texts(.draftFaultRow)
        case .endsBeforeBegins: return texts(.draftFaultEnds)
        case .halfSpan: return texts(.draftFaultHalfSpan)
        case .closesBeforeOpens: return texts(.draftFaultCloses)
        case .overlap: return texts(.draftFaultOverlap)
        case .alwaysAndWeek: return texts(.draftFaultAlways)
        case .noCertainty: return texts(.draftFaultCertainty)
        case .unsureHours: return texts(.draftFaultUnsure)
        case .exceptionWithoutHours: return texts(.draftFaultException)
        case .halfRecurrence: return texts(.draftFaultRecurrence)
        }
    }
}

extension DraftFault {
    /// What a draft still lacks, for its writers and for whoever reviews it.
    func words(in context: PageContext) -> String {
        let texts = context.texts
        func name(_ language: Language) -> String { context.wording.name(of: LanguageTag(language)) }
        switch self {
        case .unread: return texts(.draftFaultUnread)
        case .noTitle: return texts(.draftFaultNoTitle)
        case .noSummary(let language): return texts(.draftFaultNoSummary, name(language))
        case .noTitleIn(let language): return texts(.draftFaultNoTitleIn, name(language))
        case .noOrganisation: return texts(.draftFaultNoOrganisation)
        case .unknownOrganisation(let id): return texts(.draftFaultUnknownOrganisation, id.description)
        case .noSource: return texts(.draftFaultNoSource)
        case .endsBeforeBegins: return texts(.draftFaultEnds)
        case .noDate: return texts(.draftFaultNoDate)
        case .noContact: return texts(.draftFaultNoContact)
        case .unknownConcept(let id, _): return texts(.draftFaultUnknownConcept, id.description)
        }
    }
}
