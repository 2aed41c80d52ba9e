import Catalogue
import Editorial
import HTML

/// Where an organisation asks to look after an entry that others wrote about it.
struct ClaimPage: WorkspacePage {
    static let words = "words"

    var context: PageContext
    let visit: Workspace.Visit
    let record: Record
    /// What the own organisation asked already.
    let open: Claim?
    var typed = ""
    var fault: String?

    var title: String { context.texts(.claimsFormTitle, context.title(of: record.id)) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        FaultList(title: context.texts(.draftFaults), faults: fault.map { [(Self.words, $0)] } ?? [])
        if open != nil {
            p(.class("notice")) { context.texts(.claimsWaiting) }
            p { a(.class("button"), .href(context.link(.workspace(.claims)))) { context.texts(.claimsTitle) } }
        } else {
            p(.class("lead")) { context.texts(.claimsFormLead) }
            WorkspaceForm(.claim(record.id), visit: visit, context: context) {
                FormField(
                    name: Self.words, words: context.texts(.claimsWords), value: typed,
                    hint: context.texts(.claimsWordsHint), fault: fault, shape: .lines(4), isRequired: true,
                    longest: Claim.longestWords)
                button(.type("submit")) { context.texts(.claimsSend) }
            }
        }
        p { a(.href(context.link(.workspace(.entry(record.id))))) { context.texts(.backToRecord) } }
    }
}
