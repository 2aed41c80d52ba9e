import Catalogue
import Editorial
import HTML

/// The own account.
struct OwnAccountPage: WorkspacePage {
    /// Which form of the page was sent.
    enum Part: String, Sendable { case profile, password, codes, sessions }
    static let allOthers = "others"

    var context: PageContext
    let visit: Workspace.Visit
    /// Newest first.
    let sessions: [AccountSession]
    let form: OwnAccountForm
    var said: Said?

    var title: String { context.texts(.workAccount) }
    private var account: Account { visit.account }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { about }
        SaidNote(said: said, context: context)
        FaultList(title: context.texts(.accountFaults), faults: form.faults.all)
        section(.ariaLabelledBy("profile")) {
            h2(.id("profile")) { context.texts(.accountProfile) }
            profileForm
        }
        section(.ariaLabelledBy("secret")) {
            h2(.id("secret")) { context.texts(.accountPasswordTitle) }
            passwordForm
        }
        section(.ariaLabelledBy("factor")) {
            h2(.id("factor")) { context.texts(.accountFactorTitle) }
            secondFactor
        }
        section(.ariaLabelledBy("sessions")) {
            h2(.id("sessions")) { context.texts(.accountSessions) }
            SessionList(page: self)
        }
        if actor.mayEver(.makeToken) {
            p { a(.href(context.link(.workspace(.tokens)))) { context.texts(.tokenTitle) } }
        }
    }

    private var about: String {
        ([account.email] + Role.allCases.filter(account.roles.contains).map { context.texts($0.name) })
            .joined(separator: " · ")
    }

    private var profileForm: some HTML {
        PartForm(.profile, of: self) {
            FormField(
                name: "name", words: context.texts(.accountName), value: form.profile.name, fault: form.faults["name"],
                isRequired: true, longest: Account.longestName, autocomplete: "name")
            PickOne(
                name: "language", words: context.texts(.accountLanguage), options: Language.options,
                chosen: form.profile.language.rawValue)
            PickMany(
                name: "letters", words: context.texts(.accountLetters),
                options: [
                    PickOption("digest", context.texts(.accountDigest)),
                    PickOption("directory", context.texts(.accountDirectory)),
                ],
                chosen: Set(
                    (form.profile.wantsDigest ? ["digest"] : [])
                        + (form.profile.isInDirectory ? ["directory"] : [])))
            PickMany(
                name: "knows", words: context.texts(.accountKnows),
                options: context.catalogue[.themes].concepts.map {
                    PickOption($0.id.description, context.label($0.id, in: .themes))
                },
                chosen: Set(form.profile.knows.map(\.description)))
            FormField(
                name: "words", words: context.texts(.accountKnowsWords), value: form.profile.knowsWords,
                hint: context.texts(.accountKnowsHint), fault: form.faults["words"], shape: .lines(3),
                longest: Workspace.Profile.longestWords)
            button(.type("submit")) { context.texts(.accountSave) }
        }
    }

    private var passwordForm: some HTML {
        PartForm(.password, of: self) {
            FormField(
                name: "present-password", words: context.texts(.passwordPresent),
                fault: form.faults["present-password"], shape: .password(new: false), isRequired: true,
                longest: PasswordRule.most)
            NewPasswordField(context: context, fault: form.faults["new-password"])
            button(.type("submit")) { context.texts(.passwordSave) }
        }
    }

    @HTMLBuilder private var secondFactor: some HTML {
        if let factor = account.secondFactor {
            p { context.texts(.accountFactorOn, count: factor.recovery.left) }
            p { a(.href(context.link(.workspace(.secondFactor)))) { context.texts(.accountFactorReplace) } }
            PartForm(.codes, of: self) {
                FormField(
                    name: "password", words: context.texts(.passwordPresent), hint: context.texts(.accountNewCodesHint),
                    fault: form.faults["password"], shape: .password(new: false), isRequired: true,
                    longest: PasswordRule.most)
                button(.type("submit"), .class("quietly")) { context.texts(.accountNewCodes) }
            }
        } else {
            p { context.texts(.accountFactorOff) }
            p {
                a(.class("button"), .href(context.link(.workspace(.secondFactor)))) {
                    context.texts(.accountFactorSet)
                }
            }
        }
    }
}

/// One of the forms of the page.
private struct PartForm<Content: HTML>: HTML {
    let part: OwnAccountPage.Part
    let page: OwnAccountPage
    let content: Content

    init(_ part: OwnAccountPage.Part, of page: OwnAccountPage, @HTMLBuilder content: () -> Content) {
        self.part = part
        self.page = page
        self.content = content()
    }

    var body: some HTML {
        WorkspaceForm(.account, visit: page.visit, context: page.context) {
            input(.type("hidden"), .name("part"), .value(part.rawValue))
            content
        }
    }
}

/// Where somebody is signed in, with a way to end each.
private struct SessionList: HTML {
    let page: OwnAccountPage
    private var context: PageContext { page.context }

    var body: some HTML {
        ul(.class("cases")) {
            for session in page.sessions {
                li {
                    strong { name(of: session) }
                    if session.id == page.visit.session.id {
                        " · " + context.texts(.accountSessionHere)
                    } else {
                        PartForm(.sessions, of: page) {
                            input(.type("hidden"), .name("session"), .value(session.id))
                            button(.type("submit"), .class("quietly")) {
                                context.texts(.accountEndSession)
                                span(.class("away")) { ": " + name(of: session) }
                            }
                        }
                    }
                    p(.class("quiet")) {
                        context.texts(
                            .accountSessionTimes, context.wording.moment(session.began),
                            context.wording.moment(session.used))
                    }
                }
            }
        }
        if page.sessions.count > 1 {
            PartForm(.sessions, of: page) {
                input(.type("hidden"), .name("session"), .value(OwnAccountPage.allOthers))
                button(.type("submit")) { context.texts(.accountEndOthers) }
            }
        }
    }

    private func name(of session: AccountSession) -> String {
        session.device.isEmpty ? context.texts(.accountUnknownDevice) : session.device
    }
}

extension Language {
    static var options: [PickOption] { allCases.map { PickOption($0.rawValue, $0.ownName) } }
}
