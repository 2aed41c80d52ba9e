import Catalogue
import Foundation

/// What a site may take over from another, under its own names.
struct DeliveredRecords: Sendable {
    let source: HarvestSource
    let catalogue: Catalogue
    /// Our names of what the source brought, by the names that it uses itself.
    var names: [RecordID: RecordID]
    /// Organisations that are on their way: their drafts wait, or come in the same run.
    var coming: Set<RecordID>

    /// The record as it would stand here. What only one site can decide is left out, and what nobody knows here: concepts
    /// of other vocabularies, organisations that did not come along.
    func record(_ incoming: Incoming, as id: RecordID, of kind: Kind) -> Record? {
        guard var record = incoming.record else { return nil }
        for (theirs, ours) in names.sorted(by: { $0.key < $1.key }) where theirs != ours {
            record = record.naming(ours, insteadOf: theirs)
        }
        record.id = id
        record.kind = kind
        record.member = false
        record.verified = nil
        record.setAside = nil
        record.withdrawn = nil
        record.successor = nil
        record.isMerged = nil
        record.home = Self.home(of: incoming)
        record.organisations = record.organisations.filter { isOrganisation($0) && $0 != id }
        if record.organisations.isEmpty, kind != .organisation, kind != .route {
            record.organisations = [source.mapping.organisation ?? source.organisation].compactMap { $0 }
        }
        keepKnownConcepts(of: &record)
        let page = [incoming.page, record.home, source.address].lazy.compactMap { $0.flatMap { WebAddress($0) } }.first
        if record.sources.isEmpty, let page {
            record.sources = [Source(address: page, says: "The entry, as \(source.name) has it.", seen: nil)]
        }
        if let promises = record.recommendations, promises.contains(where: { !isKnown($0.named) }) {
            record.recommendations = nil
        }
        if let lab = record.lab, !isKnown(lab.findings.flatMap { $0.leadsTo.map(\.publication) }) { record.lab = nil }
        if let campaign = record.campaign, !isKnown(campaign.actions.flatMap(\.material)) { record.campaign = nil }
        return record
    }

    /// Why it can't be taken over, in words; nil: it can.
    func fault(in record: Record) -> String? {
        if record.kind == .guide { return "guides lead to the channels of one country: they are not taken over" }
        if let route = record.route, !isKnown(route.stops.flatMap(\.records)) {
            return "the route names entries that are not here"
        }
        let draft = Draft(
            id: "", record: record, base: nil, organisation: nil, author: "", origin: .harvest(source: source.id),
            at: Date(timeIntervalSince1970: 0))
        let faults = draft.faults(in: catalogue).filter { fault in
            if case .unknownOrganisation(let id) = fault { !coming.contains(id) } else { true }
        }
        return faults.isEmpty ? nil : faults.map(\.plainWords).joined(separator: "; ")
    }

    /// The name of a thing at the site where it is at home. A source that doesn't pass on others' says it by where it is
    /// read.
    static func home(of incoming: Incoming) -> String? {
        if let home = incoming.home { return home }
        return WebAddress(incoming.key) != nil ? incoming.key : incoming.page
    }

    private func isOrganisation(_ id: RecordID) -> Bool {
        coming.contains(id) || catalogue[id]?.kind == .organisation
    }

    private func isKnown(_ ids: [RecordID]) -> Bool {
        let ours = Set(names.values)
        return ids.allSatisfy { ours.contains($0) || catalogue.any($0) != nil }
    }

    private func keepKnownConcepts(of record: inout Record) {
        func known(_ ids: [ConceptID], _ name: VocabularyName) -> [ConceptID] {
            ids.filter { catalogue[name][$0] != nil }
        }
        record.themes = known(record.themes, .themes)
        record.audiences = known(record.audiences, .audiences)
        record.territories = known(record.territories, .territories)
        record.pillars = known(record.pillars, .pillars)
        record.formats = known(record.formats, .formats)
        record.cost = record.cost.flatMap { catalogue[.costs][$0] == nil ? nil : $0 }
    }
}

extension Recommendation {
    fileprivate var named: [RecordID] { to.organisations + measures.flatMap(\.responsible.organisations) }
}

extension DraftFault {
    /// In English, beside what the reader of the format has to say.
    fileprivate var plainWords: String {
        switch self {
        case .unread(let field): "‘\(field)’ can't be read"
        case .noTitle: "it has no title"
        case .noSummary(let language): "it has a title without a summary (\(language.rawValue))"
        case .noTitleIn(let language): "it has a summary without a title (\(language.rawValue))"
        case .noOrganisation: "no organisation stands behind it: choose one for the source"
        case .unknownOrganisation(let id): "the organisation ‘\(id)’ is not here"
        case .noSource: "nothing says where it comes from"
        case .endsBeforeBegins: "it ends before it begins"
        case .noDate: "an event without a date"
        case .noContact: "a channel without contact"
        case .unknownConcept(let id, let name): "‘\(id)’ is no concept of \(name.rawValue)"
        }
    }
}

/// Brings what a source delivers together with what stands here.
enum HarvestMerge {
    /// The record with what the source changed since `base`. What was edited here stays, and so does what the source
    /// doesn't speak about.
    static func record(
        base: Record, delivered: Record, current: Record, fields: Set<String>
    ) throws -> Record {
        let theirs = try Tree(current)
        let (old, new) = (try Tree(base), try Tree(delivered))
        var (before, mine) = (theirs, theirs)
        for field in fields.subtracting(HarvestedThing.ours) {
            before[step: field] = old[step: field]
            mine[step: field] = new[step: field]
        }
        var record = try FieldMerge(base: before, mine: mine, theirs: theirs).merged.decoded(as: Record.self)
        record.home = delivered.home
        return record
    }
}
