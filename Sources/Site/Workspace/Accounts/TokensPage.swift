import Catalogue
import Editorial
import HTML

/// The keys of the own organisation, and a form to make one.
struct TokensPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let tokens: [MemberToken]
    /// One that was just made: shown once.
    var new: SecretToken?
    var typed = ""
    var fault: String?
    var said: Said?

    var title: String { context.texts(.tokenTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.tokenLead) }
        SaidNote(said: said, context: context)
        if let new {
            div(.class("note"), .role("status")) {
                h2 { context.texts(.tokenNewTitle) }
                p { context.texts(.tokenNewLead) }
                p(.class("secret"), .translate("no")) { new.text }
            }
        }
        if tokens.isEmpty { p { context.texts(.tokenNone) } }
        ul(.class("cases")) {
            for token in tokens {
                li {
                    strong { token.label }
                    WorkspaceForm(.tokens, visit: visit, context: context) {
                        input(.type("hidden"), .name("end"), .value(token.id))
                        button(.type("submit"), .class("quietly")) {
                            context.texts(.tokenEnd)
                            span(.class("away")) { ": " + token.label }
                        }
                    }
                    p(.class("quiet")) { line(token) }
                }
            }
        }
        WorkspaceForm(.tokens, visit: visit, context: context) {
            FormField(
                name: "label", words: context.texts(.tokenLabel), value: typed, hint: context.texts(.tokenLabelHint),
                fault: fault, isRequired: true, longest: MemberToken.longestLabel)
            button(.type("submit")) { context.texts(.tokenMake) }
        }
    }

    private func line(_ token: MemberToken) -> String {
        [
            context.texts(.tokenMadeOn, context.wording.date(token.madeOn)),
            token.lastUsedOn.map { context.texts(.tokenLastUsed, context.wording.date($0)) }
                ?? context.texts(.tokenUnused),
        ].joined(separator: " · ")
    }
}
