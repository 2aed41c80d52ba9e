import Catalogue
import Editorial
import HTML

/// Entries that may be one and the same, with why it seems so.
struct DoublesPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let pairs: [DoublePair]
    /// From 1.
    let page: Int
    static let length = 20

    var title: String { context.texts(.doublesTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(pairs.isEmpty ? .doublesNone : .doublesLead) }
        ul(.class("tasks")) {
            for pair in pairs.dropFirst((page - 1) * Self.length).prefix(Self.length) {
                li {
                    p(.class("heading")) {
                        entry(pair.first)
                        " · "
                        entry(pair.second)
                    }
                    ul { for reason in pair.reasons { li { reason.words(in: context) } } }
                    p {
                        a(
                            .class("button quietly"),
                            .href(context.link(.workspace(.merge(pair.first, with: pair.second))))
                        ) {
                            context.texts(.doublesCompare)
                        }
                    }
                }
            }
        }
        Pager(context: context, page: page, total: pairs.count, length: Self.length) { [context] page in
            context.link(.workspace(.doubles)) + QueryItems([QueryItem("page", "\(page)")]).print()
        }
    }

    private func entry(_ id: RecordID) -> some HTML {
        a(.href(context.link(.workspace(.entry(id))))) {
            context.title(of: id) + (context.catalogue[id].map { " (\(context.label($0.kind)))" } ?? "")
        }
    }
}

/// Two entries side by side, field by field: which side is taken.
struct MergePage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let merge: RecordMerge
    var why = ""
    var whyFault: String?

    var title: String { context.texts(.mergeTitle) }
    private var texts: Texts { context.texts }
    private var kept: String { context.title(of: merge.kept.id) }
    private var other: String { context.title(of: merge.other.id) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { texts(.mergeLead, kept, other) }
        p {
            a(.href(context.link(.workspace(.merge(merge.other.id, with: merge.kept.id))))) { texts(.mergeTurn) }
        }
        if !merge.lost.isEmpty {
            p(.class("note")) {
                texts(.mergeLost, merge.lost.map { words(for: $0) }.joined(separator: ", "))
            }
        }
        WorkspaceForm(.merge(merge.kept.id, with: merge.other.id), visit: visit, context: context) {
            for field in merge.differing { MergeChoiceView(field: field, page: self) }
            FormField(
                name: "why", words: texts(.mergeWhy), value: why, fault: whyFault, isRequired: true, longest: 500)
            button(.type("submit"), .name("action"), .value("merge")) { texts(.mergeSend) }
        }
        h2 { texts(.mergeApartTitle) }
        WorkspaceForm(.merge(merge.kept.id, with: merge.other.id), visit: visit, context: context) {
            p { texts(.mergeApartText) }
            button(.type("submit"), .class("quietly"), .name("action"), .value("apart")) { texts(.mergeApart) }
        }
    }

    func words(for field: MergeField) -> String { FieldNames.words(for: field.path, in: context) }
}

/// One field: what each side says, and which of it is taken.
private struct MergeChoiceView: HTML {
    let field: MergeField
    let page: MergePage
    private var context: PageContext { page.context }

    var body: some HTML {
        fieldset(.class("sides")) {
            legend { page.words(for: field) }
            for choice in page.merge.options(for: field) {
                label(.class("choice")) {
                    input(.type("radio"), .name(field.rawValue), .value(choice.rawValue))
                        .attributes(.checked, when: page.merge.choice(for: field) == choice)
                    span { context.texts(choice.words, name(of: choice)) }
                }
                if let lines = lines(of: choice) {
                    ul(.class("side")) { for line in lines { li { line } } }
                }
            }
        }
    }

    private func name(of choice: MergeChoice) -> String {
        context.title(of: choice == .other ? page.merge.other.id : page.merge.kept.id)
    }

    /// What a side says; of both together nothing new.
    private func lines(of choice: MergeChoice) -> [String]? {
        let record: Record
        switch choice {
        case .kept: record = page.merge.kept
        case .other: record = page.merge.other
        case .both: return nil
        }
        let values = FieldValues(context: context).lines((try? Tree(record))?[field.path], at: field.path)
        return values.isEmpty ? [context.texts(.mergeNothing)] : values
    }
}

extension MergeChoice {
    fileprivate var words: TextKey {
        switch self {
        case .kept, .other: .mergeOf
        case .both: .mergeBoth
        }
    }
}

extension MergeField {
    /// Where it stands in a record.
    fileprivate var path: FieldPath {
        switch self {
        case .phones, .emails, .chat, .form, .address, .hours: FieldPath(["contact", rawValue])
        case .addressRemark: "contact/addressRemark"
        default: FieldPath([rawValue])
        }
    }
}
