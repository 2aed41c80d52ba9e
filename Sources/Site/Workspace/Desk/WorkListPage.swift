import Catalogue
import Editorial
import HTML

/// What there is to do for whoever is signed in, and nothing else.
struct WorkListPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let list: WorkList
    /// Open reports of the own inbox; nil for those who don't open them.
    let reports: Int?
    /// The section that is shown whole.
    let whole: String?

    var title: String { context.texts(.workList) }
    private var texts: Texts { context.texts }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) {
            texts(.tasksHello, visit.account.name)
            if isEmpty { ". " + texts(.tasksEmpty) }
        }
        tasks("reviewing", .tasksReviewing, .tasksReviewingText, list.reviewing) { draft in
            DraftLine(draft: draft, address: .review(draft.id), context: context)
        }
        tasks("writing", .tasksWriting, .tasksWritingText, list.writing) { draft in
            DraftLine(draft: draft, address: .draft(draft.id), context: context)
        }
        if let reports, reports > 0 {
            section {
                h2 { texts(.tasksReports) }
                p { a(.href(context.link(.handling))) { texts(.tasksReportsCount, count: reports) } }
            }
        }
        tasks("suggestions", .tasksSuggestions, nil, list.suggestions, all: .suggestions) { suggestion in
            TaskLine(
                name: suggestion.record.map(context.name(of:)) ?? suggestion.survey?.name ?? suggestion.code,
                address: .suggestion(suggestion.code),
                about: [suggestion.language.ownName, context.wording.date(suggestion.receivedOn)], context: context)
        }
        tasks("claims", .tasksClaims, nil, list.claims, all: .claims) { claim in
            TaskLine(
                name: context.name(of: claim.record), address: .claims,
                about: [context.name(of: claim.organisation), context.wording.date(claim.madeOn)], context: context)
        }
        tasks("applications", .tasksApplications, nil, list.applications, all: .applications) { application in
            TaskLine(
                name: application.statement.organisation, address: .application(application.id),
                about: [context.wording.date(application.receivedOn)], context: context)
        }
        tasks("signUps", .tasksSignUps, nil, list.signUps, all: .signUps) { signUp in
            TaskLine(
                name: signUp.group, address: .signUp(signUp.code),
                about: [context.name(of: signUp.campaign), context.wording.date(signUp.day)], context: context)
        }
        tasks("verifying", .tasksVerifying, nil, list.verifying, all: .verifying) { due in
            TaskLine(
                name: context.name(of: due.record.id), address: .entry(due.record.id),
                about: [texts(.tasksDue, context.wording.date(due.due))], context: context)
        }
        tasks("links", .tasksLinks, nil, list.links, all: .links) { task in
            TaskLine(
                name: task.report.address.description, address: .links,
                about: task.places.first.map { [context.name(of: $0.record.id)] } ?? [], context: context)
        }
        tasks("translating", .tasksTranslating, .tasksTranslatingText, list.translating) { task in
            TaskLine(
                name: context.name(of: task.record.id), address: .entry(task.record.id),
                about: [task.languages.map(\.ownName).joined(separator: ", ")], context: context)
        }
        tasks("waiting", .tasksWaiting, nil, list.waiting) { draft in
            DraftLine(draft: draft, address: .draft(draft.id), context: context)
        }
        ul(.class("links")) {
            for (words, address) in further { li { a(.href(context.link(.workspace(address)))) { texts(words) } } }
        }
        p(.class("quiet for-keys"), .hidden) { texts(.tasksKeys) }
    }

    /// What has no section while there is nothing to do in it.
    private var further: [(TextKey, WorkspaceAddress)] {
        let all: [(TextKey, WorkspaceAddress, Bool)] = [
            (.followsTitle, .follows, actor.mayEver(.follow)),
            (.tasksSuggestions, .suggestions, actor.mayEver(.handleSuggestion)),
            (.claimsTitle, .claims, actor.mayEver(.claim) || actor.mayEver(.decideClaim)),
        ]
        return all.filter(\.2).map { ($0.0, $0.1) }
    }

    private var isEmpty: Bool {
        list.isEmpty && (reports ?? 0) == 0
    }

    /// A heading with how many there are, and the first few.
    @HTMLBuilder
    private func tasks<Task, Line: HTML>(
        _ name: String, _ heading: TextKey, _ explanation: TextKey?, _ list: [Task], all: WorkspaceAddress? = nil,
        @HTMLBuilder line: (Task) -> Line
    ) -> some HTML {
        if !list.isEmpty {
            section(.id(name)) {
                h2 { texts(heading) + " (\(list.count))" }
                if let explanation { p(.class("quiet")) { texts(explanation) } }
                ul(.class("tasks")) {
                    for task in whole == name ? list[...] : list.prefix(Self.shown) { line(task) }
                }
                if list.count > Self.shown, whole != name {
                    p {
                        a(.href(all.map { context.link(.workspace($0)) } ?? link(to: name))) {
                            texts(.tasksAll, "\(list.count)")
                        }
                    }
                }
            }
        }
    }

    private func link(to section: String) -> String {
        context.link(.workspace(.home)) + QueryItems([QueryItem("all", section)]).print() + "#" + section
    }

    /// So many of each kind: a list that one can finish.
    private static let shown = 5
}

private struct TaskLine: HTML {
    let name: String
    let address: WorkspaceAddress
    let about: [String]
    let context: PageContext

    var body: some HTML {
        li {
            a(.href(context.link(.workspace(address)))) { name }
            if !about.isEmpty { p(.class("quiet")) { about.joined(separator: " · ") } }
        }
    }
}

private struct DraftLine: HTML {
    let draft: Draft
    let address: WorkspaceAddress
    let context: PageContext

    var body: some HTML {
        TaskLine(
            name: draft.record.title.text(for: context.edition)?.text ?? context.texts(.tasksUntitled),
            address: address, about: about, context: context)
    }

    private var about: [String] {
        [
            context.label(draft.record.kind), draft.organisation.map(context.name(of:)),
            draft.state == .returned ? context.texts(.tasksReturned) : nil,
            context.texts(.tasksChangedOn, context.wording.date(BrusselsTime(draft.changed).day)),
        ].compactMap { $0 }
    }
}
