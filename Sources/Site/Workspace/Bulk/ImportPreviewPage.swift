import Catalogue
import Editorial
import Exchange
import HTML

/// What a table would do, before anything is done.
struct ImportPreviewPage: WorkspacePage {
    static let length = 50

    var context: PageContext
    let visit: Workspace.Visit
    let importing: Importing
    let sheet: ImportSheet
    /// Records of the catalogue that new ones on this page may be doubles of, by the number of the row.
    var doubles: [Int: [LikelyDouble]] = [:]
    /// Only these rows; nil: all.
    var shown: ImportSheet.Outcome.Kind?
    /// From 1.
    var page = 1
    var why = ""
    /// Whether it would do something else by now than whoever sent it saw.
    var hasChanged = false
    var faults = FormFaults()

    var title: String { context.texts(.bulkPreviewTitle) }

    /// The rows of this page.
    static func rows(of sheet: ImportSheet, _ shown: ImportSheet.Outcome.Kind?, page: Int) -> [ImportSheet.Row] {
        let all = sheet.rows.filter { shown == nil || $0.outcome.kind == shown }
        return Array(all.dropFirst((page - 1) * length).prefix(length))
    }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        FaultList(title: context.texts(.bulkFaults), faults: faults.all)
        h1 { title }
        p(.class("lead")) { importing.name }
        if hasChanged { p(.class("danger"), .role("alert")) { context.texts(.bulkChangedMeanwhile) } }
        p { context.texts(.bulkPreviewText) }
        filters
        if sheet.tally.wrong > 0 {
            p {
                context.texts(.bulkWrongStay, count: sheet.tally.wrong) + " "
                a(.href(context.link(.workspace(.wrongRows(importing.id))))) { context.texts(.bulkFetchWrong) }
            }
        }
        for row in Self.rows(of: sheet, shown, page: page) {
            PreviewRow(row: row, doubles: doubles[row.number] ?? [], context: context)
        }
        Pager(
            context: context, page: page, total: sheet.rows.count { shown == nil || $0.outcome.kind == shown },
            length: Self.length, link: link)
        sending
        WorkspaceForm(.importing(importing.id), visit: visit, context: context) {
            button(.type("submit"), .class("quietly"), .name("do"), .value("choose-anew")) {
                context.texts(.bulkBackToMapping)
            }
        }
        ForgetForm(importing: importing, visit: visit, context: context)
    }

    @HTMLBuilder private var filters: some HTML {
        nav(.ariaLabel(context.texts(.bulkShow))) {
            ul(.class("chips")) {
                filter(nil, .bulkAll, sheet.rows.count)
                filter(.new, .bulkNew, sheet.tally.new)
                filter(.changed, .bulkChanged, sheet.tally.changed)
                filter(.same, .bulkSame, sheet.tally.same)
                filter(.wrong, .bulkWrong, sheet.tally.wrong)
            }
        }
    }

    @HTMLBuilder private func filter(_ kind: ImportSheet.Outcome.Kind?, _ key: TextKey, _ count: Int) -> HTMLFragment {
        li {
            a(.class("chip"), .href(address(kind, 1))) { "\(context.texts(key)): \(count)" }
                .attributes(.ariaCurrent("true"), when: kind == shown)
        }
    }

    private var link: @Sendable (Int) -> String {
        let (context, importing, shown) = (context, importing.id, shown)
        return { Self.address(importing, shown, $0, context) }
    }

    private func address(_ kind: ImportSheet.Outcome.Kind?, _ page: Int) -> String {
        Self.address(importing.id, kind, page, context)
    }

    private static func address(
        _ id: String, _ kind: ImportSheet.Outcome.Kind?, _ page: Int, _ context: PageContext
    ) -> String {
        var items: [QueryItem] = []
        if let kind { items.append(QueryItem("show", kind.rawValue)) }
        if page > 1 { items.append(QueryItem("page", "\(page)")) }
        return context.link(.importing(id), asking: items)
    }

    @HTMLBuilder private var sending: some HTML {
        if sheet.records.records.isEmpty {
            p(.class("note")) { context.texts(.bulkNothingToSend) }
        } else {
            WorkspaceForm(.importing(importing.id), visit: visit, context: context) {
                input(.type("hidden"), .name("seen"), .value(sheet.mark))
                FormField(
                    name: "why", words: context.texts(.bulkWhy), value: why, hint: context.texts(.bulkWhyHint),
                    fault: faults["why"], longest: Importing.longestWhy)
                button(.type("submit"), .name("do"), .value("send")) {
                    context.texts(.bulkSend, count: sheet.records.records.count)
                }
            }
        }
    }
}

/// One row of a table, and what it would do.
private struct PreviewRow: HTML {
    let row: ImportSheet.Row
    let doubles: [LikelyDouble]
    let context: PageContext

    var body: some HTML {
        article(.class("sheet-row \(row.outcome.kind.rawValue)")) {
            h2 {
                context.texts(.bulkRow, "\(row.number)") + " · " + context.texts(row.outcome.kind.label)
                if let name { " · " + name }
            }
            switch row.outcome {
            case .new(let record):
                likely
                details {
                    summary { context.label(record.kind) }
                    DifferenceView(changes: Self.changes(from: nil, to: record), context: context, isWhole: true)
                }
            case .changed(let record, let before):
                DifferenceView(changes: Self.changes(from: before, to: record), context: context)
            case .same: HTMLFragment()
            case .wrong(let problems):
                ul(.class("cannot")) { for problem in problems { li { problem.line(in: context) } } }
            }
        }
    }

    @HTMLBuilder private var likely: HTMLFragment {
        if !doubles.isEmpty {
            div(.class("note")) {
                p { context.texts(.bulkLikelyDouble) }
                ul {
                    for double in doubles {
                        li {
                            a(.href(context.link(.workspace(.entry(double.record))))) {
                                context.title(of: double.record)
                            }
                            ": " + double.reasons.map { $0.words(in: context) }.joined(separator: "; ")
                        }
                    }
                }
            }
        }
    }

    private var name: String? {
        switch row.outcome {
        case .new(let record), .changed(let record, _): record.title.text(for: context.edition)?.text
        case .same(let id): context.title(of: id)
        case .wrong: nil
        }
    }

    /// A record that can't be written down has nothing to compare.
    private static func changes(from before: Record?, to after: Record) -> [FieldChange] {
        guard let after = try? Tree(after), let before = before.map({ try? Tree($0) }) ?? .fields([:]) else {
            return []
        }
        return Difference(from: before, to: after).changes
    }
}

extension ImportSheet.Outcome.Kind {
    fileprivate var label: TextKey {
        switch self {
        case .new: .bulkRowNew
        case .changed: .bulkRowChanged
        case .same: .bulkRowSame
        case .wrong: .bulkRowWrong
        }
    }
}
