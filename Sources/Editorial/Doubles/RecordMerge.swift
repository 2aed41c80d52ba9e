import Catalogue

/// Two records that are one real thing, becoming one: what of each is taken. A value; nothing is changed by it.
///
/// Its sources always come from both sides, so that every fact keeps what it rests on.
package struct RecordMerge: Sendable {
    /// The record whose id stays.
    package let kept: Record
    /// The record whose address is to lead to the kept one.
    package let other: Record
    private let choices: [MergeField: MergeChoice]

    /// Nil if both are the same record already. `choices` that a field does not offer do not count, nor do those where
    /// nothing is to be chosen.
    package init?(keeping kept: Record, mergingIn other: Record, choices: [MergeField: MergeChoice] = [:]) {
        guard kept.id != other.id else { return nil }
        self.kept = kept
        self.other = other
        self.choices = choices
    }

    /// The fields in which the two say different things, and so the choices of a page.
    package var differing: [MergeField] {
        MergeField.allCases.filter { $0.belongs(to: kept.kind) && $0.value(in: kept) != $0.value(in: other) }
    }

    /// What the other record says and a record of the kept one's kind has no place for.
    package var lost: [MergeField] {
        MergeField.allCases.filter { !$0.belongs(to: kept.kind) && !$0.value(in: other).isEmpty }
    }

    /// What can be chosen for a field; empty if both say the same.
    package func options(for field: MergeField) -> [MergeChoice] {
        guard field.belongs(to: kept.kind), field.value(in: kept) != field.value(in: other) else { return [] }
        if field == .sources { return [.both] }
        return field.canKeepBoth ? MergeChoice.allCases : [.kept, .other]
    }

    /// What is taken unless somebody chooses: lists and texts of both, otherwise the side that says something, and the
    /// kept one where both do.
    package func defaultChoice(for field: MergeField) -> MergeChoice {
        if field.canKeepBoth { return .both }
        return field.value(in: kept).isEmpty && !field.value(in: other).isEmpty ? .other : .kept
    }

    package func choice(for field: MergeField) -> MergeChoice {
        if let choice = choices[field], options(for: field).contains(choice) { return choice }
        return defaultChoice(for: field)
    }

    /// The one record, with the id and the kind of the kept one.
    package var result: Record {
        var result = kept
        for field in differing {
            switch choice(for: field) {
            case .kept: break
            case .other: field.rule.take(other, &result)
            case .both: field.rule.join?(other, &result)
            }
        }
        result.translations = translations(of: result)
        // Where one named the other, the one record would now name itself.
        return result.naming(kept.id, insteadOf: other.id).naming(kept.id, insteadOf: kept.id)
    }

    /// What a field comes to.
    package func value(of field: MergeField) -> MergeValue { field.value(in: result) }

    /// The other record as it is kept from now on: withdrawn, pointing on. `day` is a day of the years 1900 to 2100.
    package func withdrawn(on day: CivilDay) -> Record {
        var withdrawn = other
        withdrawn.withdrawn = PartialDate(day.description)
        withdrawn.successor = kept.id
        withdrawn.isMerged = true
        return withdrawn
    }

    /// All that is to be published at once: the one record, the withdrawn one, and what named it, which now names the
    /// kept one.
    package func entries(in catalogue: Catalogue, on day: CivilDay) -> [Entry] {
        let both: Set = [kept.id, other.id]
        let referrers = catalogue.entries(naming: kept.id, insteadOf: other.id).filter { entry in
            if case .record(let record) = entry { !both.contains(record.id) } else { true }
        }
        return [.record(result), .record(withdrawn(on: day))] + referrers
    }

    /// How the texts of each language came about: as on the side they are from, and if they are from both, what asks for
    /// more care.
    private func translations(of result: Record) -> [Language: TranslationState]? {
        guard result.title != kept.title || result.summary != kept.summary else { return kept.translations }
        let care: [TranslationState] = [.outdated, .machine, .person, .original]
        var states: [Language: TranslationState] = [:]
        for language in Language.allCases {
            let sides = [kept, other].filter { side in
                [\Record.title, \.summary].contains { text in
                    let taken = result[keyPath: text][language]
                    return taken != nil && taken == side[keyPath: text][language]
                        && (side.id == kept.id || taken != kept[keyPath: text][language])
                }
            }
            let found = sides.compactMap { $0.translations?[language] }
            states[language] = care.first(where: found.contains)
        }
        return states.isEmpty ? nil : states
    }
}
