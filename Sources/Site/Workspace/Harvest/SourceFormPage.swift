import Catalogue
import Editorial
import HTML

/// The form of a source.
struct SourceFormPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    /// The id of the source in the address.
    let id: String
    let form: ConsortiumForm

    var title: String { context.texts(id == HarvestRoutes.new ? .harvestAdd : .harvestChange) }

    private var mayDecide: Bool { actor.may(.harvest, on: nil) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        FaultList(title: context.texts(.harvestFaults), faults: form.faultList.faults)
        WorkspaceForm(.editSource(id), visit: visit, context: context) {
            form.line("name", context.texts(.harvestName), isRequired: true, longest: HarvestSource.longestName)
            form.line(
                "address", context.texts(.harvestAddress), hint: context.texts(.harvestAddressHint), isRequired: true,
                longest: HarvestSource.longestAddress)
            form.pick(
                "format", context.texts(.harvestFormat),
                IncomingFormat.allCases.map { PickOption($0.rawValue, context.texts($0.label)) })
            form.line(
                "interval", context.texts(.harvestInterval), hint: context.texts(.harvestIntervalHint),
                shape: .number, isRequired: true)
            form.pick(
                "kind", context.texts(.harvestKind),
                Kind.allCases.filter { $0 != .guide && $0 != .route }
                    .map { PickOption($0.rawValue, context.label($0)) })
            form.pick("language", context.texts(.harvestLanguage), context.languageOptions)
            OrganisationPicker(
                context: context, name: "behind", words: context.texts(.harvestBehind),
                none: context.texts(.harvestNobody), chosen: RecordID(form["behind"]))
            form.line(
                "words", context.texts(.harvestWords), hint: context.texts(.harvestWordsHint), shape: .lines(6))
            if mayDecide {
                OrganisationPicker(
                    context: context, name: "owner", words: context.texts(.harvestOwner),
                    none: context.texts(.consortiumCoordinator), chosen: RecordID(form["owner"]))
            }
            tick("on", .harvestOn)
            if mayDecide {
                tick("trusted", .harvestTrusted)
                p(.class("quiet")) { context.texts(.harvestTrustedHint) }
            }
            button(.type("submit")) { context.texts(.consortiumSave) }
        }
        p { a(.href(context.link(.workspace(.sources)))) { context.texts(.harvestTitle) } }
    }

    @HTMLBuilder private func tick(_ name: String, _ words: TextKey) -> HTMLFragment {
        label(.class("choice")) {
            input(.type("checkbox"), .name(name), .value(SourceForm.yes))
                .attributes(.checked, when: form[name] == SourceForm.yes)
            span { context.texts(words) }
        }
    }
}
