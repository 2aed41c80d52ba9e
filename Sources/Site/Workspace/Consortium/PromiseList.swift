import Catalogue
import Editorial
import HTML

/// What an organisation has to carry out, out of the decisions of meetings; nothing where it promised nothing.
struct PromiseList: HTML {
    static let action = "settle"

    let heading: String
    let promises: [Promise]
    let mayKeep: @Sendable (Promise) -> Bool
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        if !promises.isEmpty {
            section(.ariaLabelledBy("promises")) {
                h2(.id("promises")) { heading }
                ul(.class("promises")) { for promise in promises { line(promise) } }
            }
        }
    }

    @HTMLBuilder private func line(_ promise: Promise) -> HTMLFragment {
        li {
            p(.lang(promise.meeting.language.rawValue)) { promise.decision.words }
            p(.class("quiet")) {
                if let day = promise.decision.by {
                    context.texts(.consortiumBy, context.wording.date(day)) + " · "
                }
                a(.href(context.link(.workspace(.meeting(promise.meeting.id))))) {
                    span(.lang(promise.meeting.language.rawValue)) { promise.meeting.title }
                }
            }
            if mayKeep(promise) { SettleForm(promise: promise, visit: visit, context: context) }
        }
    }
}

/// The button that says that a decision was carried out.
struct SettleForm: HTML {
    let promise: Promise
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        WorkspaceForm(.meeting(promise.meeting.id), visit: visit, context: context, style: "small") {
            input(.type("hidden"), .name("place"), .value("\(promise.place)"))
            input(.type("hidden"), .name("version"), .value("\(promise.version)"))
            button(.type("submit"), .class("quietly")) {
                Icon("check")
                context.texts(.consortiumSettle)
                span(.class("away")) { ": \(promise.decision.words)" }
            }
        }
    }
}
