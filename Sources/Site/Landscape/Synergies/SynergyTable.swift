import Catalogue
import Mapping

/// Groups as a table: a row a member.
struct SynergyTable {
    let groups: [(number: Int, group: SynergyGroup)]
    let context: PageContext

    private var texts: Texts { context.texts }

    /// On the page.
    var shown: FigureTable { table(withAddress: false) }

    /// For a spreadsheet, with the addresses of the records.
    var file: FigureTable { table(withAddress: true) }

    private func table(withAddress: Bool) -> FigureTable {
        let keys: [TextKey] = [
            .synergyRecord, .synergyGroup, .synergyWhat, .synergyLikeness, .factBy, .factLanguages, .factThemes,
            .synergyMissing,
        ]
        return FigureTable(
            file: .synergies, caption: texts(.synergyTitle),
            header: (keys + (withAddress ? [.synergyAddress] : [])).map { texts($0) },
            rows: groups.flatMap { number, group in
                group.members.map { row($0, number, group) + (withAddress ? [address($0.id)] : []) }
            })
    }

    private func row(_ member: SynergyGroup.Member, _ number: Int, _ group: SynergyGroup) -> [FigureCell] {
        let record = context.catalogue[member.id]
        let suggestions = group.advice.filter { $0.members.contains(member.id) }
            .map { texts($0.suggestion.label) }
        return [
            .link(context.title(of: member.id), to: context.link(.record(group.kind, member.id))),
            .number(number), .text(suggestions.joined(separator: ", ")), .decimal(group.likeness, digits: 2),
            .text((record?.organisations ?? []).map(context.title).joined(separator: ", ")),
            .text(context.wording.names(of: member.languages)),
            .text((record?.themes ?? []).map { context.label($0, in: .themes) }.joined(separator: ", ")),
            .text(context.wording.names(of: group.missing.map { LanguageTag($0) })),
        ]
    }

    private func address(_ id: RecordID) -> FigureCell {
        guard let record = context.catalogue[id] else { return .none }
        return .text(
            context.settings.publicAddress + Address.record(record.kind, record.id).print(in: context.edition))
    }
}
