import Catalogue
import Editorial
import HTML

/// All entries, with how each stands.
struct EntriesPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let filter: EntryFilter
    /// Those that are looked for, all of them.
    let lines: [EntryLine]

    var title: String { context.texts(.workEntries) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        if actor.mayEver(.write) {
            p { a(.class("button"), .href(context.link(.workspace(.newEntry)))) { context.texts(.entryNew) } }
        }
        EntryFilterForm(filter: filter, hasOwn: actor.organisation != nil, context: context)
        p(.class("total"), .role("status")) { context.texts(.entryFound, count: lines.count) }
        ul(.class("entries")) {
            for line in shown { li { EntryLineView(line: line, context: context) } }
        }
        Pager(context: context, page: page, total: lines.count, length: EntryFilter.pageLength) { [context, filter] in
            context.link(.workspace(.entries)) + filter.at(page: $0).query.print()
        }
    }

    /// No further than there are pages.
    private var page: Int {
        min(filter.page, max(1, (lines.count + EntryFilter.pageLength - 1) / EntryFilter.pageLength))
    }

    private var shown: [EntryLine] {
        Array(lines.dropFirst((page - 1) * EntryFilter.pageLength).prefix(EntryFilter.pageLength))
    }
}

private struct EntryFilterForm: HTML {
    let filter: EntryFilter
    let hasOwn: Bool
    let context: PageContext
    private var texts: Texts { context.texts }

    var body: some HTML {
        form(.class("filter"), .role("search"), .method("get"), .action(context.link(.workspace(.entries)))) {
            FormField(name: "q", words: texts(.entrySearch), value: filter.text, longest: EntryFilter.longestText)
            PickOne(
                name: "kind", words: texts(.fieldKind).sentenceCase, options: kinds, chosen: filter.kind?.rawValue ?? ""
            )
            PickOne(
                name: "state", words: texts(.fieldStatus).sentenceCase, options: states,
                chosen: filter.state?.rawValue ?? "")
            if hasOwn {
                label(.class("choice")) {
                    input(.type("checkbox"), .name("own"), .value("1")).attributes(.checked, when: filter.isOwn)
                    span { texts(.entryOwn) }
                }
            }
            button(.type("submit")) { texts(.entryShow) }
        }
    }

    private var kinds: [PickOption] {
        [PickOption("", texts(.entryAllKinds))] + Kind.allCases.map { PickOption($0.rawValue, context.plural($0)) }
    }

    private var states: [PickOption] {
        [PickOption("", texts(.entryAllStates))]
            + EntryFilter.State.allCases.map { PickOption($0.rawValue, texts($0.label)) }
    }
}

extension EntryFilter.State {
    fileprivate var label: TextKey {
        switch self {
        case .drafts: .entryWithDraft
        case .due: .verifyingTitle
        case .aside: .fieldSetAside
        case .withdrawn: .revisionWithdrawn
        }
    }
}

/// One entry: its title, and everything about it that wants somebody's attention.
struct EntryLineView: HTML {
    let line: EntryLine
    let context: PageContext
    private var record: Record { line.record }

    var body: some HTML {
        a(.href(context.link(.workspace(address)))) {
            Icon("kind-\(record.kind.rawValue)")
            name
        }
        p(.class("quiet")) { ([context.label(record.kind)] + marks).joined(separator: " · ") }
    }

    private var name: String {
        record.title.text(for: context.edition)?.text ?? context.texts(.draftNew, context.label(record.kind))
    }

    /// What is not published yet has no page but its draft.
    private var address: WorkspaceAddress {
        if !line.isPublished, let draft = line.drafts.first { .draft(draft.id) } else { .entry(record.id) }
    }

    private var marks: [String] {
        let texts = context.texts
        var marks = line.drafts.map { texts($0.state.label) }
        if !line.isPublished { marks.append(texts(.entryNotPublished)) }
        if record.withdrawn != nil { marks.append(texts(.revisionWithdrawn)) }
        if record.setAside != nil { marks.append(texts(.fieldSetAside)) }
        if let verified = record.verified { marks.append(texts(.entryCheckedOn, context.wording.date(verified.on))) }
        if let freshness = line.freshness, freshness != .fresh { marks.append(texts(.entryDue)) }
        let missing = Language.allCases.filter { record.title[$0] == nil || record.summary[$0] == nil }
        if !missing.isEmpty {
            marks.append(texts(.entryMissing, context.wording.names(of: missing.map { LanguageTag($0) })))
        }
        return marks
    }
}
