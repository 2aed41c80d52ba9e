import Catalogue
import Editorial
import HTML

/// A device for one-time codes is set up: the picture, the key as text, a code to confirm.
struct SecondFactorPage: SitePage {
    var context: PageContext
    let visit: Workspace.Visit
    let secret: OneTimeSecret
    var onward = Onward()
    var faults = FormFaults()

    var title: String { context.texts(.accountFactorSet) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        if visit.wants == nil {
            WorkspaceBar(visit: visit, context: context)
        } else {
            HalfwayBar(visit: visit, context: context)
        }
        h1 { title }
        if visit.wants != nil { p(.class("lead")) { context.texts(.accountFactorNeeded) } }
        FaultList(title: context.texts(.accountFaults), faults: faults.all)
        ol(.class("doing")) {
            li { p { context.texts(.accountFactorApp) } }
            li {
                p { context.texts(.accountFactorScan) }
                if let code = QRCode(secret.address(issuer: context.texts(.siteName), account: visit.account.email)) {
                    QRCodeView(code: code, label: context.texts(.accountFactorPicture))
                }
                p { context.texts(.accountFactorType) }
                p(.class("secret"), .translate("no")) { secret.shown }
            }
            li {
                WorkspaceForm(.secondFactor, visit: visit, context: context) {
                    OnwardFields(onward: onward)
                    // Somebody who sits down at a screen that was left open must not take the account over.
                    if visit.wants == nil {
                        FormField(
                            name: "password", words: context.texts(.passwordPresent), fault: faults["password"],
                            shape: .password(new: false), isRequired: true, longest: PasswordRule.most)
                    }
                    FormField(
                        name: "code", words: context.texts(.accountFactorCode), fault: faults["code"],
                        isRequired: true, longest: 20, autocomplete: "one-time-code")
                    button(.type("submit")) { context.texts(.accountFactorSet) }
                }
            }
        }
        if let kept = onward.kept { TypedText(text: kept.fields.readable, context: context) }
    }
}

/// The recovery codes, once and never again.
struct RecoveryCodesPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let codes: [String]
    var onward = Onward()

    var title: String { context.texts(.accountCodesTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.accountCodesLead) }
        ol(.class("receipt secrets"), .translate("no")) { for code in codes { li(.class("secret")) { code } } }
        p { context.texts(.accountCodesUse) }
        if let kept = onward.kept {
            SendAgainForm(
                context: context, visit: visit, fields: kept.fields, action: kept.path.description,
                words: context.texts(.accountCodesKept))
        } else {
            p {
                a(.class("button"), .href(onward.next?.description ?? context.link(.workspace(.home)))) {
                    context.texts(.accountCodesKept)
                }
            }
        }
    }
}
