import Catalogue
import Editorial
import HTML

/// A page for somebody who is signed in.
protocol WorkspacePage: SitePage {
    var visit: Workspace.Visit { get }
}

extension WorkspacePage {
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }
    var actor: Actor { visit.actor }
}

/// What a form carries so that no other site can send it.
enum FormCode {
    static let field = "form-code"
}

/// A form of the workspace; it carries what no other site knows.
struct WorkspaceForm<Content: HTML>: HTML {
    let address: WorkspaceAddress
    let visit: Workspace.Visit
    let context: PageContext
    let style: String
    let takesFile: Bool
    let content: Content

    init(
        _ address: WorkspaceAddress, visit: Workspace.Visit, context: PageContext, style: String = "work",
        takesFile: Bool = false, @HTMLBuilder content: () -> Content
    ) {
        self.address = address
        self.visit = visit
        self.context = context
        self.style = style
        self.takesFile = takesFile
        self.content = content()
    }

    var body: some HTML {
        form(.class(style), .method("post"), .action(context.link(.workspace(address)))) {
            input(.type("hidden"), .name(FormCode.field), .value(visit.session.formCode))
            content
        }
        .attributes(.enctype("multipart/form-data"), when: takesFile)
    }
}
