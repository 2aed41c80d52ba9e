import Catalogue
import Editorial
import HTML

/// The form with which an organisation asks to join the consortium.
struct JoinPage: SitePage {
    /// A trap for programs that fill in every field.
    static let trap = "phone"
    static let members = "known-to"
    private static let names: [String: TextKey] = [
        "organisation": .joinOrganisation, "website": .joinWebsite, "about": .joinAbout, "purpose": .joinPurpose,
        "contact": .joinContact, "email": .joinEmail,
    ]

    var context: PageContext
    let members: [Record]
    var statement = Application.Statement()
    var faults = FormFaults()

    var title: String { context.texts(.joinTitle) }
    var summary: String? { context.texts(.joinLead) }
    var freshness: ReadyPage.Freshness { faults.isEmpty && statement == .init() ? .snapshot : .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.joinLead) }
        FaultList(
            title: context.texts(.joinFaults), faults: faults.named { Self.names[$0].map { context.texts($0) } })
        h2 { context.texts(.joinHow) }
        ol(.class("steps")) {
            li { context.texts(.joinStepForm) }
            li { context.texts(.joinStepMembers, "\(Application.sponsorsNeeded)") }
            li { context.texts(.joinStepAnswer) }
        }
        p {
            a(.href(context.link(.joinAnswer)), .rel("nofollow")) { context.texts(.joinToAnswer) }
        }
        h2 { context.texts(.joinForm) }
        p { context.texts(.joinPrivacy) }
        form(.class("report"), .action(context.link(.join)), .method("post")) {
            field("organisation", .joinOrganisation, statement.organisation, most: Application.Statement.longestName)
            field(
                "website", .joinWebsite, statement.website, hint: .joinWebsiteHint,
                most: Application.Statement.longestWebsite)
            field(
                "about", .joinAbout, statement.about, hint: .joinAboutHint, .lines(5),
                most: Application.Statement.longestText)
            field(
                "purpose", .joinPurpose, statement.purpose, hint: .joinPurposeHint, .lines(8),
                most: Application.Statement.longestText)
            field("contact", .joinContact, statement.contact, most: Account.longestName, complete: "name")
            field("email", .joinEmail, statement.email, hint: .joinEmailHint, .email, most: 254, complete: "email")
            if !members.isEmpty {
                PickMany(
                    name: Self.members, words: context.texts(.joinKnownTo), options: context.memberOptions(members),
                    chosen: Set(statement.knownTo.map(\.description)))
            }
            div(.class("trap"), .ariaHidden) {
                label(.for(Self.trap)) { context.texts(.leaveEmpty) }
                input(.type("text"), .id(Self.trap), .name(Self.trap), .autocomplete("off"), .tabindex(-1))
            }
            button(.class("button"), .type("submit")) { context.texts(.joinSend) }
        }
    }

    private func field(
        _ name: String, _ words: TextKey, _ value: String, hint: TextKey? = nil, _ shape: FormField.Shape = .line,
        most: Int, complete: String = "off"
    ) -> FormField {
        FormField(
            name: name, words: context.texts(words), value: value, hint: hint.map { context.texts($0) },
            fault: faults[name], shape: shape, isRequired: true, longest: most, autocomplete: complete)
    }
}

/// Thanks, with the code under which the answer is read.
struct JoinThanksPage: SitePage {
    var context: PageContext
    let code: String

    var title: String { context.texts(.joinThanks) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.joinThanksText) }
        div(.class("receipt")) {
            p { context.texts(.joinYourCode) }
            p(.class("number"), .translate("no")) { code }
        }
        p { context.texts(.joinKeepCode) }
        p { a(.href(context.link(.joinAnswer)), .rel("nofollow")) { context.texts(.joinToAnswer) } }
    }
}
