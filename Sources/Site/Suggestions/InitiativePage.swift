import Catalogue
import Editorial
import HTML

/// "Suggest an initiative": the consortium's questions, for anybody, without an account.
struct InitiativePage: SitePage {
    static let different = "different"

    var context: PageContext
    var filled = InitiativeForm()
    /// What the catalogue has that may be the same thing; nothing was sent yet.
    var doubles: [Record] = []
    /// Why it was not kept, where that has nothing to do with what was written.
    var refusal: TextKey?
    /// Whether it is the form as everybody gets it.
    private var isBlank: Bool

    init(_ context: PageContext) {
        self.context = context
        isBlank = true
    }

    init(_ context: PageContext, _ filled: InitiativeForm, doubles: [Record] = [], refusal: TextKey? = nil) {
        self.context = context
        self.filled = filled
        self.doubles = doubles
        self.refusal = refusal
        isBlank = false
    }

    var title: String { texts(.initiativeTitle) }
    var summary: String? { texts(.initiativeLead) }
    var freshness: ReadyPage.Freshness { isBlank ? .snapshot : .never }
    private var texts: Texts { context.texts }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { texts(.initiativeLead) }
        FaultList(title: texts(.suggestionFaults), faults: filled.faults.all)
        if let refusal { p(.class("danger"), .role("alert")) { texts(refusal) } }
        KnownAlready(doubles: doubles, context: context)
        if isBlank { p { texts(.initiativePrivate) } }
        form(.class("report"), .action(context.link(context.address)), .method("post")) {
            InitiativeFields(filled: filled, context: context)
            TrapField(context: context)
            if doubles.isEmpty {
                button(.type("submit")) { texts(.send) }
            } else {
                button(.type("submit"), .name(Self.different), .value("yes")) { texts(.initiativeDifferent) }
            }
        }
        p { a(.href(context.link(.suggestionAnswer))) { texts(.suggestionHaveCode) } }
    }
}

/// "Do we have it already?"
private struct KnownAlready: HTML {
    let doubles: [Record]
    let context: PageContext

    var body: some HTML {
        if !doubles.isEmpty {
            section(.class("note"), .role("alert"), .ariaLabelledBy("known")) {
                h2(.id("known")) { context.texts(.initiativeDoubles) }
                p { context.texts(.initiativeDoublesText) }
                ul {
                    for record in doubles {
                        li {
                            a(.href(context.link(.record(record.kind, record.id)))) {
                                Localised(record.title, context, isName: true)
                            }
                            ": "
                            Localised(record.summary, context)
                        }
                    }
                }
            }
        }
    }
}

private struct InitiativeFields: HTML {
    let filled: InitiativeForm
    let context: PageContext
    private var survey: Survey { filled.survey }
    private var texts: Texts { context.texts }

    var body: some HTML {
        h2 { texts(.initiativePartWhat) }
        line(.name, .initiativeName, survey.name, isRequired: true)
        lines(.about, .initiativeAbout, survey.about, isRequired: true)
        FormField(
            name: InitiativeForm.Field.link.rawValue, words: texts(.initiativeLink), value: survey.website,
            hint: texts(.initiativeLinkHint), fault: fault(.link), longest: 500, autocomplete: "url", inputmode: "url")
        line(.organisation, .initiativeOrganisation, survey.organisation)
        h2 { texts(.initiativePartWhom) }
        picks(.audiences, .facetAudience, in: .audiences, survey.audiences)
        picks(.territories, .facetTerritory, in: .territories, survey.territories)
        picks(.themes, .facetTheme, in: .themes, survey.themes)
        PickMany(
            name: InitiativeForm.Field.languages.rawValue, words: texts(.facetLanguage),
            options: Wording.known.compactMap { tag in
                LanguageTag(tag).map { PickOption(tag, context.wording.name(of: $0)) }
            }, chosen: Set(survey.languages.map(\.description)))
        FormField(
            name: InitiativeForm.Field.since.rawValue, words: texts(.initiativeSince), value: filled.since,
            fault: fault(.since), longest: 4, inputmode: "numeric")
        h2 { texts(.initiativePartHow) }
        lines(.practice, .initiativePractice, survey.practice, hint: .initiativePracticeHint)
        lines(.evaluation, .initiativeEvaluation, survey.evaluation)
        lines(.needs, .initiativeNeeds, survey.needs, hint: .initiativeNeedsHint)
        h2 { texts(.initiativePartAnswer) }
        ContactField(context: context, value: filled.contact, fault: filled.faults[ContactField.name])
    }

    private func line(
        _ field: InitiativeForm.Field, _ words: TextKey, _ value: String, isRequired: Bool = false
    ) -> FormField {
        FormField(
            name: field.rawValue, words: texts(words), value: value, fault: fault(field), isRequired: isRequired,
            longest: Survey.longestName)
    }

    private func lines(
        _ field: InitiativeForm.Field, _ words: TextKey, _ value: String, hint: TextKey? = nil,
        isRequired: Bool = false
    ) -> FormField {
        FormField(
            name: field.rawValue, words: texts(words), value: value, hint: hint.map { texts($0) }, fault: fault(field),
            shape: .lines(4), isRequired: isRequired, longest: Suggestion.longestMessage)
    }

    private func picks(
        _ field: InitiativeForm.Field, _ words: TextKey, in vocabulary: VocabularyName, _ chosen: [ConceptID]
    ) -> PickMany {
        PickMany(
            name: field.rawValue, words: texts(words),
            options: context.catalogue[vocabulary].concepts.map {
                PickOption($0.id.description, context.label($0.id, in: vocabulary))
            }, chosen: Set(chosen.map(\.description)))
    }

    private func fault(_ field: InitiativeForm.Field) -> String? { filled.faults[field.rawValue] }
}
