import Catalogue
import Editorial
import HTML

/// Where a group tells what it will do in a campaign, or comes back with its code.
struct SignUpPage: SitePage {
    /// What a form is for that is not a sign-up.
    enum Deed: String, Sendable { case look, result }
    static let deed = "deed"

    var context: PageContext
    let event: Record
    var filled = SignUpForm()
    /// Why it was not kept, where that has nothing to do with what was written.
    var refusal: TextKey?
    /// As it was typed.
    var code = ""
    var codeFault: TextKey?

    var title: String { context.texts(.campaignFormTitle, context.title(of: event.id)) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    private var texts: Texts { context.texts }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { texts(.campaignFormLead) }
        if let refusal { p(.class("danger"), .role("alert")) { texts(refusal) } }
        FaultList(title: texts(.joinFaults), faults: filled.faults.all)
        form(.class("report"), .action(context.link(context.address)), .method("post")) {
            SignUpFields(filled: filled, context: context)
            TrapField(context: context)
            button(.type("submit")) { texts(.send) }
        }
        h2 { texts(.campaignHaveCode) }
        CodeForm(
            context: context, code: code, fault: codeFault, send: .campaignCodeShow,
            deed: (Self.deed, Deed.look.rawValue))
        p { a(.href(context.link(.record(.event, event.id)))) { texts(.campaignBack) } }
    }
}

private struct SignUpFields: HTML {
    let filled: SignUpForm
    let context: PageContext
    private var texts: Texts { context.texts }

    var body: some HTML {
        field(
            .group, .campaignFormGroup, hint: texts(.campaignFormGroupHint), isRequired: true,
            most: CampaignSignUp.longestGroup, complete: "organization")
        picks(
            .setting, .campaignFormSetting, Campaign.Setting.allCases.map { PickOption($0.rawValue, texts($0.label)) })
        picks(
            .territory, .campaignFormTerritory,
            context.catalogue.actionTerritories.map {
                PickOption($0.description, context.label($0, in: .territories))
            })
        field(.place, .campaignFormPlace, most: CampaignSignUp.longestPlace)
        field(
            .what, .campaignFormWhat, hint: texts(.campaignFormGroupHint), .lines(4), isRequired: true,
            most: CampaignSignUp.longestWords)
        field(.day, .campaignFormDay, .date, isRequired: true)
        field(.from, .campaignFormFrom, most: 3, keys: "numeric")
        field(.to, .campaignFormTo, most: 3, keys: "numeric")
        field(
            .contact, .campaignFormEmail, hint: texts(.campaignFormEmailHint, "\(CampaignSignUp.days)"), .email,
            most: Suggestion.longestContact, complete: "email")
        PickMany(
            name: SignUpForm.Field.show.rawValue, words: texts(.campaignFormConsent),
            options: [PickOption("yes", texts(.campaignFormShow))], chosen: filled.mayBeNamed ? ["yes"] : [],
            hint: texts(.campaignFormShowHint))
    }

    private func field(
        _ name: SignUpForm.Field, _ words: TextKey, hint: String? = nil, _ shape: FormField.Shape = .line,
        isRequired: Bool = false, most: Int? = nil, complete: String = "off", keys: String? = nil
    ) -> FormField {
        FormField(
            name: name.rawValue, words: texts(words), value: filled[name], hint: hint,
            fault: filled.faults[name.rawValue], shape: shape, isRequired: isRequired, longest: most,
            autocomplete: complete, inputmode: keys)
    }

    private func picks(_ name: SignUpForm.Field, _ words: TextKey, _ options: [PickOption]) -> PickOne {
        PickOne(
            name: name.rawValue, words: texts(words), options: [PickOption("", "–")] + options, chosen: filled[name],
            fault: filled.faults[name.rawValue])
    }
}

/// Thanks, with the code under which the answer is read.
struct SignUpThanksPage: SitePage {
    var context: PageContext
    let event: Record
    let code: String

    var title: String { context.texts(.suggestionThanks) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.campaignThanksText) }
        div(.class("note")) {
            CodeWords(words: context.texts(.labCodeIs), code: code, keep: context.texts(.campaignCodeKeep))
        }
        p { a(.href(context.link(.record(.event, event.id)))) { context.texts(.campaignBack) } }
    }
}

/// What became of an action, for whoever holds its code, and where that person says how it went.
struct SignedUpPage: SitePage {
    var context: PageContext
    let event: Record
    let signUp: CampaignSignUp
    var filled = ResultForm()

    var title: String { context.texts(.campaignYours) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    private var texts: Texts { context.texts }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { texts(signUp.state.label) }
        FaultList(title: texts(.joinFaults), faults: filled.faults.all)
        answer(signUp.answer)
        dl(.class("facts")) {
            Fact(texts(.campaignName)) { Localised(event.title, context, isName: true) }
            Fact(texts(.campaignFormGroup)) { signUp.group }
            Fact(texts(.factDates)) { context.wording.date(signUp.day) }
            Fact(texts(.campaignPlace)) {
                [signUp.place, context.label(signUp.territory, in: .territories)].filter { !$0.isEmpty }
                    .joined(separator: ", ")
            }
        }
        if let result = signUp.result {
            h2 { texts(.campaignResultTitle) }
            p { texts(result.state.resultLabel) }
            answer(result.answer)
        }
        if signUp.state == .approved, !signUp.takesResult(on: context.now.day), signUp.result == nil {
            p { texts(.campaignResultLead) }
        }
        if signUp.takesResult(on: context.now.day) { resultForm }
        p { a(.href(context.link(.record(.event, event.id)))) { texts(.campaignBack) } }
    }

    @HTMLBuilder private func answer(_ words: String?) -> some HTML {
        if let words {
            section(.class("note")) {
                p(.class("heading")) { texts(.suggestionAnswer) }
                div(.lang(signUp.language.rawValue)) { RunningText(text: words) }
            }
        }
    }

    private var resultForm: some HTML {
        form(.class("report"), .action(context.link(context.address)), .method("post")) {
            p(.class("heading")) { texts(.campaignResultTitle) }
            input(.type("hidden"), .name(SignUpPage.deed), .value(SignUpPage.Deed.result.rawValue))
            input(.type("hidden"), .name(CodeForm.field), .value(signUp.code))
            FormField(
                name: ResultForm.people, words: texts(.campaignResultPeople), value: filled.people,
                fault: filled.faults[ResultForm.people], isRequired: true, longest: 6, inputmode: "numeric")
            FormField(
                name: ResultForm.words, words: texts(.campaignResultWords), value: filled.words,
                hint: texts(.campaignResultHint), fault: filled.faults[ResultForm.words], shape: .lines(4),
                longest: CampaignSignUp.longestWords)
            button(.type("submit")) { texts(.send) }
        }
    }
}

extension CampaignSignUp.State {
    var label: TextKey {
        switch self {
        case .new: .campaignStateNew
        case .approved: .campaignStateApproved
        case .declined: .campaignStateDeclined
        }
    }

    var resultLabel: TextKey {
        switch self {
        case .new: .campaignResultNew
        case .approved: .campaignResultApproved
        case .declined: .campaignResultDeclined
        }
    }

    /// For the coordinator.
    var deskLabel: TextKey {
        switch self {
        case .new: .labDeskWaiting
        case .approved: .labDeskApproved
        case .declined: .labDeskDeclined
        }
    }
}
