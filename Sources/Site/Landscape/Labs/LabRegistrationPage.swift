import Catalogue
import Editorial
import HTML

/// Where somebody registers for a lab, or cancels with the code. Nothing more is asked than the session needs.
struct LabRegistrationPage: SitePage {
    /// What a form is for that is not a registration.
    enum Deed: String, Sendable { case look, cancel }
    static let deed = "deed"

    var context: PageContext
    let event: Record
    let lab: Lab
    /// Of sessions with a number of seats.
    let seatsLeft: [Identifier: Int]
    var filled = LabForm()
    /// Why it was not kept, where that has nothing to do with what was written.
    var refusal: TextKey?
    /// As it was typed.
    var code = ""
    var codeFault: TextKey?

    var title: String { context.texts(.labFormTitle, context.title(of: event.id)) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    private var texts: Texts { context.texts }

    var content: some HTML {
        h1 { title }
        if !open.isEmpty { p(.class("lead")) { texts(.labFormLead) } }
        if let refusal { p(.class("danger"), .role("alert")) { texts(refusal) } }
        FaultList(title: texts(.joinFaults), faults: filled.faults.all)
        if open.isEmpty {
            p(.class("note")) { texts(allSessions.isEmpty ? .labClosed : .labFormAllFull) }
        } else {
            p { texts(.labFormPrivacy, "\(LabRegistration.days)") }
            registration
        }
        h2(.id("code-title")) { texts(.labHaveCode) }
        p { texts(.labCodeLead) }
        CodeForm(
            context: context, code: code, fault: codeFault, send: .labCodeShow,
            deed: (Self.deed, Deed.look.rawValue))
        p { a(.href(context.link(.record(.event, event.id)))) { texts(.labBack) } }
    }

    private var allSessions: [Lab.Session] { lab.openSessions(on: context.now.day) }
    private var open: [Lab.Session] { allSessions.filter { (seatsLeft[$0.id] ?? 1) > 0 } }

    private var registration: some HTML {
        form(.class("report"), .action(context.link(context.address)), .method("post")) {
            PickOne(
                name: LabForm.Field.session.rawValue, words: texts(.labFormSession),
                options: [PickOption("", "–")] + open.map { PickOption($0.id.description, words(of: $0)) },
                chosen: filled.session, fault: fault(.session))
            PickOne(
                name: LabForm.Field.sector.rawValue, words: texts(.labFormSector),
                options: [PickOption("", "–")]
                    + lab.sectors.map { PickOption($0.id.description, context.label($0)) }
                    + [PickOption(LabForm.otherSector, texts(.labFormOther))],
                chosen: filled.sector, fault: fault(.sector))
            FormField(
                name: LabForm.Field.name.rawValue, words: texts(.labFormName), value: filled.name, fault: fault(.name),
                isRequired: true, longest: LabRegistration.longestName, autocomplete: "nickname")
            FormField(
                name: LabForm.Field.email.rawValue, words: texts(.labFormEmail), value: filled.email,
                hint: texts(.labFormEmailHint), fault: fault(.email), shape: .email, isRequired: true,
                longest: Suggestion.longestContact, autocomplete: "email")
            PickMany(
                name: LabForm.Field.needs.rawValue, words: texts(.labFormNeeds),
                options: LabRegistration.Need.allCases.map { PickOption($0.rawValue, texts($0.label)) },
                chosen: Set(filled.needs.map(\.rawValue)))
            FormField(
                name: LabForm.Field.otherNeeds.rawValue, words: texts(.labFormNeedsWords), value: filled.otherNeeds,
                hint: texts(.labFormNeedsHint), fault: fault(.otherNeeds), shape: .lines(3),
                longest: LabRegistration.longestNeeds)
            TrapField(context: context)
            button(.type("submit")) { texts(.labRegister) }
        }
    }

    private func words(of session: Lab.Session) -> String {
        let left = seatsLeft[session.id].map { texts(.labSeats, count: $0) }
        return [context.words(of: session), left].compactMap { $0 }.joined(separator: " · ")
    }

    private func fault(_ field: LabForm.Field) -> String? { filled.faults[field.rawValue] }
}

/// What somebody registered for: thanks with the code at first, later the way to cancel.
struct LabRegisteredPage: SitePage {
    var context: PageContext
    let event: Record
    let registration: LabRegistration
    /// Whether it was kept a moment ago.
    let isNew: Bool

    var title: String { context.texts(.labThanksTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    private var texts: Texts { context.texts }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { Localised(event.title, context, isName: true) }
        p { texts(.labThanksText, when) }
        if isNew {
            div(.class("note")) {
                CodeWords(words: texts(.labCodeIs), code: registration.code, keep: texts(.labCodeKeep))
            }
        } else {
            h2 { texts(.labCancel) }
            p { texts(.labCancelText) }
            form(.class("report"), .action(context.link(context.address)), .method("post")) {
                input(
                    .type("hidden"), .name(LabRegistrationPage.deed), .value(LabRegistrationPage.Deed.cancel.rawValue))
                input(.type("hidden"), .name(CodeForm.field), .value(registration.code))
                button(.type("submit"), .class("quietly")) { texts(.labCancel) }
            }
        }
        p { a(.href(context.link(.record(.event, event.id)))) { texts(.labBack) } }
    }

    private var when: String {
        event.lab?[session: registration.session].map(context.words(of:)) ?? context.wording.date(registration.day)
    }
}

struct LabCancelledPage: SitePage {
    var context: PageContext
    let event: Record

    var title: String { context.texts(.labCancelledTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.labCancelled) }
        p { a(.href(context.link(.record(.event, event.id)))) { context.texts(.labBack) } }
    }
}
