import Catalogue
import Editorial
import HTML
import Readability

/// A draft as readers of one edition will see it, with what is missing.
struct PreviewPage: WorkspacePage {
    static let language = "in"
    static let node = "node"

    var context: PageContext
    let visit: Workspace.Visit
    let draft: Draft
    /// For whom it is shown.
    let reader: PageContext
    let faults: [DraftFault]
    var doubles: [LikelyDouble] = []
    /// Of a guide: the question or the end to show.
    var node: Identifier?

    var title: String { context.texts(.draftPreviewTitle, name) }
    private var name: String { draft.record.title.text(for: context.edition)?.text ?? draft.record.id.description }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        div(.class("preview-bar")) {
            p { title }
            ul(.class("plain")) {
                for edition in editions {
                    li {
                        a(.href(link(edition, node))) { FieldNames.name(of: edition, in: context) }
                            .attributes(.ariaCurrent("true"), when: edition == reader.edition)
                    }
                }
            }
            if let guide = draft.record.guide { nodes(of: guide) }
            PreviewNotes(page: self)
            DoublesNotice(doubles: doubles, context: context)
            if actor.may(.write, on: draft.owners), draft.state.isWritable {
                p {
                    a(.class("button"), .href(context.link(.workspace(.draft(draft.id))))) { context.texts(.draftBack) }
                }
            }
        }
        div(.class("preview"), .lang(reader.edition.description)) { shown }
    }

    /// The ordinary ones, and the easy ones that it has.
    private var editions: [Edition] {
        Edition.allCases.filter { !$0.isSimple || draft.record.title[$0] != nil || draft.record.summary[$0] != nil }
    }

    private func link(_ edition: Edition, _ node: Identifier?) -> String {
        let items =
            [QueryItem(Self.language, edition.description)] + (node.map { [QueryItem(Self.node, "\($0)")] } ?? [])
        return context.link(.workspace(.preview(draft.id))) + QueryItems(items).print()
    }

    @HTMLBuilder private func nodes(of guide: HelpTree) -> HTMLFragment {
        ul(.class("plain")) {
            for id in guide.questions.map(\.id) {
                li { a(.href(link(reader.edition, id))) { context.texts(.fieldQuestion, "\(id)") } }
            }
            for id in guide.ends.map(\.id) {
                li { a(.href(link(reader.edition, id))) { context.texts(.fieldEnd, "\(id)") } }
            }
        }
    }

    @HTMLBuilder private var shown: HTMLFragment {
        if let route = draft.record.route {
            RoutePage(context: reader, record: draft.record, route: route).content
        } else if let guide = draft.record.guide, let shown = node.flatMap({ guide[$0] }) ?? guide[guide.start] {
            switch shown {
            case .question(let question):
                QuestionPage(context: reader, guide: draft.record, tree: guide, question: question).content
            case .end(let end):
                EndPage(context: reader, guide: draft.record, tree: guide, end: end).content
            }
        } else {
            RecordPage(context: reader, record: draft.record).content
        }
    }
}

extension PageContext {
    /// The page of a record as a reader of another edition will see it.
    func reader(of record: Record, in edition: Edition) -> PageContext {
        PageContext(
            edition: edition, snapshot: snapshot, now: now, address: .record(record.kind, record.id), settings: settings
        )
    }
}

/// What is missing before a review, and what readers of an edition will miss.
private struct PreviewNotes: HTML {
    let page: PreviewPage
    private var context: PageContext { page.context }
    private var record: Record { page.draft.record }

    var body: some HTML {
        if !page.faults.isEmpty {
            p { context.texts(.draftStillMissing) }
            ul { for fault in page.faults { li { fault.words(in: context) } } }
        }
        if !notes.isEmpty {
            details {
                summary { context.texts(.draftNotes, count: notes.count) }
                ul { for note in notes { li { note } } }
            }
        }
    }

    private var notes: [String] { missing + easy + levels }

    private var missing: [String] {
        Language.allCases.filter { record.title[$0] == nil && record.summary[$0] == nil }.map {
            context.texts(.draftNoTextIn, context.wording.name(of: LanguageTag($0)))
        }
    }

    private var easy: [String] {
        LevelCheck.missing(in: record).map {
            context.texts(.draftNoEasyIn, context.wording.name(of: LanguageTag($0.language)))
        }
    }

    /// The texts of the shown edition that are too hard.
    private var levels: [String] {
        let form = RecordForm(for: record, in: context.catalogue, language: context.language)
        let texts = form.parts.compactMap { $0 as? TextsPart }.flatMap(\.fields).filter { $0.shape != .line }
        return texts.compactMap { field in
            let note = field.get(record, page.reader.edition).flatMap { LevelNote($0, in: page.reader.edition) }
            guard let note, note != .met else { return nil }
            return "\(field.label.words(in: context)): \(note.words(in: context))"
        }
    }
}
