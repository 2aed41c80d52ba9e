import Catalogue
import Editorial
import HTML

/// Takes an entry out of the shop: why, and what to look at instead.
struct WithdrawalPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let record: Record
    var form = WithdrawalForm()
    var faults: [WithdrawalForm.Fault] = []

    var title: String {
        context.texts(.withdrawTitle, record.title.text(for: context.edition)?.text ?? record.id.description)
    }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        FaultList(
            title: context.texts(.reviewFix), faults: faults.map { (field: $0.field, words: $0.words(in: context)) })
        h1 { title }
        p(.class("lead")) { context.texts(.withdrawLead) }
        if !referrers.isEmpty {
            div(.class("danger")) {
                if record.kind == .channel, referrers.contains(where: { $0.kind == .guide }) {
                    p { strong { context.texts(.withdrawHelp) } }
                }
                p { context.texts(.withdrawNamed) }
                RecordLinks(records: referrers, context: context)
            }
        }
        WorkspaceForm(.withdraw(record.id), visit: visit, context: context) {
            FormField(
                name: "why", words: context.texts(.withdrawWhy), value: form.why,
                hint: context.texts(.withdrawWhyHint), fault: fault("why"), shape: .lines(3), isRequired: true,
                longest: WithdrawalForm.longestWhy)
            FormField(
                name: "successor", words: context.texts(.withdrawSuccessor), value: form.successor,
                hint: context.texts(.withdrawSuccessorHint), fault: fault("successor"), longest: 500)
            div(.class(fault("confirm") == nil ? "group" : "group wrong")) {
                if let fault = fault("confirm") { p(.class("fault"), .id("confirm-fault")) { fault } }
                label(.class("choice")) {
                    input(.type("checkbox"), .id("confirm"), .name("confirm"), .value("yes"))
                        .attributes(.checked, when: form.isConfirmed)
                        .attributes(.ariaDescribedBy("confirm-fault"), when: fault("confirm") != nil)
                    span { context.texts(.withdrawConfirm) }
                }
            }
            button(.type("submit")) { context.texts(.withdrawIt) }
        }
        p { a(.href(context.link(.workspace(.entry(record.id))))) { context.texts(.backToRecord) } }
    }

    private func fault(_ field: String) -> String? { faults.first { $0.field == field }?.words(in: context) }

    /// What is shown and names it.
    private var referrers: [Record] {
        var seen: Set<RecordID> = []
        return context.catalogue.references(to: record.id).compactMap(\.referrer)
            .filter { seen.insert($0).inserted }.compactMap { context.catalogue[$0] }
    }
}

extension RecordReference {
    /// The record that does the naming; nil where a vocabulary does.
    fileprivate var referrer: RecordID? {
        switch self {
        case .owner(let id), .successor(let id): id
        case .endChannel(_, let guide), .endRecord(_, let guide): guide
        case .stop(_, let route): route
        case .finding(_, let event), .action(_, let event): event
        case .recommendation(let recommendation): recommendation.publication
        case .conceptChannel, .conceptGuide: nil
        }
    }
}
