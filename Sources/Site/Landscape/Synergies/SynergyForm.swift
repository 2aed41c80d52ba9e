import Catalogue
import HTML
import Mapping

/// Which groups to see: about what, and to do what with them.
struct SynergyForm: HTML {
    let request: SynergyRequest
    let synergies: Synergies
    let context: PageContext

    var body: some HTML {
        form(.class("choices"), .action(action), .method("get")) {
            PickOne(
                name: "theme", words: context.texts(.synergyTheme), options: any + themes,
                chosen: request.theme?.description ?? "")
            PickOne(
                name: "do", words: context.texts(.synergyWhat),
                options: any
                    + SynergySuggestion.allCases.map { PickOption($0.rawValue, context.texts($0.label)) },
                chosen: request.suggestion?.rawValue ?? "")
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            p {
                button(.type("submit")) { context.texts(.synergyShow) }
                if request.isChoice {
                    " "
                    a(.href(context.link(.landscape(.synergies(SynergyRequest()))))) { context.texts(.synergyAll) }
                }
            }
        }
    }

    private var action: String { Address.landscape(.synergies(SynergyRequest())).print(in: context.edition) }

    private var any: [PickOption] { [PickOption("", context.texts(.synergyAny))] }

    /// Only themes that a group is about, in the order of the vocabulary.
    private var themes: [PickOption] {
        let used = Set(synergies.groups.flatMap(\.themes))
        return context.catalogue[.themes].concepts.map(\.id).filter(used.contains).map {
            PickOption($0.description, context.label($0, in: .themes))
        }
    }
}

extension SynergySuggestion {
    var label: TextKey {
        switch self {
        case .translate: .synergyTranslate
        case .merge: .synergyMerge
        case .together: .synergyTogether
        }
    }
}
