import Catalogue
import Editorial
import HTML

/// Begins to follow something, or stops.
struct FollowButton: HTML {
    static let subject = "subject"
    static let back = "back"

    let subject: Follow.Subject
    let isFollowed: Bool
    let visit: Workspace.Visit
    let context: PageContext
    /// Whether to come back to the page of the entry that it is about, rather than to the list of what is followed.
    var comesBack = false

    var body: some HTML {
        WorkspaceForm(.follows, visit: visit, context: context, style: "deed") {
            input(.type("hidden"), .name(Self.subject), .value(subject.name))
            if comesBack { input(.type("hidden"), .name(Self.back), .value("1")) }
            button(
                .type("submit"), .class("quietly"), .name("action"), .value(isFollowed ? "stop" : "follow")
            ) {
                context.texts(isFollowed ? .followsStop : .entryFollow)
                span(.class("away")) { ": " + context.name(of: subject) }
            }
        }
    }
}

extension PageContext {
    func name(of subject: Follow.Subject) -> String {
        switch subject {
        case .record(let id): title(of: id)
        case .theme(let id): label(id, in: .themes)
        case .territory(let id): label(id, in: .territories)
        }
    }
}
