import Catalogue
import Editorial
import HTML

/// Which fields of an entry come from which other site, and which were edited here.
struct ProvenanceView: HTML {
    let provenance: [Workspace.Provenance]
    let actor: Actor
    let context: PageContext

    var body: some HTML {
        if !provenance.isEmpty {
            section(.class("note"), .ariaLabelledBy("provenance")) {
                h2(.id("provenance")) { context.texts(.harvestProvenance) }
                for one in provenance {
                    p {
                        context.texts(.harvestProvenanceFrom, one.source.name)
                        if actor.may(.harvest, on: one.source.organisation) {
                            " "
                            a(.href(context.link(.workspace(.source(one.source.id))))) {
                                context.texts(.harvestTitle)
                            }
                        }
                    }
                    if let home = one.thing.delivered.home.flatMap({ WebAddress($0) })?.description {
                        p { a(.href(home), .rel("noopener nofollow")) { home } }
                    }
                    if let day = one.thing.vanished {
                        p { context.texts(.harvestGone, context.wording.date(day)) }
                    }
                    ul {
                        line(.harvestAsDelivered, one.fields.filter(\.isAsDelivered))
                        line(.harvestEditedHere, one.fields.filter { !$0.isAsDelivered })
                    }
                }
            }
        }
    }

    @HTMLBuilder private func line(_ key: TextKey, _ fields: [FieldProvenance]) -> HTMLFragment {
        if !fields.isEmpty {
            li {
                context.texts(
                    key,
                    fields.map { FieldNames.words(for: FieldPath($0.field), in: context) }.joined(separator: ", "))
            }
        }
    }
}
