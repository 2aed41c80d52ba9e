import Catalogue
import Editorial
import Exchange
import HTML

/// Tables out and in.
struct BulkPage: WorkspacePage {
    /// In characters. What is longer goes as a file: it has to pass through the page where one signs in again.
    static let longestPaste = 50_000

    var context: PageContext
    let visit: Workspace.Visit
    var imports: [Importing] = []
    var toReview: [(importing: Importing, drafts: Int)] = []
    var pasted = ""
    var faults = FormFaults()

    var title: String { context.texts(.workBulk) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        FaultList(title: context.texts(.bulkFaults), faults: faults.all)
        h1 { title }
        p(.class("lead")) { context.texts(.bulkLead) }
        if !toReview.isEmpty {
            section(.ariaLabelledBy("for-review")) {
                h2(.id("for-review")) { context.texts(.bulkForReview) }
                ul(.class("links")) {
                    for (importing, count) in toReview {
                        ImportLine(
                            importing: importing, context: context, words: context.texts(.bulkToReview, count: count))
                    }
                }
            }
        }
        if actor.mayEver(.importRecords) {
            section(.ariaLabelledBy("import")) {
                h2(.id("import")) { context.texts(.bulkImport) }
                importForm
            }
            if !imports.isEmpty {
                section(.ariaLabelledBy("recent")) {
                    h2(.id("recent")) { context.texts(.bulkRecent) }
                    ul(.class("links")) {
                        for importing in imports {
                            ImportLine(
                                importing: importing, context: context, words: context.texts(importing.state.label))
                        }
                    }
                }
            }
        }
        section(.ariaLabelledBy("export")) {
            h2(.id("export")) { context.texts(.bulkExport) }
            ExportFormView(visit: visit, context: context)
        }
    }

    @HTMLBuilder private var importForm: some HTML {
        p { context.texts(.bulkImportText) }
        WorkspaceForm(.bulk, visit: visit, context: context, takesFile: true) {
            div(.class(faults["file"] == nil ? "group" : "group wrong")) {
                label(.for("file")) { context.texts(.bulkFile) }
                p(.class("quiet"), .id("file-hint")) { context.texts(.bulkFileHint) }
                if let fault = faults["file"] { p(.class("fault"), .id("file-fault")) { fault } }
                input(
                    .type("file"), .id("file"), .name("file"), .accept(".csv,.tsv,.txt,text/csv"),
                    .ariaDescribedBy(faults["file"] == nil ? "file-hint" : "file-hint file-fault")
                )
                .attributes(.ariaInvalid, when: faults["file"] != nil)
            }
            FormField(
                name: "paste", words: context.texts(.bulkPaste), value: pasted, hint: context.texts(.bulkPasteHint),
                fault: faults["paste"], shape: .lines(5))
            button(.type("submit")) { context.texts(.bulkUpload) }
        }
    }
}

/// An import in a list of them.
private struct ImportLine: HTML {
    let importing: Importing
    let context: PageContext
    let words: String

    var body: some HTML {
        li {
            a(.href(context.link(.workspace(.importing(importing.id))))) { importing.name }
            " · " + words
            p(.class("quiet")) { importing.maker(in: context) }
        }
    }
}

extension Importing {
    /// Who sent it, and when.
    func maker(in context: PageContext) -> String {
        context.who(authorName, organisation) + ", " + context.wording.date(madeOn)
    }
}

extension Importing.State {
    var label: TextKey {
        switch self {
        case .mapping: .bulkStateMapping
        case .previewed: .bulkStatePreviewed
        case .sent: .bulkStateSent
        case .undone: .bulkStateUndone
        }
    }
}
