import Catalogue
import Editorial
import Foundation
import HTML

/// The sources that somebody looks after, each with how it stands.
struct SourcesPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let sources: [HarvestSource]
    let now: Date

    var title: String { context.texts(.harvestTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.harvestLead) }
        p {
            a(.class("button"), .href(context.link(.workspace(.editSource(HarvestRoutes.new))))) {
                context.texts(.harvestAdd)
            }
        }
        if sources.isEmpty { p { context.texts(.harvestNone) } }
        ul(.class("entries")) {
            for source in sources {
                li {
                    p(.class("heading")) {
                        a(.href(context.link(.workspace(.source(source.id))))) { source.name }
                        span(.class("badge")) { context.texts(source.state(at: now)) }
                    }
                    p(.class("quiet")) { SourceWords(context).facts(source).joined(separator: " · ") }
                }
            }
        }
    }
}

/// What is said of a source in a line.
struct SourceWords {
    let context: PageContext

    init(_ context: PageContext) { self.context = context }

    func facts(_ source: HarvestSource) -> [String] {
        [
            context.texts(source.format.label), context.keeper(source.organisation),
            source.isOn ? context.texts(.harvestEvery, "\(source.interval)") : nil,
            source.isTrusted ? context.texts(.harvestTrusted) : nil,
            source.last.map { context.texts(.harvestLast, context.wording.moment($0.at)) },
        ].compactMap { $0 }
    }
}

extension HarvestSource {
    func state(at now: Date) -> TextKey {
        if isRunning(at: now) { return .harvestRunning }
        if wish != nil { return .harvestWaiting }
        if last?.wantsLooking ?? false { return .harvestLook }
        if !isOn { return .harvestOff }
        return last == nil ? .harvestNever : .harvestFine
    }
}
