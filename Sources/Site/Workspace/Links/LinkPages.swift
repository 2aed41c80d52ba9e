import Catalogue
import Editorial
import HTML

/// Outgoing links that somebody should look at: broken ones, ones that moved, ones that nobody may ask for.
struct LinksPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let tasks: [LinkTask]
    /// Drafts that were just made.
    let proposed: Int?
    /// From 1.
    let page: Int
    static let length = 25

    var title: String { context.texts(.linksTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        if let proposed {
            p(.class("notice"), .role("status")) { context.texts(.linksProposed, count: proposed) }
        }
        p(.class("lead")) { context.texts(tasks.isEmpty ? .linksNone : .linksLead) }
        if actor.may(.replaceDomain, on: nil) {
            p { a(.href(context.link(.workspace(.domain)))) { context.texts(.domainTitle) } }
        }
        ul(.class("tasks")) {
            for task in tasks.dropFirst((page - 1) * Self.length).prefix(Self.length) {
                LinkTaskView(task: task, visit: visit, context: context)
            }
        }
        Pager(context: context, page: page, total: tasks.count, length: Self.length) { [context] page in
            context.link(.workspace(.links)) + QueryItems([QueryItem("page", "\(page)")]).print()
        }
    }
}

private struct LinkTaskView: HTML {
    let task: LinkTask
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        li {
            p(.class("heading")) {
                a(.href(task.report.address.description), .rel("noopener nofollow")) { task.report.address.description }
            }
            p { LinkWords(context).state(task.report.state, failures: task.report.failures) }
            p(.class("quiet")) { context.texts(.linksWhere) }
            ul {
                for place in places {
                    li {
                        a(.href(context.link(.workspace(.entry(place.id))))) {
                            Localised(place.title, context, isName: true)
                        }
                    }
                }
            }
            if case .moved(let move) = task.report.state {
                p {
                    context.texts(.linksNew) + " "
                    a(.href(move.new.description), .rel("noopener nofollow")) { move.new.description }
                }
                if move.kind == .sentHome { p(.class("note")) { context.texts(.linksSentHome) } }
                WorkspaceForm(.links, visit: visit, context: context) {
                    input(.type("hidden"), .name("address"), .value(task.report.address.description))
                    button(.type("submit"), .class("quietly")) { context.texts(.linksFollow) }
                }
            }
        }
    }

    /// Each entry once, however often the address stands in it.
    private var places: [Record] {
        var seen: Set<RecordID> = []
        return task.places.map(\.record).filter { seen.insert($0.id).inserted }
    }
}

/// What a check found, in words.
struct LinkWords {
    let context: PageContext

    init(_ context: PageContext) { self.context = context }

    func state(_ state: LinkReport.State, failures: [LinkReport.Failure]) -> String {
        switch state {
        case .broken(let since):
            let why = failures.last.map { words(for: $0.why) } ?? ""
            return context.texts(
                .linksBroken, context.wording.date(BrusselsTime(since).day), "\(failures.count)", why)
        case .moved: return context.texts(.linksMoved)
        case .refused: return context.texts(.linksRefused)
        case .unknown, .alive, .failing: return ""
        }
    }

    private func words(for failure: LinkFailure) -> String {
        switch failure {
        case .nameNotFound: context.texts(.linkNameNotFound)
        case .connectionRefused, .unreachable, .closed: context.texts(.linkUnreachable)
        case .untrusted: context.texts(.linkUntrusted)
        case .timeout: context.texts(.linkTimeout)
        case .unreadable, .tooManyRedirects, .redirectToNowhere: context.texts(.linkUnreadable)
        case .status(let status): context.texts(.linkStatus, "\(status)")
        }
    }
}

/// Search and replace of a domain, with everything that would change.
struct DomainPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    var old = ""
    var new = ""
    var oldFault: String?
    var newFault: String?
    /// Nil: nothing was asked yet.
    var changes: [LinkChange]?

    var title: String { context.texts(.domainTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.domainLead) }
        WorkspaceForm(.domain, visit: visit, context: context) {
            FormField(
                name: "old", words: context.texts(.domainOld), value: old, hint: context.texts(.domainHint),
                fault: oldFault, isRequired: true, longest: 300)
            FormField(
                name: "new", words: context.texts(.domainNew), value: new, fault: newFault, isRequired: true,
                longest: 300)
            button(.type("submit"), .name("action"), .value("preview")) { context.texts(.domainPreview) }
        }
        if let changes {
            h2 { context.texts(.domainChanges, count: changes.count) }
            if changes.isEmpty { p { context.texts(.domainNothing) } }
            ul(.class("tasks")) {
                for change in changes {
                    li {
                        p(.class("heading")) {
                            a(.href(context.link(.workspace(.entry(change.record))))) {
                                context.name(of: change.record)
                            }
                        }
                        p {
                            del { change.old.description }
                            " → "
                            ins { change.new.description }
                        }
                    }
                }
            }
            if !changes.isEmpty {
                WorkspaceForm(.domain, visit: visit, context: context) {
                    input(.type("hidden"), .name("old"), .value(old))
                    input(.type("hidden"), .name("new"), .value(new))
                    button(.type("submit"), .name("action"), .value("propose")) { context.texts(.domainPropose) }
                }
            }
        }
    }
}
