import Catalogue
import Mapping

/// What the landscape should say, counted the slow way: one record after the other, one question at a time, straight
/// from the rules in words.
struct CountedByHand {
    let catalogue: Catalogue

    var offers: [Record] {
        catalogue.records.filter { record in
            record.isShown && record.status == .active
                && [.initiative, .resource, .channel, .event].contains(record.kind)
        }
    }

    /// How an offer stands at one value; nil: not at all.
    func standing(of record: Record, at value: String, on axis: Axis) -> Standing? {
        switch axis {
        case .kind: return record.kind.rawValue == value ? .direct : nil
        case .language:
            let languages = record.languages.map { $0.description.prefix { $0 != "-" } }
            let known = ["nl", "fr", "de", "en"]
            let isThere = languages.contains { value == "other" ? !known.contains(String($0)) : $0 == value }
            return isThere ? .direct : nil
        case .age: return standing(of: record, atAges: value)
        case .territory: return standing(of: record, atPlace: value)
        case .theme: return has(record.themes, value, .themes) ? .direct : nil
        case .audience:
            if has(record.audiences, value, .audiences) { return .direct }
            let holds = record.audiences.contains { id in
                catalogue[.audiences][id]?.includes.contains { $0.description == value } ?? false
            }
            return holds ? .inherited : nil
        case .format: return has(record.formats, value, .formats) ? .direct : nil
        case .pillar: return has(record.pillars, value, .pillars) ? .direct : nil
        }
    }

    private func has(_ ids: [ConceptID], _ value: String, _ name: VocabularyName) -> Bool {
        ids.contains { id in
            id.description == value || catalogue[name].ancestors(of: id).contains { $0.description == value }
        }
    }

    private func standing(of record: Record, atPlace value: String) -> Standing? {
        guard let place = ConceptID(value) else { return nil }
        let territories = catalogue[.territories]
        if record.territories.contains(place) { return .direct }
        if record.territories.contains(where: { territories.covering(place).contains($0) }) { return .inherited }
        return record.territories.contains { territories.ancestors(of: $0).contains(place) } ? .inPart : nil
    }

    private func standing(of record: Record, atAges value: String) -> Standing? {
        let ends = value.split(separator: "-").compactMap { Int($0) }
        let band = Array(ends[0]...ends[1])
        if let ages = record.ages { return band.contains { (ages.from...ages.to).contains($0) } ? .direct : nil }
        let audiences = record.audiences.compactMap { catalogue[.audiences][$0]?.ages }
        let fits = audiences.contains { ages in
            Double(band.filter { (ages.from...ages.to).contains($0) }.count) >= Double(band.count) / 2
        }
        return fits ? .inherited : nil
    }

    /// Whether an offer serves at least one of these values.
    func serves(_ record: Record, _ values: [String], on axis: Axis) -> Bool {
        values.contains { value in
            let standing = standing(of: record, at: value, on: axis)
            return standing == .direct || standing == .inherited
        }
    }

    /// Offers of a cell by the worse of their two standings.
    func cell(_ row: String, on rows: Axis, _ column: String, on columns: Axis, among offers: [Record])
        -> [(record: Record, standing: Standing)]
    {
        offers.compactMap { record in
            guard let here = standing(of: record, at: row, on: rows),
                let there = standing(of: record, at: column, on: columns)
            else { return nil }
            return (record, here.rawValue > there.rawValue ? here : there)
        }
    }
}
