import Catalogue
import Editorial

/// What somebody wrote about an initiative, as it was sent.
struct InitiativeForm: Sendable {
    /// The names of the fields.
    enum Field: String, Sendable {
        case name, about, link, organisation, audiences, territories, since, languages, themes, practice, evaluation
        case needs
    }

    static let firstYear = 1_900

    private(set) var survey = Survey()
    /// As it was typed: it may be no year.
    private(set) var since = ""
    private(set) var contact = ""
    private(set) var faults = FormFaults()

    init() {}

    /// What no form of ours sends is left out.
    init(_ fields: QueryItems, context: PageContext) {
        func text(_ field: Field) -> String { (fields.first(field.rawValue) ?? "").tidied }
        func concepts(_ field: Field, _ vocabulary: VocabularyName) -> [ConceptID] {
            let chosen = Set(fields.all(field.rawValue))
            return context.catalogue[vocabulary].concepts.map(\.id).filter { chosen.contains($0.description) }
        }
        survey = Survey(
            name: text(.name), organisation: text(.organisation), website: Self.address(text(.link)),
            about: text(.about))
        survey.themes = concepts(.themes, .themes)
        survey.audiences = concepts(.audiences, .audiences)
        survey.territories = concepts(.territories, .territories)
        let languages = Set(fields.all(Field.languages.rawValue))
        survey.languages = Wording.known.filter(languages.contains).compactMap { LanguageTag($0) }
        survey.practice = text(.practice)
        survey.evaluation = text(.evaluation)
        survey.needs = text(.needs)
        since = text(.since)
        contact = (fields.first(ContactField.name) ?? "").tidied
        check(context)
    }

    private mutating func check(_ context: PageContext) {
        let texts = context.texts
        func add(_ field: Field, _ words: String) { faults.add(field.rawValue, words) }
        if survey.name.isEmpty { add(.name, texts(.initiativeNameFault)) }
        if survey.about.isEmpty { add(.about, texts(.initiativeAboutFault)) }
        if !survey.website.isEmpty, WebAddress(survey.website) == nil { add(.link, texts(.initiativeLinkFault)) }
        let years = Self.firstYear...context.now.day.year + 1
        survey.since = Int(since).flatMap { years.contains($0) ? $0 : nil }
        if !since.isEmpty, survey.since == nil {
            add(.since, texts(.initiativeSinceFault, "\(years.lowerBound)", "\(years.upperBound)"))
        }
        for (field, words, longest) in lengths where words.count > longest {
            add(field, texts(.initiativeLongFault, "\(longest)"))
        }
        if let fault = ContactField.fault(in: contact, texts) { faults.add(ContactField.name, fault) }
    }

    private var lengths: [(Field, String, Int)] {
        [
            (.name, survey.name, Survey.longestName), (.organisation, survey.organisation, Survey.longestName),
            (.about, survey.about, Suggestion.longestMessage), (.practice, survey.practice, Suggestion.longestMessage),
            (.evaluation, survey.evaluation, Suggestion.longestMessage),
            (.needs, survey.needs, Suggestion.longestMessage),
        ]
    }

    /// People leave out how an address begins.
    private static func address(_ typed: String) -> String {
        typed.isEmpty || typed.contains("://") ? typed : "https://" + typed
    }
}
