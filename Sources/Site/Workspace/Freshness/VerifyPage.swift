import Catalogue
import Editorial
import HTML

/// What somebody should check, longest overdue first: each with its facts in short and one button.
struct VerifyPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let due: [DueRecord]
    /// What was checked a moment ago.
    var done: Record?

    var title: String { context.texts(.verifyingTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        if let done {
            p(.class("notice"), .role("status")) { context.texts(.verifyingDone, context.title(of: done.id)) }
        }
        p(.class("lead")) { context.texts(due.isEmpty ? .verifyingNone : .verifyingLead) }
        for entry in due { DueCard(entry: entry, visit: visit, context: context) }
    }
}

private struct DueCard: HTML {
    let entry: DueRecord
    let visit: Workspace.Visit
    let context: PageContext
    private var record: Record { entry.record }

    var body: some HTML {
        article(.class("card"), .id(record.id.description)) {
            p(.class("eyebrow")) {
                Icon("kind-\(record.kind.rawValue)")
                context.label(record.kind)
            }
            h2 {
                a(.href(context.link(.record(record.kind, record.id)))) {
                    Localised(record.title, context, isName: true)
                }
            }
            p(.class("quiet")) { DueWords(entry: entry, context: context).words }
            ShortFacts(record: record, context: context)
            if !record.sources.isEmpty {
                details {
                    summary { context.texts(.verifyingSources) }
                    ul {
                        for source in record.sources {
                            li {
                                a(.href(source.address.description), .rel("noopener nofollow")) {
                                    source.address.site
                                }
                            }
                        }
                    }
                }
            }
            div(.class("actions")) {
                WorkspaceForm(.verifying, visit: visit, context: context, style: "one") {
                    input(.type("hidden"), .name("record"), .value(record.id.description))
                    button(.type("submit")) {
                        context.texts(.verifyingStillRight)
                        span(.class("away")) { ": " + context.title(of: record.id) }
                    }
                }
                if visit.actor.may(.write, on: record.owners) {
                    way(.entry(record.id), .verifyingEdit)
                }
                if visit.actor.may(.withdraw, on: record.owners) {
                    way(.withdraw(record.id), .verifyingGone)
                }
            }
        }
    }

    @HTMLBuilder private func way(_ address: WorkspaceAddress, _ words: TextKey) -> HTMLFragment {
        a(.href(context.link(.workspace(address)))) {
            context.texts(words)
            span(.class("away")) { ": " + context.title(of: record.id) }
        }
    }
}

/// Since when something wants to be checked, and who checked it last.
struct DueWords {
    let entry: DueRecord
    let context: PageContext

    var words: String {
        let last = entry.record.verified.map { context.words(of: $0) } ?? context.texts(.verifyingNever)
        return state + " " + last + "."
    }

    private var state: String {
        if let day = entry.record.setAside { return context.texts(.verifyingAside, context.wording.date(day)) }
        let since = context.wording.date(entry.due)
        switch entry.state {
        case .fresh, .due: return context.texts(.verifyingDue, since) + "."
        case .late: return context.texts(.verifyingLate, since)
        case .lost: return context.texts(.verifyingLost, since)
        }
    }
}
