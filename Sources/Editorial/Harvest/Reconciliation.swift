import Catalogue
import Foundation

/// What to do about what a source delivered: nothing but values, so that the same delivery over the same state always
/// leads to the same steps, and over the state after them to none.
package struct Reconciliation: Sendable {
    /// What a site knows before a run.
    struct Known: Sendable {
        /// What is published.
        let catalogue: Catalogue
        /// The number of the published revision of each record.
        let revisions: [RecordID: Int]
        /// What the source brought before, by its own names, as of the drafts that ended since.
        let things: [String: Kept<HarvestedThing>]
        /// The drafts that wait with what it brought, by their ids.
        let drafts: [String: Kept<Draft>]
        /// The names at home of what other sources brought.
        let homes: Set<String>
        /// The names of records that drafts are to make.
        let reserved: Set<RecordID>
    }

    let source: HarvestSource
    /// Where readers reach this site, without a slash at the end.
    let site: String
    let known: Known
    let now: Date
    /// Whether what vanished is believed to be gone, however much it is.
    var believesVanished = false

    var delivered: DeliveredRecords
    private var taken: Set<RecordID>

    init(_ source: HarvestSource, site: String, known: Known, now: Date, believesVanished: Bool = false) {
        self.source = source
        self.site = site
        self.known = known
        self.now = now
        self.believesVanished = believesVanished
        let things = known.things.values.map(\.value)
        delivered = DeliveredRecords(
            source: source, catalogue: known.catalogue,
            names: Dictionary(things.map { ($0.theirs, $0.record) }, uniquingKeysWith: min),
            coming: Set(things.filter { $0.delivered.kind == .organisation && $0.draft != nil }.map(\.record)))
        taken = known.reserved.union(things.map(\.record))
    }

    /// One step for each thing: organisations first, so that what they stand behind can name them.
    mutating func steps(for delivery: HarvestDelivery) -> [HarvestStep] {
        let items = Dictionary(delivery.items.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
        let present = items.values.filter { $0.record != nil }
            .sorted { ($0.rank, $0.key) < ($1.rank, $1.key) }
        // All names first: a route may name what comes after it.
        var wanted: [String: RecordID] = [:]
        for item in present where known.things[item.key] == nil && strangeness(of: item) == nil {
            guard let id = item.record?.id else { continue }
            let free = id.made { taken.contains($0) || known.catalogue.any($0) != nil }
            taken.insert(free)
            wanted[item.key] = free
            delivered.names[id] = delivered.names[id] ?? free
        }
        var steps: [HarvestStep] = []
        for item in present {
            let step = self.step(for: item, wanted: wanted[item.key])
            if item.record?.kind == .organisation, let id = step.thing?.record, step.outcome != .faulty {
                delivered.coming.insert(id)
            }
            steps.append(step)
        }
        return steps + gone(items, delivery)
    }

    // MARK: What is there

    /// Why it is no business of this source; nil: it is.
    private func strangeness(of item: Incoming) -> HarvestOutcome? {
        let home = DeliveredRecords.home(of: item)
        if [home, item.key, item.page].contains(where: { $0.map { $0.hasPrefix(site + "/") } ?? false }) {
            return .ours
        }
        if let home, known.homes.contains(home) { return .elsewhere }
        return nil
    }

    private func step(for item: Incoming, wanted: RecordID?) -> HarvestStep {
        if let strangeness = strangeness(of: item) { return HarvestStep(item.key, strangeness) }
        let kept = known.things[item.key]
        guard let theirs = item.record, let id = kept?.value.record ?? wanted,
            item.key.utf8.count <= HarvestedThing.longestKey
        else { return faulty(item, "its name is too long") }
        guard let record = delivered.record(item, as: id, of: kept?.value.delivered.kind ?? theirs.kind) else {
            return faulty(item, "nothing is in it")
        }
        if let fault = delivered.fault(in: record) { return faulty(item, fault) }
        var thing =
            kept?.value
            ?? HarvestedThing(
                source: source.id, name: item.key, record: id, theirs: theirs.id, fields: item.fields,
                delivered: record, first: now)
        let isSame = kept != nil && thing.vanished == nil && thing.delivered == record && thing.fields == item.fields
        if isSame { return HarvestStep(item.key, .same) }
        let before = thing
        thing.delivered = record
        thing.fields = item.fields
        thing.theirs = theirs.id
        thing.vanished = nil
        do {
            var step = try change(item.key, before: kept == nil ? nil : before, thing)
            step.version = kept?.version
            step.page = item.page
            return step
        } catch { return faulty(item, "it does not fit what is here (\(error))") }
    }

    private func faulty(_ item: Incoming, _ what: String) -> HarvestStep {
        var step = HarvestStep(item.key, .faulty)
        step.fault = HarvestFault(place: item.key, what: what)
        return step
    }

    /// - Parameter before: the thing as it was before; nil: it is new.
    private func change(_ key: String, before: HarvestedThing?, _ thing: HarvestedThing) throws -> HarvestStep {
        // What was published under the name without us is somebody else's.
        let published = thing.base == nil ? nil : known.catalogue.any(thing.record)
        let draft = thing.draft.flatMap { known.drafts[$0] }
        let isBack = before?.vanished != nil
        if let published, published.withdrawn != nil, !(isBack && thing.isWithdrawn && published.isMerged != true) {
            var step = HarvestStep(key, .away)
            step.thing = thing
            step.record = published
            return step
        }
        if let draft, let before, draft.value.record.withdrawn == nil, draft.value.isWritten(beside: source) {
            return try write(key, before: before, thing, in: draft)
        }
        let revision = published.flatMap { known.revisions[$0.id] }
        var current = published
        current?.withdrawn = nil
        current?.successor = nil
        let record = try target(thing, over: current)
        var step = HarvestStep(key, before == nil ? .new : isBack ? .back : .changed)
        step.thing = thing
        step.record = record
        if record == published {
            // What was proposed before is taken back: the source says again what stands here.
            step.deed = draft.map { .drop($0) } ?? .nothing
            step.thing?.draft = nil
            step.thing?.base = thing.delivered
        } else if source.isTrusted {
            step.deed = .publish(record, over: revision, insteadOf: draft)
            step.thing?.draft = nil
            step.thing?.base = thing.delivered
            step.thing?.isWithdrawn = false
        } else {
            step.deed = .submit(record, over: revision, insteadOf: draft)
        }
        return step
    }

    private func target(_ thing: HarvestedThing, over current: Record?) throws -> Record {
        guard let current, let base = thing.base else {
            var record = thing.delivered
            record.id = thing.record
            return record
        }
        var record = try HarvestMerge.record(
            base: base, delivered: thing.delivered, current: current, fields: thing.fields)
        if record != current {
            record.translations = Translations.states(
                from: current, to: record, stated: Translations.stated(from: current, to: record), isSmall: false)
        }
        return record
    }

    /// People wrote in the draft: what they wrote stays.
    private func write(
        _ key: String, before: HarvestedThing, _ thing: HarvestedThing, in draft: Kept<Draft>
    ) throws -> HarvestStep {
        let record = try HarvestMerge.record(
            base: before.delivered, delivered: thing.delivered, current: draft.value.record, fields: thing.fields)
        var step = HarvestStep(key, before.vanished == nil ? .changed : .back)
        step.thing = thing
        step.record = record
        if record != draft.value.record { step.deed = .write(record, in: draft) }
        return step
    }
}

extension Incoming {
    /// Organisations before what they stand behind, routes after what they name.
    fileprivate var rank: Int {
        switch record?.kind {
        case .organisation: 0
        case .route: 2
        default: 1
        }
    }
}

extension Draft {
    /// Whether people wrote in what a source brought.
    func isWritten(beside source: HarvestSource) -> Bool { writers != [HarvestSource.writer(source.id)] }
}

extension HarvestSource {
    /// What stands for the source where drafts name an account.
    static func writer(_ id: String) -> String { "harvest \(id)" }
}
