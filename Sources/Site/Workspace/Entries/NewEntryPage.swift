import Catalogue
import Editorial
import HTML

/// Which kind of entry to begin.
struct NewEntryPage: WorkspacePage {
    static let model = "model"

    var context: PageContext
    let visit: Workspace.Visit
    var fault: String?

    var title: String { context.texts(.entryNew) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.entryNewText) }
        FaultList(title: context.texts(.draftFaults), faults: fault.map { [(field: "kind", words: $0)] } ?? [])
        WorkspaceForm(.newEntry, visit: visit, context: context) {
            fieldset(.class("kinds"), .id("kind")) {
                legend { context.texts(.entryWhich) }
                for kind in kinds {
                    label(.class("choice")) {
                        input(.type("radio"), .name("kind"), .value(kind.rawValue))
                        span {
                            strong { context.label(kind).sentenceCase }
                            " – " + definition(of: kind)
                        }
                    }
                }
            }
            if maySetUpGuides {
                PickOne(
                    name: Self.model, words: context.texts(.entryModel), options: models,
                    hint: context.texts(.entryModelHint))
            }
            button(.type("submit")) { context.texts(.entryBegin) }
        }
    }

    /// Guides and routes are the consortium's own.
    private var maySetUpGuides: Bool { actor.may(.write, on: RecordID?.none) }

    private var kinds: [Kind] {
        Kind.allCases.filter { maySetUpGuides || ($0 != .guide && $0 != .route) }
    }

    private func definition(of kind: Kind) -> String {
        ConceptID(kind.rawValue).flatMap { context.catalogue[.kinds][$0]?.definition.text(for: context.edition)?.text }
            ?? ""
    }

    private var models: [PickOption] {
        let records = context.catalogue.records.filter { $0.kind == .guide || $0.kind == .route }
        return [PickOption("", context.texts(.draftNotSaid))]
            + records.map { PickOption("\($0.id)", "\(context.label($0.kind)): \(context.title(of: $0.id))") }
    }
}
