import Catalogue
import Editorial

/// What a group wrote that does something in a campaign, as it was sent.
struct SignUpForm: Sendable {
    /// The names of the fields.
    enum Field: String, CaseIterable, Sendable {
        case group, setting, territory, place, what, day, from, to, contact, show
    }

    /// As they were typed, by the name of the field.
    private(set) var typed: [Field: String] = [:]
    private(set) var mayBeNamed = false
    private(set) var faults = FormFaults()
    /// What is to be kept; nil while something is wrong.
    private(set) var signUp: CampaignSignUp?

    init() {}

    /// What no form of ours sends is left out.
    init(_ fields: QueryItems, event: Record, context: PageContext) {
        for field in Field.allCases where field != .show {
            typed[field] = (fields.first(field.rawValue) ?? "").tidied
        }
        mayBeNamed = fields.first(Field.show.rawValue) != nil
        read(event: event, context: context)
    }

    subscript(field: Field) -> String { typed[field] ?? "" }

    private mutating func read(event: Record, context: PageContext) {
        let today = context.now.day
        let setting = Campaign.Setting(rawValue: self[.setting])
        let territory = context.catalogue.actionTerritories.first { $0.description == self[.territory] }
        let days = CampaignSignUp.days(from: today)
        let day = PartialDate(self[.day])?.civilDay.flatMap { days.contains($0) ? $0 : nil }
        let ages = ages()
        let contact = self[.contact].isEmpty ? nil : self[.contact]
        let wrong = CampaignSignUp.faults(group: self[.group], place: self[.place], what: self[.what], contact: contact)
        for field in Field.allCases {
            let fault: String? =
                switch field {
                case .setting where setting == nil, .territory where territory == nil:
                    context.texts(.campaignFaultChoose)
                case .day where day == nil:
                    context.texts(
                        .campaignFaultDay, context.wording.date(days.lowerBound), context.wording.date(days.upperBound))
                case .from where ages == nil && !(self[.from] + self[.to]).isEmpty: context.texts(.campaignFaultAges)
                default: wrong.first { $0.field == field.rawValue }?.reason.words(context.texts)
                }
            if let fault { faults.add(field.rawValue, fault) }
        }
        guard faults.isEmpty, let setting, let territory, let day else { return }
        signUp = CampaignSignUp(
            code: Suggestion.newCode(), campaign: event.id, language: context.language, group: self[.group],
            mayBeNamed: mayBeNamed, setting: setting, territory: territory, place: self[.place], what: self[.what],
            day: day, ages: ages, contact: contact, receivedOn: today)
    }

    private func ages() -> AgeRange? {
        guard let from = Int(self[.from]), let to = Int(self[.to]) else { return nil }
        return AgeRange(from: from, to: to)
    }
}

/// How an action went, as it was sent.
struct ResultForm: Sendable {
    static let people = "people"
    static let words = "words"

    private(set) var people = ""
    private(set) var words = ""
    private(set) var faults = FormFaults()
    /// What is to be kept; nil while something is wrong.
    private(set) var result: CampaignSignUp.Result?

    init() {}

    init(_ fields: QueryItems, context: PageContext) {
        people = (fields.first(Self.people) ?? "").tidied
        words = (fields.first(Self.words) ?? "").tidied
        let count = Int(people).flatMap { CampaignSignUp.Result.people.contains($0) ? $0 : nil }
        if count == nil {
            faults.add(Self.people, context.texts(.campaignFaultPeople, "\(CampaignSignUp.Result.people.upperBound)"))
        }
        if words.count > CampaignSignUp.longestWords {
            faults.add(Self.words, context.texts(.joinFaultLong, "\(CampaignSignUp.longestWords)"))
        }
        guard faults.isEmpty, let count else { return }
        result = CampaignSignUp.Result(people: count, words: words, sentOn: context.now.day)
    }
}
