import Catalogue
import Editorial
import Foundation
import HTML

/// One source: how it stands, what its last run did, what somebody may do with it.
struct SourcePage: WorkspacePage {
    enum Deed: String {
        case trial, run, believe
    }

    var context: PageContext
    let visit: Workspace.Visit
    let source: HarvestSource
    let now: Date
    let wasKept: Bool

    var title: String { source.name }

    private var isBusy: Bool { source.wish != nil || source.isRunning(at: now) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        p(.class("eyebrow")) {
            a(.href(context.link(.workspace(.sources)))) { context.texts(.harvestTitle) }
            span(.class("badge")) { context.texts(source.state(at: now)) }
        }
        h1 { title }
        if wasKept { p(.class("notice"), .role("status")) { context.texts(.harvestKept) } }
        if WebAddress(source.address) == nil {
            p { source.address }
        } else {
            p { a(.href(source.address), .rel("noopener nofollow")) { source.address } }
        }
        p(.class("quiet")) { SourceWords(context).facts(source).joined(separator: " · ") }
        if isBusy {
            p(.class("notice"), .role("status")) { context.texts(.harvestAsked) }
            p {
                a(.class("button"), .href(context.link(.workspace(.source(source.id))))) {
                    context.texts(.harvestAgain)
                }
            }
        } else {
            deeds
        }
        p { a(.href(context.link(.workspace(.editSource(source.id))))) { context.texts(.harvestChange) } }
        if let trial = source.trial {
            section(.ariaLabelledBy("trial")) {
                h2(.id("trial")) { context.texts(.harvestTrial, context.wording.moment(trial.at)) }
                p { context.texts(.harvestTrialText) }
                HarvestResult(run: trial, name: "trial", context: context)
            }
        }
        if let last = source.last {
            section(.ariaLabelledBy("last")) {
                h2(.id("last")) { context.texts(.harvestResult, context.wording.moment(last.at)) }
                HarvestResult(run: last, name: "last", context: context)
            }
        }
    }

    private var deeds: some HTML {
        div(.class("deeds")) {
            deed(.trial, .harvestTry, isQuiet: true)
            deed(.run, .harvestRun, isQuiet: false)
            if (source.trial ?? source.last)?[.held] ?? 0 > 0 { deed(.believe, .harvestBelieve, isQuiet: true) }
        }
    }

    @HTMLBuilder private func deed(_ deed: Deed, _ words: TextKey, isQuiet: Bool) -> HTMLFragment {
        WorkspaceForm(.source(source.id), visit: visit, context: context, style: "deed") {
            input(.type("hidden"), .name("deed"), .value(deed.rawValue))
            button(.type("submit")) { context.texts(words) }.attributes(.class("quietly"), when: isQuiet)
        }
    }
}
