import Catalogue
import Editorial

/// What the fields of a record are called for those who work here: `service/can/lists/nl` is "what they can do (Dutch)".
enum FieldNames {
    /// The words for a place in a record; the path itself where nobody named it.
    static func words(for path: FieldPath, in context: PageContext) -> String {
        var steps = path.steps[...]
        /// The names of the fields on the way, without the elements of lists.
        var place: [String] = []
        var parts: [String] = []
        var edition: Edition?
        while let step = steps.popFirst() {
            if !place.isEmpty, let found = Edition(step) {
                edition = found
                continue
            }
            if step == "lists" { continue }
            place.append(step)
            let name = place.joined(separator: "/")
            if let element = elements[step], let id = steps.popFirst() {
                parts.append(element(id, context))
            } else if steps.isEmpty || !groups.contains(name) {
                parts.append(keys[name].map { context.texts($0) } ?? step)
            }
        }
        let words = parts.isEmpty ? path.description : parts.joined(separator: ", ")
        return edition.map { FieldNames.words(words, of: $0, in: context) } ?? words
    }

    /// A text of one edition: "summary (French, easy)".
    static func words(_ field: String, of edition: Edition, in context: PageContext) -> String {
        context.texts(.fieldIn, field, name(of: edition, in: context))
    }

    /// `French`, or `French, easy`.
    static func name(of edition: Edition, in context: PageContext) -> String {
        let language = context.wording.name(of: LanguageTag(edition.language))
        return edition.isSimple ? context.texts(.fieldEasyIn, language) : language
    }

    /// Fields that hold other fields and need no mention before them.
    private static let groups: Set = ["contact", "service", "guide", "route", "lab", "campaign"]

    /// How an element of a list is called, by its id or its place from 0.
    private static let elements: [String: @Sendable (String, PageContext) -> String] = [
        "questions": { id, context in context.texts(.fieldQuestion, id) },
        "answers": { place, context in context.texts(.fieldAnswer, count(place)) },
        "ends": { id, context in context.texts(.fieldEnd, id) },
        "recommendations": { id, context in context.texts(.promiseFieldRecommendation, id) },
        "measures": { id, context in context.texts(.promiseFieldMeasure, id) },
        "stops": { place, context in context.texts(.fieldStop, count(place)) },
        "sessions": { id, context in context.texts(.fieldSession, id) },
        "testimonies": { place, context in context.texts(.fieldTestimony, count(place)) },
        "findings": { id, context in context.texts(.fieldFinding, id) },
        "actions": { id, context in context.texts(.fieldAction, id) },
    ]

    /// Places count from 0 in a path and from 1 for people.
    private static func count(_ place: String) -> String { Int(place).map { "\($0 + 1)" } ?? place }

    /// By the place of the field in a record, such as `contact/phones`.
    static let keys: [String: TextKey] = [
        "id": .fieldIdentifier, "kind": .fieldKind, "title": .fieldTitle, "ownNames": .fieldOwnNames,
        "summary": .fieldSummary, "organisations": .fieldOrganisations, "languages": .fieldLanguages,
        "themes": .fieldThemes, "audiences": .fieldAudiences, "ages": .fieldAges, "territories": .fieldTerritories,
        "pillars": .fieldPillars, "formats": .fieldFormats, "cost": .fieldCost, "status": .fieldStatus,
        "founded": .fieldFounded, "ended": .fieldEnded, "dates": .fieldDates, "yearly": .fieldYearly,
        "recurrence": .fieldRecurrence, "member": .fieldMember, "links": .fieldLinks,
        "contact": .fieldContact, "contact/phones": .fieldPhones, "contact/emails": .fieldEmails,
        "contact/chat": .fieldChat, "contact/form": .fieldForm, "contact/address": .fieldAddress,
        "contact/addressRemark": .fieldAddressRemark, "contact/hours": .fieldHours,
        "service": .fieldService, "service/isAnonymous": .fieldIsAnonymous, "service/contact": .fieldServiceContact,
        "service/can": .fieldCan, "service/cannot": .fieldCannot,
        "guide": .fieldGuide, "guide/start": .fieldStart, "guide/childDoor": .fieldChildDoor,
        "guide/questions": .fieldQuestions, "guide/questions/text": .fieldText,
        "guide/questions/answers": .fieldAnswers, "guide/questions/answers/label": .fieldText,
        "guide/questions/answers/leadsTo": .fieldLeadsTo,
        "guide/ends": .fieldEnds, "guide/ends/audience": .fieldAudience, "guide/ends/isUrgent": .fieldIsUrgent,
        "guide/ends/title": .fieldTitle, "guide/ends/lead": .fieldLead, "guide/ends/channels": .fieldChannels,
        "guide/ends/first": .fieldFirst, "guide/ends/keep": .fieldKeep, "guide/ends/never": .fieldNever,
        "guide/ends/next": .fieldNext, "guide/ends/records": .fieldRecords,
        "route": .fieldRoute, "route/stops": .fieldStops, "route/stops/title": .fieldTitle,
        "route/stops/text": .fieldText, "route/stops/together": .fieldTogether,
        "route/stops/records": .fieldRecords, "route/stops/minutes": .fieldMinutes,
        "lab": .fieldLab, "lab/question": .fieldLabQuestion, "lab/sectors": .fieldSectors,
        "lab/sectors/id": .fieldIdentifier, "lab/sectors/name": .fieldTitle,
        "lab/sessions": .fieldSessions, "lab/sessions/id": .fieldIdentifier, "lab/sessions/day": .fieldLabDay,
        "lab/sessions/from": .fieldLabFrom, "lab/sessions/until": .fieldLabUntil, "lab/sessions/place": .fieldPlace,
        "lab/sessions/languages": .fieldLanguages, "lab/sessions/seats": .fieldSeats,
        "lab/registrationUntil": .fieldRegistrationUntil,
        "lab/testimonies": .fieldTestimonies, "lab/testimonies/sector": .fieldSector,
        "lab/testimonies/text": .fieldText,
        "lab/findings": .fieldFindings, "lab/findings/id": .fieldIdentifier, "lab/findings/text": .fieldText,
        "lab/findings/leadsTo": .fieldLabLeadsTo, "lab/findings/leadsTo/publication": .fieldLabPublication,
        "lab/findings/leadsTo/recommendation": .fieldLabRecommendation,
        "campaign": .fieldCampaign, "campaign/goals": .fieldGoals, "campaign/actions": .fieldActions,
        "campaign/actions/id": .fieldIdentifier, "campaign/actions/setting": .fieldSetting,
        "campaign/actions/title": .fieldTitle, "campaign/actions/minutes": .fieldMinutes,
        "campaign/actions/ages": .fieldAges, "campaign/actions/needs": .fieldNeeded,
        "campaign/actions/steps": .fieldSteps, "campaign/actions/material": .fieldMaterial,
        "announced": .promiseFieldAnnounced, "recommendations": .promiseTitle,
        "recommendations/text": .fieldText, "recommendations/asked": .promiseAsked,
        "recommendations/source": .fieldSources, "recommendations/to": .promiseTo,
        "recommendations/to/organisations": .fieldOrganisations, "recommendations/to/others": .promiseOthers,
        "recommendations/themes": .fieldThemes, "recommendations/evidence": .promiseEvidence,
        "recommendations/nextCheck": .promiseNextCheck, "recommendations/measures": .promiseMeasures,
        "recommendations/measures/text": .fieldText, "recommendations/measures/state": .promiseState,
        "recommendations/measures/responsible": .promiseResponsible,
        "recommendations/measures/responsible/organisations": .fieldOrganisations,
        "recommendations/measures/responsible/others": .promiseOthers,
        "recommendations/measures/evidence": .promiseEvidence,
        "recommendations/measures/nextCheck": .promiseNextCheck,
        "sources": .fieldSources, "translations": .fieldTranslations, "verified": .fieldVerified,
        "withdrawn": .fieldWithdrawn, "successor": .fieldSuccessor, "isMerged": .fieldIsMerged,
        "setAside": .fieldSetAside, "home": .fieldHome,
    ]
}
